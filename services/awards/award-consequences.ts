import { type SqlBool, sql } from 'kysely'
import { addMonths, firstDayOf, type LocalDate, type Month, monthOf, monthsBetween } from '#calendar'
import { lastPaidMonth, monthsOfMove } from '#law/social-assistance'
import type { Transaction } from '#platform/database'
import type { Act, Enacted, MoveAct, Origin } from '#registry'
import { type Award, endAward, listAwardsOf, recordAward, withdrawAward } from './awards.ts'

/** What an act did to one award. */
export interface AwardChange {
  awardId: number
  personId: number
  benefit: string
  category: string
  amountDong: number
  /** Ended after `lastMonth`; withdrawn before it began; begun anew from `fromMonth`. */
  change: 'ended' | 'withdrawn' | 'begun'
  lastMonth?: Month
  fromMonth?: Month
  /** The unit that pays what has begun. */
  paidBy?: string | undefined
  /** Months up to now that were still recorded as paid after the last, and their money: to be recovered. */
  undueMonths?: number
  undueDong?: number
}

/**
 * What follows from an act for what people receive: a death ends everything with its month (SP1), a move hands it
 * from commune to commune (SP6), a death taken back lets it go on. `diedOn` is what the register said before the act.
 */
export async function followAct(
  transaction: Transaction,
  { act, enacted, diedOn }: { act: Act; enacted: Enacted; diedOn: LocalDate | undefined },
  { today, origin }: { today: LocalDate; origin: Origin },
): Promise<AwardChange[]> {
  const personIds = await withLinked(transaction, enacted.personIds)
  if (act.kind === 'death')
    return endAfter(transaction, personIds, { lastMonth: lastPaidMonth(act.on).month, today })
  if (act.kind === 'undoDeath' && diedOn !== undefined)
    return resumeAfter(transaction, personIds, { lastMonth: lastPaidMonth(diedOn).month, origin })
  if (act.kind === 'move') return handOver(transaction, personIds, { act, today, origin })
  return []
}

/** The records of these people, those of the same person that are linked to them included. */
async function withLinked(transaction: Transaction, personIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from registry.person
    where id = any(${personIds}) or linked_to = any(${personIds}) order by id`.execute(transaction)
  return rows.map(({ id }) => id)
}

async function endAfter(
  transaction: Transaction,
  personIds: readonly number[],
  { lastMonth, today }: { lastMonth: Month; today: LocalDate },
): Promise<AwardChange[]> {
  const changes: AwardChange[] = []
  for (const award of await listAwardsOf(transaction, personIds)) {
    if (award.toMonth !== undefined && award.toMonth <= lastMonth) continue
    if (award.fromMonth > lastMonth) {
      await withdrawAward(transaction, award.id)
      changes.push({ ...said(award), change: 'withdrawn', ...undue(award, award.fromMonth, today) })
    } else {
      await endAward(transaction, award.id, lastMonth)
      const first = addMonths(lastMonth, 1)
      changes.push({ ...said(award), change: 'ended', lastMonth, ...undue(award, first, today) })
    }
  }
  return changes
}

/** Months from `first` to now, or to the end of the award, that were recorded as paid. */
function undue(award: Award, first: Month, today: LocalDate): { undueMonths: number; undueDong: number } {
  const now = monthOf(today)
  const last = award.toMonth !== undefined && award.toMonth < now ? award.toMonth : now
  const undueMonths = Math.max(0, monthsBetween(first, last) + 1)
  return { undueMonths, undueDong: undueMonths * award.amountDong }
}

function said({ id, personId, benefit, category, amountDong }: Award) {
  return { awardId: id, personId, benefit, category, amountDong }
}

/** The old commune's awards end, and the same begin in the new one; out of the province they only end. */
async function handOver(
  transaction: Transaction,
  personIds: readonly number[],
  { act, today, origin }: { act: MoveAct; today: LocalDate; origin: Origin },
): Promise<AwardChange[]> {
  const { oldLast, newFirst } = monthsOfMove(act.stoppedOn ?? today)
  const { rows } = await sql<{ unitUid: string | null }>`select unit_uid as "unitUid" from registry.person
    where id = ${act.personId}`.execute(transaction)
  const paidBy = rows[0]?.unitUid ?? undefined
  const awards = (await listAwardsOf(transaction, personIds)).filter(
    ({ toMonth }) => toMonth === undefined || toMonth > oldLast,
  )
  const changes = await endAfter(transaction, personIds, { lastMonth: oldLast, today })
  if (act.to === 'away') return changes
  for (const award of awards) {
    const fromMonth = award.fromMonth > newFirst ? award.fromMonth : newFirst
    const { decisionNumber, signedOn } = act
    const awardId = await recordAward(transaction, {
      ...award,
      fromMonth,
      decisionNumber,
      signedOn,
      paidBy,
      origin,
    })
    changes.push({ ...said(award), awardId, change: 'begun', fromMonth, paidBy })
  }
  return changes
}

/** What ended with a death that was none goes on from the month after, as it was recorded before. */
async function resumeAfter(
  transaction: Transaction,
  personIds: readonly number[],
  { lastMonth, origin }: { lastMonth: Month; origin: Origin },
): Promise<AwardChange[]> {
  const stopped = firstDayOf(addMonths(lastMonth, 1))
  const { rows } = await sql<FormerAward>`select distinct on (b.award_id) b.award_id as "awardId",
      b.person_id as "personId", b.benefit, b.category, b.coefficient_tenths as "coefficientTenths",
      b.amount_dong as "amountDong", greatest(lower(b.valid), ${stopped}::date) as "from", upper(b.valid) as until,
      b.decision_number as "decisionNumber", b.signed_on as "signedOn", b.payee, b.paid_by as "paidBy"
    from awards.award_before b left join awards.award a on a.id = b.award_id
    where b.person_id = any(${personIds}) and ${endedThere(stopped)}
      and not exists (select from awards.award other where other.person_id = b.person_id
        and other.benefit = b.benefit and other.category = b.category
        and other.valid && daterange(greatest(lower(b.valid), ${stopped}::date), upper(b.valid)))
    order by b.award_id, b.superseded_at desc`.execute(transaction)
  const changes: AwardChange[] = []
  for (const { awardId: _former, from, until, ...former } of rows) {
    const fromMonth = monthOf(from)
    const { personId, benefit, category, amountDong, paidBy } = former
    const awardId = await recordAward(transaction, {
      ...former,
      coefficientTenths: former.coefficientTenths ?? undefined,
      decisionNumber: former.decisionNumber ?? undefined,
      signedOn: former.signedOn ?? undefined,
      payee: former.payee ?? undefined,
      paidBy: paidBy ?? undefined,
      fromMonth,
      toMonth: until === null ? undefined : addMonths(monthOf(until), -1),
      origin,
    })
    changes.push({ awardId, personId, benefit, category, amountDong, change: 'begun', fromMonth })
  }
  return changes
}

interface FormerAward {
  awardId: number
  personId: number
  benefit: string
  category: string
  coefficientTenths: number | null
  amountDong: number
  from: LocalDate
  until: LocalDate | null
  decisionNumber: string | null
  signedOn: LocalDate | null
  payee: string | null
  paidBy: string | null
}

/** An award that ran beyond a day until it was cut there, or that was to begin later and was withdrawn. */
function endedThere(stopped: LocalDate) {
  return sql<SqlBool>`(upper(a.valid) = ${stopped} and (upper_inf(b.valid) or upper(b.valid) > ${stopped})
    or a.id is null and lower(b.valid) >= ${stopped})`
}
