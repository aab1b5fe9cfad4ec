import { listPaidWhen, streamReceipts } from '#awards'
import type { Month } from '#calendar'
import { decree335 } from '#law/instruments'
import type { Transaction } from '#platform/database'
import { type MonthColumns, placeOf } from '#registry'

/** What people are recorded as receiving in a month, by their place in the columns: benefit → đồng. */
export interface Receipts {
  byPlace: ReadonlyMap<number, ReadonlyMap<string, number>>
  /** The grounds on record, by `place benefit`. */
  categories: ReadonlyMap<string, readonly string[]>
  /** The places of those whom the transition of Decree 335/2026 Đ32.3 covers: they were being paid when it came. */
  transitional: ReadonlySet<number>
}

export async function readReceipts(
  transaction: Transaction,
  columns: MonthColumns,
  options: { month: Month; personIds?: readonly number[] },
): Promise<Receipts> {
  const byPlace = new Map<number, Map<string, number>>()
  const grounds = new Map<string, readonly string[]>()
  for await (const { personId, benefit, amountDong, categories } of streamReceipts(
    transaction,
    options.month,
    options.personIds,
  )) {
    const place = placeOf(columns, personId)
    if (place < 0) continue
    grounds.set(`${place} ${benefit}`, categories)
    const benefits = byPlace.get(place) ?? new Map<string, number>()
    byPlace.set(place, benefits.set(benefit, (benefits.get(benefit) ?? 0) + amountDong))
  }
  const paid = await listPaidWhen(transaction, decree335.from, options.personIds)
  const transitional = new Set(paid.map((id) => placeOf(columns, id)))
  return { byPlace, categories: grounds, transitional }
}

/** The places of those in transition, and of everybody else; only of `within` when given. */
export function partition(
  columns: MonthColumns,
  receipts: Receipts,
  within?: readonly number[],
): { recipients: Int32Array; others: Int32Array } {
  const recipients: number[] = []
  const others: number[] = []
  const place = (at: number) => (receipts.transitional.has(at) ? recipients : others).push(at)
  if (within) within.forEach(place)
  else for (let at = 0; at < columns.count; at++) place(at)
  return { recipients: Int32Array.from(recipients), others: Int32Array.from(others) }
}
