import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  title: 'Xuất dữ liệu',
  excel: 'Xuất Excel',
  csv: 'Xuất CSV',
  lead: 'Toàn bộ sổ quản lý, mỗi bảng một tệp Parquet, kèm giải thích từng cột và mã kiểm tra (SHA-256) của từng tệp.',
  warning: (hours: number) =>
    `Tệp chứa dữ liệu cá nhân. Chỉ ông/bà tải được tệp mình xuất; hệ thống tự xóa sau ${hours} giờ. Mỗi lần xuất và mỗi lần tải đều ghi nhật ký.`,
  start: 'Xuất sổ quản lý',
  done: (at: string) => `Đã xuất lúc ${at}`,
  gone: 'Tệp của lần xuất này đã được xóa.',
  failed: 'Lần xuất này chưa xong: hãy xuất lại.',
  none: 'Ông/bà chưa xuất lần nào.',
  history: 'Các lần xuất của ông/bà',
  file: 'Tệp',
  rows: 'Dòng',
  size: 'Kích thước (kB)',
  hash: 'SHA-256',
  tables: 'Các bảng và cột',
  tablesMore: 'Kiểu dữ liệu, đơn vị và nghĩa của từng cột có trong README.md và dictionary.json đi kèm.',
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    title: 'Data export',
    excel: 'Export to Excel',
    csv: 'Export to CSV',
    lead: 'The whole register, one Parquet file a table, with a data dictionary and the hash of every file.',
    warning: (hours) =>
      `The files hold personal data. Only you can fetch what you exported; it is removed after ${hours} hours. Each export and each download is written in the log.`,
    start: 'Export the register',
    done: (at) => `Exported at ${at}`,
    gone: 'The files of this export have been removed.',
    failed: 'This export was not finished: please export again.',
    none: 'You have not exported anything yet.',
    history: 'Your exports',
    file: 'File',
    rows: 'Rows',
    size: 'Size (kB)',
    hash: 'SHA-256',
    tables: 'Tables and columns',
    tablesMore:
      'Types, units and meaning of each column stand in README.md and dictionary.json beside the files.',
  },
}
