import type { LocalDate } from '#calendar'
import { byLikeness, compareNames, type NameLikeness } from './name-comparison.ts'
import { foldText } from './names.ts'
import { keyOfArea, lastOfEachLine, type NamedUnit, type UnitIndex } from './unit-index.ts'
import { standsOn, type UnitVersion, versionsOn } from './unit-versions.ts'
import { cutRunOfWords, readVillageAsCommune, readWrittenUnit, type WrittenUnit } from './written-units.ts'

/**
 * How sure the spelling makes it: `exact` as the register writes it; `spelling` the tones missing, elsewhere or
 * wrong; `near` a letter or the word of its kind is wrong: to be confirmed.
 */
export type UnitCertainty = 'exact' | 'spelling' | 'near'

/** Whether the name was borne on the day, had ended by then, came later, or no day was said. */
export type UnitVia = 'nameThen' | 'earlierName' | 'laterName' | 'anyDay'

/** Why a unit may not be the one that is meant. */
export type UnitDoubt =
  | 'sameName'
  | 'otherDistrict'
  | 'districtUnknown'
  | 'similarDistrict'
  | 'otherType'
  | 'otherTones'
  | 'similarName'

export interface UnitCandidate {
  unit: UnitVersion
  certainty: UnitCertainty
  via: UnitVia
  doubts: readonly UnitDoubt[]
}

export type UnitResolution =
  | {
      found: 'one'
      unit: UnitVersion
      certainty: UnitCertainty
      via: UnitVia
      /** What holds its area on the day asked, or today when none was: itself, or what it became. */
      leadsTo: readonly UnitVersion[]
      /** Others that might be meant, though less likely. */
      candidates: readonly UnitCandidate[]
    }
  /** An officer must choose: nothing is guessed. */
  | { found: 'unsure'; candidates: readonly UnitCandidate[] }
  | { found: 'none'; because: 'noName' | 'otherProvince' | 'nothingLikeIt'; candidates: readonly [] }

export interface UnitQuestion {
  /** The day of the paper; undefined when nobody knows it. */
  on: LocalDate | undefined
  /** What is asked for, when only one level can be meant. */
  level?: UnitVersion['level']
}

/** After every change that is recorded. */
const latest = '9999-12-31' as LocalDate

/**
 * The unit that a text meant on a day: `xã X, huyện Y`, kinds and district left out or shortened, tones missing or
 * in another place, a letter wrong, an older name after its merger. `written` may be a row's cells, the unit's own
 * first. One unit comes back only when no other fits as well; otherwise candidates with their doubts. Never throws.
 */
export function resolveUnit(
  written: string | readonly string[],
  question: UnitQuestion,
  index: UnitIndex,
): UnitResolution {
  const wanted = readWrittenUnit(written)
  if (!wanted || wanted.folded === '') return none('noName')
  const isElsewhere = wanted.province !== undefined && !isOwnProvince(wanted.province, index)
  if (isElsewhere && wanted.level !== 'province') return none('otherProvince')
  const straight = besideVillage(choose(wanted, question, index), written, question, index)
  if (straight.found === 'one' && straight.certainty !== 'near') return straight
  const text = typeof written === 'string' ? written : (written[0] ?? '')
  const cut = wanted.district === undefined && !isFound(straight) ? cutRunOfWords(text, index) : undefined
  const again = cut && choose(cut, question, index)
  return again && again.found !== 'none' ? again : straight
}

/** A village's name may be that of a commune: so it is where it fits to the tone, and where it fits less both may be meant. */
function besideVillage(
  straight: UnitResolution,
  written: string | readonly string[],
  question: UnitQuestion,
  index: UnitIndex,
): UnitResolution {
  const village = readVillageAsCommune(written)
  const meant = village && choose(village, question, index)
  if (meant?.found !== 'one' || meant.certainty === 'near') return straight
  const isOpen =
    straight.found === 'one' && straight.unit.level === 'commune' && straight.certainty !== 'near'
  if (!isOpen || meant.certainty === 'exact') return meant
  const candidates = [meant, straight].map(({ unit, certainty, via }) => ({
    unit,
    certainty,
    via,
    doubts: [],
  }))
  return { found: 'unsure', candidates }
}

function isFound(resolution: UnitResolution): boolean {
  return resolution.candidates.some(({ certainty }) => certainty !== 'near')
}

function none(because: 'noName' | 'otherProvince' | 'nothingLikeIt'): UnitResolution {
  return { found: 'none', because, candidates: [] }
}

