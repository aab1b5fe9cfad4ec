import { type Kysely, sql } from 'kysely'
import type { Actor, Transaction } from '#platform/database'
import { holdManuscript, noteAct, wasDone } from './acts.ts'
import type { Decided } from './deciding.ts'
import { slugOf } from './slugs.ts'
import type { PublishingTables } from './tables.ts'
import { canReview, canWrite, isTaken, revisionShown } from './writing.ts'

/** As long as an address may be. */
const lettersMax = 120

/**
 * Gives an article another address in all its languages. What readers never saw is moved by whoever writes it; once
 * they saw it the province moves it, and the old address leads to the new one for good.
 */
export async function changeAddress(
  transaction: Transaction,
  asked: { id: number; actor: Actor; key: string; address: string },
): Promise<Decided<'notAllowed' | 'addressWrong' | 'addressTaken'>> {
  const { id, actor, key } = asked
  const held = await holdManuscript(transaction, id)
  if (!held) return { ok: false, because: 'notFound' }
  if (await wasDone(transaction, key)) return { ok: true }
  const wasShown = await isKnown(transaction, held.slug)
  if (wasShown ? !canReview(actor) : !canWrite(actor, held.kind)) return { ok: false, because: 'notAllowed' }
  const to = addressIn(asked.address)
  if (!to) return { ok: false, because: 'addressWrong' }
  if (to === held.slug) return { ok: true }
  if (await isTaken(transaction, to)) return { ok: false, because: 'addressTaken' }
  await sql`select publishing.change_slug(${held.slug}, ${to})`.execute(transaction)
  const details = { from: held.slug, to, isRedirected: wasShown }
  await noteAct(transaction, { ...held, slug: to }, { kind: 'addressChanged', key, details })
  return { ok: true }
}

/** Whether readers ever saw something by this address, in whatever language. */
async function isKnown(transaction: Transaction, slug: string): Promise<boolean> {
  const shown = await Promise.all(
    (['vi', 'en'] as const).map((each) => revisionShown(transaction, slug, each)),
  )
  return shown.some((revision) => revision !== undefined)
}

/** The last part of an address as somebody typed it: with tones, blanks or the whole address before it. */
export function addressIn(typed: string): string | undefined {
  const last = typed.normalize('NFC').trim().split(/[?#]/)[0]?.replace(/\/+$/, '').split('/').at(-1) ?? ''
  if (!/[\p{L}\p{N}]/u.test(last) || last.length > lettersMax) return undefined
  const slug = slugOf(last)
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ? slug : undefined
}

/** Where an address that an article gave up leads today; undefined for one that was never given up. */
export async function findNewSlug(connection: Kysely<unknown>, slug: string): Promise<string | undefined> {
  const row = await connection
    .withTables<PublishingTables>()
    .selectFrom('publishing.former_slug')
    .select('now')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.now
}

/** The addresses of today for addresses of any time, in their order, each once. */
export async function currentSlugs(connection: Kysely<unknown>, slugs: readonly string[]): Promise<string[]> {
  if (slugs.length === 0) return []
  const rows = await connection
    .withTables<PublishingTables>()
    .selectFrom('publishing.former_slug')
    .select(['slug', 'now'])
    .where('slug', 'in', [...slugs])
    .execute()
  const today = new Map(rows.map(({ slug, now }) => [slug, now]))
  return [...new Set(slugs.map((slug) => today.get(slug) ?? slug))]
}
