import type { Actor, Transaction } from '#platform/database'
import { holdManuscript, moveManuscript, noteAct, wasDone } from './acts.ts'
import { contentOfBundled } from './adopting.ts'
import { type ArticleKind, type Content, contentSchema, emptyContent } from './content.ts'
import type { PortalSectionKey } from './portal-sections.ts'
import { slugOf } from './slugs.ts'
import type { ArticleLanguage, PublishingTables } from './tables.ts'

/** Officers of the province write all kinds, those of a commune its announcements; leaders read. */
export function canWrite(actor: Actor, kind: ArticleKind): boolean {
  if (actor.kind !== 'officer' || actor.role === 'leader') return false
  return actor.unitUid === 'province' || kind === 'announcement'
}

/** Officers of the province decide on what others wrote. */
export function canReview(actor: Actor): boolean {
  return actor.kind === 'officer' && actor.role !== 'leader' && actor.unitUid === 'province'
}

/** Begins a draft; the same key again gives the same draft. Throws when the actor may not write it. */
export async function beginManuscript(
  transaction: Transaction,
  asked: {
    actor: Actor
    kind: ArticleKind
    title: string
    language?: ArticleLanguage
    /** The section of the portal it is begun for. */
    section?: PortalSectionKey | undefined
    key: string
  },
): Promise<number> {
  const { actor, kind, title, language = 'vi', section, key } = asked
  if (!canWrite(actor, kind)) throw new Error(`A ${kind} is not for this account to write`)
  const before = await findByKey(transaction, key)
  if (before !== undefined) return before
  const unitUid = actor.kind === 'officer' && actor.unitUid !== 'province' ? actor.unitUid : undefined
  const slug = slugOf(title)
  for (let attempt = 1; attempt < 1_000; attempt += 1) {
    const candidate = attempt === 1 ? slug : `${slug}-${attempt}`
    if (await isTaken(transaction, candidate)) continue
    const begun = emptyContent(kind, title.normalize('NFC').trim())
    const content = section ? { ...begun, section } : begun
    const id = await insertManuscript(transaction, { slug: candidate, language, kind, unitUid, content })
    if (id === undefined) continue
    await noteAct(transaction, { id, slug: candidate, language, unitUid }, { kind: 'created', key })
    return id
  }
  throw new Error(`No address is free for "${slug}"`)
}

/** The English of a Vietnamese text, begun from a copy of it; the one there is when it was begun before. */
export async function beginTranslation(
  transaction: Transaction,
  asked: { id: number; key: string },
): Promise<number | undefined> {
  const tables = transaction.withTables<PublishingTables>()
  const original = await tables
    .selectFrom('publishing.manuscript')
    .select(['slug', 'kind', 'unit_uid', 'content'])
    .where('id', '=', asked.id)
    .where('language', '=', 'vi')
    .executeTakeFirst()
  if (!original) return undefined
  const { slug, kind, content } = original
  const unitUid = original.unit_uid ?? undefined
  const translates = await revisionShown(transaction, slug, 'vi')
  const id = await insertManuscript(transaction, {
    ...{ slug, kind, unitUid, content },
    language: 'en',
    translates: translates ?? 1,
  })
  if (id !== undefined) {
    await noteAct(
      transaction,
      { id, slug, language: 'en', unitUid },
      { kind: 'created', key: asked.key, details: { translates: asked.id } },
    )
    return id
  }
  const there = await tables
    .selectFrom('publishing.manuscript')
    .select('id')
    .where('slug', '=', slug)
    .where('language', '=', 'en')
    .executeTakeFirst()
  return there?.id
}

/** What became of a saving. */
export type Saved =
  | { ok: true; version: number; savedAt: Date }
  | { ok: false; because: 'notFound' | 'notEditable' | 'invalid' }
  /** Somebody saved in between: what they wrote, so that nothing of either is lost. */
  | { ok: false; because: 'conflict'; version: number; editedBy: string; editedAt: Date; content: Content }

/**
 * Keeps the words of a draft if nobody saved since `version` was read. The same words again are no second saving, so
 * a request whose answer was lost may be sent again. What stood there is kept by the database.
 */
