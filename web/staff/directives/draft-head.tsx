import type { ReactNode } from 'react'
import { Form, Link } from 'react-router'
import { Button, DayInput, ErrorSummary, Field, formatDay, useLang, useWords } from '#web/ui/index.ts'
import type { DraftProblem } from './draft-form.server.ts'
import type { DraftDesk } from './draft-view.server.ts'
import { words } from './draft-words.ts'
import { directiveKinds, kindNames } from './kinds.ts'

/** A form that came back: what is wrong with it, and what was typed. */
export interface Returned {
  problems: Record<string, DraftProblem>
  typed: Record<string, string>
}

interface Shown {
  directive: DraftDesk['directive']
  isOpen: boolean
  mayAct: boolean
  formKey: string
  returned: Returned | undefined
}

/** What the text says of itself; a day whose year was inferred waits here for a person. */
export function DraftHead(props: Shown) {
  const t = useWords(words)
  const { isOpen, mayAct } = props
  return (
    <section className="draft-head" id="dau-van-ban" tabIndex={-1} aria-labelledby="phan-dau">
      <h2 id="phan-dau">{t.head}</h2>
      {isOpen && mayAct ? <HeadForm {...props} /> : <HeadSaid {...props} />}
    </section>
  )
}

function HeadSaid({ directive, mayAct, formKey }: Shown) {
  const t = useWords(words)
  const lang = useLang()
  const { inferred, inferredFrom, confirmedBy, version } = directive
  const waits = inferred.length > 0 && confirmedBy === undefined
  const day = (on: string | undefined, field: 'issuedOn' | 'meetingOn') =>
    on ? (
      <>
        {formatDay(on)}
        {inferred.includes(field) ? (
          <span className={waits ? 'cham' : 'quiet'}> ({waits ? t.inferred : t.inferredDone})</span>
        ) : null}
      </>
    ) : undefined
  const concluded = [directive.concludedByName, directive.concludedByTitle].filter(Boolean).join(', ')
  return (
    <>
      <dl className="facts">
        <Fact name={t.number}>{directive.number}</Fact>
        <Fact name={t.kind}>{kindNames[directive.kind][lang]}</Fact>
        <Fact name={t.name} lang="vi">
          {directive.title}
        </Fact>
        <Fact name={t.issuedOn}>{day(directive.issuedOn, 'issuedOn')}</Fact>
        <Fact name={t.issuedBy} lang="vi">
          {directive.issuedBy}
        </Fact>
        <Fact name={t.concludedBy} lang="vi">
          {concluded || undefined}
        </Fact>
        <Fact name={t.meetingOn}>{day(directive.meetingOn, 'meetingOn')}</Fact>
        <Fact name={t.meetingWith} lang="vi">
          {directive.meetingWith}
        </Fact>
        <Fact name={t.addressee} lang="vi">
          {directive.addressee}
        </Fact>
        <Fact name={t.byline} lang="vi">
          {directive.byline}
        </Fact>
        <Fact name={t.slug}>{directive.articleSlug}</Fact>
      </dl>
      {waits && inferredFrom ? <p className="small quiet">{t.inferredFrom(inferredFrom)}</p> : null}
      {mayAct ? (
        <div className="acts s3">
          {waits ? (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="khoa" value={formKey} />
              <input type="hidden" name="ban" value={version} />
              <Button type="submit" size="small" name="viec" value="xac-nhan-nam">
                {t.confirmYear}
              </Button>
            </Form>
          ) : null}
          <Link className="btn sm" to="?dau=#dau-van-ban" preventScrollReset>
            {t.editHead}
          </Link>
        </div>
      ) : null}
    </>
  )
}

function Fact({ name, lang, children }: { name: string; lang?: 'vi'; children: ReactNode }) {
  if (children === undefined || children === null || children === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd lang={lang}>{children}</dd>
    </div>
  )
}

function HeadForm({ directive, formKey, returned }: Shown) {
  const t = useWords(words)
  const lang = useLang()
  const typed = returned?.typed
  const errors = Object.fromEntries(
    Object.entries(returned?.problems ?? {}).map(([name, problem]) => [name, t.problems[problem]]),
  )
  const text = (name: string, label: string, usual: string | undefined, hint?: string) => (
    <Field name={name} label={label} hint={hint} error={errors[name]}>
      {(control) => <input {...control} type="text" defaultValue={typed?.[name] ?? usual} maxLength={500} />}
    </Field>
  )
  const day = (name: string, label: string, usual: string | undefined) => (
    <Field name={name} label={label} error={errors[name]}>
      {(control) => <DayInput {...control} defaultValue={typed?.[name] ?? usual} />}
    </Field>
  )
  return (
    <Form method="post" action="?dau=" data-long noValidate className="draft-fields" preventScrollReset>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="khoa" value={formKey} />
      <input type="hidden" name="ban" value={directive.version} />
      {text('so', t.number, directive.number)}
      <Field name="loai" label={t.kind}>
        {(control) => (
          <select {...control} defaultValue={typed?.loai ?? directive.kind}>
            {directiveKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindNames[kind][lang]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {text('trich-yeu', t.name, directive.title)}
      {day('ban-hanh', t.issuedOn, directive.issuedOn)}
      {text('co-quan-ban-hanh', t.issuedBy, directive.issuedBy)}
      {text('nguoi-ket-luan', t.concludedBy, directive.concludedByName)}
      {text('chuc-vu', t.concludedTitle, directive.concludedByTitle)}
      {day('ngay-hop', t.meetingOn, directive.meetingOn)}
      {text('hop-voi', t.meetingWith, directive.meetingWith)}
      {text('noi-nhan', t.addressee, directive.addressee)}
      {text('nguon', t.byline, directive.byline)}
      {text('bai-dang', t.slug, directive.articleSlug, t.slugHint)}
      <div className="acts">
        <Button type="submit" name="viec" value="sua-dau">
          {t.save}
        </Button>
        <Link to="?" preventScrollReset>
          {t.cancel}
        </Link>
      </div>
    </Form>
  )
}
