import { findStaged } from '#intake'
import { type Actor, type Database, withActor } from '#platform/database'
import { importStaged } from './import-list.ts'
import type { ListWorkOptions } from './list-options.ts'
import { previewStaged } from './preview-list.ts'
import { readStaged } from './read-list.ts'
import { undoStaged } from './undo-list.ts'

/** What may be asked about a list, as the queue keeps it. */
export type ListTask = { fileId: number; actor: Actor } & (
  | { is: 'read' }
  | { is: 'preview' }
  | { is: 'import' }
  | { is: 'undo'; reason: string; round: number }
)

/** Does what is asked. The result holds no personal data: the rows themselves stay with the list. */
export async function workOnList(
  database: Pick<Database, 'pool'>,
  task: ListTask,
  options: ListWorkOptions,
): Promise<unknown> {
  const { fileId, actor } = task
  if (task.is === 'undo') return undoStaged(database, actor, task)
  if (task.is === 'import') {
    const result = await importStaged(database, actor, fileId, options)
    // Stopped half way: thrown, so that the job is given back and goes on where it was.
    options.signal?.throwIfAborted()
    const { fileName, isRepeated, counts } = result
    return { fileId, fileName, isRepeated, counts }
  }
  if (task.is === 'read') {
    const { isRead } = await readStaged(database, actor, fileId, options)
    if (!isRead) return { fileId, isRead }
  }
  return previewStaged(database, actor, fileId, options)
}

/** How large the list is; undefined when it is there no longer: whoever asked may have given it up. */
export async function findSize(
  database: Pick<Database, 'pool'>,
  { fileId, actor }: ListTask,
): Promise<{ bytes: number; isPacked: boolean } | undefined> {
  const file = await withActor(database, actor, (transaction) => findStaged(transaction, fileId))
  return file && { bytes: file.sizeBytes ?? 0, isPacked: !/\.csv$/i.test(file.name) }
}
