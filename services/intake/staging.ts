import { sql } from 'kysely'
import type { Cell } from '#platform/bulk'
import type { Transaction } from '#platform/database'
import { arrayOf, loadRows } from '#registry'
import { keepLetters } from './choices.ts'
import { getStaged, keepFile, noteRead, type StagedFile } from './files.ts'
import { type ListReading, type ListRow, numberOf } from './list-rows.ts'
import { aside, meanwhile } from './meanwhile.ts'
import { explainProblem, isRefusal, type ListProblem } from './problems.ts'
import type { Piece } from './read-rows.ts'
import { lookingForRestricted, noteRestricted } from './restricted.ts'

/** Why a row was not written, or what an officer should look at though it was. */
export interface RowRemark {
  /** As Excel writes it; undefined when it is about the whole row. */
  cell?: string
  /**
   * `byName`: the row agrees with a record by name, birth and unit alone. `noUnit`: no unit of the list's own is known of
   * it, whatever is said of the person.
   */
  kind?: 'byName' | 'noUnit'
  vi: string
  en: string
}

/** The remarks of a row that its cells gave when it was read, without those of an earlier comparison. */
export const ofCells = sql`(select jsonb_agg(remark) from jsonb_array_elements(row.because) as remark
  where remark ? 'cell')`

export type RowState = 'waiting' | 'new' | 'changed' | 'identical' | 'doubtful' | 'faulty'

export interface NewFile {
  hash: string
  name: string
  /** The officer's unit; undefined for the province. */
  unitUid: string | undefined
  reading: ListReading
}

/**
 * Puts the rows of a reading where the writing takes them from. The same file for the same unit again is the same
 * one: nothing is added, and what was left unfinished goes on. Rows with a refused cell are faulty from the start.
 */
export async function stageList(transaction: Transaction, file: NewFile): Promise<StagedFile> {
  const { reading, ...about } = file
  const kept = await keepFile(transaction, about)
  if (kept.isRead) return kept
  await stageRows(transaction, kept.id, reading, [reading])
  return getStaged(transaction, kept.id)
}

/**
 * Puts rows in the place of those that were read before, as they come, and every problem beside them; returns how
 * many rows there are. `reading` says what is of the whole list. Throws `RestrictedList` where the actor may not see what
 * the list says.
 */
export async function stageRows(
  transaction: Transaction,
  fileId: number,
  reading: ListReading,
  pieces: Iterable<Part>,
): Promise<{ rows: number; problems: number }> {
  await sql`delete from intake.row where file_id = ${fileId}`.execute(transaction)
  await sql`delete from intake.problem where file_id = ${fileId}`.execute(transaction)
  await sql`delete from intake.preview where file_id = ${fileId}`.execute(transaction)
  // What is said of the whole list comes first; a reading that is one piece holds it among its own.
  const problems: ListProblem[] = reading.rows.length === 0 ? [...reading.problems] : []
  const looked = lookingForRestricted(reading, pieces)
  const rows = await keepRows(transaction, fileId, looked.pieces, problems)
  await noteRestricted(transaction, fileId, looked.isFound())
  await loadRows(
    transaction,
    'intake.problem',
    ['file_id', 'number', 'place', 'cell', 'code', 'reads', 'proposes', 'weight'],
    problems.map((problem, place) => problemCells(fileId, problem, place)),
  )
  // Asked for by household and number while it is written: the planner has to have looked at it.
  if (rows >= rowsLarge) await sql`analyze intake.row`.execute(transaction)
  await noteRead(transaction, fileId, { month: reading.month, rows, corrects: reading.corrects })
  await keepLetters(transaction, fileId, reading)
  return { rows, problems: problems.length }
}

/** As many rows as are written at once, and as the planner has to know of. */
const rowsLarge = 2_000

/** Writes rows some thousand at a time, each while the next are read; puts their problems with the others. */
async function keepRows(
  transaction: Transaction,
  fileId: number,
  pieces: Iterable<Part>,
  problems: ListProblem[],
): Promise<number> {
  const reading = pieces[Symbol.iterator]()
  let count = 0
  for (let part = await gather(reading); part !== undefined; ) {
    const kept = part
    count += kept.rows.length
    for (const problem of kept.problems) problems.push(problem)
    part = await meanwhile(
      () => keepPart(transaction, fileId, kept),
      () => gather(reading),
    )
  }
  return count
}

type Part = Pick<Piece, 'rows' | 'problems'>

/** The next pieces together; undefined when there are no more. */
async function gather(reading: Iterator<Part>): Promise<Part | undefined> {
  const part: Part = { rows: [], problems: [] }
  while (part.rows.length < rowsLarge) {
    const next = reading.next()
    if (next.done === true) return part.rows.length + part.problems.length > 0 ? part : undefined
    for (const row of next.value.rows) part.rows.push(row)
    for (const problem of next.value.problems) part.problems.push(problem)
    await aside()
  }
  return part
}

