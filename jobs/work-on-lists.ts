import type { Background } from './background.ts'
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
      return result
    })
}
