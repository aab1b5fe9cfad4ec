import { sql } from 'kysely'
import { awardsKnown } from '#awards'
import { firstDayOf, type LocalDate, type Month, monthsBetween } from '#calendar'
import { dongText } from '#law/wording'
import type { Transaction } from '#platform/database'
import { type MonthColumns, placeOf } from '#registry'
import type { Text } from '#rules'
import { type Draft, draft } from './drafts.ts'
import { listMonth } from './due-days.ts'
import type { Evaluation } from './evaluation.ts'
import type { Reason } from './kinds.ts'

/** One of two records that are both paid, beside the other. */
interface Twin {
  id: number
  benefit: string
  amount: string
  otherName: string
  otherUnit: string | null
  otherAmount: string
  sameName: boolean
  sameBirth: boolean
  sameUnit: boolean
  /** The first day since which both are paid without a break. */
  together: LocalDate
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
  const { month } = columns
  const looked = within && new Set(within)
  const candidates = looked && (await bearersOfNumbers(transaction, [...recordsAt(columns, looked)]))
  const { rows } = await sql<Twin>`
    with received as materialized (
      select person_id, benefit, sum(amount_dong) as amount, min(lower(valid)) as since
      from ${sql.raw(awardsKnown(columns.knownOn))} where valid @> ${firstDayOf(month)}::date
        and ${candidates ? sql`person_id = any(${candidates})` : sql`true`} group by person_id, benefit
    ), numbered as materialized (
      select p.id, coalesce(p.linked_to, p.id) as root, p.citizen_id, p.name, p.name_folded, p.birth_from, p.birth_to,
          p.unit_uid, r.benefit, r.amount, r.since
      from received r join registry.person p on p.id = r.person_id where p.citizen_id is not null
    ), shared as (
      select citizen_id from numbered group by citizen_id having min(root) < max(root)
    ), paid as materialized (
      select numbered.* from numbered join shared using (citizen_id)
    )
    select distinct on (own.id, own.benefit) own.id, own.benefit, own.amount::text as amount,
      other.name as "otherName", u.name as "otherUnit", other.amount::text as "otherAmount",
      own.name_folded = other.name_folded as "sameName",
      coalesce(own.birth_from = other.birth_from and own.birth_to = other.birth_to, false) as "sameBirth",
      own.unit_uid is not distinct from other.unit_uid as "sameUnit",
      greatest(own.since, other.since) as together
    from paid own join paid other on other.citizen_id = own.citizen_id and other.root <> own.root
    left join registry.unit u on u.uid = other.unit_uid
    order by own.id, own.benefit, other.benefit <> own.benefit, other.id`.execute(transaction)
  return rows.flatMap((twin) => {
    const place = placeOf(columns, twin.id)
    if (place < 0 || (looked && !looked.has(place))) return []
    const recordedDong = receipts.recordedAt(place).get(twin.benefit) ?? Number(twin.amount)
    const twiceDong = Math.min(Number(twin.amount), Number(twin.otherAmount))
    const sinceMonth = twin.together.slice(0, 7) as Month
    const months = monthsBetween(sinceMonth, month) + 1
    return [
      draft(place, 'duplicate', twin.benefit, {
        recordedDong,
        differenceDong: -twiceDong,
        arrearsDong: -twiceDong * months,
        dueBy: 'list',
        reasons: [twinReason(twin, twiceDong, months)],
        nextStep,
      }),
    ]
  })
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

function twinReason(
  { otherName, otherUnit, sameName, sameBirth, sameUnit }: Twin,
  dong: number,
  months: number,
): Reason {
  const agree = agreement(sameName, sameBirth)
  // A name that an officer of this unit could not see otherwise is told only where it is the same person's by all signs.
  const other =
    sameName || sameUnit
      ? { vi: otherName, en: otherName }
      : { vi: 'hồ sơ tên khác', en: 'a record of another name' }
  const place = otherUnit === null ? '' : `, ${unitInside(otherUnit)}`
  return {
    vi: `Cùng ${agree.vi} với ${other.vi}${place}; chi hai lần ${dongText(dong, 'vi')} một tháng, đã ${months} tháng.`,
    en: `Same ${agree.en} as ${other.en}${place}; ${dongText(dong, 'en')} a month is paid twice, for ${months} ${months === 1 ? 'month' : 'months'}.`,
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
