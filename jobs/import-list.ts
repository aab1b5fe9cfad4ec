import { sql } from 'kysely'
import {
  countRows,
  finishFile,
  getStaged,
  holdFile,
  type ImportCounts,
  keepFile,
  type ListReading,
  listPreviewRemarks,
  listRemarks,
  type RemarkedRow,
  type StagedFile,
  stageList,
  turnOf,
} from '#intake'
import { recordChange } from '#platform/audit'
import { BilingualError } from '#platform/bilingual-error'
import { type Actor, type Database, type Transaction, withActor } from '#platform/database'
import { findJob } from '#platform/jobs'
import { holdLock } from '#platform/locks'
import { readUnits } from '#registry'
import { type ListWorkOptions, rowsDone } from './list-options.ts'
import { previewWithin } from './preview-list.ts'
import { writeWaiting } from './write-list.ts'

/** What became of a list. */
export interface ImportResult {
  fileId: number
  fileName: string
  /** The same file had been read to its end before: nothing was written this time. */
  isRepeated: boolean
  counts: ImportCounts
  /** Rows that were not written or want a look, at most 500. */
  remarks: RemarkedRow[]
}

export interface ListFile {
  fileName: string
  fileHash: string
  reading: ListReading
}

/** After that many rows, and eight times as many again, the planner looks at what a list has added. */
const rowsUntilLook = 4_000

async function lookAtRegister(transaction: Transaction): Promise<void> {
  await sql`analyze registry.person, registry.fact, registry.membership, registry.household, awards.award`.execute(
    transaction,
  )
}

/** Puts a list that was read where the import takes it from; returns its number. Twice is once. */
export function stage(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  { fileName, fileHash, reading }: ListFile,
): Promise<StagedFile> {
  return withActor(database, actor, (transaction) =>
    stageList(transaction, { hash: fileHash, name: fileName, unitUid: unitOf(actor), reading }),
  )
}

/**
 * Writes a staged list into the register as `actor`, some thousand rows a transaction. Killed in the middle it goes
 * on with the rows that still wait; called again when finished it changes nothing.
 */
export async function importStaged(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  fileId: number,
  { today, onProgress, signal }: ListWorkOptions,
): Promise<ImportResult> {
  const file = await withActor(database, actor, (transaction) => getStaged(transaction, fileId))
  const context = { file, today, units: await withActor(database, actor, readUnits) }
  let done = 0
  let lookAt = rowsUntilLook
  if (!file.isFinished)
    await writeWaiting({
      database,
      actor,
      context,
      signal,
      async onWritten(outcomes) {
        done += outcomes.length
        const isTime = done >= lookAt
        if (isTime) lookAt *= 8
        await onProgress?.({ done, total: file.rows, message: rowsDone('ghi', done, file.rows) })
        if (isTime) await withActor(database, actor, lookAtRegister)
      },
    })
  return withActor(database, actor, async (transaction) => {
    if (!file.isFinished) await finish(transaction, file)
    return resultOf(transaction, file)
  })
}

/**
 * Brings a list in under its lock, without the queue: officers who ask for something of it meanwhile are told so. Throws
 * a BilingualError when the queue works on it for one of them. Twice is once.
 */
export async function importInTurn(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  list: ListFile,
  options: ListWorkOptions,
): Promise<ImportResult> {
  const about = { hash: list.fileHash, name: list.fileName, unitUid: unitOf(actor) }
  const { id } = await withActor(database, actor, (transaction) => keepFile(transaction, about))
  const turn = await holdLock(database, turnOf(id))
  try {
    await withActor(database, actor, (transaction) => refuseUnderWay(transaction, id))
    await stage(database, actor, list)
    return await importStaged(database, actor, id, options)
  } finally {
    await turn.release()
  }
}

async function refuseUnderWay(transaction: Transaction, fileId: number): Promise<void> {
  await holdFile(transaction, fileId)
  const { jobId } = await getStaged(transaction, fileId)
  const job = jobId === undefined ? undefined : await findJob(transaction, jobId)
  if (job?.state !== 'waiting' && job?.state !== 'running') return
  throw new BilingualError({
    vi: 'Máy chủ đang làm việc với danh sách này theo yêu cầu của cán bộ, chưa ghi gì: chờ xong rồi chạy lại',
    en: 'The server works on this list for an officer just now and nothing was written: wait for the end and run again',
  })
}

/** What importing would do, without doing it: every row is compared, and the list itself is not kept. */
export async function tryImport(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  list: ListFile,
  { today }: Pick<ListWorkOptions, 'today'>,
): Promise<ImportResult> {
  try {
    return await withActor(database, actor, async (transaction) => {
      const { fileName: name, fileHash: hash, reading } = list
      const file = await stageList(transaction, { hash, name, unitUid: unitOf(actor), reading })
      const { counts } = await previewWithin(transaction, file, { today })
      const remarks = await listPreviewRemarks(transaction, file.id)
      throw new TakenBack({ fileId: file.id, fileName: name, isRepeated: file.isFinished, counts, remarks })
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.result
    throw error
  }
}

class TakenBack extends Error {
  readonly result: ImportResult

  constructor(result: ImportResult) {
    super('A trial is taken back')
    this.result = result
  }
}

async function finish(transaction: Transaction, file: StagedFile): Promise<void> {
  if (!(await finishFile(transaction, file.id))) return
  const counts = await countRows(transaction, file.id)
  const subject = {
    kind: 'list',
    id: file.hash,
    ...(file.unitUid === undefined ? {} : { unitUid: file.unitUid }),
  }
  await recordChange(transaction, 'importList', subject, { name: file.name, counts })
}

async function resultOf(transaction: Transaction, file: StagedFile): Promise<ImportResult> {
  const counts = await countRows(transaction, file.id)
  const written = counts.new + counts.changed + counts.identical
  return {
    fileId: file.id,
    fileName: file.name,
    isRepeated: file.isFinished,
    counts: file.isFinished ? { ...counts, new: 0, changed: 0, identical: written } : counts,
    remarks: await listRemarks(transaction, file.id),
  }
}

function unitOf(actor: Actor): string | undefined {
  return actor.kind === 'officer' && actor.unitUid !== 'province' ? actor.unitUid : undefined
}
