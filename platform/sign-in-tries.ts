import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * How many tries are let through. An office shares one address, so the address alone is allowed more than one officer
 * who mistypes; a guesser who changes address is slowed by the name.
 */
const limits = { nameAndAddress: 5, address: 60, name: 30 }

/**
 * Counts one more try and says whether it may go on. It is counted before the password is looked at, so that many at
 * once gain nothing.
 */
export async function canTry(database: Database, username: string, ip: string): Promise<boolean> {
  await sql`delete from platform.sign_in_try where at < now() - interval '1 day'`.execute(database.query)
  await sql`insert into platform.sign_in_try (username, ip) values (${username}, ${ip})`.execute(
    database.query,
  )
  const { rows } = await sql<Record<keyof typeof limits, number>>`select
      count(*) filter (where username = ${username} and ip = ${ip} and at > now() - interval '5 minutes') as "nameAndAddress",
      count(*) filter (where ip = ${ip} and at > now() - interval '5 minutes') as address,
      count(*) filter (where username = ${username} and at > now() - interval '1 hour') as name
    from platform.sign_in_try
    where (username = ${username} or ip = ${ip}) and at > now() - interval '1 hour'`.execute(database.query)
  const counts = rows[0]
  if (!counts) return false
  return (
    counts.nameAndAddress <= limits.nameAndAddress &&
    counts.address <= limits.address &&
    counts.name <= limits.name
  )
}

/** The right password forgives the tries before it. */
export async function forgiveTries(database: Database, username: string, ip: string): Promise<void> {
  await sql`delete from platform.sign_in_try where username = ${username} and ip = ${ip}`.execute(
    database.query,
  )
}
