import { type SqlBool, sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import type { Origin } from '#registry'
import type { AwardsTables } from './tables.ts'

/** What a person asked for, and when it was answered. */
export interface Application {
  id: number
  personId: number
  benefit: string
  receivedOn: LocalDate
  decidedOn: LocalDate | undefined
  outcome: 'granted' | 'refused' | 'withdrawn' | undefined
  origin: Origin
}

/** Records that somebody asked for a benefit; the same day's application again is the same one. */
export async function recordApplication(
  transaction: Transaction,
  application: Omit<Application, 'id'>,
): Promise<void> {
  await transaction
    .withTables<AwardsTables>()
    .insertInto('awards.application')
    .values({
      person_id: application.personId,
      benefit: application.benefit,
      received_on: application.receivedOn,
      decided_on: application.decidedOn ?? null,
      outcome: application.outcome ?? null,
      origin: application.origin,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'benefit', 'received_on']).doNothing())
    .execute()
}

/** Applications received by a day that were open at some time from `since` on: those the clock is asked about. */
export async function listApplications(
  transaction: Transaction,
  { since, until, personId }: { since: LocalDate; until: LocalDate; personId?: number },
): Promise<Application[]> {
  let query = transaction
    .withTables<AwardsTables>()
    .selectFrom('awards.application')
    .selectAll()
    .where('received_on', '<=', until)
    .where(sql<SqlBool>`(decided_on is null or decided_on >= ${since})`)
  if (personId !== undefined) query = query.where('person_id', '=', personId)
  const rows = await query.orderBy('person_id').orderBy('received_on').execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    benefit: row.benefit,
    receivedOn: row.received_on as LocalDate,
    decidedOn: (row.decided_on ?? undefined) as LocalDate | undefined,
    outcome: row.outcome ?? undefined,
    origin: row.origin,
  }))
}
