import { Form } from 'react-router'
import {
  Button,
  DayInput,
  Empty,
  ErrorSummary,
  Field,
  formatDay,
  State,
  Table,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import { changeText, figureText } from './figures.ts'
import type { FormProblems } from './form.server.ts'
import type { MetricView } from './view.server.ts'
import { words } from './words.ts'

/** A form that came back, as it was filled in. */
export interface Returned {
  problems: FormProblems
  values: Record<string, string>
}

type Report = MetricView['reports'][number]

/** What people report beside what was measured, with the difference, and the form for another report. */
export function Beside(
  props: Pick<MetricView, 'metric'> & {
    reports: Report[]
    today: string
    mayReport: boolean
    formKey: string
    kept: string | null
    answer: Returned | undefined
  },
) {
  const { metric, reports, mayReport, kept, answer } = props
  const t = useWords(words)
  return (
    <section className="sect" aria-labelledby="bao-cao">
      <h2 id="bao-cao">{t.beside}</h2>
      <p className="small">{t.besideLead}</p>
      {kept === 'bao-cao' ? <p role="status">{t.sent}</p> : null}
      {reports.length === 0 ? (
        <Empty sentence={t.noReports} />
      ) : (
        <Reports unit={metric.unit} reports={reports} />
      )}
      {mayReport ? (
        <details className="figures-entry" open={answer !== undefined || undefined}>
          <summary>{t.report}</summary>
          <ReportForm {...props} />
        </details>
      ) : null}
    </section>
  )
}

function Reports({ unit, reports }: { unit: MetricView['metric']['unit']; reports: readonly Report[] }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <Table
      name={t.beside}
      rows={reports}
      keyOf={({ id }) => String(id)}
      columns={[
        { key: 'on', head: t.reportDay, cell: ({ on }) => formatDay(on) },
        {
          key: 'reported',
          head: t.reported,
          label: `${t.reported}:`,
          cell: ({ value, isReplaced }) =>
            isReplaced ? <del>{figureText(unit, value, lang)}</del> : figureText(unit, value, lang),
        },
        {
          key: 'measured',
          head: t.measured,
          label: `${t.measured}:`,
          cell: ({ measured, isReplaced }) =>
            isReplaced ? null : measured === undefined ? t.notThen : figureText(unit, measured, lang),
        },
        {
          key: 'difference',
          head: t.difference,
          cell: (report) => <Difference report={report} unit={unit} />,
        },
        {
          key: 'by',
          head: t.reporter,
          full: true,
          cell: ({ by, document, note }) => (
            <span lang="vi">{[by, document, note].filter(Boolean).join('; ')}</span>
          ),
        },
      ]}
    />
  )
}

function Difference({ report, unit }: { report: Report; unit: MetricView['metric']['unit'] }) {
  const t = useWords(words)
  const lang = useLang()
  if (report.isReplaced) return <span className="quiet">{t.replaced}</span>
  if (report.difference === undefined) return null
  return (
    <>
      <span className="num">{changeText(unit, report.difference, lang)}</span>{' '}
      <State is={report.diverges ? 'sai' : 'ok'}>{report.diverges ? t.diverges : t.agrees}</State>
    </>
  )
}

/** The sentences of a form's problems, by field. */
export function sentencesOf(answer: Returned | undefined, t: typeof words.vi): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answer?.problems ?? {}).map(([field, each]) => [field, t.problems[each]]),
  )
}

function ReportForm({
  answer,
  formKey,
  today,
}: {
  answer: Returned | undefined
  formKey: string
  today: string
}) {
  const t = useWords(words)
  const errors = sentencesOf(answer, t)
  const was = answer?.values ?? {}
  return (
    <Form method="post" className="figures-fields" data-long noValidate key={answer ? 'again' : formKey}>
      <p className="small">{t.reportLead}</p>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="viec" value="bao-cao" />
      <input type="hidden" name="ma" value={was.ma || formKey} />
      <Field name="ngay-so" label={t.reportDay} error={errors['ngay-so']}>
        {(control) => <DayInput {...control} defaultValue={was['ngay-so'] ?? today} required />}
      </Field>
      <Field name="gia-tri" label={t.value} error={errors['gia-tri']}>
        {(control) => (
          <input {...control} type="text" inputMode="decimal" defaultValue={was['gia-tri']} required />
        )}
      </Field>
      <Field
        name="van-ban"
        label={t.reportDocument}
        hint={t.reportDocumentHint}
        error={errors['van-ban']}
        optional
      >
        {(control) => <input {...control} type="text" defaultValue={was['van-ban']} />}
      </Field>
      <Field name="ghi-chu" label={t.note} error={errors['ghi-chu']} optional>
        {(control) => <textarea {...control} rows={2} defaultValue={was['ghi-chu']} />}
      </Field>
      <Button type="submit" weight="main">
        {t.send}
      </Button>
    </Form>
  )
}
