import { foldText, parseUnitName, tidyText } from '#identity'
import { namesVillage } from './row-kinds.ts'

/** An address in one cell, taken apart as far as its words say what they are. */
export interface Address {
  village?: string
  commune?: string
  district?: string
}

const ofDistricts = new Set<string | undefined>(['huyện', 'thị xã', 'thành phố'])
const ofCommunes = new Set<string | undefined>(['xã', 'phường', 'thị trấn'])

/**
 * `Xóm 3, xã Nghi Kiều, huyện Nghi Lộc` into village, commune and district. What stands before the commune is the
 * village, what follows it the district; an address without the word of a commune is all village.
 */
export function parseAddress(written: string): Address {
  const pieces = tidyText(written)
    .split(/\s*[,;]\s*|\s+[-–]\s+/)
    .filter((piece) => piece !== '')
  const at = pieces.findIndex((piece) => ofCommunes.has(parseUnitName(piece).type) && !namesVillage(piece))
  const commune = pieces[at]
  if (commune === undefined) return { village: tidyText(written) }
  const village = pieces.slice(0, at).join(', ')
  const after = pieces.slice(at + 1).filter((piece) => !isProvince(piece))
  const district = after.find((piece) => ofDistricts.has(parseUnitName(piece).type)) ?? after[0]
  return {
    commune,
    ...(village === '' ? {} : { village }),
    ...(district === undefined ? {} : { district }),
  }
}

function isProvince(piece: string): boolean {
  return parseUnitName(piece).type === 'tỉnh' || /^(nghe an|viet nam)$/.test(foldText(piece))
}
