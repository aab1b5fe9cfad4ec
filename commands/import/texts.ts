import { explainProblem, type ListProblem, type ListReading } from '#intake'
import type { ImportResult } from '#jobs/import-list'
import { dongText } from '#law/wording'
import type { UnreadableSheet } from '#platform/sheets'

export interface ImportTexts {
  oneFile: string
  notAMonth(written: string): string
  noMonth: string
  noFile(path: string): string
  unreadable(path: string, error: UnreadableSheet): string
  problem(problem: ListProblem): string
  read(reading: ListReading): string
  progress(done: number, total: number): string
  result(result: ImportResult, dryRun: boolean, reading: ListReading): string[]
}

const vietnamese: ImportTexts = {
  oneFile: 'Cần đúng một tệp: ansinh import FILE.xlsx',
  notAMonth: (written) => `"${written}" không phải một tháng: viết như --month 09/2026`,
  noMonth: 'Danh sách không ghi là của tháng nào, chưa ghi gì: chạy lại với --month, ví dụ --month 09/2026',
  noFile: (path) => `Không đọc được tệp ${path}: kiểm tra lại đường dẫn và quyền đọc`,
  unreadable: (_path, error) => error.message,
  problem(problem) {
    const { vi, remedyVi } = explainProblem(problem)
    const proposal = problem.proposes ?? (problem.expectedDong && dongText(problem.expectedDong, 'vi'))
    const read = proposal ? `ghi "${problem.reads}", đề xuất ${proposal}` : `ghi "${problem.reads}"`
    return `${problem.cell} (${read}): ${vi}. ${remedyVi}`
  },
  read: (reading) => {
    const { rows, notPeople, problems } = reading
    return [
      `Đọc được ${rows.length} người, ${notPeople.length} dòng khác, ${problems.length} ô cần xem`,
      ...monthsVi(reading),
      ...leftOut(reading, 'Không đọc cột', 'Không đọc trang'),
    ].join('\n')
  },
  progress: (done, total) => `Đã ghi ${done}/${total} dòng`,
  result: ({ counts, isRepeated, remarks }, dryRun, reading) => [
    ...beyondCells(remarks, reading).map(
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
  notAMonth: (written) => `"${written}" is not a month: write it like --month 09/2026`,
  noMonth:
    'The list does not say its month and nothing was written: run again with --month, such as --month 09/2026',
  noFile: (path) => `The file ${path} cannot be read: check the path and your right to read it`,
  unreadable: (path) => `${path} is neither an Excel sheet (.xlsx) nor CSV: save it as .xlsx and try again`,
  problem(problem) {
    const { en, remedyEn } = explainProblem(problem)
    const proposal = problem.proposes ?? (problem.expectedDong && dongText(problem.expectedDong, 'en'))
    const read = proposal ? `reads "${problem.reads}", proposed ${proposal}` : `reads "${problem.reads}"`
    return `${problem.cell} (${read}): ${en}. ${remedyEn}`
  },
  read: (reading) => {
    const { rows, notPeople, problems } = reading
    return [
      `Read ${rows.length} people, ${notPeople.length} other rows, ${problems.length} cells to look at`,
      ...monthsEn(reading),
      ...leftOut(reading, 'Columns not read', 'Sheets not read'),
    ].join('\n')
  },
  progress: (done, total) => `${done}/${total} rows written`,
  result: ({ counts, isRepeated, remarks }, dryRun, reading) => [
    ...beyondCells(remarks, reading).map(
      ({ row, name, remarks }) => `  Row ${row} (${name}): ${remarks.map(({ en }) => en).join('; ')}`,
    ),
    `${dryRun ? 'There would be' : 'Result'}: ${counts.new} new, ${counts.changed} changed, ${counts.identical} identical, ` +
      `${counts.doubtful} to compare, ${counts.faulty} with faulty cells`,
    ...(dryRun ? ['Nothing was written'] : []),
    ...(isRepeated ? ['This file had been imported before: 0 changes'] : []),
  ],
}

/** Where the month is a guess, what it was guessed by. */
function monthsVi({ month, monthFrom }: ListReading): string[] {
  if (month === undefined) return []
  const guess = { paid: 'theo tháng trả sau cùng', beginning: 'theo tháng hưởng muộn nhất' }
  const by =
    monthFrom === 'paid' || monthFrom === 'beginning'
      ? ` (đoán ${guess[monthFrom]}; sai thì thêm --month)`
      : ''
  return [`Danh sách của tháng ${slashed(month)}${by}`]
}

function monthsEn({ month, monthFrom }: ListReading): string[] {
  if (month === undefined) return []
  const guess = { paid: 'the last month paid', beginning: 'the latest beginning' }
  const by =
    monthFrom === 'paid' || monthFrom === 'beginning'
      ? ` (guessed by ${guess[monthFrom]}; --month corrects it)`
      : ''
  return [`The list is of ${slashed(month)}${by}`]
}

function slashed(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`
}

/** Columns and sheets that hold something and were not read. */
function leftOut({ columnsNotRead, sheetsNotRead }: ListReading, columns: string, sheets: string): string[] {
  const named = columnsNotRead.map(({ letters, heading }) =>
    heading === '' ? letters : `${letters} (${heading})`,
  )
  return [
    ...(named.length > 0 ? [`${columns}: ${named.join(', ')}`] : []),
    ...(sheetsNotRead.length > 0 ? [`${sheets}: ${sheetsNotRead.join(', ')}`] : []),
  ]
}

export const importTexts: Record<'vi' | 'en', ImportTexts> = { vi: vietnamese, en: english }

/** What was remarked on rows and has not been said of one of their cells already. */
function beyondCells(remarked: ImportResult['remarks'], { problems }: ListReading): ImportResult['remarks'] {
  const said = Map.groupBy(problems, ({ row }) => row)
  return remarked.flatMap((each) => {
    const cells = (said.get(each.row) ?? []).map((problem) => explainProblem(problem).vi)
    const remarks = each.remarks.filter(({ vi }) => !cells.some((cell) => vi.startsWith(cell)))
    return remarks.length > 0 ? [{ ...each, remarks }] : []
  })
}
