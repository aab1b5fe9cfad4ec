import { Form, Link } from 'react-router'
import type { DraftContent } from '#directives'
import { agencies } from '#law/authorities'
import { periodNames } from '#law/task-monitoring'
import { dutyAreaNames, dutyAreas, type NoticeTarget, type Recurrence } from '#notices'
import { Button, DayInput, ErrorSummary, Field, FieldError, useLang, useWords } from '#web/ui/index.ts'
import { leadChoices } from './choices.ts'
import type { Returned } from './draft-head.tsx'
import type { DraftView } from './draft-view.server.ts'
import { words } from './draft-words.ts'
import { comparisonNames, comparisons, draftKindNames, draftKinds } from './kinds.ts'

type Words = typeof words.vi

/** What a field begins with: as it was typed when the form came back, or as it stands. */
interface Filled {
  content: DraftContent
  lead: string | undefined
  /** The agency the name in the text leads to. */
  leadByName: string
  typed: Record<string, string> | undefined
  errors: Record<string, string>
}

function errorsOf(returned: Returned | undefined, t: Words): Record<string, string> {
  return Object.fromEntries(
    Object.entries(returned?.problems ?? {}).map(([name, problem]) => [name, t.problems[problem]]),
  )
}

/** Every field of a draft. */
export function EditForm(props: { draft: DraftView; formKey: string; returned?: Returned | undefined }) {
  const { draft, formKey, returned } = props
  const t = useWords(words)
  const lang = useLang()
  const errors = errorsOf(returned, t)
  const filled: Filled = {
    content: draft.content,
    lead: draft.lead,
    leadByName: draft.lead === undefined ? (draft.leadName?.[lang] ?? '') : '',
    typed: returned?.typed,
    errors,
  }
  return (
    <Form
      method="post"
      action={`?sua=${draft.id}`}
      className="draft-fields"
      aria-label={t.editTitle}
      data-long
      noValidate
      preventScrollReset
    >
      <ErrorSummary errors={errors} />
      <input type="hidden" name="khoa" value={`${formKey}-${draft.id}`} />
      <input type="hidden" name="du-thao" value={draft.id} />
      <input type="hidden" name="ban" value={draft.version} />
      <input type="hidden" name="viec" value="sua" />
      <Fields {...filled} />
      <div className="acts">
        <Button type="submit" weight="main" name="xac-nhan" value="co">
          {t.saveAndConfirm}
        </Button>
        <Button type="submit">{t.save}</Button>
        <Link to={`?#du-thao-${draft.id}`} preventScrollReset>
          {t.cancel}
        </Link>
      </div>
    </Form>
  )
}

/** A task the reader did not find, with the words it stands in. */
export function AddForm({ formKey, returned }: { formKey: string; returned: Returned | undefined }) {
  const t = useWords(words)
  const errors = errorsOf(returned, t)
  const content: DraftContent = { does: '', areas: [], kind: 'task' }
  const typed = returned?.typed
  return (
    <Form method="post" action="?them=" className="draft-fields" data-long noValidate id="them" tabIndex={-1}>
      <h3>{t.addTitle}</h3>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="khoa" value={formKey} />
      <Field name="doan" label={t.addParagraph}>
        {(control) => <input {...control} type="text" inputMode="numeric" defaultValue={typed?.doan} />}
      </Field>
      <Field name="trich" label={t.addQuote} hint={t.addQuoteHint}>
        {(control) => <textarea {...control} rows={3} defaultValue={typed?.trich} />}
      </Field>
      <Fields content={content} lead={undefined} leadByName="" typed={typed} errors={errors} />
      <div className="acts">
        <Button type="submit" name="viec" value="them">
          {t.save}
        </Button>
        <Link to="?#cac-du-thao" preventScrollReset>
          {t.cancel}
        </Link>
      </div>
    </Form>
  )
}