async function keepPart(transaction: Transaction, fileId: number, { rows, problems }: Part): Promise<void> {
  if (rows.length === 0) return
  const byNumber = Map.groupBy(problems, numberOf)
  const remarksAt = (row: ListRow) => {
    const remarks = byNumber.get(numberOf(row))
    return remarks && JSON.stringify(remarksOf(remarks))
  }
  // The readings go as one text of JSON, which the database only cuts: as an array every quote of theirs is escaped.
  await sql`insert into intake.row (file_id, number, hash, reading, state, because, corrects)
    select ${fileId}::bigint, * from rows from (unnest(${arrayOf(rows, numberOf)}::integer[]),
      unnest(${arrayOf(rows, ({ rowHash }) => rowHash)}::text[]),
      json_array_elements(${JSON.stringify(rows)}::json),
      unnest(${arrayOf(rows, ({ standing }) => (standing === 'faulty' ? 'faulty' : 'waiting'))}::text[]),
      unnest(${arrayOf(rows, remarksAt)}::jsonb[]),
      unnest(${arrayOf(rows, ({ corrects }) => corrects)}::integer[]))`.execute(transaction)
}

function problemCells(fileId: number, problem: ListProblem, place: number): Cell[] {
  const { cell, code, reads, proposes, expectedDong } = problem
  const proposal = proposes ?? (expectedDong === undefined ? undefined : String(expectedDong))
  const weight = isRefusal(problem) ? 'refusal' : 'doubt'
  return [fileId, numberOf(problem), place, cell, code, String(reads), proposal, weight]
}

function remarksOf(problems: readonly ListProblem[]): RowRemark[] {
  return problems.map((problem) => {
    const { vi, en, remedyVi, remedyEn } = explainProblem(problem)
    const weight = isRefusal(problem) ? { vi: '', en: '' } : { vi: ' (cần xem lại)', en: ' (please check)' }
    return { cell: problem.cell, vi: `${vi}${weight.vi}. ${remedyVi}`, en: `${en}${weight.en}. ${remedyEn}` }
  })
}

/** What an officer said of a doubtful row: it is about this person of the register, or about somebody new. */
export type Decision = { is: 'same'; personId: number } | { is: 'new' }

/** A row that waits, as it was read. */
export interface WaitingRow {
  number: number
  reading: ListRow
  remarks: RowRemark[]
  decision: Decision | undefined
}

interface ReadRow {
  number: number
  reading: ListRow
  because: RowRemark[] | null
  decision: Decision | null
  /** Another when anything of the row was changed since. */
  version: string
}

/** Rows that wait, read before it is their turn to be written. */
export type RowsAhead = ReadonlyMap<number, ReadRow>

const readRow = sql`number, reading, because, decision, ctid::text || ' ' || xmin::text as version`

/** Reads the rows that wait after the row `after`, while those before them are being written. */
export async function readAhead(
  transaction: Transaction,
  fileId: number,
  { after, limit }: { after: number; limit: number },
): Promise<RowsAhead> {
  const { rows } = await sql<ReadRow>`select ${readRow} from intake.row
    where file_id = ${fileId} and state = 'waiting' and number > ${after} order by number limit ${limit}`.execute(
    transaction,
  )
  return new Map(rows.map((row) => [row.number, row]))
}

/**
 * The next rows to write, after one and up to another where these are given, locked for this transaction. What was
 * read ahead is taken where it still stands as it was read; everything else is read now.
 */
export async function takeWaiting(
  transaction: Transaction,
  fileId: number,
  limit: number,
  ahead: RowsAhead = new Map(),
  { after = 0, last = numberLast }: { after?: number; last?: number } = {},
): Promise<WaitingRow[]> {
  if (ahead.size === 0) {
    const { rows } = await sql<ReadRow>`select ${readRow} from intake.row
      where file_id = ${fileId} and state = 'waiting' and number > ${after} and number <= ${last}
      order by number limit ${limit} for update`.execute(transaction)
    return rows.map(waitingOf)
  }
  const { rows: locked } = await sql<{ number: number; version: string }>`
    select number, ctid::text || ' ' || xmin::text as version from intake.row
    where file_id = ${fileId} and state = 'waiting' and number > ${after} and number <= ${last}
      order by number limit ${limit} for update`.execute(transaction)
  const isAhead = ({ number, version }: { number: number; version: string }) =>
    ahead.get(number)?.version === version
  const others = locked.filter((row) => !isAhead(row)).map(({ number }) => number)
  const { rows: now } =
    others.length === 0
      ? { rows: [] }
      : await sql<ReadRow>`select ${readRow} from intake.row
          where file_id = ${fileId} and number = any(${others})`.execute(transaction)
  const read = new Map(now.map((row) => [row.number, row]))
  return locked.flatMap(({ number }) => {
    const row = read.get(number) ?? ahead.get(number)
    return row ? [waitingOf(row)] : []
  })
}

