import { createHmac, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { FeedbackTables } from './tables.ts'

/** How often one address may do something within `minutes`. */
export interface Allowance {
  action: 'feedback' | 'challenge' | 'lookup' | 'follow'
  times: number
  minutes: number
}

/** Five messages in ten minutes: more than anybody writes, less than a machine wants. */
export const feedbackAllowance: Allowance = { action: 'feedback', times: 5, minutes: 10 }

/** Pictures, questions and tasks: generous, since a whole office may share an address. */
export const challengeAllowance: Allowance = { action: 'challenge', times: 120, minutes: 10 }

/** Receipts looked up: enough for somebody who mistypes, too few to guess one. */
export const lookupAllowance: Allowance = { action: 'lookup', times: 30, minutes: 10 }

/** Contacts left to be told: a stranger's address is not filled with our mail. */
export const followAllowance: Allowance = { action: 'follow', times: 5, minutes: 10 }

/** Counts one act of this address; `{ ok: false, tryAgainAt }` when the allowance is used up (then nothing is counted). */
export async function spendAllowance(
  connection: Kysely<unknown>,
  { action, times, minutes }: Allowance,
  { address, now }: { address: string; now: Date },
): Promise<{ ok: true; addressHash: Buffer } | { ok: false; tryAgainAt: Date }> {
  const db = connection.withTables<FeedbackTables>()
  const windowMs = minutes * 60_000
  const since = new Date(now.getTime() - windowMs)
  const hash = await hashAddress(connection, address, now)
  // Two requests of one address wait for each other here, so that neither slips past the count.
  await sql`select pg_advisory_xact_lock(hashtextextended(${hash.toString('hex') + action}, 0))`.execute(
    connection,
  )
  await db
    .deleteFrom('feedback.attempt')
    .where('at', '<', new Date(now.getTime() - 3_600_000))
    .execute()
  const recent = await db
    .selectFrom('feedback.attempt')
    .select('at')
    .where('address_hash', '=', hash)
    .where('action', '=', action)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(times)
    .execute()
  const oldestOfFull = recent.length === times ? recent.at(-1) : undefined
  if (oldestOfFull) return { ok: false, tryAgainAt: new Date(oldestOfFull.at.getTime() + windowMs) }
  await db.insertInto('feedback.attempt').values({ address_hash: hash, action, at: now }).execute()
  return { ok: true, addressHash: hash }
}

/** The address under the key of the day; the keys before yesterday's are deleted, so that nobody can go back. */
async function hashAddress(connection: Kysely<unknown>, address: string, now: Date): Promise<Buffer> {
  const db = connection.withTables<FeedbackTables>()
  const day = now.toISOString().slice(0, 10)
  const findKey = () =>
    db.selectFrom('feedback.address_key').select('key').where('day', '=', day).executeTakeFirst()
  let row = await findKey()
  if (!row) {
    await db
      .insertInto('feedback.address_key')
      .values({ day, key: randomBytes(32) })
      .onConflict((conflict) => conflict.column('day').doNothing())
      .execute()
    const yesterday = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10)
    await db.deleteFrom('feedback.address_key').where('day', '<', yesterday).execute()
    row = await findKey()
  }
  if (!row) throw new Error('The key of the day could not be kept')
  return createHmac('sha256', row.key).update(networkOf(address)).digest()
}

/**
 * Who is counted as one: an IPv4 address, or the /64 of an IPv6 address, since a single household or server is given
 * all its 2^64 addresses and could guess receipts from a new one each time.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.trim().toLowerCase().split('%')
  const version4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain)?.[1]
  if (version4) return version4
  if (!plain.includes(':')) return plain
  const [before = '', after] = plain.split('::')
  const groups = before.split(':').filter(Boolean)
  const last = after?.split(':').filter(Boolean) ?? []
  const missing = after === undefined ? 0 : Math.max(0, 8 - groups.length - last.length)
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...last]
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}/64`
}
