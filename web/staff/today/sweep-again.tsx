import { Form } from 'react-router'
import { JobProgress } from '#web/staff/jobs/progress.tsx'
import type { JobView } from '#web/staff/jobs/view.ts'
import { useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** The button that runs the sweep, or how far it is. A button that may not be pressed says why. */
export function SweepAgain({ may, job }: { may: boolean; job: JobView | undefined }) {
  const t = useWords(words)
  const running = job?.state === 'waiting' || job?.state === 'running'
  return (
    <>
      {running ? null : (
        <Form method="post" preventScrollReset>
          <button
            type="submit"
            className="btn sm"
            aria-disabled={!may || undefined}
            disabled={!may}
            title={may ? undefined : t.onlyProvince}
          >
            {t.sweepAgain}
          </button>
        </Form>
      )}
      {job ? (
        <section className="job" aria-label={t.sweeping}>
          <JobProgress job={job} />
        </section>
      ) : null}
    </>
  )
}
