import { programFor, shareParentCare } from '#law/social-assistance'
import type { Program } from '#rules'
import { houseOf } from './houses.ts'
import { codeOf, factsAt, type MonthColumns, unknownCode } from './month-columns.ts'
import { relations } from './recording.ts'

/** Who of two disabled spouses draws the support for a pregnancy or small child: the other has this fact. */
const spouseDraws = 'parentCarePaidToSpouse'

/**
 * Settles for the head of each house and their spouse who of them draws (ST4), unless an officer recorded it of one
 * of them. Only couples of whom one is known to be disabled enough, and the other may be, are asked about: with one
 * disabled spouse nobody stands back for the other.
 */
export function shareCare(columns: MonthColumns): void {
  const column = columns.codes.get(spouseDraws)
  const recorded = columns.recordedCounts.get(spouseDraws)
  if (!column || !recorded) return
  let program: Program | undefined
  for (const [head, spouse] of couplesOf(columns)) {
    if (recorded[head] !== unknownCode || recorded[spouse] !== unknownCode) continue
    program ??= programFor({ month: columns.month, knownOn: columns.knownOn, recipient: false })
    const settled = shareParentCare(program, factsAt(columns, head), factsAt(columns, spouse))
    column[head] = codeFor(settled.one[spouseDraws])
    column[spouse] = codeFor(settled.other[spouseDraws])
  }
}

function codeFor(value: unknown): number {
  return value === undefined ? unknownCode : (codeOf(spouseDraws, String(value)) ?? unknownCode)
}

/** The places of head and spouse where both live and disability may give both of them something. */
function couplesOf(columns: MonthColumns): (readonly [head: number, spouse: number])[] {
  const [head, spouse] = [relations.indexOf('head'), relations.indexOf('spouse')]
  const disability = columns.codes.get('disability') as Uint8Array
  const alive = columns.codes.get('alive') as Uint8Array
  const yes = codeOf('alive', 'yes')
  const severe = new Set(['severe', 'extreme'].map((value) => codeOf('disability', value)))
  const stands = (place: number, as: number) =>
    columns.relations[place] === as &&
    alive[place] === yes &&
    (severe.has(disability[place]) || disability[place] === unknownCode)
  const couples: (readonly [number, number])[] = []
  const taken = new Set<number>()
  for (let place = 0; place < columns.count; place++) {
    if (columns.households[place] === 0 || !severe.has(disability[place])) continue
    if (!stands(place, head) && !stands(place, spouse)) continue
    const members = houseOf(columns, place)
    // Of two heads recorded for one house the last stands, as everywhere.
    const first = members.findLast((each) => stands(each, head))
    if (first === undefined) continue
    for (const other of members) {
      if (!stands(other, spouse) || taken.has(other)) continue
      if (!severe.has(disability[first]) && !severe.has(disability[other])) continue
      taken.add(other)
      couples.push([first, other])
    }
  }
  return couples
}
