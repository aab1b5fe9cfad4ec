import { addDays, type LocalDate, readTypedDay } from '#calendar'
import {
  nextVersions,
  previousVersions,
  resolveUnit,
  standsOn,
  type UnitCandidate,
  type UnitResolution,
  type UnitVersion,
  versionOn,
} from '#identity'
import { indexOf, type Units } from '#registry'
import { formatDay } from '#web/ui/index.ts'
import type { UnitsQuery } from './query.ts'

/** A version as the page shows it. */
export interface UnitLine {
  uid: string
  code: string
  name: string
  /** The district or province it lay in. */
  within: string | undefined
  from: LocalDate | undefined
  to: LocalDate | undefined
  legalBasis: string | undefined
}

/** What stood on the ground of a unit from a day on. */
interface Step {
  from: LocalDate
  units: UnitLine[]
}

export interface UnitView extends UnitLine {
  level: UnitVersion['level']
  madeOf: UnitLine[]
  steps: Step[]
  /** What holds its ground today: empty where its level was abolished. */
  isToday: boolean
}

export type Found =
  | { is: 'nothingAsked' }
  | { is: 'none'; because: 'noName' | 'otherProvince' | 'nothingLikeIt' }
  | { is: 'unsure'; candidates: CandidateLine[] }
  | {
      is: 'one'
      certainty: UnitCandidate['certainty'] | 'chosen'
      via: UnitCandidate['via'] | 'chosen'
      unit: UnitView
      others: CandidateLine[]
    }

interface CandidateLine extends UnitLine {
  doubts: UnitCandidate['doubts']
}

const othersMax = 8

/** The unit that is asked for, as the page shows it. */
export function find(units: Units, query: UnitsQuery, today: LocalDate): Found {
  const chosen = query.chosen === undefined ? undefined : units.byUid.get(query.chosen)
  if (query.written === '' && !chosen) return { is: 'nothingAsked' }
  const resolution: UnitResolution = resolveUnit(query.written, { on: query.on }, indexOf(units))
  const others = resolution.candidates.map((candidate) => candidateLine(units, candidate)).slice(0, othersMax)
  if (chosen) {
    return { is: 'one', certainty: 'chosen', via: 'chosen', unit: viewOf(units, chosen, today), others }
  }
  if (resolution.found === 'none') return { is: 'none', because: resolution.because }
  if (resolution.found === 'unsure') return { is: 'unsure', candidates: others }
  const { certainty, via, unit } = resolution
  return { is: 'one', certainty, via, unit: viewOf(units, unit, today), others }
}

function candidateLine(units: Units, { unit, doubts }: UnitCandidate): CandidateLine {
  return { ...lineOf(units, unit), doubts }
}

function lineOf(units: Units, unit: UnitVersion): UnitLine {
  const { uid, code, name, from, to } = unit
  // The typeface has no arrow; days are written out as everywhere.
  const legalBasis = unit.legalBasis
    ?.replace(' → ', '; ')
    .replaceAll(/\b\d{1,2}\/\d{1,2}\/\d{4}\b/g, writtenOut)
  return { uid, code, name, from, to, legalBasis, within: parentOf(units, unit)?.name }
}

function writtenOut(text: string): string {
  const day = readTypedDay(text)
  return day ? formatDay(day) : text
}

function parentOf(units: Units, { parentCode, from, to }: UnitVersion): UnitVersion | undefined {
  if (parentCode === undefined) return undefined
  const seenOn = from ?? to
  return seenOn === undefined ? units.byCode.get(parentCode)?.at(-1) : versionOn(units, parentCode, seenOn)
}

function viewOf(units: Units, unit: UnitVersion, today: LocalDate): UnitView {
  return {
    ...lineOf(units, unit),
    level: unit.level,
    madeOf: previousVersions(units, unit).map((each) => lineOf(units, each)),
    steps: stepsOf(units, unit),
    isToday: standsOn(unit, today),
  }
}

/** Change by change, until what stands still. */
function stepsOf(units: Units, unit: UnitVersion): Step[] {
  const steps: Step[] = []
  let standing = [unit]
  for (;;) {
    const firstEnd = standing.flatMap(({ to }) => to ?? []).toSorted()[0]
    if (firstEnd === undefined) return steps
    standing = [
      ...new Set(standing.flatMap((each) => (each.to === firstEnd ? nextVersions(units, each) : [each]))),
    ]
    if (standing.length === 0) return steps
    steps.push({ from: addDays(firstEnd, 1), units: standing.map((each) => lineOf(units, each)) })
  }
}
