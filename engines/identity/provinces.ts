import { day, type LocalDate } from '#calendar'
import { parseCsv } from './unit-table.ts'

/** One version of a province; after 1/7/2025 some codes mean another one than before. */
export interface Province {
  uid: string
  code: string
  /** In full: `Tỉnh Long An`. */
  name: string
  from: LocalDate | undefined
  /** The last day, included; undefined while it stands. */
  to: LocalDate | undefined
  successorCode: string | undefined
  /** The first three digits of citizen IDs registered there; unknown for provinces that were merged. */
  placeCode: string | undefined
  /** The code in the numbers of dossiers: `H41`. */
  agencyCode: string | undefined
}

const columns = [
  'uid',
  'code',
  'name_vi',
  'valid_from',
  'valid_to',
  'successor_code',
  'cccd_place_code',
  'agency_code',
] as const

/** The rows of data/provinces.csv. Throws when a column or a day is not what its README says. */
export function parseProvinceTable(csv: string): Province[] {
  const [header, ...records] = parseCsv(csv)
  const places = columns.map((column) => header?.indexOf(column) ?? -1)
  if (places.includes(-1)) throw new Error(`The table of provinces lacks a column of: ${columns.join(', ')}`)
  return records.map((record) => {
    const [uid, code, name, from, to, successorCode, placeCode, agencyCode] = places.map(
      (place) => record[place] || undefined,
    )
    return {
      uid: uid ?? '',
      code: code ?? '',
      name: (name ?? '').normalize('NFC'),
      from: from === undefined ? undefined : day(from),
      to: to === undefined ? undefined : day(to),
      successorCode,
      placeCode,
      agencyCode,
    }
  })
}

/** The province that `code` meant on a day; a code without its day means nothing. */
export function provinceOn(
  provinces: readonly Province[],
  code: string,
  on: LocalDate,
): Province | undefined {
  return provinces.find((each) => each.code === code && standsOn(each, on))
}

/** The provinces whose agencies number dossiers by `agencyCode` on a day. */
export function provincesOfAgency(
  provinces: readonly Province[],
  agencyCode: string,
  on: LocalDate,
): Province[] {
  return provinces.filter((each) => each.agencyCode === agencyCode && standsOn(each, on))
}

function standsOn({ from, to }: Province, on: LocalDate): boolean {
  return (from === undefined || from <= on) && (to === undefined || to >= on)
}
