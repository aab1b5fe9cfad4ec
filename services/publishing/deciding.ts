import { sql } from 'kysely'
import type { Actor, Transaction } from '#platform/database'
import { type HeldManuscript, holdManuscript, moveManuscript, noteAct, wasDone } from './acts.ts'
import type { Content } from './content.ts'
import { type ContentProblem, problemsOf } from './problems.ts'
import { checkFiles, type FileProblem } from './stored.ts'
import type { PublishingTables } from './tables.ts'
import { findOriginal, untranslatedParts } from './translating.ts'
import { canReview, revisionShown } from './writing.ts'

/** Why something was not done. */
export type Decided<Because extends string = never> =
  | { ok: true }
  | { ok: false; because: 'notFound' | 'wrongState' | Because }

/** What became of handing a text in: done, or all that must be put right first. */
export type HandedIn =
  | Decided<'changedSince' | 'correctionMissing'>
  | { ok: false; because: 'problems'; problems: (ContentProblem | FileProblem)[] }

/**
 * Puts the draft, as it stands in `version`, before a second person. A text that readers have seen needs a sentence
 * for them: what is different. `publishAt` is when its writer would like it to be shown.
 */
export async function submitManuscript(
  transaction: Transaction,
  asked: {
    id: number
    version: number
    key: string
    correction?: string | undefined
    publishAt?: Date | undefined
    /** An English text was compared with the Vietnamese as it is now. */
    isUpToDate?: boolean | undefined
  },
): Promise<HandedIn> {
  const held = await holdManuscript(transaction, asked.id)
  if (!held) return { ok: false, because: 'notFound' }
  if (await wasDone(transaction, asked.key)) return { ok: true }
  if (held.state !== 'draft' && held.state !== 'returned') return { ok: false, because: 'wrongState' }
  if (held.version !== asked.version) return { ok: false, because: 'changedSince' }
  const wasShown = (await revisionShown(transaction, held.slug, held.language)) !== undefined
  const correction = asked.correction?.normalize('NFC').trim() || undefined
  if (wasShown && !correction) return { ok: false, because: 'correctionMissing' }
  const tables = transaction.withTables<PublishingTables>()
  const { kind, content } = await tables
    .selectFrom('publishing.manuscript')
    .select(['kind', 'content'])
    .where('id', '=', held.id)
    .executeTakeFirstOrThrow()
  const problems = [
    ...problemsOf(content, kind),
    ...(held.language === 'en' ? await untranslatedIn(transaction, held.slug, content) : []),
    ...(await checkFiles(transaction, content)),
  ]
  if (problems.length > 0) return { ok: false, because: 'problems', problems }
  const translates = await translationOf(transaction, held, asked.isUpToDate === true)
  const { id: revisionId } = await tables
    .insertInto('publishing.revision')
    .values({ manuscript_id: held.id, correction: wasShown ? (correction ?? null) : null, translates })
    .returning('id')
    .executeTakeFirstOrThrow()
  await moveManuscript(transaction, held, {
    state: 'inReview',
    publishAt: asked.publishAt ?? null,
    translates,
  })
  const details = { revisionId, ...(wasShown ? { correction } : {}) }
  await noteAct(transaction, held, { kind: 'submitted', key: asked.key, details })
  return { ok: true }
}

/** An English text whose title or whole body is still the Vietnamese one is no English text. */
async function untranslatedIn(transaction: Transaction, slug: string, content: Content) {
  const original = await findOriginal(transaction, slug)
  const parts = original ? untranslatedParts(original, content) : []
  return [
    ...(parts.includes('title') ? (['titleUntranslated'] as const) : []),
    ...(parts.includes('body') ? (['bodyUntranslated'] as const) : []),
  ]
}

/** Takes a text back that waits for its reader or its hour. */
export async function takeBackManuscript(
  transaction: Transaction,
  asked: { id: number; key: string },
): Promise<Decided> {
  const held = await holdManuscript(transaction, asked.id)
  if (!held) return { ok: false, because: 'notFound' }
  if (await wasDone(transaction, asked.key)) return { ok: true }
  if (held.state !== 'inReview' && held.state !== 'scheduled') return { ok: false, because: 'wrongState' }
  await moveManuscript(transaction, held, { state: 'draft' })
  await noteAct(transaction, held, { kind: 'takenBack', key: asked.key })
  return { ok: true }
}

/** Whether the actor may decide on a text: an officer of the province who wrote none of it. */
export function canDecide(actor: Actor, editors: readonly string[]): boolean {
  return canReview(actor) && actor.kind === 'officer' && !editors.includes(`officer:${actor.id}`)
}

/** What is decided on, and by whom. */
interface Asked {
  id: number
  actor: Actor
  key: string
  /** The revision that was read: words handed in since, while its page stood open, are not decided on unread. */
  revision?: number | undefined
}

/** The second person agrees: readers see it now, or from `publishAt` on. */
export async function approveManuscript(
  transaction: Transaction,
  asked: Asked & { now: Date; publishAt?: Date | undefined },
): Promise<Decided<'ownText' | 'readAgain'>> {
  const before = await heldForReview(transaction, asked)
  if (!before.ok) return before.because === 'done' ? { ok: true } : { ok: false, because: before.because }
  const { held, revisionId } = before
  const later = asked.publishAt && asked.publishAt > asked.now ? asked.publishAt : undefined
  await transaction
    .withTables<PublishingTables>()
    .insertInto('publishing.review')
    .values({ revision_id: revisionId, is_approved: true, reason: null, publish_at: later ?? null })
    .execute()
  const details = { revisionId, ...(later ? { publishAt: later.toISOString() } : {}) }
  await noteAct(transaction, held, { kind: 'approved', key: asked.key, details })
  if (later) await moveManuscript(transaction, held, { state: 'scheduled', publishAt: later })
  else await show(transaction, held, asked.now)
  return { ok: true }
}

