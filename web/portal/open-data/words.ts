import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  title: 'Dữ liệu mở',
  pageTitle: 'Dữ liệu mở | An Sinh',
  lead: 'Số liệu của cổng này để ai cũng lấy về dùng, kể cả để kinh doanh, miễn là ghi nguồn. Địa chỉ của các tệp không đổi.',
  licence: 'Giấy phép',
  attribution: 'Ghi: “Ủy ban nhân dân tỉnh Nghệ An, Cổng An Sinh”.',
  forMachines: 'Cho máy',
  catalogue: 'Danh mục (DCAT, JSON)',
  formats:
    'CSV: UTF-8 có BOM, dấu phẩy, dòng đầu là tên cột. JSON: cùng các dòng ấy kèm mô tả cột. Ô trống là bị ẩn hoặc không rõ, không phải số không.',
  updated: 'Cập nhật',
  never: 'chưa có dòng nào',
  rows: 'Số dòng',
  frequency: 'Bao lâu một lần',
  frequencies: {
    MONTHLY: 'mỗi tháng',
    DAILY: 'mỗi ngày',
    CONT: 'liên tục',
    IRREG: 'khi có thay đổi',
  },
  source: 'Nguồn',
  files: 'Tệp',
  checksum: 'SHA-256',
  dictionary: (title: string) => `Mô tả cột: ${title}`,
  column: 'Cột',
  type: 'Kiểu',
  types: { text: 'chữ', number: 'số', day: 'ngày', month: 'tháng' },
  means: 'Nghĩa',
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    title: 'Open data',
    pageTitle: 'Open data | An Sinh',
    lead: 'The figures of this portal for everybody to take and use, in business too, as long as the source is named. The addresses of the files do not change.',
    licence: 'Licence',
    attribution: 'Name: “People’s Committee of Nghệ An province, An Sinh portal”.',
    forMachines: 'For machines',
    catalogue: 'Catalogue (DCAT, JSON)',
    formats:
      'CSV: UTF-8 with BOM, commas, column names in the first line. JSON: the same rows with the columns described. An empty cell is hidden or not known, never zero.',
    updated: 'Updated',
    never: 'no row yet',
    rows: 'Rows',
    frequency: 'How often',
    frequencies: {
      MONTHLY: 'every month',
      DAILY: 'every day',
      CONT: 'continuously',
      IRREG: 'when something changes',
    },
    source: 'Source',
    files: 'Files',
    checksum: 'SHA-256',
    dictionary: (title) => `Columns: ${title}`,
    column: 'Column',
    type: 'Type',
    types: { text: 'text', number: 'number', day: 'day', month: 'month' },
    means: 'Meaning',
  },
}
