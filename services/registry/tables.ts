import type { ColumnType, Generated } from 'kysely'

/** A daterange: written as text such as `[2024-07-01,)`; read it by lower() and upper(). */
type Days = ColumnType<string, string, string>
type RecordedAt = ColumnType<Date, Date | undefined, Date>

type UnitTable = {
  uid: string
  code: string
  name: string
  kind: string
  level: 'province' | 'district' | 'commune'
  parent_code: string | null
  valid: Days
  successor_codes: string[]
  predecessor_codes: string[]
  legal_basis: string | null
}

type ZoneTable = {
  unit_uid: string
  area: string
  valid: Days
  origin: string
  recorded_at: RecordedAt
}

type PersonTable = {
  id: Generated<number>
  name: string
  name_folded: string
  sex: 'male' | 'female' | null
  birth_from: string | null
  birth_to: string | null
  birth_written: string | null
  citizen_id: string | null
  old_id: string | null
  death_on: string | null
  unit_uid: string | null
  village: string | null
  reviewed_on: string | null
  /** The record that speaks for this person; null when it is this one. */
  linked_to: number | null
  origin: string
  recorded_at: RecordedAt
  /** Given with `amended_origin` by who changes the record; the database sets the moment itself. */
  amended_at: ColumnType<Date | null, undefined, unknown>
  amended_origin: string | null
}

type ResidenceTable = {
  person_id: number
  unit_uid: string
  village: string | null
  valid: Days
  origin: string
  recorded_at: RecordedAt
}

type HouseholdTable = {
  id: Generated<number>
  unit_uid: string | null
  village: string | null
  origin: string
  recorded_at: RecordedAt
}

type MembershipTable = {
  person_id: number
  household_id: number
  relation: string
  valid: Days
  origin: string
  recorded_at: RecordedAt
}

type FactTable = {
  person_id: number
  key: string
  value: string
  valid: Days
  origin: string
  recorded_at: RecordedAt
}

type HouseholdFactTable = Omit<FactTable, 'person_id'> & { household_id: number }

/** The tables of schema registry, for Kysely. */
export type RegistryTables = {
  'registry.unit': UnitTable
  'registry.zone': ZoneTable
  'registry.person': PersonTable
  'registry.residence': ResidenceTable
  'registry.household': HouseholdTable
  'registry.membership': MembershipTable
  'registry.fact': FactTable
  'registry.household_fact': HouseholdFactTable
  'registry.fact_before': FactTable & { superseded_at: Date }
  'registry.household_fact_before': HouseholdFactTable & { superseded_at: Date }
}
