import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { foldText } from '#identity'
import type { Transaction } from '#platform/database'
import { type NewHousehold, type Relation, recordHouseholds, recordMemberships, takeNumbers } from '#registry'
import type { ListRow } from './list-rows.ts'
import type { PlacedRow } from './row-placing.ts'

export interface HouseholdPlace {
  personId: number
  unitUid: string
  /** The first day on which the list puts the person there. */
  from: LocalDate
  origin: string
}

/** A household that stands in the register, or will when the rows are written: then its number is not taken yet. */
type Planned = Omit<NewHousehold, 'id'> & { id?: number }

export interface Belonging {
  household: Planned
  /** The first day on which the person no longer belongs to it. */
  until: LocalDate | undefined
}

/**
 * Which households the people of some rows belong to, with what these rows add, until everything is written at once.
 * Households are named within a list only, so that two communes may both have a household 1.
 */
export class HouseholdPlan {
  private readonly named = new Map<string, Planned>()
  private readonly belonging = new Map<number, Belonging[]>()
  private founded: Planned[] = []
  private joined: Joined[] = []

  /** What is recorded of some people, and who of them was written under which name of the list before. */
  know(belonging: ReadonlyMap<number, Belonging[]>, written: readonly Written[]): void {
    for (const [personId, those] of belonging)
      if (!this.belonging.has(personId)) this.belonging.set(personId, those)
    for (const { name, personId } of written)
      for (const { household } of this.belonging.get(personId) ?? [])
        if (!this.named.has(keyOf(name, household.unitUid)))
          this.named.set(keyOf(name, household.unitUid), household)
  }

  /** Whether `join` would put the person into a household. */
  wouldJoin(row: ListRow, { personId, from }: Pick<HouseholdPlace, 'personId' | 'from'>): boolean {
    return householdName(row) !== undefined && this.own(personId, from) === undefined
  }

  /**
   * Puts somebody into the household that the list gives them: the one in which other people of the same household
   * in this list already are, or a new one. Who belongs to a household already stays there. Says whether it did.
   */
  join(row: ListRow, { personId, unitUid, from, origin }: HouseholdPlace): boolean {
    const written = householdName(row)
    if (written === undefined) return false
    const name = keyOf(written, unitUid)
    const own = this.own(personId, from)
    if (own) {
      if (!this.named.has(name) && own.household.unitUid === unitUid) this.named.set(name, own.household)
      return false
    }
    const household = this.named.get(name) ?? { unitUid, village: row.village, origin }
    if (!this.named.has(name)) {
      this.named.set(name, household)
      this.founded.push(household)
    }
    // Not spread out: such an array keeps room for sixteen more, for each of a million people.
    this.belonging.set(personId, (this.belonging.get(personId) ?? []).concat({ household, until: undefined }))
    this.joined.push({ personId, household, relation: relationOf(row.relation), from, origin })
    return true
  }

  /** Writes what is planned; returns the households it founded and who joined which. */
  async write(transaction: Transaction): Promise<{
    founded: { id: number; origin: string }[]
    joined: { personId: number; householdId: number; origin: string }[]
  }> {
    const { founded, joined } = this.drain()
    const numbers = await takeNumbers(transaction, 'registry.household', founded.length)
    const households = founded.map((household, index) =>
      Object.assign(household, { id: numbers[index] as number }),
    )
    await recordHouseholds(transaction, households)
    const members = joined.map(({ household, ...rest }) => ({ ...rest, householdId: household.id as number }))
    await recordMemberships(transaction, members)
    return { founded: households, joined: members }
  }

  /** What is planned since the last time. */
  drain(): { founded: Planned[]; joined: Joined[] } {
    const { founded, joined } = this
    this.founded = []
    this.joined = []
    return { founded, joined }
  }

  private own(personId: number, from: LocalDate): Belonging | undefined {
    return this.belonging.get(personId)?.find(({ until }) => until === undefined || until > from)
  }
}

interface Joined {
  personId: number
  household: Planned
  relation: Relation
  from: LocalDate
  origin: string
}

interface Written {
  name: string
  personId: number
}

/** Two sheets of one list may both have a household 1. */
function householdName({ household, sheet }: Pick<ListRow, 'household' | 'sheet'>): string | undefined {
  return household === undefined || sheet === undefined ? household : `${sheet} ${household}`
}

/** Within a list, the household a row names; undefined when it names none or its unit is not certain. */
export function householdKeyOf({ reading, unitUid }: PlacedRow): string | undefined {
  const written = householdName(reading)
  return written === undefined || unitUid === undefined ? undefined : keyOf(written, unitUid)
}

/** Reads what a plan has to know of the households of some people, and of those this list has named so far. */
export async function readHouseholds(
  transaction: Transaction,
  { fileId, rows, personIds }: { fileId: number; rows: readonly ListRow[]; personIds: readonly number[] },
): Promise<{ belonging: Map<number, Belonging[]>; written: Written[] }> {
  const names = [...new Set(rows.flatMap(({ household }) => household ?? []))]
  if (names.length === 0) return { belonging: new Map(), written: [] }
  const written = await readWritten(transaction, fileId, names)
  const belonging = await readBelonging(transaction, [
    ...personIds,
    ...written.map(({ personId }) => personId),
  ])
  return { belonging, written }
}

/** Who was written before under one of these names of the list, in its order. */
async function readWritten(
  transaction: Transaction,
  fileId: number,
  names: readonly string[],
): Promise<{ name: string; personId: number }[]> {
  // One look into the index for each: of rows just written a planner knows too little to find it by itself.
  const { rows } = await sql<{ name: string; personId: number }>`select named.name, person_id as "personId"
    from unnest(${names}::text[]) as wanted (household)
    cross join lateral (select number, person_id, concat_ws(' ', reading->>'sheet', household) as name from intake.row
      where file_id = ${fileId} and row.household = wanted.household and person_id is not null
        and state in ('new', 'changed', 'identical') offset 0) as named
    order by number`.execute(transaction)
  return rows
}

async function readBelonging(
  transaction: Transaction,
  personIds: readonly number[],
): Promise<Map<number, Belonging[]>> {
  const { rows } = await sql<{
    person_id: number
    id: number
    unit_uid: string | null
    until: LocalDate | null
  }>`select m.person_id, h.id, h.unit_uid, upper(m.valid) as until
    from registry.membership m join registry.household h on h.id = m.household_id
    where m.person_id = any(${[...new Set(personIds)]})`.execute(transaction)
  const belonging = new Map<number, Belonging[]>()
  for (const { person_id, id, unit_uid, until } of rows) {
    const household = { id, unitUid: unit_uid ?? '', village: undefined, origin: '' }
    belonging.set(person_id, [...(belonging.get(person_id) ?? []), { household, until: until ?? undefined }])
  }
  return belonging
}

function keyOf(household: string, unitUid: string): string {
  return `${unitUid} ${household}`
}

const relationWords: readonly (readonly [Relation, RegExp])[] = [
  ['head', /^(chu ho|chu)$/],
  ['spouse', /^(vo|chong)/],
  ['fosterChild', /^con nuoi/],
  ['child', /^con/],
  ['grandchild', /^chau/],
  ['parent', /^(bo|cha|me)/],
  ['grandparent', /^(ong|ba)( |$)/],
  ['sibling', /^(anh|chi|em)( |$)/],
]

export function relationOf(written: string | undefined): Relation {
  const words = foldText(written ?? '')
  return relationWords.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
}
