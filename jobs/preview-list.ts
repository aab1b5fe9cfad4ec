import { monthOf } from '#calendar'
import {
  applyRows,
  compareStates,
  getStaged,
  type ImportCounts,
  keepPreview,
  type PersonState,
  type PreviewRow,
  readOutcomes,
  readPersonStates,
} from '#intake'
import { type Actor, type Database, type Transaction, withActor } from '#platform/database'
import { readUnits } from '#registry'
import type { ImportOptions } from './import-list.ts'

/** Rows between two words about how far it is. */
const chunkRows = 500

/** What a trial found, before it was taken back. */
interface Trial {
  rows: Omit<PreviewRow, 'changes'>[]
  after: Map<number, PersonState>
}

/**
 * Works out what every row of a staged list would do and keeps it with the list: everything is written, looked at and
 * taken back. Of who would change, each field is told before and after. Rows that were written already are told as
 * they were.
 */
export async function previewStaged(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  fileId: number,
  options: ImportOptions,
): Promise<{ fileId: number; fileName: string; counts: ImportCounts }> {
  const file = await withActor(database, actor, (transaction) => getStaged(transaction, fileId))
  const month = file.month ?? monthOf(options.today)
  const { rows, after } = await tryRows(database, actor, fileId, options)
  const before = await withActor(database, actor, (transaction) =>
    readPersonStates(transaction, [...after.keys()], month),
  )
  const previewed = rows.map((row): PreviewRow => {
    if (row.state === 'new') return { ...row, personId: undefined, changes: [] }
    const id = row.state === 'changed' ? row.personId : undefined
    const changes =
      id === undefined ? [] : compareStates(before.get(id) ?? new Map(), after.get(id) ?? new Map())
    return { ...row, changes }
  })
  await withActor(database, actor, (transaction) => keepPreview(transaction, fileId, previewed))
  const counts: ImportCounts = { new: 0, changed: 0, identical: 0, doubtful: 0, faulty: 0, waiting: 0 }
  for (const { state } of previewed) counts[state] += 1
  return { fileId, fileName: file.name, counts }
}

async function tryRows(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  fileId: number,
  options: ImportOptions,
): Promise<Trial> {
  try {
    return await withActor(database, actor, async (transaction) => {
      throw new TakenBack(await tryWithin(transaction, fileId, options))
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.trial
    throw error
  }
}

async function tryWithin(
  transaction: Transaction,
  fileId: number,
  { today, onProgress, signal }: ImportOptions,
): Promise<Trial> {
  const file = await getStaged(transaction, fileId)
  const context = { file, today, units: await readUnits(transaction) }
  let done = 0
  for (;;) {
    signal?.throwIfAborted()
    const { length } = await applyRows(transaction, context, chunkRows)
    if (length === 0) break
    done += length
    await onProgress?.({ done, total: file.rows, message: `Đã thử ${done} trên ${file.rows} dòng` })
  }
  const rows = await readOutcomes(transaction, fileId)
  const changed = rows.flatMap(({ state, personId }) =>
    state === 'changed' && personId !== undefined ? [personId] : [],
  )
  return { rows, after: await readPersonStates(transaction, changed, file.month ?? monthOf(today)) }
}

class TakenBack extends Error {
  readonly trial: Trial

  constructor(trial: Trial) {
    super('A trial is taken back')
    this.trial = trial
  }
}