function Fields(filled: Filled) {
  const { content, typed, errors } = filled
  const t = useWords(words)
  const text = (name: string, label: string, usual: string | undefined) => (
    <Field name={name} label={label}>
      {(control) => <input {...control} type="text" defaultValue={typed?.[name] ?? usual} maxLength={500} />}
    </Field>
  )
  const lines = (name: string, label: string, usual: readonly string[] | undefined) => (
    <Field name={name} label={label} hint={t.oneALine}>
      {(control) => <textarea {...control} rows={2} defaultValue={typed?.[name] ?? usual?.join('\n')} />}
    </Field>
  )
  return (
    <>
      <Field name="viec-gi" label={t.does} error={errors['viec-gi']}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={2_000}
            defaultValue={typed?.['viec-gi'] ?? content.does}
          />
        )}
      </Field>
      <Choices {...filled} />
      {text('co-quan-trong-van-ban', t.writtenLead, content.assignee)}
      {lines('phoi-hop', t.cooperates, content.cooperatesWith)}
      {text('bao-cao', t.reportsTo, content.reportsTo)}
      <Field name="han" label={t.due} error={errors.han}>
        {(control) => <DayInput {...control} defaultValue={typed?.han ?? content.due} />}
      </Field>
      {text('han-trong-van-ban', t.dueWords, content.dueWords)}
      {text('san-pham', t.product, content.product)}
      {lines('can-cu', t.cites, content.cites)}
      <Areas {...filled} />
      <Targets {...filled} />
    </>
  )
}

function Choices({ content, lead, leadByName, typed }: Filled) {
  const t = useWords(words)
  const lang = useLang()
  const isOther = lead !== undefined && !leadChoices.some((code) => code === lead)
  return (
    <>
      <Field name="chu-tri" label={t.chooseLead}>
        {(control) => (
          <select {...control} defaultValue={typed?.['chu-tri'] ?? lead ?? ''}>
            <option value="">{t.byName(leadByName)}</option>
            {isOther ? <option value={lead}>{lead}</option> : null}
            {leadChoices.map((code) => (
              <option key={code} value={code}>
                {agencies[code].name[lang]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="loai" label={t.draftKind}>
        {(control) => (
          <select {...control} defaultValue={typed?.loai ?? content.kind}>
            {draftKinds.map((kind) => (
              <option key={kind} value={kind}>
                {draftKindNames[kind][lang]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="dinh-ky" label={t.recurs}>
        {(control) => (
          <select {...control} defaultValue={typed?.['dinh-ky'] ?? content.recurs ?? ''}>
            <option value="">{t.noRecurrence}</option>
            {(Object.keys(periodNames) as Recurrence[]).map((period) => (
              <option key={period} value={period}>
                {periodNames[period][lang]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}

function Areas({ content, typed, errors }: Filled) {
  const t = useWords(words)
  const lang = useLang()
  const chosen = typed ? (typed['linh-vuc'] ?? '').split('\n') : content.areas
  return (
    <fieldset className="draft-areas" id="linh-vuc" tabIndex={-1}>
      <legend>{t.areas}</legend>
      {errors['linh-vuc'] ? <FieldError of="linh-vuc">{errors['linh-vuc']}</FieldError> : null}
      {dutyAreas.map((area) => (
        <label key={area}>
          <input type="checkbox" name="linh-vuc" value={area} defaultChecked={chosen.includes(area)} />
          {dutyAreaNames[area][lang]}
        </label>
      ))}
    </fieldset>
  )
}

/** The targets there are, and room for one more. */
function Targets({ content: { targets = [] }, typed, errors }: Filled) {
  const rows: (NoticeTarget | undefined)[] = [...targets, undefined]
  return rows.map((target, index) => (
    <Target key={target?.words ?? ''} {...{ target, index, typed, errors }} />
  ))
}

function Target(props: {
  target: NoticeTarget | undefined
  index: number
  typed: Record<string, string> | undefined
  errors: Record<string, string>
}) {
  const { target, index, typed, errors } = props
  const t = useWords(words)
  const lang = useLang()
  const nameOf = (field: string) => `chi-tieu-${index}-${field}`
  const text = (field: string, label: string, usual: string | undefined) => (
    <Field name={nameOf(field)} label={label} error={errors[nameOf(field)]}>
      {(control) => (
        <input {...control} type="text" defaultValue={typed?.[nameOf(field)] ?? usual} maxLength={300} />
      )}
    </Field>
  )
  return (
    <fieldset className="draft-target">
      <legend>{t.target(index + 1)}</legend>
      {text('chu', t.targetWords, target?.words)}
      <Field name={nameOf('so-sanh')} label={t.comparison}>
        {(control) => (
          <select {...control} defaultValue={typed?.[nameOf('so-sanh')] ?? target?.comparison ?? 'exactly'}>
            {comparisons.map((comparison) => (
              <option key={comparison} value={comparison}>
                {comparisonNames[comparison][lang]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {text('so', t.targetNumber, target && String(target.number).replace('.', ','))}
      {text('don-vi', t.unit, target?.unit)}
      <Field name={nameOf('ngay')} label={t.by} error={errors[nameOf('ngay')]}>
        {(control) => <DayInput {...control} defaultValue={typed?.[nameOf('ngay')] ?? target?.by} />}
      </Field>
    </fieldset>
  )
}
