import { Form, Link } from 'react-router'
import { Button, Empty, formatCount, useLang, useWords } from '#web/ui/index.ts'
import { BeforeIssuing } from './before-issuing.tsx'
import { DraftCard } from './draft-card.tsx'
import { AddForm } from './draft-fields.tsx'
import type { Returned } from './draft-head.tsx'
import type { DraftDesk } from './draft-view.server.ts'
import { words } from './draft-words.ts'

interface Shown {
  desk: DraftDesk
  mayAct: boolean
  formKey: string
  returned: Returned | undefined
}

/** The drafts in the order of the text, with how many are decided and what still hinders handing out. */
export function DraftList(props: Shown) {
  const { desk, mayAct, formKey, returned } = props
  const t = useWords(words)
  const lang = useLang()
  return (
    <section className="draft-list" id="cac-du-thao" tabIndex={-1} aria-labelledby="du-thao">
      <h2 id="du-thao">{t.tasks}</h2>
      <Standing {...props} />
      {desk.live.length === 0 ? <Empty sentence={t.noDrafts} /> : null}
      <ol>
        {desk.live.map((draft, index) => (
          <DraftCard
            key={draft.id}
            draft={draft}
            number={index + 1}
            next={desk.live[index + 1]}
            {...{ mayAct, formKey }}
            panel={desk.open?.id === draft.id ? desk.open.panel : undefined}
            returned={desk.open?.id === draft.id ? returned : undefined}
          />
        ))}
      </ol>
      {mayAct ? (
        desk.isAdding ? (
          <AddForm formKey={formKey} returned={returned} />
        ) : (
          <p className="s3">
            <Link to="?them=#them" preventScrollReset className="btn sm">
              {t.add}
            </Link>
          </p>
        )
      ) : null}
      {desk.gone.length > 0 ? (
        <details className="s3">
          <summary>{t.gone(formatCount(desk.gone.length, lang))}</summary>
          <ol className="draft-gone">
            {desk.gone.map((draft) => (
              <DraftCard key={draft.id} draft={draft} {...{ mayAct, formKey }} isGone />
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  )
}

/** How far the desk is, the step back, and the button that hands out; it says what it still waits for. */
function Standing({ desk, mayAct, formKey }: Shown) {
  const t = useWords(words)
  const lang = useLang()
  const { live, hindrances, canUndo, directive } = desk
  const open = live.filter(({ state }) => state === 'proposed')
  const plain = open.filter(({ isPlain }) => isPlain)
  const count = (number: number) => formatCount(number, lang)
  const waits = hindrances.flatMap((code) => t.open[code] ?? [])
  return (
    <div className="draft-standing">
      <p aria-live="polite">{t.decided(count(live.length - open.length), count(live.length))}</p>
      {mayAct ? (
        <div className="acts">
          {canUndo ? <Deed formKey={formKey} deed="hoan-tac" name={t.undo} /> : null}
          {plain.length > 1 ? (
            <Form method="post" action="?" preventScrollReset>
              <input type="hidden" name="khoa" value={formKey} />
              {plain.map(({ id, version }) => (
                <input key={id} type="hidden" name="con-lai" value={`${id}:${version}`} />
              ))}
              <Button type="submit" size="small" name="viec" value="xac-nhan-het">
                {t.confirmRest(count(plain.length))}
              </Button>
            </Form>
          ) : null}
          <Form method="post" action="?" className="issue-form">
            <input type="hidden" name="khoa" value={formKey} />
            <input type="hidden" name="ban" value={directive.version} />
            {waits.length > 0 ? null : <BeforeIssuing before={desk.before} />}
            <Button
              type="submit"
              size="small"
              weight="main"
              name="viec"
              value="giao"
              disabled={waits.length > 0}
              aria-describedby={waits.length > 0 ? 'con-thieu' : undefined}
            >
              {t.issue}
            </Button>
          </Form>
        </div>
      ) : null}
      {mayAct && open.length > plain.length ? (
        <p className="small">{t.lookAtEach(count(open.length - plain.length))}</p>
      ) : null}
      {waits.length > 0 && directive.state === 'draft' ? (
        <p className="small" id="con-thieu">
          {t.stillOpen} {waits.join('; ')}.
        </p>
      ) : null}
      {mayAct ? (
        <p className="keys">
          <span>
            <kbd>J</kbd> <kbd>K</kbd> {t.keys[0]}
          </span>
          <span>
            <kbd>Enter</kbd> {t.keys[1]}
          </span>
        </p>
      ) : null}
    </div>
  )
}

function Deed({ formKey, deed, name }: { formKey: string; deed: string; name: string }) {
  return (
    <Form method="post" action="?" preventScrollReset>
      <input type="hidden" name="khoa" value={formKey} />
      <Button type="submit" size="small" name="viec" value={deed}>
        {name}
      </Button>
    </Form>
  )
}
