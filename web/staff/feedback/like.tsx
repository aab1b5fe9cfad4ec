import { Form } from 'react-router'
import { Button, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { MessageView } from './view.server.ts'
import { words } from './words.ts'

/** Messages about the same matter: what may be, side by side with this one, and what was joined. */
export function Like({ view }: { view: MessageView & { key: string } }) {
  const t = useWords(words)
  const lang = useLang()
  const { like, joined, leading } = view
  const linkTo = ({ id, title, language }: { id: string; title: string; language: string }) => (
    <a lang={language} href={pathIn(lang, `/can-bo/gop-y/${id}`)}>
      {title}
    </a>
  )
  return (
    <>
      {leading ? (
        <section className="sect" aria-labelledby="leading">
          <h2 id="leading">{t.leading}</h2>
          <p>
            {linkTo(leading)}. {t.leadingWhy}
          </p>
        </section>
      ) : null}
      {joined.length > 0 ? (
        <section className="sect" aria-labelledby="joined">
          <h2 id="joined">{t.joined}</h2>
          <p className="quiet">{t.joinedWhy}</p>
          <ul className="plain-lines">
            {joined.map((each) => (
              <li key={each.id}>
                {linkTo(each)} <span className="quiet small">{each.receivedAt}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {like.length > 0 ? (
        <section className="sect" aria-labelledby="like">
          <h2 id="like">{t.like}</h2>
          {like.map((other) => (
            <SideBySide key={other.id} view={view} other={other} />
          ))}
        </section>
      ) : null}
    </>
  )
}

function SideBySide({
  view,
  other,
}: {
  view: MessageView & { key: string }
  other: MessageView['like'][number]
}) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <details className="like-pair">
      <summary>
        <span lang={other.language}>{other.title}</span>{' '}
        <span className="quiet small">{t.likeScore(other.score)}</span>
        {other.samePlace ? <span className="quiet small">, {t.samePlace}</span> : null}
      </summary>
      <div className="old-new">
        <div className="side">
          <h3>{t.thisOne}</h3>
          <Brief of={view} />
        </div>
        <div className="side">
          <h3>{t.otherOne}</h3>
          <Brief of={other} />
          <a href={pathIn(lang, `/can-bo/gop-y/${other.id}`)}>{t.open}</a>
        </div>
      </div>
      {view.acts.includes('join') && other.mayLead ? (
        <Form method="post" action="?" className="message-act">
          <input type="hidden" name="khoa" value={`join-${view.key}`} />
          <input type="hidden" name="gop-vao" value={other.id} />
          <Button type="submit" name="viec" value="join">
            {t.buttons.join}
          </Button>
        </Form>
      ) : null}
    </details>
  )
}

function Brief({
  of,
}: {
  of: {
    title: string
    content: string
    language: string
    fullName: string
    receivedAt: string
    where: string
  }
}) {
  const t = useWords(words)
  return (
    <>
      <b lang={of.language}>{of.title}</b>
      <p className="message-text" lang={of.language}>
        {of.content}
      </p>
      <p className="quiet small">
        <span lang="vi">{of.fullName}</span>, <span className="num">{of.receivedAt}</span>. {t.place}:{' '}
        {of.where ? <span lang="vi">{of.where}</span> : t.noPlace}
      </p>
    </>
  )
}
