import type { ListReading } from '#intake'
import type { ImportResult } from '#jobs/import-list'

export interface ImportTexts {
  oneFile: string
  noFile(path: string): string
  unreadable(path: string): string
  noHeadings(path: string): string
  read(reading: ListReading): string
  progress(done: number, total: number): string
  result(result: ImportResult, dryRun: boolean): string[]
}

const vietnamese: ImportTexts = {
  oneFile: 'Cần đúng một tệp: ansinh import FILE.xlsx',
  noFile: (path) => `Không đọc được tệp ${path}: kiểm tra lại đường dẫn và quyền đọc`,
  unreadable: (path) =>
    `${path} không phải bảng tính Excel (.xlsx) hay CSV: lưu lại dưới dạng .xlsx rồi nhập lại`,
  noHeadings: (path) =>
    `${path} không có dòng tiêu đề với cột Họ và tên: dùng tệp mẫu hoặc thêm dòng tiêu đề`,
  read: ({ rows, notPeople, problems }) =>
    `Đọc được ${rows.length} người, ${notPeople.length} dòng khác, ${problems.length} ô cần xem`,
  progress: (done, total) => `Đã ghi ${done}/${total} dòng`,
  result: ({ counts, isRepeated, remarks }, dryRun) => [
    ...remarks.map(
      ({ row, name, remarks }) => `  Dòng ${row} (${name}): ${remarks.map(({ vi }) => vi).join('; ')}`,
    ),
    `${dryRun ? 'Sẽ có' : 'Kết quả'}: ${counts.new} người mới, ${counts.changed} thay đổi, ${counts.identical} giữ nguyên, ` +
      `${counts.doubtful} cần đối chiếu, ${counts.faulty} có ô sai`,
    ...(dryRun ? ['Chưa ghi gì vào sổ'] : []),
    ...(isRepeated ? ['Tệp này đã nhập trước đó: 0 thay đổi'] : []),
  ],
}

const english: ImportTexts = {
  oneFile: 'Give exactly one file: ansinh import FILE.xlsx',
  noFile: (path) => `The file ${path} cannot be read: check the path and your right to read it`,
  unreadable: (path) => `${path} is neither an Excel sheet (.xlsx) nor CSV: save it as .xlsx and try again`,
  noHeadings: (path) => `${path} has no row of headings with the name: use the template or add the row`,
  read: ({ rows, notPeople, problems }) =>
    `Read ${rows.length} people, ${notPeople.length} other rows, ${problems.length} cells to look at`,
  progress: (done, total) => `${done}/${total} rows written`,
  result: ({ counts, isRepeated, remarks }, dryRun) => [
    ...remarks.map(
      ({ row, name, remarks }) => `  Row ${row} (${name}): ${remarks.map(({ en }) => en).join('; ')}`,
    ),
    `${dryRun ? 'There would be' : 'Result'}: ${counts.new} new, ${counts.changed} changed, ${counts.identical} identical, ` +
      `${counts.doubtful} to compare, ${counts.faulty} with faulty cells`,
    ...(dryRun ? ['Nothing was written'] : []),
    ...(isRepeated ? ['This file had been imported before: 0 changes'] : []),
  ],
}

export const importTexts: Record<'vi' | 'en', ImportTexts> = { vi: vietnamese, en: english }
