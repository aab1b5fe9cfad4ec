import { monthOf } from '#calendar'
import {
  beginPreview,
  countPreview,
  endPreview,
  getStaged,
  type ImportCounts,
  ListPlan,
  previewRows,
  type StagedFile,
} from '#intake'
import { type Actor, type Database, type Transaction, withActor } from '#platform/database'
import { readUnits } from '#registry'
import { type ListWorkOptions, rowsDone } from './list-options.ts'

/** Rows between two words about how far it is. */
const chunkRows = 2_000

/** What a list would do. */
export interface Previewed {
  fileId: number
  fileName: string
  counts: ImportCounts
}

/**
 * Works out what every row of a staged list would do and keeps it with the list: each is compared with the register
 * and with the rows before it, by the same plan that writes, and nothing is written. Of who would change, each field is
 * told before and after. Rows that were written already are told as they were. Killed, it is begun again.
 */
export function previewStaged(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  fileId: number,
  options: ListWorkOptions,
): Promise<Previewed> {
  return withActor(database, actor, async (transaction) =>
    previewWithin(transaction, await getStaged(transaction, fileId), options),
  )
}

/** The same in a transaction that is open already, as of a trial that is taken back. */
export async function previewWithin(
  transaction: Transaction,
  file: StagedFile,
  { today, onProgress, signal }: ListWorkOptions,
): Promise<Previewed> {
  const context = { file, today, units: await readUnits(transaction) }
  // Whoever would be new has a number below zero until there is a record.
  let lowest = 0
  const plan = new ListPlan(file, file.month ?? monthOf(today), () => --lowest)
  await beginPreview(transaction, file.id)
  let done = 0
  for await (const rows of previewRows(transaction, { context, plan, limit: chunkRows })) {
    signal?.throwIfAborted()
    done += rows
    await onProgress?.({ done, total: file.rows, message: rowsDone('đối chiếu', done, file.rows) })
  }
  await endPreview(transaction, file.id)
  return { fileId: file.id, fileName: file.name, counts: await countPreview(transaction, file.id) }
}
