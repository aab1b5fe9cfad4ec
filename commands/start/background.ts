import type { Background } from '#jobs/background'
import { type ImportAsked, workOnImports } from '#jobs/import-list'
import { previewStaged } from '#jobs/preview-list'
import { sealRegularly } from '#jobs/seal-audit'
import { workOnSweeps } from '#jobs/sweep'

/** Does the work that is asked for in the queue, and what happens by itself. Returns how to stop the rest. */
export async function workInBackground(background: Background): Promise<() => Promise<void>> {
  const { database, queue, today } = background
  await workOnSweeps(background)
  await workOnImports(background)
  await queue.work<ImportAsked>('preview', ({ fileId, actor }, { report, signal }) =>
    previewStaged(database, actor, fileId, { today: today(), onProgress: report, signal }),
  )
  return sealRegularly(background)
}
