import { sql } from 'kysely'
import { addMonths, firstDayOf, type Month } from '#calendar'
import type { Transaction } from '#platform/database'
import type { MonthColumns } from '#registry'

/** How each person stood in a run: in which unit, and four bits of the three principles. */
export interface Standings {
  count: number
  /** Places in `unitUids`; -1 for none. */
  units: Int16Array
  unitUids: readonly string[]
  /** `absent` for numbers that nobody has. */
  standing: Uint8Array
}

export const absent = 255

/** Months whose standings are kept, the newest included: looking back at one sweeps it wholly. */
export const monthsKept = 3

/** Writes how everybody stood in a whole run of a month. */
export async function writeStandings(
  transaction: Transaction,
  columns: Pick<MonthColumns, 'month' | 'count' | 'ids' | 'units' | 'unitUids'>,
  standing: Uint8Array,
): Promise<void> {
  const { month, count, ids, units, unitUids } = columns
  const oldest = firstDayOf(addMonths(month, 1 - monthsKept))
  await sql`delete from findings.standing where month = ${firstDayOf(month)} or month < ${oldest}`.execute(
    transaction,
  )
  const writers = Array.from({ length: unitUids.length + 1 }, () => new PeopleWriter())
  for (let place = 0; place < count; place++)
    writers[(units[place] as number) + 1]?.add(ids[place] as number, standing[place] as number)
  for (const [index, writer] of writers.entries())
    if (writer.count > 0) await writeUnit(transaction, month, unitUids[index - 1] ?? '', writer)
}

async function writeUnit(
  transaction: Transaction,
  month: Month,
  unitUid: string,
  writer: PeopleWriter,
): Promise<void> {
  await sql`insert into findings.standing (month, unit_uid, people)
    values (${firstDayOf(month)}, ${unitUid}, ${Buffer.from(writer.bytes())})
    on conflict (month, unit_uid) do update set people = excluded.people`.execute(transaction)
}

/** Everybody's standing in the latest run of a month, by their number; changes are written unit by unit. */
export class StandingBook {
  private readonly month: Month
  private readonly unitUids: string[] = []
  private readonly changed = new Set<number>()
  private units = new Int16Array(1_024).fill(-1)
  private standing = new Uint8Array(1_024).fill(absent)
  private people = 0

  constructor(month: Month) {
    this.month = month
  }

  /** Undefined when the month has no whole run of its own. */
  static async read(transaction: Transaction, month: Month): Promise<StandingBook | undefined> {
    const { rows } = await sql<{ unit_uid: string; people: Buffer }>`select unit_uid, people
      from findings.standing where month = ${firstDayOf(month)} order by unit_uid`.execute(transaction)
    if (rows.length === 0) return undefined
    const book = new StandingBook(month)
    for (const { unit_uid, people } of rows) {
      const unit = book.numberOf(unit_uid)
      readPeople(people, (id, standing) => book.set(id, unit, standing))
    }
    return book
  }

  put(id: number, unitUid: string | undefined, standing: number): void {
    const unit = this.numberOf(unitUid ?? '')
    if (this.standing[id] === standing && this.units[id] === unit) return
    this.remove(id)
    this.set(id, unit, standing)
    this.changed.add(unit)
  }

  remove(id: number): void {
    if (!this.has(id)) return
    this.changed.add(this.units[id] as number)
    this.standing[id] = absent
    this.people -= 1
  }

  has(id: number): boolean {
    return (this.standing[id] ?? absent) !== absent
  }

  /** The unit somebody stands in; undefined when they do not. */
  unitOf(id: number): string | undefined {
    return this.has(id) ? this.unitUids[this.units[id] as number] : undefined
  }

  all(): Standings {
    const { units, unitUids, standing } = this
    return { count: standing.length, units, unitUids, standing }
  }

  /** How many people there are. */
  count(): number {
    return this.people
  }

  /** Writes the units in which something changed. */
  async write(transaction: Transaction): Promise<void> {
    const { standing, units } = this
    const writers = this.unitUids.map((_, unit) => (this.changed.has(unit) ? new PeopleWriter() : undefined))
    for (let id = 0; id < standing.length; id++)
      if (standing[id] !== absent) writers[units[id] as number]?.add(id, standing[id] as number)
    for (const [unit, writer] of writers.entries()) {
      if (!writer) continue
      const unitUid = this.unitUids[unit] as string
      if (writer.count > 0) await writeUnit(transaction, this.month, unitUid, writer)
      else
        await sql`delete from findings.standing where month = ${firstDayOf(this.month)}
          and unit_uid = ${unitUid}`.execute(transaction)
    }
    this.changed.clear()
  }

  private numberOf(unitUid: string): number {
    const known = this.unitUids.indexOf(unitUid)
    return known >= 0 ? known : this.unitUids.push(unitUid) - 1
  }

  private set(id: number, unit: number, standing: number): void {
    if (id >= this.standing.length) {
      const room = Math.max(id + 1, 2 * this.standing.length)
      const [units, standings] = [new Int16Array(room).fill(-1), new Uint8Array(room).fill(absent)]
      units.set(this.units)
      standings.set(this.standing)
      ;[this.units, this.standing] = [units, standings]
    }
    this.units[id] = unit
    this.standing[id] = standing
    this.people += 1
  }
}

/** Ascending numbers with four bits each, seven bits a byte and the eighth for "more follows". */
class PeopleWriter {
  count = 0
  private room = new Uint8Array(64)
  private length = 0
  private before = 0

  add(id: number, standing: number): void {
    let rest = (id - this.before) * 16 + standing
    this.before = id
    this.count += 1
    if (this.length + 8 > this.room.length) {
      const larger = new Uint8Array(2 * this.room.length)
      larger.set(this.room)
      this.room = larger
    }
    while (rest >= 128) {
      this.room[this.length++] = 128 + (rest % 128)
      rest = Math.floor(rest / 128)
    }
    this.room[this.length++] = rest
  }

  bytes(): Uint8Array {
    return this.room.subarray(0, this.length)
  }
}

function readPeople(bytes: Uint8Array, read: (id: number, standing: number) => void): void {
  let [id, number, weight] = [0, 0, 1]
  for (const byte of bytes) {
    number += (byte & 127) * weight
    weight *= 128
    if (byte >= 128) continue
    id += Math.floor(number / 16)
    read(id, number % 16)
    number = 0
    weight = 1
  }
}
