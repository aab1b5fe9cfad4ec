import { sql } from 'kysely'
import { awardsKnown } from '#awards'
import { firstDayOf, type LocalDate, type Month, monthOf, monthsBetween } from '#calendar'
import { dongText } from '#law/wording'
import type { Transaction } from '#platform/database'
import { type MonthColumns, placeOf } from '#registry'
import type { Text } from '#rules'
import { type Draft, draft } from './drafts.ts'
import { listMonth } from './due-days.ts'
import type { Evaluation } from './evaluation.ts'
import type { Reason } from './kinds.ts'

/** A benefit that a record with a number is paid, as known on a day. */
interface Paid {
  id: number
  /** The record that speaks for the person. */
  root: number
  citizenId: string
  name: string
  nameFolded: string
  birthFrom: LocalDate | null
  birthTo: LocalDate | null
  unitUid: string | null
  unitName: string | null
  benefit: string
  amountDong: number
  /** The first day since which it is paid without a break. */
  since: LocalDate
}

/**
 * The same twelve-digit number on records of more than one person that are paid in the month, as known on the day of
 * the columns: certain enough to name, because the State gives each number once. Likeness of names is never enough.
 * What is paid twice is the lesser of the two amounts, for as many months as both have been paid.
 */
export async function findDuplicates(
  transaction: Transaction,
  { columns, receipts, within }: Pick<Evaluation, 'columns' | 'receipts' | 'within'>,
): Promise<Draft[]> {
  // Only who is paid can be paid twice.
  const looked = within && new Set(within.filter((place) => receipts.numbers[place] !== 0))
  const candidates = looked && (await bearersOfNumbers(transaction, [...recordsAt(columns, looked)]))
  const drafts: Draft[] = []
  for (const same of Map.groupBy(
    await readPaidTwice(transaction, columns, candidates),
    ({ citizenId }) => citizenId,
  ).values())
    for (const own of same) {
      const place = placeOf(columns, own.id)
      const other = otherOf(own, same)
      if (place < 0 || !other || (looked && !looked.has(place))) continue
      const recordedDong = receipts.recordedAt(place).get(own.benefit) ?? own.amountDong
      drafts.push(duplicate(place, own, { other, recordedDong, month: columns.month }))
    }
  return drafts
}

function duplicate(
  place: number,
  own: Paid,
  { other, recordedDong, month }: { other: Paid; recordedDong: number; month: Month },
): Draft {
  const twiceDong = Math.min(own.amountDong, other.amountDong)
  const together = own.since > other.since ? own.since : other.since
  const months = monthsBetween(monthOf(together), month) + 1
  return draft(place, 'duplicate', own.benefit, {
    recordedDong,
    differenceDong: -twiceDong,
    arrearsDong: -twiceDong * months,
    dueBy: 'list',
    reasons: [twinReason(own, other, twiceDong, months)],
    nextStep,
  })
}

/** The one of another person to compare with: best paid the same benefit, then the oldest record. */
function otherOf(own: Paid, same: readonly Paid[]): Paid | undefined {
  const others = same.filter(({ root }) => root !== own.root)
  const alike = others.filter(({ benefit }) => benefit === own.benefit)
  return (alike.length > 0 ? alike : others).toSorted((one, other) => one.id - other.id)[0]
}

/**
 * Everything that is paid on records of two people with one number; of all people, or of these records. Only grouped
 * and never joined with itself: how many these are the database cannot guess.
 */
