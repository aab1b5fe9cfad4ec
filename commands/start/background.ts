import { type LocalDate, type Month, monthOf } from '#calendar'
import { sweep } from '#findings'
import { type ImportResult, importStaged } from '#jobs/import-list'
import { sealAudit } from '#platform/audit'
import { today } from '#platform/clock'
import type { Actor, Database } from '#platform/database'
import type { Log } from '#platform/log'
import type { Queue } from '#platform/queue'

/** A list that was staged, and the officer who gave it. */
interface ImportAsked {
  fileId: number
  actor: Actor
}

interface SweepAsked {
  month?: Month
  knownOn?: LocalDate
}

/** Does the work that is asked for in the queue, and asks for the nightly sweep itself. Returns how to stop the rest. */
export async function workInBackground(
  database: Database,
  queue: Queue,
  log: Log,
): Promise<() => Promise<void>> {
  await queue.work<SweepAsked>('sweep', async ({ month, knownOn = today() }, { report }) => {
    const began = performance.now()
    const question = { month: month ?? monthOf(knownOn), knownOn }
    const { counts } = await sweep(database, question, {
      onProgress: report,
      elapsedMs: () => performance.now() - began,
    })
    return { ...question, counts }
  })
  await queue.work<ImportAsked>('import', async ({ fileId, actor }, { report, signal }) => {
    const result = await importStaged(database, actor, fileId, { today: today(), onProgress: report, signal })
    // Stopped half way: thrown, so that the job is given back and goes on where it was.
    signal.throwIfAborted()
    return countsOf(result)
  })
  await queue.schedule('sweep', '0 1 * * *', {})
  return startSealing(database, log)
}

/** A job's result holds no personal data: the rows themselves stay with the list. */
function countsOf({ fileId, fileName, isRepeated, counts }: ImportResult) {
  return { fileId, fileName, isRepeated, counts }
}

/** Every minute, and once more at the end. */
function startSealing(database: Database, log: Log): () => Promise<void> {
  const seal = () =>
    sealAudit(database).then(
      () => {},
      (error) => log.warn({ error: String(error) }, 'sealing the audit log'),
    )
  const timer = setInterval(() => void seal(), 60_000)
  return async () => {
    clearInterval(timer)
    await seal()
  }
}
