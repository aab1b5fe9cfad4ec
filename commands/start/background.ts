import type { Background } from '#jobs/background'
import { workOnFeedbackClocks } from '#jobs/feedback-clocks'
import { workOnLinking } from '#jobs/link-records'
import { workOnMeasuring } from '#jobs/measure-indicators'
import { workOnAuditRoots } from '#jobs/publish-audit-root'
import { publishRegularly } from '#jobs/publish-scheduled'
import { workOnReminders } from '#jobs/remind-of-tasks'
import { sealRegularly } from '#jobs/seal-audit'
import { workOnSweeps } from '#jobs/sweep'
import { workOnLists } from '#jobs/work-on-lists'
import { now } from '#platform/clock'

/** Does the work that is asked for in the queue, and what happens by itself. Returns how to stop the rest. */
export async function workInBackground(background: Background): Promise<() => Promise<void>> {
  await workOnMeasuring(background)
  await workOnSweeps(background)
  await workOnLists(background)
  await workOnLinking(background, now)
  await workOnFeedbackClocks(background, now)
  await workOnReminders(background, now)
  await workOnAuditRoots(background)
  const stopPublishing = publishRegularly(background)
  const stopSealing = sealRegularly(background)
  return () => {
    stopPublishing()
    return stopSealing()
  }
}
