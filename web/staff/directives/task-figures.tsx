import { Form } from 'react-router'
import { changeText, figureText } from '#web/staff/indicators/figures.ts'
import { Button, Empty, formatDay, pathIn, State, useLang, useWords } from '#web/ui/index.ts'
import type { TaskShown } from './task-sections.tsx'
import type { TaskFigure } from './task-view.server.ts'
import { words } from './task-words.ts'

const shapes = { reached: 'ok', onTrack: 'ok', behind: 'cham', farBehind: 'sai', unknown: 'open' } as const

/** The metrics of the task: measured beside reported, pace against the goal, the lists behind each figure. */
export function TaskFigures({ view }: { view: TaskShown }) {
  const t = useWords(words)
  const { figures, actions, formKey } = view
  return (
    <section className="sect" aria-labelledby="do-duoc">
      <h2 id="do-duoc">{t.metrics}</h2>
      {figures.length === 0 ? <Empty sentence={t.noMetrics} /> : null}
      <ul className="task-figures">
        {figures.map((figure) => (
          <li key={figure.linkId}>
            <OneFigure figure={figure} />
            {actions.includes('linkMetric') ? (
              <Form method="post" action="?">
                <input type="hidden" name="khoa" value={`${formKey}-${figure.linkId}`} />
                <input type="hidden" name="lien-ket" value={figure.linkId} />
                <Button type="submit" weight="text" name="viec" value="go">
                  {t.unlink}
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneFigure({ figure }: { figure: TaskFigure }) {
  const t = useWords(words)
  const lang = useLang()
  const { key, name, unit, measured, reported, difference, diverges, baseline, goal, pace, lists } = figure
  const written = (value: number) => figureText(unit, value, lang)
  return (
    <>
      <h3>
        <a href={pathIn(lang, `/can-bo/so-lieu/${key}`)}>{name[lang]}</a>
      </h3>
      <dl className="beside">
        <div>
          <dt>{t.measured}</dt>
          <dd>
            <b className="num">
              {measured === undefined ? (figure.isOfNothing ? t.ofNothing : t.unmeasured) : written(measured)}
            </b>{' '}
            {figure.asOf ? <span className="quiet">{t.asOf(formatDay(figure.asOf))}</span> : null}
          </dd>
        </div>
        <div>
          <dt>{t.reported}</dt>
          <dd>
            <b className="num">{reported === undefined ? t.unreported : written(reported)}</b>{' '}
            {figure.reportedOn ? <span className="quiet">{t.asOf(formatDay(figure.reportedOn))}</span> : null}
            {difference === undefined || !diverges ? null : (
              <span className="sai"> {t.difference(changeText(unit, difference, lang))}</span>
            )}
          </dd>
        </div>
      </dl>
      {goal ? (
        <p>
          {t.goal}:{' '}
          {t.goalLine(
            baseline ? written(baseline.value) : '–',
            baseline ? formatDay(baseline.on) : '–',
            written(goal.value),
            goal.on ? formatDay(goal.on) : '',
          )}{' '}
          {pace ? <State is={shapes[pace.verdict]}>{t.verdicts[pace.verdict]}</State> : null}
        </p>
      ) : null}
      {pace ? (
        <ul className="pace">
          {pace.sentences.map((sentence) => (
            <li key={sentence.vi}>{sentence[lang]}</li>
          ))}
        </ul>
      ) : null}
      {lists.length > 0 ? (
        <p className="small">
          {t.behind}:{' '}
          {lists.map(({ name: listName, path }, index) => (
            <span key={path}>
              {index > 0 ? ' · ' : null}
              <a href={pathIn(lang, path)}>{listName[lang]}</a>
            </span>
          ))}
        </p>
      ) : null}
    </>
  )
}
