import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import {
  buildUnitIndex,
  indexVersions,
  parseUnitTable,
  standsOn,
  type UnitIndex,
  type UnitVersion,
  type UnitVersions,
  versionOn,
  versionsOn,
} from '#identity'
import { copyInto } from '#platform/bulk'
import type { Transaction } from '#platform/database'

/** One version of an administrative unit. */
export type Unit = UnitVersion

/** Every version of every unit, in memory: a few hundred rows that everything asks for. */
export type Units = UnitVersions

/** Reads all units. They belong to nobody: any transaction may. */
export async function readUnits(transaction: Pick<Transaction, 'getExecutor'>): Promise<Units> {
  const { rows } = await sql<{
    uid: string
    code: string
    name: string
    kind: string
    level: Unit['level']
    parent_code: string | null
    first_on: LocalDate | null
    last_on: LocalDate | null
    successor_codes: string[]
    predecessor_codes: string[]
    legal_basis: string | null
  }>`select uid, code, name, kind, level, parent_code, lower(valid) as first_on, upper(valid) - 1 as last_on,
      successor_codes, predecessor_codes, legal_basis from registry.unit`.execute(transaction as Transaction)
  const units = rows.map(
    (row): Unit => ({
      uid: row.uid,
      code: row.code,
      name: row.name,
      kind: row.kind,
      level: row.level,
      parentCode: row.parent_code ?? undefined,
      from: row.first_on ?? undefined,
      to: row.last_on ?? undefined,
      successorCodes: row.successor_codes,
      predecessorCodes: row.predecessor_codes,
      legalBasis: row.legal_basis ?? undefined,
    }),
  )
  return indexVersions(units)
}

const indexes = new WeakMap<Units, UnitIndex>()

/** The units made ready for `resolveUnit`; built once for the units of a process. */
export function indexOf(units: Units): UnitIndex {
  const known = indexes.get(units) ?? buildUnitIndex(units.byUid.values())
  indexes.set(units, known)
  return known
}

/** The version that `code` meant on a day. */
export function findUnitByCode(units: Units, code: string, on: LocalDate): Unit | undefined {
  return versionOn(units, code, on)
}

/** Throws on a uid that was never recorded. */
export function getUnit(units: Units, uid: string): Unit {
  const unit = units.byUid.get(uid)
  if (!unit) throw new Error(`Không có đơn vị hành chính "${uid}": nạp lại data/nghe-an-units.csv`)
  return unit
}

/**
 * What has become of a unit by a day: itself while it stands, else its successors' successors. Several when its
 * area was split, none when its level was abolished.
 */
export function successorsOn(units: Units, uid: string, on: LocalDate): Unit[] {
  const unit = getUnit(units, uid)
  return unit.to === undefined || unit.to >= on ? [unit] : versionsOn(units, unit, on)
}

/** The one unit that stands for `uid` on a day; undefined when its area was split or its level abolished. */
export function findSuccessor(units: Units, uid: string, on: LocalDate): Unit | undefined {
  const successors = successorsOn(units, uid, on)
  return successors.length === 1 ? successors[0] : undefined
}

/** The units directly below a province or district on a day, by name. */
export function listChildren(units: Units, code: string, on: LocalDate): Unit[] {
  return [...units.byUid.values()]
    .filter((unit) => unit.parentCode === code && standsOn(unit, on))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'))
}

/** All communes of the province on a day, by name. */
export function listCommunes(units: Units, on: LocalDate): Unit[] {
  return [...units.byUid.values()]
    .filter((unit) => unit.level === 'commune' && standsOn(unit, on))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'))
}

/**
 * Records the units of a table as in data/nghe-an-units.csv (its columns stand in its README); returns how many
 * were new. Doing it twice changes nothing.
 */
export async function recordUnits(transaction: Transaction, csv: string): Promise<number> {
  await sql`create temporary table incoming (like registry.unit) on commit drop`.execute(transaction)
  const target =
    'pg_temp.incoming (code, name, kind, level, parent_code, valid, successor_codes, uid, predecessor_codes, legal_basis)'
  await copyInto(transaction, target, parseUnitTable(csv).map(rowOf))
  const { numAffectedRows } = await sql`insert into registry.unit select * from pg_temp.incoming
    on conflict (uid) do nothing`.execute(transaction)
  await sql`drop table pg_temp.incoming`.execute(transaction)
  return Number(numAffectedRows ?? 0)
}

function rowOf(unit: Unit) {
  const { code, name, kind, level, parentCode, from, to, successorCodes, uid, predecessorCodes, legalBasis } =
    unit
  const valid = `[${from ?? ''},${to ?? ''}]`
  return [
    code,
    name,
    kind,
    level,
    parentCode ?? null,
    valid,
    successorCodes,
    uid,
    predecessorCodes,
    legalBasis ?? null,
  ]
}