function isOwnProvince(name: string, index: UnitIndex): boolean {
  return [...index.provinceNames].some((own) => compareNames(own, name) !== 'different')
}

/** A unit beside how it fits what was written. */
interface Match extends UnitCandidate {
  rank: number
}

/** Nobody writes a name that is yet to come where one spelt a little otherwise stands: then both may be meant. */
function choose(wanted: WrittenUnit, question: UnitQuestion, index: UnitIndex): UnitResolution {
  const matches = withTones(wanted, matchesOf(wanted, question, index))
  if (matches.length === 0) return none('nothingLikeIt')
  const [best] = matches.toSorted((one, other) => one.rank - other.rank)
  const closest = matches.filter(({ rank }) => rank === best?.rank)
  const others = matches.filter(({ rank }) => rank !== best?.rank)
  if (closest.some(({ doubts }) => doubts.includes('districtUnknown') || doubts.includes('otherDistrict'))) {
    return { found: 'unsure', candidates: candidatesOf(matches) }
  }
  const chosen =
    question.on === undefined ? ofAnyDay(closest, index) : ofTheDay(closest, wanted, question.on, index)
  const isForetold =
    chosen?.via === 'laterName' && others.some(({ rank, via }) => rank < doubtfulRank && via !== 'laterName')
  if (!chosen || isForetold) {
    return { found: 'unsure', candidates: candidatesOf([...closest.map(sameName), ...others]) }
  }
  const { unit, certainty, via } = chosen
  const leadsTo = versionsOn(index, unit, question.on ?? latest)
  const rest = [...closest, ...others].filter((match) => match !== chosen)
  return { found: 'one', unit, certainty, via, leadsTo, candidates: candidatesOf(rest) }
}

const likelyVia: readonly UnitVia[] = ['nameThen', 'anyDay', 'earlierName', 'laterName']

function candidatesOf(matches: readonly Match[]): UnitCandidate[] {
  return matches
    .toSorted(
      (one, other) => one.rank - other.rank || likelyVia.indexOf(one.via) - likelyVia.indexOf(other.via),
    )
    .map(({ unit, certainty, via, doubts }) => ({ unit, certainty, via, doubts }))
}

function sameName(match: Match): Match {
  return { ...match, doubts: ['sameName', ...match.doubts] }
}

/** A unit that bore the name on the day; else the last that bore it before, else the first that bears it later. */
function ofTheDay(
  closest: readonly Match[],
  wanted: WrittenUnit,
  on: LocalDate,
  index: UnitIndex,
): Match | undefined {
  const [then, earlier, later] = (['nameThen', 'earlierName', 'laterName'] as const).map((via) =>
    closest.filter((match) => match.via === via),
  )
  if (then && then.length > 0) {
    const [only] = then
    if (then.length > 1 || !only) return undefined
    const isPlacedOfOld =
      wanted.district !== undefined && !index.districts.some(({ unit }) => standsOn(unit, on))
    const leadElsewhere = earlier?.some((match) => keyOfArea(index, match.unit, on) !== only.unit.uid)
    return isPlacedOfOld && leadElsewhere ? undefined : only
  }
  if (earlier && earlier.length > 0) return onlyLine(earlier, index)
  return later && later.length > 0 ? firstOfLine(later, index) : undefined
}

function onlyLine(matches: readonly Match[], index: UnitIndex): Match | undefined {
  const lines = lastOfEachLine(
    index,
    matches.map(({ unit }) => unit),
  )
  return lines.length === 1 ? matches.find(({ unit }) => unit === lines[0]) : undefined
}

function firstOfLine(matches: readonly Match[], index: UnitIndex): Match | undefined {
  if (!onlyLine(matches, index)) return undefined
  return matches.toSorted((one, other) => (one.unit.from ?? '').localeCompare(other.unit.from ?? ''))[0]
}

/** Without a day: the last of one line of versions, provided that all of them lead to the same unit of today. */
function ofAnyDay(closest: readonly Match[], index: UnitIndex): Match | undefined {
  const only = onlyLine(closest, index)
  const areas = new Set(closest.map(({ unit }) => keyOfArea(index, unit, latest)))
  return areas.size === 1 ? only : undefined
}

const ranks: Readonly<Record<NameLikeness, number>> = {
  exact: 0,
  tonePlacement: 1,
  untoned: 2,
  folded: 2,
  near: 4,
  different: 9,
}
const doubtfulRank = 3

