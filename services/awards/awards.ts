import { type SqlBool, sql } from 'kysely'
import { addDays, addMonths, firstDayOf, type LocalDate, lastDayOf, type Month, monthOf } from '#calendar'
import { copyOut } from '#platform/bulk'
import type { Transaction } from '#platform/database'
import { arrayOf, inStrides, type Origin, rangeOf } from '#registry'
import type { AwardsTables } from './tables.ts'

/** A monthly benefit somebody is recorded as receiving, in whole months. */
export interface Award {
  id: number
  personId: number
  /** The benefit's id in the law: `socialAllowance`, `careSupport`, `socialPension` … */
  benefit: string
  /** The ground as officers write it: `K6`, `SP`, `C5`. */
  category: string
  /** Tenths: 15 is 1.5. Undefined when the list does not say. */
  coefficientTenths: number | undefined
  amountDong: number
  fromMonth: Month
  /** The last month paid; undefined while it runs. */
  toMonth: Month | undefined
  decisionNumber: string | undefined
  signedOn: LocalDate | undefined
  payee: string | undefined
  /** The unit that pays, when it is not simply where the person lives: set when somebody moves. */
  paidBy?: string | undefined
  origin: Origin
  recordedAt: Date
}

export type NewAward = Omit<Award, 'id' | 'recordedAt'>