async function readPaidTwice(
  transaction: Transaction,
  { month, knownOn }: MonthColumns,
  candidates: readonly number[] | undefined,
): Promise<Paid[]> {
  const { rows } = await sql<Paid>`
    with received as materialized (
      select person_id, benefit, sum(amount_dong) as amount, min(lower(valid)) as since
      from ${sql.raw(awardsKnown(knownOn))} where valid @> ${firstDayOf(month)}::date
        and ${candidates ? sql`person_id = any(${candidates})` : sql`true`} group by person_id, benefit
    ), numbered as (
      select p.id, p.citizen_id, p.name, p.name_folded, p.birth_from, p.birth_to, p.unit_uid, r.benefit, r.amount,
        r.since, coalesce(p.linked_to, p.id) as root,
        min(coalesce(p.linked_to, p.id)) over same as least, max(coalesce(p.linked_to, p.id)) over same as greatest
      from received r join registry.person p on p.id = r.person_id where p.citizen_id is not null
      window same as (partition by p.citizen_id)
    )
    select numbered.id, root, citizen_id as "citizenId", numbered.name, name_folded as "nameFolded",
      birth_from as "birthFrom", birth_to as "birthTo", unit_uid as "unitUid", u.name as "unitName", benefit,
      amount::bigint as "amountDong", since
    from numbered left join registry.unit u on u.uid = unit_uid
    where least < greatest order by numbered.id, benefit`.execute(transaction)
  return rows
}

/** Everybody who bears the number of one of these records and is not alone with it. */
async function bearersOfNumbers(transaction: Transaction, records: readonly number[]): Promise<number[]> {
  const { rows: borne } = await sql<{ citizen_id: string }>`select distinct citizen_id from registry.person
    where id = any(${records}) and citizen_id is not null`.execute(transaction)
  // Named one by one, so that the index on numbers serves and nobody else is read.
  const numbers = borne.map(({ citizen_id }) => citizen_id)
  const { rows } = await sql<{ id: number; citizen_id: string }>`select id, citizen_id from registry.person
    where citizen_id = any(${numbers})`.execute(transaction)
  const bearers = Map.groupBy(rows, ({ citizen_id }) => citizen_id)
  return [...bearers.values()].flatMap((same) => (same.length > 1 ? same.map(({ id }) => id) : []))
}

/** The records of the people at some places. */
function* recordsAt({ ids, linked }: MonthColumns, places: ReadonlySet<number>): Generator<number> {
  const roots = new Set<number>()
  for (const place of places) roots.add(ids[place] as number)
  yield* roots
  for (const [record, root] of linked) if (roots.has(root)) yield record
}

function twinReason(own: Paid, other: Paid, dong: number, months: number): Reason {
  const sameName = own.nameFolded === other.nameFolded
  const sameBirth =
    own.birthFrom !== null && own.birthFrom === other.birthFrom && own.birthTo === other.birthTo
  const agree = agreement(sameName, sameBirth)
  // A name that an officer of this unit could not see otherwise is told only where it is the same person's by all signs.
  const name =
    sameName || own.unitUid === other.unitUid
      ? { vi: other.name, en: other.name }
      : { vi: 'hồ sơ tên khác', en: 'a record of another name' }
  const place = other.unitName === null ? '' : `, ${unitInside(other.unitName)}`
  return {
    vi: `Cùng ${agree.vi} với ${name.vi}${place}; chi hai lần ${dongText(dong, 'vi')} một tháng, đã ${months} tháng.`,
    en: `Same ${agree.en} as ${name.en}${place}; ${dongText(dong, 'en')} a month is paid twice, for ${months} ${months === 1 ? 'month' : 'months'}.`,
    articles: [],
  }
}

function agreement(sameName: boolean, sameBirth: boolean): Text {
  const also = [
    ...(sameName ? [{ vi: 'họ tên', en: 'name' }] : []),
    ...(sameBirth ? [{ vi: 'ngày sinh', en: 'birth' }] : []),
  ]
  return {
    vi: ['số căn cước', ...also.map(({ vi }) => vi)].join(', '),
    en: ['citizen number', ...also.map(({ en }) => en)].join(', '),
  }
}

/** `xã Quỳnh Phú` within a sentence. */
function unitInside(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

const nextStep: Text = {
  vi: `Đối chiếu hai hồ sơ, giữ một và dừng chi hồ sơ kia từ ${listMonth}`,
  en: `Compare the two records, keep one and stop paying the other from ${listMonth}`,
}