const numberLast = 2 ** 31 - 1

/** Rows that wait after the row `after`, only to be looked at. */
export async function lookAtWaiting(
  transaction: Transaction,
  fileId: number,
  { after, limit }: { after: number; limit: number },
): Promise<WaitingRow[]> {
  return [...(await readAhead(transaction, fileId, { after, limit })).values()].map(waitingOf)
}

function waitingOf({ number, reading, because, decision }: ReadRow): WaitingRow {
  return { number, reading, remarks: because ?? [], decision: decision ?? undefined }
}

/** What became of a row. */
export interface RowOutcome {
  number: number
  state: Exclude<RowState, 'waiting'>
  personId: number | undefined
  remarks: readonly RowRemark[]
}

export async function recordOutcomes(
  transaction: Transaction,
  fileId: number,
  outcomes: readonly RowOutcome[],
): Promise<void> {
  await sql`update intake.row set state = each.state, person_id = each.person_id, because = each.because
    from unnest(${arrayOf(outcomes, ({ number }) => number)}::integer[],
        ${arrayOf(outcomes, ({ state }) => state)}::text[],
        ${arrayOf(outcomes, ({ personId }) => personId)}::bigint[],
        ${arrayOf(outcomes, ({ remarks }) => (remarks.length === 0 ? null : JSON.stringify(remarks)))}::jsonb[])
      as each (number, state, person_id, because)
    where row.file_id = ${fileId} and row.number = each.number`.execute(transaction)
  await sql`update intake.file set written_at = clock_timestamp() where id = ${fileId}`.execute(transaction)
}

export type ImportCounts = Record<Exclude<RowState, 'waiting'>, number> & { waiting: number }

/** How many rows of a file stand where. */
export async function countRows(transaction: Transaction, fileId: number): Promise<ImportCounts> {
  const { rows } = await sql<{
    state: RowState
    count: number
  }>`select state, count(*) as count from intake.row
    where file_id = ${fileId} group by state`.execute(transaction)
  const counts: ImportCounts = { new: 0, changed: 0, identical: 0, doubtful: 0, faulty: 0, waiting: 0 }
  for (const { state, count } of rows) counts[state] = count
  return counts
}

/** A row that was not written, or that somebody should look at. */
export interface RemarkedRow {
  /** As Excel numbers it, and its sheet where several are one list. */
  row: number
  sheet: string | undefined
  name: string
  state: RowState
  personId: number | undefined
  remarks: RowRemark[]
}

/** Rows that were not written, or that somebody should look at, in the order of the sheet. */
export async function listRemarks(
  transaction: Transaction,
  fileId: number,
  { limit = 500 } = {},
): Promise<RemarkedRow[]> {
  const { rows } = await sql<{
    row: number
    sheet: string | null
    name: string
    state: RowState
    person_id: number | null
    because: RowRemark[]
  }>`select (reading->>'row')::integer as row, reading->>'sheet' as sheet, reading->>'name' as name, state, person_id,
      because from intake.row
    where file_id = ${fileId} and because is not null and jsonb_array_length(because) > 0
    order by number limit ${limit}`.execute(transaction)
  return rows.map(({ person_id: personId, because: remarks, sheet, ...row }) => ({
    ...row,
    sheet: sheet ?? undefined,
    personId: personId ?? undefined,
    remarks,
  }))
}

/** The same of a preview: what would not be written, or wants a look. */
export async function listPreviewRemarks(
  transaction: Transaction,
  fileId: number,
  { limit = 500 } = {},
): Promise<RemarkedRow[]> {
  const { rows } = await sql<{
    row: number
    sheet: string | null
    name: string
    state: RowState
    person_id: number | null
    because: RowRemark[]
  }>`select (reading->>'row')::integer as row, reading->>'sheet' as sheet, reading->>'name' as name, preview.state,
      preview.person_id, remarks as because from intake.preview join intake.row using (file_id, number)
    where file_id = ${fileId} and jsonb_array_length(remarks) > 0
    order by number limit ${limit}`.execute(transaction)
  return rows.map(({ person_id: personId, because: remarks, sheet, ...row }) => ({
    ...row,
    sheet: sheet ?? undefined,
    personId: personId ?? undefined,
    remarks,
  }))
}
