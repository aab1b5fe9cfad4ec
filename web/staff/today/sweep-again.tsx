import { Form } from 'react-router'
import { JobProgress } from '#web/staff/jobs/progress.tsx'
import type { JobView } from '#web/staff/jobs/view.ts'
import { useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/**
 * The buttons that run the sweep, by what has changed or over everybody; those that may not be pressed say why. Nothing
 * while it runs.
 */
export function SweepAgain({ may, job }: { may: boolean; job: JobView | undefined }) {
  const t = useWords(words)
  if (job?.state === 'waiting' || job?.state === 'running') return null
  return (
    <Form method="post" preventScrollReset className="acts">
      <button type="submit" className="btn sm" disabled={!may} aria-describedby="sweep-hint">
        {t.sweepAgain}
      </button>
      {may ? (
        <button type="submit" name="whole" value="yes" className="btn sm" aria-describedby="sweep-hint">
          {t.sweepWhole}
        </button>
      ) : null}
      <span className={may ? 'vh' : 'hint small'} id="sweep-hint">
        {may ? t.sweepKinds : t.onlyProvince}
      </span>
    </Form>
  )
}

/** How far the sweep is, or why it did not end. */
export function SweepProgress({ job }: { job: JobView | undefined }) {
  const t = useWords(words)
  if (!job) return null
  return (
    <section aria-label={t.sweeping}>
      <JobProgress job={job} />
    </section>
  )
}
