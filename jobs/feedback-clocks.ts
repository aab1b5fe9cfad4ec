import { watchClocks } from '#feedback'
import { withActor } from '#platform/database'
import type { Background } from './background.ts'

const machine = { kind: 'system', job: 'feedbackClocks' } as const
/** Before office hours, so that what ran out yesterday stands first in the morning. */
const early = '10 5 * * *'

/** Looks at the clocks of what citizens wrote, every morning and whenever it is asked for. */
export async function workOnFeedbackClocks(
  { database, queue }: Pick<Background, 'database' | 'queue'>,
  now: () => Date,
): Promise<void> {
  await queue.work('feedbackClocks', async () => {
    const runs = await withActor(database, machine, (transaction) => watchClocks(transaction, now()))
    // What is reserved is told in its own log alone (feedback.clock_run), never where every officer sees jobs.
    return runs.find(({ path }) => path === 'open')
  })
  await queue.schedule('feedbackClocks', early, {})
}
