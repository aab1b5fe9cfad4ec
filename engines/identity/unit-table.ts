import { day } from '#calendar'
import type { UnitVersion } from './unit-versions.ts'

const columns = [
  'uid',
  'code',
  'name_vi',
  'type',
  'level',
  'parent_code',
  'valid_from',
  'valid_to',
  'successor_codes',
  'predecessor_codes',
  'legal_basis',
] as const

type Column = (typeof columns)[number]

/** The rows of data/nghe-an-units.csv. Throws when a column, a day or a level is not what its README says. */
export function parseUnitTable(csv: string): UnitVersion[] {
  const [header, ...records] = parseCsv(csv)
  const places = columns.map((column) => header?.indexOf(column) ?? -1)
  if (places.includes(-1)) throw new Error(`The table of units lacks a column of: ${columns.join(', ')}`)
  return records.map((record) =>
    versionOf((column: Column) => record[places[columns.indexOf(column)] ?? -1] ?? ''),
  )
}

function versionOf(cell: (column: Column) => string): UnitVersion {
  const codes = (text: string) => (text ? text.split('|') : [])
  return {
    uid: cell('uid'),
    code: cell('code'),
    name: cell('name_vi').normalize('NFC'),
    kind: cell('type').normalize('NFC'),
    level: levelOf(cell('level')),
    parentCode: cell('parent_code') || undefined,
    from: cell('valid_from') ? day(cell('valid_from')) : undefined,
    to: cell('valid_to') ? day(cell('valid_to')) : undefined,
    successorCodes: codes(cell('successor_codes')),
    predecessorCodes: codes(cell('predecessor_codes')),
    legalBasis: cell('legal_basis') || undefined,
  }
}

function levelOf(text: string): UnitVersion['level'] {
  if (text === 'province' || text === 'district' || text === 'commune') return text
  throw new Error(`The table of units has a level it does not know: "${text}"`)
}

/** RFC 4180 without line breaks inside a cell. */
export function parseCsv(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    )
}
