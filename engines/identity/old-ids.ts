import { dayFrom, type LocalDate, yearOf } from '#calendar'
import type { BirthDate } from './births.ts'
import type { OldId } from './citizen-ids.ts'

/** Places that gave cards of nine digits, by their first two digits, where we are sure of them (from memory). */
const areas: ReadonlyMap<string, readonly string[]> = new Map([
  ['01', ['Hà Nội']],
  ['02', ['Hồ Chí Minh']],
  ['03', ['Hải Phòng']],
  ['10', ['Quảng Ninh']],
  ['15', ['Thái Bình']],
  ['16', ['Nam Định', 'Hà Nam', 'Ninh Bình']],
  ['17', ['Thanh Hóa']],
  ['18', ['Nghệ An', 'Hà Tĩnh']],
  ['19', ['Quảng Bình', 'Quảng Trị', 'Thừa Thiên Huế']],
  ['20', ['Quảng Nam', 'Đà Nẵng']],
])
const areaMax = 38
const ageMin = 14
const lastIssuedOn = dayFrom(2021, 6, 30)

export type OldIdDoubt = 'unknownArea' | 'tooYoungForOldId'

/** The provinces that may have given a card of nine digits; undefined where the area is not surely known. */
export function areaOfOldId(id: OldId): readonly string[] | undefined {
  return areas.get(id.slice(0, 2))
}

/**
 * Where a card of nine digits cannot be what it says: an area that never gave any, or a holder who was not yet 14
 * when the last were issued. Doubts for an officer, never refusals.
 */
export function doubtsAboutOldId(
  id: OldId,
  declared: { birth?: Pick<BirthDate, 'from' | 'to'> | undefined },
): OldIdDoubt[] {
  const area = Number(id.slice(0, 2))
  const doubts: OldIdDoubt[] = []
  if (area < 1 || area > areaMax) doubts.push('unknownArea')
  if (declared.birth && declared.birth.from > bornByMax()) doubts.push('tooYoungForOldId')
  return doubts
}

function bornByMax(): LocalDate {
  return dayFrom(yearOf(lastIssuedOn) - ageMin, 6, 30)
}