function matchesOf(wanted: WrittenUnit, question: UnitQuestion, index: UnitIndex): Match[] {
  const level = question.level ?? wanted.level
  const like = entriesLike(wanted.folded, level, index)
  const entries = level === undefined ? communesFirst(like, question.on) : like
  const districts = districtsNamed(wanted.district, index)
  const all = entries.flatMap((entry) => matchOf(entry, wanted, question.on, districts) ?? [])
  const inside = all.filter(({ doubts }) => !doubts.includes('otherDistrict'))
  return inside.length > 0 ? inside : all
}

/** Every unit whose name folds alike; those a letter away only when no unit bears the name. */
function entriesLike(
  folded: string,
  level: UnitVersion['level'] | undefined,
  index: UnitIndex,
): readonly NamedUnit[] {
  const ofLevel = ({ unit }: NamedUnit) => (level ? unit.level === level : unit.level !== 'province')
  const same = index.named.get(folded)?.filter(ofLevel) ?? []
  if (same.length > 0) return same
  return [...index.named]
    .filter(([name]) => compareNames(name, folded) === 'near')
    .flatMap(([, entries]) => entries.filter(ofLevel))
}

/** A bare name means a commune where one bears it, unless a district of that name stands beside it. */
function communesFirst(entries: readonly NamedUnit[], on: LocalDate | undefined): readonly NamedUnit[] {
  const districts = entries.filter(({ unit }) => unit.level === 'district')
  const isDistrict = districts.some(({ unit }) => on !== undefined && standsOn(unit, on))
  const communes = entries.filter(({ unit }) => unit.level === 'commune')
  const isCommune = communes.some(({ unit }) => on === undefined || standsOn(unit, on))
  return isCommune && !isDistrict ? communes : entries
}

/** The districts a text may mean: none when it is not known. */
interface Districts {
  codes: ReadonlySet<string>
  isSimilar: boolean
}

/** Undefined when no district is written. */
function districtsNamed(written: string | undefined, index: UnitIndex): Districts | undefined {
  if (written === undefined || index.provinceNames.has(foldText(written))) return undefined
  const likenesses = index.districts.map((entry) => ({ entry, likeness: compareNames(entry.name, written) }))
  const [best = 'different'] = likenesses.map(({ likeness }) => likeness).toSorted(byLikeness)
  const meant = best === 'different' ? [] : likenesses.filter(({ likeness }) => likeness === best)
  return { codes: new Set(meant.map(({ entry }) => entry.unit.code)), isSimilar: best === 'near' }
}

function matchOf(
  { unit, name, folded, districtCodes }: NamedUnit,
  wanted: WrittenUnit,
  on: LocalDate | undefined,
  districts: Districts | undefined,
): Match | undefined {
  const likeness = compareNames(name, wanted.name)
  const isSame = folded === wanted.folded
  if (!isSame && likeness !== 'near') return undefined
  const doubts: UnitDoubt[] = []
  if (districts?.codes.size === 0) doubts.push('districtUnknown')
  else if (districts && unit.level === 'commune' && districts.codes.isDisjointFrom(districtCodes))
    doubts.push('otherDistrict')
  else if (districts?.isSimilar) doubts.push('similarDistrict')
  const isOtherType = wanted.type !== undefined && unit.kind !== wanted.type
  if (isOtherType) doubts.push('otherType')
  if (likeness === 'folded') doubts.push('otherTones')
  if (likeness === 'near') doubts.push('similarName')
  const isDoubtful = isOtherType || doubts.includes('similarDistrict')
  const rank = isDoubtful ? Math.max(doubtfulRank, ranks[likeness]) : ranks[likeness]
  return { unit, rank, doubts, certainty: certaintyOf(rank), via: viaOf(unit, on) }
}

function certaintyOf(rank: number): UnitCertainty {
  if (rank === ranks.exact) return 'exact'
  return rank < doubtfulRank ? 'spelling' : 'near'
}

function viaOf(unit: UnitVersion, on: LocalDate | undefined): UnitVia {
  if (on === undefined) return 'anyDay'
  if (standsOn(unit, on)) return 'nameThen'
  return unit.to !== undefined && unit.to < on ? 'earlierName' : 'laterName'
}

/** In a text without any tone, a name that happens to have none is no better a match than those that have. */
function withTones({ isUntoned }: WrittenUnit, matches: readonly Match[]): readonly Match[] {
  const isMixed =
    new Set(matches.filter(({ rank }) => rank <= ranks.untoned).map(({ rank }) => rank)).size > 1
  if (!isUntoned || !isMixed) return matches
  return matches.map((match) =>
    match.rank < ranks.untoned ? { ...match, rank: ranks.untoned, certainty: 'spelling' as const } : match,
  )
}
