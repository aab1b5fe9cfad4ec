import './duplicates.css'
import { data, Form, Link, redirect } from 'react-router'
import { unmerge } from '#deduplication'
import { recordRead } from '#platform/audit'
import { withActor } from '#platform/database'
import { gatherPerson, listLinks, PersonNotFound } from '#registry'
import { getDesk } from '#web/staff/access.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import { Button, Field, formatInstant, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/records'
import { recordLine } from './queue.server.ts'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { database, actor, officer } = await getDesk(context, url)
  const units = await unitsOf(database)
  const t = words[langOf(url.pathname)]
  const id = numberIn(params.personId)
  try {
    return await withActor(database, actor, async (transaction) => {
      const { records, speaker } = await gatherPerson(transaction, id)
      for (const { id: recordId, unitUid } of records)
        await recordRead(
          transaction,
          { kind: 'person', id: String(recordId), ...(unitUid ? { unitUid } : {}) },
          { by: officer.name, purpose: 'duplicates' },
        )
      const ids = records.map((record) => record.id)
      const links = await listLinks(transaction, ids)
      return {
        id,
        speaker,
        mayDecide: officer.role !== 'leader',
        isUndone: url.searchParams.has('da-go'),
        records: records.map((record) => recordLine(record, units)),
        links: links
          .filter(({ unlinked }) => !unlinked)
          .map(({ id: linkId, recordA, recordB, linkedAt, because }) => ({
            id: linkId,
            recordA,
            recordB,
            linkedAt,
            by: because.by ?? t.someone,
            reason: because.reason,
            /** One of the two is out of sight: the province takes it back. */
            isBeyond: !ids.includes(recordA) || !ids.includes(recordB),
          })),
      }
    })
  } catch (error) {
    if (error instanceof PersonNotFound) throw new Response(null, { status: 404 })
    throw error
  }
}

/** Takes one link back, with its reason. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { database, actor, officer } = await getDesk(context, url)
  if (officer.role === 'leader') throw new Response(null, { status: 403 })
  const personId = numberIn(params.personId)
  const form = await request.formData()
  const linkId = numberIn(form.get('lien-ket'))
  const because = String(form.get('ly-do') ?? '')
    .trim()
    .slice(0, 500)
  if (!because) return data({ linkId, because: 'reasonMissing' }, { status: 422 })
  const undone = await withActor(database, actor, (transaction) =>
    unmerge(transaction, linkId, { records: [personId], because }),
  )
  if (!undone.ok) {
    const why = undone.because === 'notStanding' ? 'elsewhere' : undone.because
    return data({ linkId, because: why }, { status: 422 })
  }
  return redirect(`${url.pathname}?da-go`, 303)
}

/** The records of one person, and the links that hold them together. */
export default function Records({ loaderData, actionData }: Route.ComponentProps) {
  const { records, links, speaker } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const title = t.recordsTitle(records[0]?.name ?? '')
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/trung')}>{t.title}</a> <span className="quiet">/ {title}</span>
      </p>
      <h1>{title}</h1>
      <p className="quiet lead-line">{links.length > 0 ? t.recordsLead : t.single}</p>
      {loaderData.isUndone ? (
        <p className="note" role="status">
          {t.unmerged}
        </p>
      ) : null}
      <ul className="plain-list records">
        {records.map(({ id, name, born, place }) => (
          <li key={id}>
            <Link to={pathIn(lang, `/can-bo/nguoi/${id}`)}>{t.record(id)}</Link> <b>{name}</b>, {t.born}{' '}
            {born ?? t.notKnown}, {place || t.notKnown}
            {id === speaker && records.length > 1 ? <span className="mark">{t.speaksNow}</span> : null}
          </li>
        ))}
      </ul>
      {links.length > 0 ? <h2>{t.links}</h2> : null}
      {links.map((link) => (
        <LinkForm
          key={link.id}
          link={link}
          mayDecide={loaderData.mayDecide}
          refused={actionData?.linkId === link.id ? actionData.because : undefined}
        />
      ))}
    </>
  )
}

function LinkForm(props: {
  link: Route.ComponentProps['loaderData']['links'][number]
  mayDecide: boolean
  refused: string | undefined
}) {
  const { link, mayDecide, refused } = props
  const t = useWords(words)
  const { id, recordA, recordB, linkedAt, by, reason, isBeyond } = link
  const mayUndo = mayDecide && !isBeyond
  const error = refused === 'reasonMissing' ? t.unmergeNoReason : refused && t.refused[refused]
  return (
    <Form method="post" className="unmerge">
      <p>
        {t.historyLine(formatInstant(linkedAt), by, recordA, recordB)}
        {reason ? `: ${reason}` : null}
      </p>
      <input type="hidden" name="lien-ket" value={id} />
      <Field name={`ly-do-${id}`} label={t.unmergeReason(recordA, recordB)} error={error}>
        {(control) => (
          <input
            type="text"
            {...control}
            name="ly-do"
            maxLength={500}
            disabled={!mayUndo}
            autoComplete="off"
          />
        )}
      </Field>
      <Button type="submit" disabled={!mayUndo}>
        {t.unmerge}
      </Button>
      {mayUndo ? null : <p className="hint">{mayDecide ? t.refused.elsewhere : t.onlyOfficers}</p>}
    </Form>
  )
}