export async function saveManuscript(
  transaction: Transaction,
  asked: { id: number; version: number; content: unknown },
): Promise<Saved> {
  const parsed = contentSchema.safeParse(asked.content)
  if (!parsed.success) return { ok: false, because: 'invalid' }
  const held = await holdManuscript(transaction, asked.id)
  if (!held) return { ok: false, because: 'notFound' }
  if (held.state !== 'draft' && held.state !== 'returned') return { ok: false, because: 'notEditable' }
  const tables = transaction.withTables<PublishingTables>()
  const stands = await tables
    .selectFrom('publishing.manuscript')
    .select(['content', 'edited_by', 'edited_at'])
    .where('id', '=', asked.id)
    .executeTakeFirstOrThrow()
  if (isSame(stands.content, parsed.data))
    return { ok: true, version: held.version, savedAt: stands.edited_at }
  if (held.version !== asked.version) {
    const { content, edited_by: editedBy, edited_at: editedAt } = stands
    return { ok: false, because: 'conflict', version: held.version, editedBy, editedAt, content }
  }
  const { version, edited_at: savedAt } = await tables
    .updateTable('publishing.manuscript')
    .set({ content: JSON.stringify(parsed.data), version: held.version + 1 })
    .where('id', '=', asked.id)
    .returning(['version', 'edited_at'])
    .executeTakeFirstOrThrow()
  return { ok: true, version, savedAt }
}

/** Opens what readers see to be corrected; they go on seeing it as it is until the correction is approved. */
export async function beginCorrection(
  transaction: Transaction,
  asked: { id: number; key: string },
): Promise<{ ok: true } | { ok: false; because: 'notFound' | 'wrongState' }> {
  const held = await holdManuscript(transaction, asked.id)
  if (!held) return { ok: false, because: 'notFound' }
  if (await wasDone(transaction, asked.key)) return { ok: true }
  if (held.state !== 'published') return { ok: false, because: 'wrongState' }
  await moveManuscript(transaction, held, { state: 'draft' })
  const bundled = await contentOfBundled(transaction, held.slug, held.language)
  if (bundled)
    await transaction
      .withTables<PublishingTables>()
      .updateTable('publishing.manuscript')
      .set({ content: JSON.stringify(bundled) })
      .where('id', '=', held.id)
      .execute()
  await noteAct(transaction, held, { kind: 'correctionBegun', key: asked.key })
  return { ok: true }
}

/** The number of the revision readers see, whether or not it is withdrawn for now. */
export async function revisionShown(
  transaction: Transaction,
  slug: string,
  language: ArticleLanguage,
): Promise<number | undefined> {
  const row = await transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.article')
    .select('revision')
    .where('slug', '=', slug)
    .where('language', '=', language)
    .executeTakeFirst()
  return row?.revision
}

async function insertManuscript(
  transaction: Transaction,
  values: {
    slug: string
    language: ArticleLanguage
    kind: ArticleKind
    unitUid: string | undefined
    content: Content
    translates?: number
  },
): Promise<number | undefined> {
  const { slug, language, kind, unitUid, content, translates } = values
  const row = await transaction
    .withTables<PublishingTables>()
    .insertInto('publishing.manuscript')
    .values({
      ...{ slug, language, kind },
      unit_uid: unitUid ?? null,
      content: JSON.stringify(content),
      translates: translates ?? null,
    })
    .onConflict((conflict) => conflict.columns(['slug', 'language']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

async function findByKey(transaction: Transaction, key: string): Promise<number | undefined> {
  const row = await transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.act')
    .select('manuscript_id')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.manuscript_id
}

/** Whether readers or officers know or knew something by this address, in whatever language. */
export async function isTaken(transaction: Transaction, slug: string): Promise<boolean> {
  const tables = transaction.withTables<PublishingTables>()
  const found = await Promise.all(
    (['publishing.article', 'publishing.manuscript', 'publishing.former_slug'] as const).map((table) =>
      tables.selectFrom(table).select('slug').where('slug', '=', slug).executeTakeFirst(),
    ),
  )
  return found.some((each) => each !== undefined)
}

/** By what they say, not by the order of their names: the database keeps its own. */
function isSame(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other)
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  )
}
