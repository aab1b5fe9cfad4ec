import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { unitOn } from './act-moves.ts'
import { type Act, type FactOwner, subjectOf } from './acts.ts'

/** Who or what a proposed act is about, as they were when it was proposed: enough to know them by. */
export interface ActSubject {
  personId?: number | undefined
  householdId?: number | undefined
  /** The person's name, or the head's. */
  name: string
  birthWritten?: string | undefined
  unitUid?: string | undefined
  village?: string | undefined
}

/** What the register says of everything the act would change, in an order that does not vary. */
export type BaseValues = Readonly<Record<string, unknown>>

export async function readSubject(transaction: Transaction, act: Act): Promise<ActSubject | undefined> {
  const of = subjectOf(act)
  if ('personId' in of) {
    const { rows } = await sql<ActSubject>`select id as "personId", name, birth_written as "birthWritten",
      unit_uid as "unitUid", village from registry.person where id = ${of.personId}`.execute(transaction)
    return rows[0]
  }
  const { rows } = await sql<ActSubject>`select h.id as "householdId", coalesce((select p.name
        from registry.membership m join registry.person p on p.id = m.person_id
        where m.household_id = h.id and m.relation = 'head' order by lower(m.valid) desc limit 1), '') as name,
      h.unit_uid as "unitUid", h.village from registry.household h where h.id = ${of.householdId}`.execute(
    transaction,
  )
  return rows[0]
}

/** The present unit that is to receive somebody from another; undefined for acts that move nobody between units. */
export async function receivingUnit(
  transaction: Transaction,
  act: Act,
  { from, today }: { from: string | undefined; today: LocalDate },
): Promise<string | undefined> {
  const to =
    act.kind === 'return'
      ? act.unitUid
      : act.kind === 'move' && act.to !== 'away'
        ? act.to.unitUid
        : undefined
  if (to === undefined || !('on' in act)) return undefined
  const { now } = await unitOn(transaction, to, { on: act.on, today })
  return now.uid === from ? undefined : now.uid
}

/** What the register says now of what the act would change. Two readings that differ are a conflict. */
export async function readBase(transaction: Transaction, act: Act): Promise<BaseValues> {
  const [values] = await readBases(transaction, [act])
  return values ?? {}
}

/** The same for many acts with one question, in their order. */
export async function readBases(transaction: Transaction, acts: readonly Act[]): Promise<BaseValues[]> {
  const each = acts.map(
    (act, index) =>
      sql`select ${index}::int as place, jsonb_build_object(${sql.join(partsOf(act))}) as values`,
  )
  if (each.length === 0) return []
  const { rows } = await sql<{
    values: BaseValues
  }>`${sql.join(each, sql` union all `)} order by place`.execute(transaction)
  return rows.map(({ values }) => values)
}

/** The unit in which each act's person lives now, or its household stands; in the order of the acts. */
export async function unitsNow(
  transaction: Transaction,
  acts: readonly Act[],
): Promise<(string | undefined)[]> {
  const owners = acts.map(subjectOf)
  const persons = owners.flatMap((of) => ('personId' in of ? [of.personId] : []))
  const households = owners.flatMap((of) => ('householdId' in of ? [of.householdId] : []))
  const { rows } = await sql<{ is: string; unitUid: string | null }>`select 'person ' || id as "is",
      unit_uid as "unitUid" from registry.person where id = any(${persons})
    union all select 'household ' || id, unit_uid from registry.household where id = any(${households})`.execute(
    transaction,
  )
  const units = new Map(rows.map(({ is, unitUid }) => [is, unitUid ?? undefined]))
  return owners.map((of) =>
    units.get('personId' in of ? `person ${of.personId}` : `household ${of.householdId}`),
  )
}

function partsOf(act: Act) {
  switch (act.kind) {
    case 'correctFact':
    case 'endFact':
    case 'replaceFact':
      return [sql`'facts', ${facts(act.of, act.key)}`]
    case 'split':
    case 'changeHead':
      return [sql`'household', ${members(act.householdId)}`]
    case 'merge':
      return [sql`'household', ${members(act.householdId)}`, sql`'into', ${members(act.into)}`]
    case 'join':
      return [sql`'household', ${members(act.householdId)}`, sql`'own', ${places(act.personId)}`]
    case 'leave':
    case 'correctRelation':
      return [sql`'own', ${places(act.personId)}`]
    case 'move':
    case 'return':
      return [
        sql`'person', ${person(act.personId)}`,
        sql`'residences', ${residences(act.personId)}`,
        sql`'own', ${places(act.personId)}`,
      ]
    default:
      return [sql`'person', ${person(act.personId)}`]
  }
}

function facts(of: FactOwner, key: string) {
  const [table, column, id] =
    'personId' in of
      ? (['registry.fact', 'person_id', of.personId] as const)
      : (['registry.household_fact', 'household_id', of.householdId] as const)
  return sql`(select coalesce(jsonb_agg(jsonb_build_array(value, lower(valid), upper(valid) - 1) order by valid), '[]')
    from ${sql.table(table)} where ${sql.ref(column)} = ${id} and key = ${key})`
}

function person(id: number) {
  return sql`(select jsonb_build_object('name', name, 'sex', sex, 'birthFrom', birth_from, 'birthTo', birth_to,
      'citizenId', citizen_id, 'oldId', old_id, 'village', village, 'deathOn', death_on)
    from registry.person where id = ${id})`
}

function residences(id: number) {
  return sql`(select coalesce(jsonb_agg(jsonb_build_array(unit_uid, village, lower(valid), upper(valid) - 1)
      order by valid), '[]') from registry.residence where person_id = ${id})`
}

function places(id: number) {
  return sql`(select coalesce(jsonb_agg(jsonb_build_array(household_id, relation, lower(valid), upper(valid) - 1)
      order by valid), '[]') from registry.membership where person_id = ${id})`
}

function members(id: number) {
  return sql`(select coalesce(jsonb_agg(jsonb_build_array(person_id, relation, lower(valid), upper(valid) - 1)
      order by person_id, valid), '[]') from registry.membership where household_id = ${id})`
}
