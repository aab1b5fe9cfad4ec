import type { ReactNode } from 'react'
import { Form, Link } from 'react-router'
import { periodNames } from '#law/task-monitoring'
import { dutyAreaNames } from '#notices'
import { Button, formatDay, State, useLang, useWords } from '#web/ui/index.ts'
import { breakPlaces, partsAt } from './draft-contents.ts'
import { EditForm } from './draft-fields.tsx'
import type { Returned } from './draft-head.tsx'
import type { DraftPanel, DraftView } from './draft-view.server.ts'
import { words } from './draft-words.ts'
import { draftKindNames } from './kinds.ts'

interface Shown {
  draft: DraftView
  mayAct: boolean
  formKey: string
  number?: number
  /** The draft below, with which it can be joined. */
  next?: DraftView | undefined
  panel?: DraftPanel | undefined
  returned?: Returned | undefined
  isGone?: boolean
}

const shapes = { proposed: 'open', confirmed: 'ok', joined: 'open', split: 'open', dropped: 'open' } as const

/** One draft: what it commands, of whom, by when, the words it came from, and what can be done with it. */
export function DraftCard(props: Shown) {
  const { draft, number, panel, isGone = false, mayAct } = props
  const t = useWords(words)
  const { id, content, state, because } = draft
  const rowOf = isGone ? {} : { 'data-row': '' }
  return (
    <li id={`du-thao-${id}`} tabIndex={-1} className={`draft-card ${state}`} {...rowOf}>
      <h3>
        {number === undefined ? null : `${number}. `}
        <span lang="vi">{content.does}</span>
      </h3>
      <p>
        <State is={shapes[state]}>{t.states[state]}</State>
        {because ? (
          <span className="quiet">
            : <span lang="vi">{because}</span>
          </span>
        ) : null}
      </p>
      {isGone ? null : <Said draft={draft} />}
      {draft.quotes.map(({ paragraph, quote }) => (
        <blockquote key={`${paragraph} ${quote}`}>
          <span lang="vi">“{quote}”</span> <a href={`#doan-${paragraph}`}>{t.paragraph(paragraph)}</a>
        </blockquote>
      ))}
      {mayAct && state === 'proposed' && panel === 'sua' ? <EditForm {...props} /> : null}
      {mayAct && state === 'proposed' && panel === 'tach' ? <SplitForm {...props} /> : null}
      {mayAct && state === 'proposed' && panel === 'bo' ? <DropForm {...props} /> : null}
      {mayAct && panel === undefined ? <Deeds {...props} /> : null}
    </li>
  )
}

function Said({ draft }: { draft: DraftView }) {
  const t = useWords(words)
  const lang = useLang()
  const { content, leadName, written, candidates, isInferred, cooperating } = draft
  const { due, dueInferred, dueWords, recurs } = content
  const listed = (items: readonly string[] | undefined) => items?.join('; ')
  const day = due && `${formatDay(due)}${dueInferred ? ` (${t.dueInferred})` : ''}`
  const perhaps = candidates.map(({ name }) => name[lang]).join(', ')
  return (
    <dl className="facts">
      <Fact name={t.lead}>
        {leadName ? (
          <>
            {leadName[lang]}
            {isInferred ? <span className="cham"> ({t.inferredAgency(written)})</span> : null}
          </>
        ) : (
          <span className="cham">
            {t.nobodyLeads(written)}
            {perhaps ? `; ${t.candidates}: ${perhaps}` : ''}
          </span>
        )}
      </Fact>
      <Fact name={t.cooperates}>
        {cooperating.length > 0 ? <Cooperating cooperating={cooperating} /> : null}
      </Fact>
      <Fact name={t.reportsTo} lang="vi">
        {content.reportsTo}
      </Fact>
      <Fact name={t.due}>{day ?? (recurs ? undefined : dueWords)}</Fact>
      <Fact name={t.recurs}>{recurs && periodNames[recurs][lang]}</Fact>
      <Fact name={t.targets} lang="vi">
        {listed(content.targets?.map((target) => target.words))}
      </Fact>
      <Fact name={t.product} lang="vi">
        {content.product}
      </Fact>
      <Fact name={t.cites} lang="vi">
        {listed(content.cites)}
      </Fact>
      <Fact name={t.areas}>{content.areas.map((area) => dutyAreaNames[area][lang]).join(', ')}</Fact>
      <Fact name={t.draftKind}>
        {content.kind === 'task' ? undefined : draftKindNames[content.kind][lang]}
      </Fact>
    </dl>
  )
}