/** Another hour for an approved text that waits for one, or none: readers see it now. Who may approve it decides. */
export async function rescheduleManuscript(
  transaction: Transaction,
  asked: Omit<Asked, 'revision'> & { now: Date; publishAt?: Date | undefined },
): Promise<Decided<'ownText'>> {
  const held = await holdManuscript(transaction, asked.id)
  if (!held) return { ok: false, because: 'notFound' }
  if (await wasDone(transaction, asked.key)) return { ok: true }
  if (held.state !== 'scheduled') return { ok: false, because: 'wrongState' }
  const { id: revisionId, editors } = await newestRevision(transaction, held.id)
  if (!canDecide(asked.actor, editors)) return { ok: false, because: 'ownText' }
  const later = asked.publishAt && asked.publishAt > asked.now ? asked.publishAt : undefined
  const details = { revisionId, ...(later ? { publishAt: later.toISOString() } : {}) }
  await noteAct(transaction, held, { kind: 'rescheduled', key: asked.key, details })
  if (later) await moveManuscript(transaction, held, { state: 'scheduled', publishAt: later })
  else await show(transaction, held, asked.now)
  return { ok: true }
}

/** The second person sends it back and says why. */
export async function refuseManuscript(
  transaction: Transaction,
  asked: Asked & { reason: string },
): Promise<Decided<'ownText' | 'readAgain' | 'reasonMissing'>> {
  const reason = asked.reason.normalize('NFC').trim()
  if (!reason) return { ok: false, because: 'reasonMissing' }
  const before = await heldForReview(transaction, asked)
  if (!before.ok) return before.because === 'done' ? { ok: true } : { ok: false, because: before.because }
  const { held, revisionId } = before
  await transaction
    .withTables<PublishingTables>()
    .insertInto('publishing.review')
    .values({ revision_id: revisionId, is_approved: false, reason, publish_at: null })
    .execute()
  await moveManuscript(transaction, held, { state: 'returned' })
  await noteAct(transaction, held, { kind: 'refused', key: asked.key, details: { revisionId, reason } })
  return { ok: true }
}

/** Shows all whose hour has come, each once however many ask at the same time. Returns how many. */
export async function publishDue(transaction: Transaction, now: Date): Promise<number> {
  const due = await transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.manuscript')
    .select(['id', 'slug', 'language', 'kind', 'unit_uid', 'version', 'state', 'translates'])
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', now)
    .orderBy('publish_at')
    .forUpdate()
    .skipLocked()
    .execute()
  for (const row of due) await show(transaction, { ...row, unitUid: row.unit_uid ?? undefined }, now)
  return due.length
}

type HeldForReview =
  | { ok: true; held: HeldManuscript; revisionId: number }
  | { ok: false; because: 'notFound' | 'wrongState' | 'ownText' | 'readAgain' | 'done' }

async function heldForReview(
  transaction: Transaction,
  { id, actor, key, revision: read }: Asked,
): Promise<HeldForReview> {
  const held = await holdManuscript(transaction, id)
  if (!held) return { ok: false, because: 'notFound' }
  if (await wasDone(transaction, key)) return { ok: false, because: 'done' }
  if (held.state !== 'inReview') return { ok: false, because: 'wrongState' }
  const revision = await newestRevision(transaction, id)
  if (!canDecide(actor, revision.editors)) return { ok: false, because: 'ownText' }
  if (read !== undefined && read !== revision.number) return { ok: false, because: 'readAgain' }
  return { ok: true, held, revisionId: revision.id }
}

async function newestRevision(transaction: Transaction, manuscriptId: number) {
  return transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.revision')
    .select(['id', 'number', 'editors', 'correction'])
    .where('manuscript_id', '=', manuscriptId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

/**
 * The words themselves are filled in by the database, from the approved revision. Of an article that was withdrawn no
 * language is shown before it is restored.
 */
async function show(transaction: Transaction, held: HeldManuscript, now: Date): Promise<void> {
  const { id: revisionId, correction } = await newestRevision(transaction, held.id)
  const { rows } = await sql<{ revision: number }>`
    insert into publishing.article (slug, language, revision_id, published_at, withdrawn_at)
    values (${held.slug}, ${held.language}, ${revisionId}, ${now},
      (select withdrawn_at from publishing.withdrawal where slug = ${held.slug} and restored_at is null))
    on conflict (slug, language) do update set revision_id = excluded.revision_id, revised_at = ${now}
    returning revision`.execute(transaction)
  const revision = rows[0]?.revision ?? 1
  if (correction) {
    await transaction
      .withTables<PublishingTables>()
      .insertInto('publishing.correction')
      .values({
        ...{ slug: held.slug, language: held.language, revision, sentence: correction },
        corrected_at: now,
      })
      .execute()
  }
  await moveManuscript(transaction, held, { state: 'published' })
  const details = { revisionId, revision }
  await noteAct(transaction, held, { kind: 'published', key: `published-${revisionId}`, details })
}

/** Which Vietnamese revision an English text says the same as; null for a text that is no translation. */
async function translationOf(
  transaction: Transaction,
  held: HeldManuscript,
  isUpToDate: boolean,
): Promise<number | null> {
  if (held.language !== 'en' || held.translates === null) return null
  return isUpToDate ? ((await revisionShown(transaction, held.slug, 'vi')) ?? 1) : held.translates
}
