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

/** Shows an article again as it was, or as it has been corrected since. */
export async function restoreArticle(transaction: Transaction, asked: Asked): Promise<Outcome> {
  const ready = await heldToMove(transaction, asked)
  if (!ready.ok || ready.isDone) return ready.ok ? { ok: true } : ready
  const { held, reason } = ready
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
