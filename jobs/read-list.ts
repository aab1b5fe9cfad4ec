import type { LocalDate, Month } from '#calendar'
import {
  beginPreview,
  errorFileOf,
  explainProblem,
  findOriginal,
  findStaged,
  getStaged,
  isBegun,
  keepMapping,
  keepSummary,
  type ListOptions,
  type ListReading,
  noteRefused,
  openList,
  RestrictedList,
  readChoices,
  readMappings,
  refuseRestricted,
  rowsLeft,
  type StagedFile,
  stageRows,
  summaryOf,
} from '#intake'
import { standardOn } from '#law/social-assistance'
import { type Actor, type Database, type Transaction, withActor } from '#platform/database'
import { readSheets, UnreadableSheet } from '#platform/sheets'
import { type ListWorkOptions, rowsDone } from './list-options.ts'

/**
 * Reads a list that was kept: its columns as its unit has named them before, every row and every problem, put where
 * the preview and the writing take them from. All of it or nothing, so that it may be killed and begun again. Says
 * whether there is anything to preview; a list of which something was written is not read again.
 */
export async function readStaged(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  fileId: number,
  { today, onProgress }: ListWorkOptions,
): Promise<{ isRead: boolean }> {
  const found = await withActor(database, actor, async (transaction) => {
    const file = await getStaged(transaction, fileId)
    if (await isBegun(transaction, fileId)) return undefined
    return { file, bytes: await findOriginal(transaction, fileId) }
  })
  if (!found?.bytes) return { isRead: true }
  const { file, bytes } = found
  await onProgress?.({ done: 0, total: 0, message: 'Đang mở tệp' })
  try {
    const sheets = await readSheets(bytes, file.name)
    return await withActor(database, actor, async (transaction) => {
      const options = await optionsOf(transaction, file, today)
      const list = openList(sheets, options)
      await rememberHeadings(transaction, file, { options, reading: list.reading })
      return stageSheets(transaction, { file, bytes, list }, onProgress)
    })
  } catch (error) {
    if (error instanceof RestrictedList) {
      await withActor(database, actor, (transaction) => refuseRestricted(transaction, fileId, error))
      return { isRead: false }
    }
    if (!(error instanceof UnreadableSheet)) throw error
    const en =
      'The file is neither an Excel sheet (.xlsx) nor CSV that can be read: save it as .xlsx and try again'
    await withActor(database, actor, (transaction) =>
      noteRefused(transaction, fileId, { vi: error.message, en }),
    )
    return { isRead: false }
  }
}

/** With the columns as the unit names them, what an officer said of this list, and the standard of the month. */
async function optionsOf(
  transaction: Transaction,
  { id, unitUid }: Pick<StagedFile, 'id' | 'unitUid'>,
  today: LocalDate,
): Promise<ListOptions> {
  const mappings = await readMappings(transaction, unitUid)
  return {
    today,
    standardOn: (month) => standardOrUnknown(month, today),
    mappings,
    ...(await readChoices(transaction, id)),
  }
}

/** Where an officer said which rows are the headings, those of later lists are found by it. */
async function rememberHeadings(
  transaction: Transaction,
  { unitUid }: Pick<StagedFile, 'unitUid'>,
  { options, reading }: { options: ListOptions; reading: ListReading },
): Promise<void> {
  const { headings: chosen, mappings } = options
  const { signature, shown } = reading
  if (chosen === undefined || signature === undefined) return
  await keepMapping(transaction, {
    unitUid,
    signature,
    columns: mappings?.get(signature)?.columns ?? {},
    headings: shown.map(({ heading }) => heading),
    headingRows: chosen.last - chosen.first + 1,
  })
}

/** A list may name a month before the first law we hold. */
function standardOrUnknown(month: Month, today: LocalDate): number | undefined {
  return month < '2015-01' ? undefined : standardOn({ month, knownOn: today, recipient: true })
}

async function stageSheets(
  transaction: Transaction,
  { file, bytes, list }: { file: StagedFile; bytes: Uint8Array; list: ReturnType<typeof openList> },
  onProgress: ListWorkOptions['onProgress'],
): Promise<{ isRead: boolean }> {
  const { reading } = list
  const refused = reading.columns.length === 0 ? whyNothing(reading) : undefined
  const total = list.sheets.reduce((sum, { rows }) => sum + rows.length, 0)
  const people: { row: number; sheetAt?: number }[] = []
  const found: ListReading = { ...reading, problems: [...reading.problems], notPeople: [] }
  function* told() {
    for (const piece of list.pieces()) {
      for (const { row, sheetAt = 0 } of piece.rows) people.push({ row, sheetAt })
      for (const problem of piece.problems) found.problems.push(problem)
      found.notPeople.push(...piece.notPeople)
      void onProgress?.({ done: people.length, total, message: rowsDone('đọc', people.length) })
      yield piece
    }
  }
  const corrected =
    reading.corrects === undefined ? undefined : await findStaged(transaction, reading.corrects)
  const whole: ListReading = {
    ...reading,
    month: corrected?.month ?? reading.month,
    corrects: corrected?.id,
  }
  const { rows, problems } = await stageRows(transaction, file.id, whole, told())
  const errorFile = await errorFileOf(
    { bytes, fileName: file.name, fileId: file.id },
    { sheets: list.sheets, reading: found, people },
  )
  const summary = summaryOf(whole, {
    notPeople: found.notPeople.length,
    rowsLeft: rowsLeft(list.sheets, found.notPeople),
    problems,
  })
  await keepSummary(transaction, file.id, summary, errorFile?.bytes)
  if (rows > 0) return { isRead: true }
  await beginPreview(transaction, file.id)
  await noteRefused(transaction, file.id, refused ?? nobody)
  return { isRead: false }
}

function whyNothing({ problems }: ListReading): { vi: string; en: string } {
  const [first] = problems
  if (!first) return nobody
  const { vi, en, remedyVi, remedyEn } = explainProblem(first)
  return { vi: `${vi}. ${remedyVi}.`, en: `${en}. ${remedyEn}.` }
}

const nobody = {
  vi: 'Không có người nào trong danh sách: kiểm tra lại tệp, hoặc tải tệp mẫu.',
  en: 'The list names nobody: check the file, or download the template.',
}