/** Records an award; throws when the same benefit and ground is already recorded for one of its months. */
export async function recordAward(transaction: Transaction, award: NewAward): Promise<number> {
  const { id } = await transaction
    .withTables<AwardsTables>()
    .insertInto('awards.award')
    .values({
      person_id: award.personId,
      benefit: award.benefit,
      category: award.category,
      coefficient_tenths: award.coefficientTenths ?? null,
      amount_dong: award.amountDong,
      valid: monthsRange(award.fromMonth, award.toMonth),
      decision_number: award.decisionNumber ?? null,
      signed_on: award.signedOn ?? null,
      payee: award.payee ?? null,
      paid_by: award.paidBy ?? null,
      origin: award.origin,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The months from the first to the last, both included, as a range of days. */
export function monthsRange(from: Month, to: Month | undefined): string {
  if (to === undefined) return rangeOf({ from: firstDayOf(from) })
  return `[${firstDayOf(from)},${firstDayOf(addMonths(to, 1))})`
}

/** `lastMonth` is the last that is paid; an award that had not begun by then cannot be ended there (it throws). */
export async function endAward(transaction: Transaction, id: number, lastMonth: Month): Promise<void> {
  await transaction
    .withTables<AwardsTables>()
    .updateTable('awards.award')
    .set({ valid: sql<string>`daterange(lower(valid), ${firstDayOf(addMonths(lastMonth, 1))})` })
    .where('id', '=', id)
    .where(sql<SqlBool>`(upper_inf(valid) or upper(valid) > ${firstDayOf(addMonths(lastMonth, 1))})`)
    .execute()
}

/** Takes back an award that should never have begun; what was recorded stays readable as it was known. */
export async function withdrawAward(transaction: Transaction, id: number): Promise<void> {
  await transaction.withTables<AwardsTables>().deleteFrom('awards.award').where('id', '=', id).execute()
}

/** Records many awards; throws as `recordAward` does. */
export async function recordAwards(transaction: Transaction, awards: readonly NewAward[]): Promise<void> {
  if (awards.length === 0) return
  const of = (cellOf: (award: NewAward) => string | number | null | undefined) => arrayOf(awards, cellOf)
  await sql`insert into awards.award (person_id, benefit, category, coefficient_tenths, amount_dong, valid,
      decision_number, signed_on, payee, origin)
    select person_id, benefit, category, tenths, amount, daterange("from", until), decision_number, signed_on, payee,
      origin
    from unnest(${of(({ personId }) => personId)}::bigint[], ${of(({ benefit }) => benefit)}::text[],
      ${of(({ category }) => category)}::text[], ${of(({ coefficientTenths }) => coefficientTenths)}::integer[],
      ${of(({ amountDong }) => amountDong)}::bigint[], ${of(({ fromMonth }) => firstDayOf(fromMonth))}::date[],
      ${of(({ toMonth }) => toMonth && firstDayOf(addMonths(toMonth, 1)))}::date[],
      ${of(({ decisionNumber }) => decisionNumber)}::text[], ${of(({ signedOn }) => signedOn)}::date[],
      ${of(({ payee }) => payee)}::text[], ${of(({ origin }) => origin)}::text[])
      as each (person_id, benefit, category, tenths, amount, "from", until, decision_number, signed_on, payee,
        origin)
    order by ${inStrides('person_id')}`.execute(transaction)
}

/** Ends many awards after the last month that is paid of each. */
export async function endAwards(
  transaction: Transaction,
  ended: readonly { id: number; lastMonth: Month }[],
): Promise<void> {
  if (ended.length === 0) return
  const rows = ended.map(({ id, lastMonth }) => ({ id, until: firstDayOf(addMonths(lastMonth, 1)) }))
  await sql`update awards.award set valid = daterange(lower(valid), each.until)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as each (id bigint, until date)
    where award.id = each.id and (upper_inf(valid) or upper(valid) > each.until)`.execute(transaction)
}

/**
 * The awards as they were recorded at the end of a day, for reading in place of the table (`from …`): what was ended or
 * withdrawn later is as it was, what was recorded later is not there. The table itself without a day.
 */
export function awardsKnown(knownOn: LocalDate | undefined): string {
  if (knownOn === undefined) return 'awards.award'
  const end = `'${addDays(knownOn, 1)}'::timestamp at time zone 'Asia/Ho_Chi_Minh'`
  const columns = 'person_id, benefit, category, amount_dong, valid, signed_on'
  return `(select ${columns} from awards.award a where recorded_at < ${end} and not exists (
      select from awards.award_before b where b.award_id = a.id and b.superseded_at >= ${end})
    union all
    select ${columns} from (select distinct on (award_id) * from awards.award_before
      where recorded_at < ${end} and superseded_at >= ${end} order by award_id, superseded_at) as former) as known`
}

/** All awards of a person, the latest first. */
export function listAwards(transaction: Transaction, personId: number): Promise<Award[]> {
  return listAwardsOf(transaction, [personId])
}

/** All awards of many people, the latest first. */
export async function listAwardsOf(transaction: Transaction, personIds: readonly number[]): Promise<Award[]> {
  const rows = await transaction
    .withTables<AwardsTables>()
    .selectFrom('awards.award')
    .selectAll()
    .select([sql<LocalDate>`lower(valid)`.as('first_on'), sql<LocalDate | null>`upper(valid)`.as('until')])
    .where(sql<SqlBool>`person_id = any(${personIds})`)
    .orderBy(sql`lower(valid)`, 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    benefit: row.benefit,
    category: row.category,
    coefficientTenths: row.coefficient_tenths ?? undefined,
    amountDong: row.amount_dong,
    fromMonth: monthOf(row.first_on),
    toMonth: row.until === null ? undefined : addMonths(monthOf(row.until), -1),
    decisionNumber: row.decision_number ?? undefined,
    signedOn: (row.signed_on ?? undefined) as LocalDate | undefined,
    payee: row.payee ?? undefined,
    paidBy: row.paid_by ?? undefined,
    origin: row.origin,
    recordedAt: row.recorded_at,
  }))
}

/** What one person is recorded as receiving of one benefit in one month, all grounds together. */
export interface Receipt {
  personId: number
  benefit: string
  amountDong: number
  /** The grounds as officers wrote them. */
  categories: readonly string[]
}

/**
 * Everything that is recorded as paid in a month, in the order of people; with `knownOn`, as it was recorded at the end
 * of that day. Dormant rows of other months are not read.
 */
export async function* streamReceipts(
  transaction: Transaction,
  month: Month,
  personIds?: readonly number[],
  knownOn?: LocalDate,
): AsyncGenerator<Receipt> {
  const restriction = personIds
    ? `person_id = any('{${personIds.map(Math.trunc).join(',')}}'::bigint[])`
    : 'true'
  const select = `select person_id, benefit, sum(amount_dong), string_agg(distinct category, ',')
    from ${awardsKnown(knownOn)}
    where valid @> '${firstDayOf(month)}'::date and ${restriction} group by person_id, benefit order by person_id, benefit`
  for await (const [personId, benefit, amount, categories] of copyOut(transaction, select))
    yield {
      personId: Number(personId),
      benefit: benefit ?? '',
      amountDong: Number(amount),
      categories: (categories ?? '').split(','),
    }
}

/**
 * The people to whom something was being paid when a decree came into force on `on`: decided before that day and not
 * ended in its month. A decision whose day no list gave counts from its first month. With `knownOn`, as it was
 * recorded at the end of that day.
 */
export async function listPaidWhen(
  transaction: Transaction,
  on: LocalDate,
  personIds?: readonly number[],
  knownOn?: LocalDate,
): Promise<number[]> {
  const restriction = personIds
    ? `person_id = any('{${personIds.map(Math.trunc).join(',')}}'::bigint[])`
    : 'true'
  const people: number[] = []
  const select = `select distinct person_id from ${awardsKnown(knownOn)}
    where coalesce(signed_on, lower(valid)) < '${on}' and (upper_inf(valid) or upper(valid) > '${lastDayOf(monthOf(on))}')
      and ${restriction}`
  for await (const [personId] of copyOut(transaction, select)) people.push(Number(personId))
  return people
}