/** Who cooperates today; one that only carries on the work of who is named says so, for the clerk to confirm. */
function Cooperating({ cooperating }: Pick<DraftView, 'cooperating'>) {
  const t = useWords(words)
  const lang = useLang()
  return cooperating.map(({ name, today, isInferred }, index) => (
    <span key={`${name} ${today?.vi}`}>
      {index > 0 ? '; ' : null}
      {isInferred && today ? today[lang] : name}
      {isInferred ? <span className="cham"> ({t.inferredAgency(name)})</span> : null}
    </span>
  ))
}

function Fact({ name, lang, children }: { name: string; lang?: 'vi'; children: ReactNode }) {
  if (!children) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd lang={lang}>{children}</dd>
    </div>
  )
}

/** A form that does one thing with the draft as it was seen. */
function Deed(props: Pick<Shown, 'draft' | 'formKey'> & { panel?: DraftPanel; children: ReactNode }) {
  const { draft, formKey, panel, children } = props
  const action = panel ? `?${panel}=${draft.id}` : '?'
  return (
    <Form method="post" action={action} preventScrollReset>
      <input type="hidden" name="khoa" value={`${formKey}-${draft.id}`} />
      <input type="hidden" name="du-thao" value={draft.id} />
      <input type="hidden" name="ban" value={draft.version} />
      {children}
    </Form>
  )
}

function Deeds({ draft, formKey, next }: Shown) {
  const t = useWords(words)
  const { id, state, content } = draft
  const named = (deed: string) => `${deed}: ${content.does}`
  if (state !== 'proposed')
    return (
      <div className="acts">
        <Deed {...{ draft, formKey }}>
          <Button type="submit" size="small" name="viec" value="khoi-phuc" aria-label={named(t.restore)}>
            {t.restore}
          </Button>
        </Deed>
      </div>
    )
  const way = (panel: DraftPanel, name: string) => (
    <Link className="btn sm" to={`?${panel}=${id}#du-thao-${id}`} preventScrollReset aria-label={named(name)}>
      {name}
    </Link>
  )
  return (
    <div className="acts">
      <Deed {...{ draft, formKey }}>
        <Button
          type="submit"
          size="small"
          name="viec"
          value="xac-nhan"
          data-open=""
          aria-label={named(t.confirm)}
        >
          {t.confirm}
        </Button>
      </Deed>
      {way('sua', t.edit)}
      {next?.state === 'proposed' ? (
        <Deed {...{ draft, formKey }}>
          <input type="hidden" name="voi" value={next.id} />
          <input type="hidden" name="ban-voi" value={next.version} />
          <Button type="submit" size="small" name="viec" value="gop" aria-label={named(t.joinNext)}>
            {t.joinNext}
          </Button>
        </Deed>
      ) : null}
      {way('tach', t.split)}
      {way('bo', t.drop)}
    </div>
  )
}

/** Where the words can be taken apart, each place with both sides of it. */
function SplitForm({ draft, formKey, returned }: Shown) {
  const t = useWords(words)
  const [only] = draft.quotes
  const isOne = draft.quotes.length === 1
  const places = isOne && only ? breakPlaces(only.quote) : []
  const canSplit = places.length > 0 || !isOne
  return (
    <Deed {...{ draft, formKey }} panel="tach">
      <fieldset className="draft-split">
        <legend>{t.splitTitle}</legend>
        {canSplit ? <p className="hint">{isOne ? t.splitHint : t.splitQuotes(draft.quotes.length)}</p> : null}
        {canSplit ? null : <p>{t.noPlace}</p>}
        {places.map((place, index) => {
          const [first, second] = partsAt(only?.quote ?? '', place)
          return (
            <label key={place} className="choice">
              <input
                type="radio"
                name="cho"
                value={place}
                defaultChecked={returned ? returned.typed.cho === String(place) : index === 0}
              />
              <span>
                {first} <b aria-hidden="true">|</b> {second}
              </span>
            </label>
          )
        })}
      </fieldset>
      <div className="acts">
        {canSplit ? (
          <Button type="submit" size="small" name="viec" value="tach">
            {t.split}
          </Button>
        ) : null}
        <Back id={draft.id} />
      </div>
    </Deed>
  )
}

function DropForm({ draft, formKey, returned }: Shown) {
  const t = useWords(words)
  const id = `ly-do-${draft.id}`
  return (
    <Deed {...{ draft, formKey }} panel="bo">
      <p>{t.dropTitle}</p>
      <label htmlFor={id}>{t.because}</label>
      <input
        id={id}
        name="ly-do"
        type="text"
        maxLength={500}
        required
        defaultValue={returned?.typed['ly-do']}
      />
      <div className="acts">
        <Button type="submit" size="small" name="viec" value="bo">
          {t.drop}
        </Button>
        <Back id={draft.id} />
      </div>
    </Deed>
  )
}

function Back({ id }: { id: number }) {
  const t = useWords(words)
  return (
    <Link to={`?#du-thao-${id}`} preventScrollReset>
      {t.cancel}
    </Link>
  )
}
