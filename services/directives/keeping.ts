import { sql } from 'kysely'
import type { DirectiveHead, InferredField, NoticePart, NoticeReading } from '#notices'
import type { Transaction } from '#platform/database'
import { listAlike } from './alike.ts'
import { insertDraft, requireDraftDirective } from './drafts.ts'
import { noteEvent } from './events.ts'
import { once, type Sent } from './once.ts'
import { readActing, requireClerk } from './parties.ts'
import { DirectiveRefusal } from './refusals.ts'
import { isStateSecret } from './secrecy.ts'

/** Where a directive was read from. */
export interface DirectiveSource {
  /** The parts that were read, in their order: `paragraph` of a quote counts them from 1. */
  parts: readonly NoticePart[]
  /** The file's name and the hash of its content, when it was one. */
  name?: string
  sha256?: string
  /** What the text was read from, and how sure the machine was of a scan, 0 to 100. */
  readAs?: 'text' | 'docx' | 'pdf' | 'scan'
  confidence?: number
  /** The public article with the text; left out, the text is seen by its parties alone. */
  articleSlug?: string
}

/**
 * Keeps what the reader found as a directive whose drafts nobody has decided. `alike` are directives with the same number
 * and issuer, or of the same file: the clerk is told, and may go on. A paper stamped as a state secret is refused.
 */
export async function keepDraft(
  transaction: Transaction,
  { reading, source, key, at }: Sent & { reading: NoticeReading; source: DirectiveSource },
): Promise<{ id: number; alike: number[] }> {
  const body = { number: reading.directive.number, sha256: source.sha256, tasks: reading.tasks.length }
  return once(transaction, { key, kind: 'keepDraft', body }, async () => {
    await requireClerk(transaction)
    if (isStateSecret(source.parts)) throw new DirectiveRefusal('stateSecret')
    const id = await insertDirective(transaction, { reading, source, at })
    for (const { id: position, paragraph, quote, ...content } of reading.tasks)
      await insertDraft(transaction, { directiveId: id, position, content, quotes: [{ paragraph, quote }] })
    await noteEvent(transaction, 'kept', { directiveId: id, at, details: body })
    const alike = (await listAlike(transaction, id)).map((each) => each.id)
    return { outcome: { id, alike }, subject: { directiveId: id } }
  })
}

async function insertDirective(
  transaction: Transaction,
  { reading, source, at }: { reading: NoticeReading; source: DirectiveSource; at: Date },
): Promise<number> {
  const { directive: head, kept } = reading
  const confidence = source.readAs === 'scan' ? source.confidence : undefined
  const { rows } = await sql<{
    id: number
  }>`insert into directives.directive (number, kind, title, issued_on, issued_by,
      concluded_by_name, concluded_by_title, meeting_on, meeting_with, addressee, byline, inferred, inferred_from,
      source_name, source_sha256, read_as, scan_confidence, parts, kept, article_slug, entered_at)
    values (${head.number ?? null}, ${head.kind}, ${head.title ?? null}, ${head.issuedOn ?? null},
      ${head.issuedBy ?? null}, ${head.concludedBy?.name ?? null}, ${head.concludedBy?.title ?? null},
      ${head.meetingOn ?? null}, ${head.meetingWith ?? null}, ${head.addressee ?? null}, ${head.byline ?? null},
      ${head.inferred}, ${head.inferredFrom ?? null}, ${source.name ?? null}, ${source.sha256 ?? null},
      ${source.readAs ?? null}::text, ${confidence === undefined ? null : Math.round(confidence)}::integer,
      ${JSON.stringify(source.parts)}, ${JSON.stringify(kept)}, ${source.articleSlug ?? null}, ${at})
    returning id`.execute(transaction)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('A directive was kept and has no id')
  return id
}

/** A head as a clerk corrects it: what is left out of it is empty. */
export type EditedHead = Omit<DirectiveHead, 'inferred' | 'inferredFrom'> & { articleSlug?: string }

/**
 * Corrects the head. A day that was inferred counts as confirmed with it, by who corrects: they have seen it written in
 * full beside the words it came from.
 */
export async function editHead(
  transaction: Transaction,
  edit: Sent & { directiveId: number; version: number; head: EditedHead },
): Promise<{ version: number }> {
  const { directiveId, version, head, key, at } = edit
  return once(transaction, { key, kind: 'editHead', body: { directiveId, version, head } }, async () => {
    await requireClerk(transaction)
    await takeHead(transaction, directiveId, version)
    const { name } = await readActing(transaction)
    await sql`update directives.directive set number = ${head.number ?? null}, kind = ${head.kind},
        title = ${head.title ?? null}, issued_on = ${head.issuedOn ?? null}, issued_by = ${head.issuedBy ?? null},
        concluded_by_name = ${head.concludedBy?.name ?? null}, concluded_by_title = ${head.concludedBy?.title ?? null},
        meeting_on = ${head.meetingOn ?? null}, meeting_with = ${head.meetingWith ?? null},
        addressee = ${head.addressee ?? null}, byline = ${head.byline ?? null},
        article_slug = coalesce(${head.articleSlug ?? null}, article_slug), version = version + 1,
        confirmed_by = case when inferred = '{}' then null else ${name}::text end,
        confirmed_at = case when inferred = '{}' then null else ${at}::timestamptz end
      where id = ${directiveId}`.execute(transaction)
    await noteEvent(transaction, 'headEdited', { directiveId, at, details: head })
    return { outcome: { version: version + 1 }, subject: { directiveId } }
  })
}

/** Confirms the days whose year the reader inferred, as they stand. */
export async function confirmYear(
  transaction: Transaction,
  { directiveId, version, key, at }: Sent & { directiveId: number; version: number },
): Promise<{ version: number }> {
  return once(transaction, { key, kind: 'confirmYear', body: { directiveId, version } }, async () => {
    await requireClerk(transaction)
    const inferred = await takeHead(transaction, directiveId, version)
    const { name } = await readActing(transaction)
    await sql`update directives.directive set confirmed_by = ${name}, confirmed_at = ${at}, version = version + 1
      where id = ${directiveId}`.execute(transaction)
    await noteEvent(transaction, 'headConfirmed', { directiveId, at, details: { inferred } })
    return { outcome: { version: version + 1 }, subject: { directiveId } }
  })
}

/** Holds the head until the transaction ends; throws when it was issued or changed meanwhile. */
async function takeHead(
  transaction: Transaction,
  directiveId: number,
  version: number,
): Promise<InferredField[]> {
  const { rows } = await sql<{ version: number; inferred: InferredField[] }>`select version, inferred
    from directives.directive where id = ${directiveId} for update`.execute(transaction)
  if (!rows[0]) throw new DirectiveRefusal('noSuchDirective')
  await requireDraftDirective(transaction, directiveId)
  if (rows[0].version !== version) throw new DirectiveRefusal('changedMeanwhile')
  return rows[0].inferred
}
