import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { copyInto } from '#platform/bulk'
import type { Transaction } from '#platform/database'

/** One version of an administrative unit. */
export interface Unit {
  /** `code@first day` (`@pre2020` when it is older): what other tables store. */
  uid: string
  code: string
  /** In full, with its type: `Xã Nghi Lộc`. */
  name: string
  kind: string
  level: 'province' | 'district' | 'commune'
  parentCode: string | undefined
  /** Undefined: older than the records. */
  from: LocalDate | undefined
  /** The last day, included; undefined while it stands. */
  to: LocalDate | undefined
  successorCodes: readonly string[]
  predecessorCodes: readonly string[]
}

/** Every version of every unit, in memory: a few hundred rows that everything asks for. */
export interface Units {
  byUid: ReadonlyMap<string, Unit>
  byCode: ReadonlyMap<string, readonly Unit[]>
}

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
  }>`select uid, code, name, kind, level, parent_code, lower(valid) as first_on, upper(valid) - 1 as last_on,
      successor_codes, predecessor_codes from registry.unit order by code, lower(valid) nulls first`.execute(
    transaction as Transaction,
  )
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
    }),
  )
  return {
    byUid: new Map(units.map((unit) => [unit.uid, unit])),
    byCode: Map.groupBy(units, (unit) => unit.code),
  }
}

/** The version that `code` meant on a day. */
export function findUnitByCode(units: Units, code: string, on: LocalDate): Unit | undefined {
  return units.byCode.get(code)?.find((unit) => standsOn(unit, on))
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
  const found = new Map<string, Unit>()
  const follow = (unit: Unit) => {
    if (unit.to === undefined || unit.to >= on) {
      found.set(unit.uid, unit)
      return
    }
    for (const code of unit.successorCodes) {
      const next = units.byCode
        .get(code)
        ?.find((each) => each.from !== undefined && each.from > (unit.to ?? ''))
      if (next) follow(next)
    }
  }
  follow(getUnit(units, uid))
  return [...found.values()]
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

function standsOn(unit: Unit, on: LocalDate): boolean {
  return (unit.from === undefined || unit.from <= on) && (unit.to === undefined || unit.to >= on)
}

const columns = [
  'code',
  'name_vi',
  'type',
  'level',
  'parent_code',
  'valid_from',
  'valid_to',
  'successor_codes',
  'uid',
  'predecessor_codes',
  'legal_basis',
] as const

/**
 * Records the units of a table as in data/nghe-an-units.csv (its columns stand in its README); returns how many
 * were new. Doing it twice changes nothing.
 */
export async function recordUnits(transaction: Transaction, csv: string): Promise<number> {
  await sql`create temporary table incoming (like registry.unit) on commit drop`.execute(transaction)
  const target =
    'pg_temp.incoming (code, name, kind, level, parent_code, valid, successor_codes, uid, predecessor_codes, legal_basis)'
  await copyInto(transaction, target, rowsOf(csv))
  const { numAffectedRows } = await sql`insert into registry.unit select * from pg_temp.incoming
    on conflict (uid) do nothing`.execute(transaction)
  await sql`drop table pg_temp.incoming`.execute(transaction)
  return Number(numAffectedRows ?? 0)
}

function rowsOf(csv: string) {
  const [header, ...records] = parseCsv(csv)
  const places = columns.map((column) => header?.indexOf(column) ?? -1)
  if (places.includes(-1)) throw new Error(`The table of units lacks a column of: ${columns.join(', ')}`)
  return records.map((record) => {
    const [code, name, kind, level, parent, from, to, successors, uid, predecessors, basis] = places.map(
      (place) => record[place] ?? '',
    )
    const codes = (text = '') => (text ? text.split('|') : [])
    return [
      code,
      name?.normalize('NFC'),
      kind,
      level,
      parent || null,
      `[${from},${to}]`,
      codes(successors),
      uid,
      codes(predecessors),
      basis || null,
    ]
  })
}

/** RFC 4180 without line breaks inside a cell. */
function parseCsv(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    )
}
