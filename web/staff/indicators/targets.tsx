import { Form } from 'react-router'
import type { Verdict } from '#targets'
import {
  Button,
  DayInput,
  Empty,
  ErrorSummary,
  Field,
  formatDay,
  State,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import { type Returned, sentencesOf } from './beside.tsx'
import { figureText } from './figures.ts'
import type { MetricView } from './view.server.ts'
import { words } from './words.ts'

const shapes = {
  reached: 'ok',
  onTrack: 'ok',
  behind: 'cham',
  farBehind: 'sai',
  unknown: 'open',
} as const satisfies Record<Verdict, string>

interface Shown {
  metric: MetricView['metric']
  targets: MetricView['targets']
  today: string
  maySetTarget: boolean
  formKey: string
  kept: string | null
  answer: Returned | undefined
}

/** What is to be reached by when, how far it is and how that was computed; the province's form for another target. */
export function Targets(props: Shown) {
  const { targets, maySetTarget, kept, answer } = props
  const t = useWords(words)
  return (
    <section className="sect" aria-labelledby="chi-tieu">
      <h2 id="chi-tieu">{t.targets}</h2>
      {kept === 'chi-tieu' ? <p role="status">{t.kept}</p> : null}
      {targets.length === 0 ? <Empty sentence={t.noTargets} /> : <TargetList {...props} />}
      {maySetTarget ? (
        <details className="figures-entry" open={answer !== undefined || undefined}>
          <summary>{t.setTarget}</summary>
          <TargetForm {...props} />
        </details>
      ) : null}
    </section>
  )
}

function TargetList({ targets, metric: { unit } }: Shown) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <ul className="figures-targets">
      {targets.map(({ id, baseline, goal, document, pace }) => (
        <li key={id}>
          <p>
            <b>
              {t.targetLine(
                figureText(unit, baseline.value, lang),
                formatDay(baseline.on),
                figureText(unit, goal.value, lang),
                formatDay(goal.on),
              )}
            </b>{' '}
            <State is={shapes[pace.verdict]}>{t.verdicts[pace.verdict]}</State>
          </p>
          <p className="quiet" lang="vi">
            {document}
          </p>
          <ul>
            {pace.sentences.map((sentence) => (
              <li key={sentence.vi}>{sentence[lang]}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function TargetForm({ answer, formKey, today }: Shown) {
  const t = useWords(words)
  const errors = sentencesOf(answer, t)
  const was = answer?.values ?? {}
  const figure = (name: string, label: string) => (
    <Field name={name} label={label} error={errors[name]}>
      {(control) => <input {...control} type="text" inputMode="decimal" defaultValue={was[name]} required />}
    </Field>
  )
  const day = (name: string, label: string, usual?: string) => (
    <Field name={name} label={label} error={errors[name]}>
      {(control) => <DayInput {...control} defaultValue={was[name] ?? usual} required />}
    </Field>
  )
  return (
    <Form method="post" className="figures-fields" data-long noValidate key={answer ? 'again' : formKey}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="viec" value="chi-tieu" />
      <input type="hidden" name="ma" value={was.ma || formKey} />
      {figure('muc-dau', t.baseline)}
      {day('ngay-dau', t.baselineDay, today)}
      {figure('muc-dich', t.goal)}
      {day('ngay-dich', t.goalDay)}
      <Field name="can-cu" label={t.targetDocument} error={errors['can-cu']}>
        {(control) => <input {...control} type="text" defaultValue={was['can-cu']} required />}
      </Field>
      <Button type="submit">{t.keep}</Button>
    </Form>
  )
}
