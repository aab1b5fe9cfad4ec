import { listPaidWhen, streamReceipts } from '#awards'
import type { Month } from '#calendar'
import { decree335 } from '#law/instruments'
import type { Transaction } from '#platform/database'
import { type MonthColumns, placeOf } from '#registry'

/** What people are recorded as receiving in a month; those who receive the same share one record. */
export interface Receipts {
  /** By place the number of the record; 0 is nothing. */
  numbers: Uint32Array
  /** By place 1 for those whom the transition of Decree 335/2026 Đ32.3 covers: they were being paid when it came. */
  transitional: Uint8Array
  /** Benefit → đồng, of all records of the person together. */
  recordedAt(place: number): ReadonlyMap<string, number>
  /** The grounds on record. */
  groundsAt(place: number, benefit: string): readonly string[]
  /** The number of records of the person that are paid this benefit. */
  payeesAt(place: number, benefit: string): number
}

interface Received {
  dong: ReadonlyMap<string, number>
  grounds: ReadonlyMap<string, readonly string[]>
  payees: ReadonlyMap<string, number>
}

const nothing: Received = { dong: new Map(), grounds: new Map(), payees: new Map() }

/** As known on the day of the columns. Without `personIds`, of everybody; else of those and all that are linked to somebody in the columns. */
export async function readReceipts(
  transaction: Transaction,
  columns: MonthColumns,
  options: { month: Month; personIds?: readonly number[] },
): Promise<Receipts> {
  const ids = options.personIds && [...options.personIds, ...columns.linked.keys()]
  const records = new Records(columns.count)
  for await (const { personId, benefit, amountDong, categories } of streamReceipts(
    transaction,
    options.month,
    ids,
    columns.knownOn,
  )) {
    const place = placeOf(columns, personId)
    if (place >= 0) records.add(place, benefit, amountDong, categories)
  }
  const transitional = new Uint8Array(columns.count)
  for (const id of await listPaidWhen(transaction, decree335.from, ids, columns.knownOn)) {
    const place = placeOf(columns, id)
    if (place >= 0) transitional[place] = 1
  }
  const { numbers, list } = records
  const at = (place: number) => list[numbers[place] as number] ?? nothing
  return {
    numbers,
    transitional,
    recordedAt: (place) => at(place).dong,
    groundsAt: (place, benefit) => at(place).grounds.get(benefit) ?? [],
    payeesAt: (place, benefit) => at(place).payees.get(benefit) ?? 0,
  }
}

/** Numbers for what people receive, each different one kept once. */
class Records {
  readonly numbers: Uint32Array
  readonly list: Received[] = [nothing]
  /** From a record and what comes to it, to the record after it. */
  private readonly following = new Map<string, number>()

  constructor(count: number) {
    this.numbers = new Uint32Array(count)
  }

  add(place: number, benefit: string, amountDong: number, categories: readonly string[]): void {
    const before = this.numbers[place] as number
    const key = `${before} ${benefit} ${amountDong} ${categories.join(',')}`
    const known = this.following.get(key)
    const number = known ?? this.list.push(withMore(this.list[before] as Received)) - 1
    if (known === undefined) this.following.set(key, number)
    this.numbers[place] = number

    function withMore({ dong, grounds, payees }: Received): Received {
      const all = [...new Set([...(grounds.get(benefit) ?? []), ...categories])].sort()
      return {
        dong: new Map(dong).set(benefit, (dong.get(benefit) ?? 0) + amountDong),
        grounds: new Map(grounds).set(benefit, all),
        payees: new Map(payees).set(benefit, (payees.get(benefit) ?? 0) + 1),
      }
    }
  }
}
