import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { type Database, withActor } from '#platform/database'
import { recordFacts } from '#registry'

/** What a busy day brings: so many facts of people spread over the province, and some deaths. */
export async function changesOfADay(database: Database, on: LocalDate, facts: number): Promise<void> {
  await withActor(database, { kind: 'system', job: 'bench' }, async (transaction) => {
    const { rows } = await sql<{ last: number }>`select max(id) as last from registry.person`.execute(
      transaction,
    )
    const last = rows[0]?.last ?? 0
    const step = Math.max(1, Math.floor(last / facts))
    const ids = Array.from({ length: facts }, (_, index) => 1 + ((index * step) % last))
    const { rows: sure } = await sql<{
      id: number
    }>`select id from registry.person where id = any(${ids})`.execute(transaction)
    await recordFacts(
      transaction,
      sure.map(({ id }, index) => ({
        personId: id,
        key: 'disability',
        value: index % 3 === 0 ? 'severe' : 'light',
        valid: { from: on },
        origin: 'officer:bench',
      })),
    )
    await sql`update registry.person set death_on = ${on}
      where id = any(${ids.filter((_, index) => index % 40 === 0)}) and birth_to < ${on}`.execute(transaction)
  })
}
