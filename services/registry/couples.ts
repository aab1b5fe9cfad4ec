import { programFor, shareParentCare } from '#law/social-assistance'
import type { Program } from '#rules'
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
  const disability = columns.codes.get('disability')
  const alive = columns.codes.get('alive')
  const yes = codeOf('alive', 'yes')
  const known = new Set(['severe', 'extreme'].map((value) => codeOf('disability', value)))
  const stands = (place: number, as: number) =>
    columns.relations[place] === as &&
    columns.households[place] !== 0 &&
    alive?.[place] === yes &&
    (known.has(disability?.[place]) || disability?.[place] === unknownCode)
  const heads = new Map<number, number>()
  for (let place = 0; place < columns.count; place++)
    if (stands(place, head)) heads.set(columns.households[place] as number, place)
  const couples: (readonly [number, number])[] = []
  for (let place = 0; place < columns.count; place++) {
    const other = stands(place, spouse) ? heads.get(columns.households[place] as number) : undefined
    if (other === undefined) continue
    if (known.has(disability?.[place]) || known.has(disability?.[other])) couples.push([other, place])
  }
  return couples
}
