import './publishing.css'
import { data, Form, redirect } from 'react-router'
import { agencies } from '#law/authorities'
import { publicationDuties } from '#law/publication'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import {
  beginManuscript,
  canReview,
  confirmSection,
  listSectionStandings,
  type MandatoryKey,
  mandatorySections,
} from '#publishing'
import { citationText } from '#rules'
import { getDesk } from '#web/staff/access.ts'
import {
  ArticleChip,
  Button,
  formatDay,
  formatDayOf,
  langOf,
  pathIn,
  State,
  Table,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/sections'
import { namesFor } from './names.server.ts'
import { sectionWords } from './section-words.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const lang = langOf(url.pathname)
  const nameOf = await namesFor(desk, lang)
  const standings = await withActor(desk.database, desk.actor, (transaction) =>
    listSectionStandings(transaction, today()),
  )
  return {
    mayWrite: canReview(desk.actor),
    key: crypto.randomUUID(),
    sections: standings.map(({ checked, ...standing }) => {
      const { path, name, means, duty, owner, readAgainMonths } = mandatorySections[standing.key]
      return {
        ...standing,
        ...{ path, readAgainMonths, name: name[lang], means: means[lang], owner: agencies[owner].name[lang] },
        cite: citationText(publicationDuties[duty].cite),
        checked: checked && { at: checked.at, by: nameOf(checked.by) },
      }
    }),
  }
}

/** Begins a text for a section and opens it, or remembers that a section was read through. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const { database, actor } = await getDesk(context, url)
  const form = await request.formData()
  const [section, key] = [form.get('section'), form.get('key')].map(String)
  if (!canReview(actor)) throw new Response(null, { status: 403 })
  if (!isMandatory(section) || !key || !/^[\w-]{8,60}$/.test(key)) throw new Response(null, { status: 400 })
  if (form.get('intent') === 'confirm') {
    await withActor(database, actor, (transaction) =>
      confirmSection(transaction, { section, key: `${section}-${key}` }),
    )
    return data({ confirmed: section })
  }
  const id = await withActor(database, actor, (transaction) =>
    beginManuscript(transaction, {
      ...{ actor, key: `begin-${section}-${key}`, title: mandatorySections[section].name.vi },
      ...(section === 'procedures' ? { kind: 'procedure' } : { kind: 'article', section }),
    }),
  )
  throw redirect(pathIn(langOf(url.pathname), `/can-bo/cong/${id}`))
}

function isMandatory(text: string | undefined): text is MandatoryKey {
  return text !== undefined && Object.hasOwn(mandatorySections, text)
}

type Section = Route.ComponentProps['loaderData']['sections'][number]

/** What the law has the portal say, and how each part of it stands today. */
export default function Sections({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(sectionWords)
  const portal = useWords(words)
  const lang = useLang()
  const { sections, mayWrite, key } = loaderData
  const among = (...states: Section['state'][]) =>
    sections.filter(({ state }) => states.includes(state)).length
  const confirmed = sections.find((section) => section.key === actionData?.confirmed)
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/cong')}>{portal.title}</a> <span className="quiet">/ {t.title}</span>
      </p>
      <h1>{t.title}</h1>
      <p className="quiet lead-line">{t.lead}</p>
      <p className="sections-sum">
        <b>{t.summary(among('missing'), among('computedOnly'), among('old'), sections.length)}</b>
      </p>
      {mayWrite ? null : <p className="note">{t.readOnly}</p>}
      <p role="status">{confirmed ? t.confirmed(confirmed.name) : ''}</p>
      <Table
        name={t.title}
        rows={sections}
        keyOf={(section) => section.key}
        columns={[
          {
            key: 'section',
            head: t.columns.section,
            full: true,
            cell: ({ name, means, path, cite }) => (
              <>
                <a href={pathIn(lang, path)}>{name}</a> <ArticleChip cite={cite} />
                <br />
                <span className="quiet">{means}</span>
              </>
            ),
          },
          {
            key: 'state',
            head: t.columns.state,
            full: true,
            cell: (section) => <Standing section={section} />,
          },
          {
            key: 'updated',
            head: t.columns.updated,
            full: true,
            cell: (section) => <Days section={section} />,
          },
          { key: 'owner', head: t.columns.owner, full: true, cell: ({ owner }) => owner },
          ...(mayWrite
            ? [
                {
                  key: 'acts',
                  head: t.columns.acts,
                  full: true,
                  cell: (section: Section) => <Acts section={section} formKey={key} />,
                },
              ]
            : []),
        ]}
      />
      <p className="hint small sections-sum">
        {t.period} {t.owners}
      </p>
    </>
  )
}

const shapes = { missing: 'sai', computedOnly: 'cham', old: 'cham', current: 'ok' } as const

function Standing({ section }: { section: Section }) {
  const t = useWords(sectionWords)
  const lang = useLang()
  const { state, articles, drafts } = section
  return (
    <>
      <State is={shapes[state]}>{t.states[state]}</State>
      {articles > 0 ? <span className="quiet"> {t.articles(articles)}</span> : null}
      {drafts.length > 0 ? (
        <div>
          <span className="quiet">{t.drafting}</span>{' '}
          {drafts.map(({ id, title }, index) => (
            <span key={id}>
              {index > 0 ? ', ' : ''}
              <a href={pathIn(lang, `/can-bo/cong/${id}`)} lang="vi">
                {title}
              </a>
            </span>
          ))}
        </div>
      ) : null}
    </>
  )
}

function Days({ section }: { section: Section }) {
  const t = useWords(sectionWords)
  const { changedAt, checked, dueOn, readAgainMonths } = section
  return (
    <>
      {changedAt ? t.changed(formatDayOf(changedAt)) : <span className="quiet">{t.never}</span>}
      {checked ? (
        <>
          <br />
          {t.checked(formatDayOf(checked.at), checked.by)}
        </>
      ) : null}
      <br />
      <span className="quiet">{dueOn ? t.due(formatDay(dueOn)) : t.every(readAgainMonths)}</span>
    </>
  )
}

function Acts({ section, formKey }: { section: Section; formKey: string }) {
  const t = useWords(sectionWords)
  const { key, name, articles } = section
  const write = articles > 0 ? t.writeMore : t.write
  return (
    <Form method="post" className="section-acts">
      <input type="hidden" name="section" value={key} />
      <input type="hidden" name="key" value={formKey} />
      <Button type="submit" size="small" name="intent" value="begin" aria-label={`${write}: ${name}`}>
        {write}
      </Button>
      {articles > 0 ? (
        <Button type="submit" size="small" name="intent" value="confirm" aria-label={`${t.confirm}: ${name}`}>
          {t.confirm}
        </Button>
      ) : null}
    </Form>
  )
}
