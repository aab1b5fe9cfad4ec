import { givesNumbersElsewhere } from '#intake'
import { withActor } from '#platform/database'
import type { Background } from './background.ts'
import { type LinkAsked, linkJob } from './link-records.ts'
import { workInThread } from './list-thread.ts'
import { findSize, type ListTask } from './list-work.ts'

/** What the queue asks for about lists, each piece of work in a thread of its own. */
export async function workOnLists({ database, queue, today }: Background): Promise<void> {
  for (const name of ['read', 'preview', 'import', 'undo'] as const)
    await queue.work<ListTask>(name, async (task, { report, signal }) => {
      // Whoever asked may have given the list up before the work began.
      const size = await findSize(database, task)
      if (!size) return { fileId: task.fileId, isGone: true }
      const result = await workInThread(database.url, { task, today: today(), size }, { report, signal })
      signal.throwIfAborted()
      if (task.is === 'import') await searchAtOnce({ database, queue }, task)
      return result
    })
}

/** A number of somebody another commune keeps: the two come before an officer now rather than in the morning. */
async function searchAtOnce(
  { database, queue }: Pick<Background, 'database' | 'queue'>,
  { fileId, actor }: ListTask,
): Promise<void> {
  if (!(await withActor(database, actor, (transaction) => givesNumbersElsewhere(transaction, fileId)))) return
  const [latest] = await queue.list({ name: linkJob, limit: 1 })
  // One that waits will see these people too.
  if (latest?.state !== 'waiting') await queue.send<LinkAsked>(linkJob, { mode: 'new' })
}
