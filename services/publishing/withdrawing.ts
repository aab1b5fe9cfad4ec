import type { Actor, Transaction } from '#platform/database'
import { holdManuscript, noteAct, wasDone } from './acts.ts'
import type { Decided } from './deciding.ts'
import type { PublishingTables } from './tables.ts'
import { canReview } from './writing.ts'

type Outcome = Decided<'notAllowed' | 'reasonMissing'>
interface Asked {
  /** A manuscript of the article, in whichever language: both go together. */
  id: number
  actor: Actor
  key: string
  reason: string
  now: Date
}

/** Takes an article off the portal in all its languages; its address says why and since when. */
export async function withdrawArticle(transaction: Transaction, asked: Asked): Promise<Outcome> {
  const ready = await heldToMove(transaction, asked)
  if (!ready.ok || ready.isDone) return ready.ok ? { ok: true } : ready
  const { held, reason } = ready
  const tables = transaction.withTables<PublishingTables>()
  const moved = await tables
    .updateTable('publishing.article')
    .set({ withdrawn_at: asked.now })
    .where('slug', '=', held.slug)
    .where('withdrawn_at', 'is', null)
    .returning('slug')
    .execute()
  if (moved.length === 0) return { ok: false, because: 'wrongState' }
  await tables
    .insertInto('publishing.withdrawal')
    .values({ slug: held.slug, reason, withdrawn_at: asked.now })
    .execute()
  await noteAct(transaction, held, { kind: 'withdrawn', key: asked.key, details: { reason } })
  return { ok: true }
}

/**
 * Whether the actor may bring a withdrawn article back: not who withdrew it, nor who wrote the words that would come
 * back. A correction of it was read by a second person like any other.
 */
export async function canRestore(
  transaction: Transaction,
  { actor, slug }: { actor: Actor; slug: string },
): Promise<'yes' | 'notAllowed' | 'ownWithdrawal' | 'ownText'> {
  if (!canReview(actor) || actor.kind !== 'officer') return 'notAllowed'
  const name = `officer:${actor.id}`
  const tables = transaction.withTables<PublishingTables>()
  const [withdrawal, shown] = await Promise.all([
    tables
      .selectFrom('publishing.withdrawal')
      .select('by')
      .where('slug', '=', slug)
      .where('restored_at', 'is', null)
      .executeTakeFirst(),
    tables
      .selectFrom('publishing.article as a')
      .innerJoin('publishing.revision as r', 'r.id', 'a.revision_id')
      .select('r.editors')
      .where('a.slug', '=', slug)
      .execute(),
  ])
  if (withdrawal?.by === name) return 'ownWithdrawal'
  return shown.some(({ editors }) => editors.includes(name)) ? 'ownText' : 'yes'
}

/** Shows an article again as it was, or as it has been corrected since, by the word of a second officer. */
export async function restoreArticle(
  transaction: Transaction,
  asked: Asked,
): Promise<Outcome | { ok: false; because: 'ownWithdrawal' | 'ownText' }> {
  const ready = await heldToMove(transaction, asked)
  if (!ready.ok || ready.isDone) return ready.ok ? { ok: true } : ready
  const { held, reason } = ready
  const may = await canRestore(transaction, { actor: asked.actor, slug: held.slug })
  if (may !== 'yes') return { ok: false, because: may }
  const tables = transaction.withTables<PublishingTables>()
  const closed = await tables
    .updateTable('publishing.withdrawal')
    .set({ restored_at: asked.now, restored_because: reason })
    .where('slug', '=', held.slug)
    .where('restored_at', 'is', null)
    .returning('id')
    .execute()
  if (closed.length === 0) return { ok: false, because: 'wrongState' }
  await tables
    .updateTable('publishing.article')
    .set({ withdrawn_at: null })
    .where('slug', '=', held.slug)
    .execute()
  await noteAct(transaction, held, { kind: 'restored', key: asked.key, details: { reason } })
  return { ok: true }
}

async function heldToMove(transaction: Transaction, { id, actor, key, reason: said }: Asked) {
  const reason = said.normalize('NFC').trim()
  if (!canReview(actor)) return { ok: false, because: 'notAllowed' } as const
  if (!reason) return { ok: false, because: 'reasonMissing' } as const
  const held = await holdManuscript(transaction, id)
  if (!held) return { ok: false, because: 'notFound' } as const
  return { ok: true, held, reason, isDone: await wasDone(transaction, key) } as const
}
