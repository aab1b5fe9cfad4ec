import type { LocalDate, Month } from '#calendar'
import {
  errorWorkbook,
  explainProblem,
  isRefusal,
  type ListReading,
  type ListRow,
  readListFile,
} from '#intake'
import { type ImportResult, stage, tryImport } from '#jobs/import-list'
import { standardOn } from '#law/social-assistance'
import { UnreadableSheet } from '#platform/sheets'
import type { Desk } from '#web/staff/access.ts'
import type { Lang } from '#web/ui/index.ts'
import { keepErrorFile } from './error-files.server.ts'

/** Problems shown on the page; all of them stand in the file of errors. */
const problemsShown = 200

/** People shown as they were read. */
const rowsShown = 10

/** One cell that wants correcting or a look. */
export interface ProblemView {
  cell: string
  reads: string
  problem: string
  remedy: string
  /** What it probably should be. */
  proposes: string | undefined
  refused: boolean
}

/** What a list would do, before anything is written. */
export interface DryRun {
  fileId: number
  fileName: string
  isRepeated: boolean
  month: Month | undefined
  unitAsWritten: string | undefined
  rows: number
  notPeople: number
  columns: { letters: string; heading: string }[]
  columnsNotRead: { letters: string; heading: string }[]
  counts: ImportResult['counts']
  remarks: ImportResult['remarks']
  problems: ProblemView[]
  problemCount: number
  hasErrorFile: boolean
  sample: SampleRow[]
}

/** One person as read, in words. */
export interface SampleRow {
  row: number
  name: string
  birth: string | undefined
  id: string | undefined
  place: string
  award: string
}

export type Upload = { ok: true; dryRun: DryRun } | { ok: false; because: string }

/** Reads a list, tries it and puts it where the import takes it from. The register is as it was. */
export async function readUpload(
  { database, actor, officer }: Desk,
  file: File,
  { today, lang }: { today: LocalDate; lang: Lang },
): Promise<Upload> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  try {
    const { sheet, reading, fileHash } = await readListFile(bytes, file.name, {
      today,
      standardOn: (month) => standardOrUnknown(month, today),
    })
    if (reading.rows.length === 0) return { ok: false, because: nobodyIn(reading, lang) }
    const list = { fileName: file.name, fileHash, reading }
    const tried = await tryImport(database, actor, list, { today })
    const { id } = await stage(database, actor, list)
    const hasErrorFile = reading.problems.length > 0
    if (hasErrorFile) {
      const workbook = (await errorWorkbook(sheet, reading)) as Uint8Array<ArrayBuffer>
      keepErrorFile(id, { officerId: officer.id, fileName: file.name, bytes: workbook })
    }
    const remarks = tried.remarks.map(takenBack)
    return { ok: true, dryRun: { ...viewOf(reading, lang), ...tried, remarks, fileId: id, hasErrorFile } }
  } catch (error) {
    if (error instanceof UnreadableSheet) return { ok: false, because: error.message }
    throw error
  }
}

/** Who was new in the trial is nobody yet: their number was taken back with them. */
function takenBack(remark: ImportResult['remarks'][number]): ImportResult['remarks'][number] {
  return remark.state === 'new' ? { ...remark, personId: undefined } : remark
}

/** A list may name a month before the first law we hold. */
function standardOrUnknown(month: Month, today: LocalDate): number | undefined {
  return month < '2021-01' ? undefined : standardOn({ month, knownOn: today, recipient: true })
}

function nobodyIn(reading: ListReading, lang: Lang): string {
  const [first] = reading.problems
  if (first) {
    const { vi, en, remedyVi, remedyEn } = explainProblem(first)
    return lang === 'vi' ? `${vi}. ${remedyVi}.` : `${en}. ${remedyEn}.`
  }
  return lang === 'vi'
    ? 'Không có người nào trong danh sách: kiểm tra lại tệp, hoặc tải tệp mẫu.'
    : 'The list names nobody: check the file, or download the template.'
}

function viewOf(reading: ListReading, lang: Lang) {
  return {
    month: reading.month,
    unitAsWritten: reading.unitAsWritten,
    rows: reading.rows.length,
    notPeople: reading.notPeople.length,
    columns: reading.columns.map(({ letters, heading }) => ({ letters, heading })),
    columnsNotRead: reading.columnsNotRead,
    sample: reading.rows.slice(0, rowsShown).map(sampleOf),
    problemCount: reading.problems.length,
    problems: reading.problems.slice(0, problemsShown).map((problem): ProblemView => {
      const words = explainProblem(problem)
      return {
        cell: problem.cell,
        reads: String(problem.reads),
        problem: lang === 'vi' ? words.vi : words.en,
        remedy: lang === 'vi' ? words.remedyVi : words.remedyEn,
        proposes: problem.proposes ?? problem.expectedDong?.toString(),
        refused: isRefusal(problem),
      }
    }),
  }
}

function sampleOf({ row, name, birth, id, unitAsWritten, village, award }: ListRow): SampleRow {
  const parts = [award?.category ?? award?.categoryAsWritten, award?.amountDong?.toLocaleString('vi-VN')]
  return {
    row,
    name,
    birth: birth?.written,
    id,
    place: [village, ...unitAsWritten].filter(Boolean).join(', '),
    award: parts.filter(Boolean).join(', '),
  }
}
