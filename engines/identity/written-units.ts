import { parseAddress } from './addresses.ts'
import { foldText, tidyText } from './names.ts'
import type { NamedUnit, UnitIndex } from './unit-index.ts'
import { parseUnitName, type UnitType } from './unit-names.ts'

/** A unit as somebody wrote it, taken apart but not yet looked for. */
export interface WrittenUnit {
  level: 'commune' | 'district' | 'province' | undefined
  type: UnitType | undefined
  name: string
  folded: string
  /** The district beside it, without the word of its kind. */
  district: string | undefined
  province: string | undefined
  /** Nothing has tones or marks, so `Nghi Hoa` may stand for `Nghi Hòa`. */
  isUntoned: boolean
}

const authority = /^(?:ubnd|hđnd|hdnd|ủy ban nhân dân|uỷ ban nhân dân|uy ban nhan dan|đảng ủy)\s+/iu

/** `UBND xã Nghi Kiều, huyện Nghi Lộc`, or the cells of a row: the unit's own, then those above it. */
export function readWrittenUnit(written: string | readonly string[]): WrittenUnit | undefined {
  const [own = '', ...above] = typeof written === 'string' ? [written] : written
  const parts = parseAddress(tidyText(own).replace(authority, ''))
  const beside = above.map(tidyText).filter((text) => !['', 'viet nam'].includes(foldText(text)))
  const [unit, level] = partNamed(parts)
  if (unit === undefined) return undefined
  const district = parts.commune === undefined ? undefined : parts.district
  const read = parseUnitName(unit)
  const all = [unit, parts.district ?? '', ...above].join(' ')
  return {
    ...read,
    level: read.type === undefined ? undefined : level,
    ...placeOf([...(district ? [district] : []), ...beside], parts.province),
    isUntoned: !/[^\0-\x7e]/.test(all),
  }
}

/**
 * What looks like a village read as a commune of its own: `Lạng Khê, Con Cuông` begins like a làng, `Đội Cung, Vinh`
 * like an đội. Undefined where a commune is said beside it.
 */
export function readVillageAsCommune(written: string | readonly string[]): WrittenUnit | undefined {
  if (typeof written !== 'string') return undefined
  const { village, commune, district, province } = parseAddress(tidyText(written))
  const above = commune ?? district
  if (village === undefined || village.includes(',') || above === undefined) return undefined
  const isSaid =
    commune !== undefined && (district !== undefined || parseUnitName(commune).type !== undefined)
  if (isSaid) return undefined
  return {
    ...parseUnitName(village),
    level: 'commune',
    ...placeOf([above], province),
    isUntoned: !/[^\0-\x7e]/.test(written),
  }
}

type Parts = ReturnType<typeof parseAddress>

function partNamed(parts: Parts): [string | undefined, 'commune' | 'district' | 'province'] {
  if (parts.commune !== undefined) return [parts.commune, 'commune']
  if (parts.district !== undefined) return [parts.district, 'district']
  if (parts.province !== undefined) return [inFull(parts.province), 'province']
  return [parts.village, 'commune']
}

/** `T. Nghệ An` as `tỉnh Nghệ An`; elsewhere `T.` may be anything. */
function inFull(province: string): string {
  return province.replace(/^t[.\s]\s*/i, 'tỉnh ')
}

/** The district and the province among what stands beside the name. */
function placeOf(
  beside: readonly string[],
  said: string | undefined,
): Pick<WrittenUnit, 'district' | 'province'> {
  const provinces = beside.filter((text) => parseUnitName(text).type === 'tỉnh')
  const [district] = beside.filter((text) => !provinces.includes(text))
  const province = provinces[0] ?? said
  return {
    district: district === undefined ? undefined : parseUnitName(district).name,
    province: province === undefined ? undefined : parseUnitName(inFull(province)).name,
  }
}

/**
 * A run of words without any sign between them, such as `Xóm 5 Nghi Kiều Nghi Lộc Nghệ An`, cut where the index
 * knows a commune and after it a district; undefined when no cut fits.
 */
export function cutRunOfWords(text: string, index: UnitIndex): WrittenUnit | undefined {
  let words = tidyText(text).split(' ')
  const [last, beforeLast] = [words.at(-1) ?? '', words.at(-2) ?? '']
  if (index.provinceNames.has(foldText(`${beforeLast} ${last}`))) words = words.slice(0, -2)
  if (['tinh', 't'].includes(foldText(words.at(-1) ?? ''))) words = words.slice(0, -1)
  for (let start = 0; start < words.length; start++) {
    for (let end = Math.min(words.length, start + 4); end > start; end--) {
      const name = words.slice(start, end).join(' ')
      const rest = words.slice(end).join(' ')
      if (start === 1 || !bears(index, name, 'commune')) continue
      if (rest === '' ? start >= 2 : bears(index, rest, 'district')) return cut(name, rest, text)
    }
  }
  return undefined
}

function bears(index: UnitIndex, text: string, level: NamedUnit['unit']['level']): boolean {
  const { folded } = parseUnitName(text)
  return index.named.get(folded)?.some(({ unit }) => unit.level === level) ?? false
}

function cut(name: string, rest: string, text: string): WrittenUnit {
  return {
    ...parseUnitName(name),
    level: 'commune',
    district: rest === '' ? undefined : parseUnitName(rest).name,
    province: undefined,
    isUntoned: !/[^\0-\x7e]/.test(text),
  }
}
