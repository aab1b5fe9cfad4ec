import './feedback.css'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { countUnsentLetters, FeedbackNotFound, findMessages, listUnsentLetters } from '#feedback'
import { sentenceOf } from '#platform/bilingual-error'
import { type Transaction, withActor } from '#platform/database'
import { servicesContext } from '#web/context.ts'
import { getDesk } from '#web/staff/access.ts'
import { officerNames } from '#web/staff/changes/officers.server.ts'
import {
  Empty,
  formatCount,
  langOf,
  Pager,
  pathIn,
  Refused,
  Table,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/letters'
import { handlerOf } from './handler.server.ts'
import { actOnLetter, letterView } from './letters.server.ts'
import { Fate, LetterActs } from './letters-view.tsx'
import { lettersWords } from './letters-words.ts'
import { queueQueryOf } from './query.ts'
import { seesReserved } from './sight.ts'
import { words } from './words.ts'

const rowsAPage = 50

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const lang = langOf(url.pathname)
  const { page } = queueQueryOf(url.searchParams)
  const wording = { lang, nameOf: await officerNames(desk, lang) }
  const maySeeReserved = seesReserved(desk.officer)
  return withActor(desk.database, desk.actor, async (transaction) => {
    const count = await countUnsentLetters(transaction, { reserved: false })
    const read = async (reserved: boolean) => {
      const from = reserved ? 0 : (page - 1) * rowsAPage
      const letters = await listUnsentLetters(transaction, { reserved, limit: rowsAPage, offset: from })
      const titles = await titlesOf(
        transaction,
        letters.map(({ about }) => about.id),
      )
      return letters.map((letter) => ({
        ...letterView(letter, wording),
        messageId: letter.about.id,
        title: titles.get(letter.about.id) ?? '',
      }))
    }
    return {
      count,
      page,
      pageCount: Math.ceil(count / rowsAPage),
      sendsMail: context.get(servicesContext).config.smtpUrl !== undefined,
      isLeader: desk.officer.role === 'leader',
      lines: await read(false),
      reserved: maySeeReserved ? await read(true) : [],
    }
  })
}

async function titlesOf(transaction: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const messages = await findMessages(transaction, [...new Set(ids)])
  return new Map(messages.map(({ id, title }) => [id, title]))
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  if (desk.officer.role === 'leader') throw new Response(null, { status: 403 })
  const form = await request.formData()
  try {
    await withActor(desk.database, desk.actor, (transaction) =>
      actOnLetter(transaction, { by: handlerOf(desk), form }),
    )
  } catch (error) {
    if (error instanceof FeedbackNotFound) throw new Response(null, { status: 404 })
    const refusal = sentenceOf(error)
    if (!refusal) throw error
    return data({ refusal: refusal[langOf(url.pathname)] }, { status: 422 })
  }
  throw redirect(`${url.pathname}?da-ghi=`, 303)
}

/** Letters that reached nobody: sent again from here, or told another way. */
export default function LettersPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(lettersWords)
  const { title } = useWords(words)
  const lang = useLang()
  const [search] = useSearchParams()
  const { count, lines, reserved, page, pageCount, sendsMail, isLeader } = loaderData
  const home = pathIn(lang, '/can-bo/gop-y/thu')
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/gop-y')}>{title}</a>
      </p>
      <h1>{t.title}</h1>
      <p className="quiet">
        {count > 0 ? `${t.lead(formatCount(count, lang))} ${t.leadWhy}` : t.leadWhy}{' '}
        {sendsMail ? null : t.noMailServer}
      </p>
      {actionData?.refusal ? <Refused>{actionData.refusal}</Refused> : null}
      {search.has('da-ghi') && !actionData ? (
        <p className="note" role="status">
          {t.done}
        </p>
      ) : null}
      {lines.length === 0 ? <Empty sentence={t.lead('0')} /> : null}
      {lines.length > 0 ? <LettersTable name={t.open} lines={lines} isLeader={isLeader} /> : null}
      <Pager page={page} pageCount={pageCount} hrefOf={(to) => `${home}?trang=${to}`} />
      {reserved.length > 0 ? (
        <section className="sect" aria-labelledby="reserved">
          <h2 id="reserved">{t.reserved}</h2>
          <LettersTable name={t.reserved} lines={reserved} isLeader={isLeader} />
        </section>
      ) : null}
    </>
  )
}

type Line = Route.ComponentProps['loaderData']['lines'][number]

function LettersTable(props: { name: string; lines: readonly Line[]; isLeader: boolean }) {
  const t = useWords(lettersWords)
  const lang = useLang()
  return (
    <Table
      name={props.name}
      rows={props.lines}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          key: 'about',
          head: t.about,
          full: true,
          cell: ({ messageId, title }) => (
            <Link to={pathIn(lang, `/can-bo/gop-y/${messageId}`)} data-row="">
              {title}
            </Link>
          ),
        },
        {
          key: 'to',
          head: t.to,
          full: true,
          cell: ({ recipient, writtenAt }) => (
            <>
              <span className="breaks">{recipient}</span>
              <div className="quiet num">{writtenAt}</div>
            </>
          ),
        },
        { key: 'fate', head: t.fate, full: true, cell: (letter) => <Fate letter={letter} /> },
        ...(props.isLeader
          ? []
          : [
              {
                key: 'next',
                head: t.next,
                full: true,
                cell: (letter: Line) => <LetterActs letter={letter} />,
              },
            ]),
      ]}
    />
  )
}
