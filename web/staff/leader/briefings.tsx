import { Form } from 'react-router'
import type { Briefing } from '#directives'
import { JobProgress } from '#web/staff/jobs/progress.tsx'
import type { JobView } from '#web/staff/jobs/view.ts'
import { Button, Empty, formatDay, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** The weekly briefings that were made, to be taken along as PDF or DOCX, and a button that makes one now. */
export function Briefings({ briefings, job }: { briefings: readonly Briefing[]; job: JobView | undefined }) {
  const t = useWords(words)
  return (
    <section className="sect not-printed" aria-labelledby="bao-cao">
      <h2 id="bao-cao">{t.briefing}</h2>
      <p className="quiet">{t.briefingLead}</p>
      {job ? <JobProgress job={job} /> : null}
      {job?.state === 'waiting' || job?.state === 'running' ? null : (
        <Form method="post" className="acts" preventScrollReset>
          <Button type="submit">{t.makeBriefing}</Button>
        </Form>
      )}
      {briefings.length === 0 ? <Empty sentence={t.noBriefing} /> : null}
      <ul className="briefings">
        {briefings.map(({ id, weekOn, toldOn }) => (
          <li key={id}>
            {t.weekOf(formatDay(weekOn))}, {t.toldOn(formatDay(toldOn))}:{' '}
            <a href={`/can-bo/dieu-hanh/bao-cao/${id}.pdf`} download>
              PDF<span className="vh">, {formatDay(toldOn)}</span>
            </a>
            {' · '}
            <a href={`/can-bo/dieu-hanh/bao-cao/${id}.docx`} download>
              DOCX<span className="vh">, {formatDay(toldOn)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
