import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { type Database, withActor } from '#platform/database'
import { recordFacts } from '#registry'

const origin = 'officer:bench'

/**
 * What a busy day brings: so many facts of people spread over the province, and some deaths. Each day brings them to
 * other people, in a province that was kept from a former run too.
 */
export async function changesOfADay(database: Database, on: LocalDate, facts: number): Promise<void> {
  await withActor(database, { kind: 'system', job: 'bench' }, async (transaction) => {
    const { rows } = await sql<{ last: number; before: number }>`select
      (select max(id) from registry.person) as last,
      (select count(*) from registry.fact where origin = ${origin}) as before`.execute(transaction)
    const { last = 0, before = 0 } = rows[0] ?? {}
    const step = Math.max(1, Math.floor(last / facts))
    const ids = Array.from({ length: facts }, (_, index) => 1 + ((before + index * step) % last))
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
        origin,
      })),
    )
    await sql`update registry.person set death_on = ${on}
      where id = any(${ids.filter((_, index) => index % 40 === 0)}) and birth_to < ${on}`.execute(transaction)
  })
}
