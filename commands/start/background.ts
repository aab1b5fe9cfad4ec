import { type LocalDate, type Month, monthOf } from '#calendar'
import { sweep } from '#findings'
import { sealAudit } from '#platform/audit'
import { today } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Log } from '#platform/log'
import type { Queue } from '#platform/queue'

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
  await queue.schedule('sweep', '0 1 * * *', {})
  return startSealing(database, log)
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
