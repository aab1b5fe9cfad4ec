import { addMonths, firstDayOf, type LocalDate, lastDayOf, type Month, monthOf, numberOf } from '#calendar'
import {
  assembleMonth,
  type Births,
  codeOf,
  dayOf,
  type MonthColumns,
  presumptions,
  unknownCode,
} from '#registry'
import type { Programs } from './evaluation.ts'

/**
 * Births with which somebody is given nothing by the law of some months, whatever else is true of them, as long as
 * nothing is recorded that is not presumed anyway: nothing can change for them while time passes.
 */
export interface QuietBirths {
  /** Whatever is known of their parents. */
  alone: Births[]
  /** Only with both parents there. */
  withParents: Births[]
}

/** What is recorded of both parents of most children. */
export const parentsThere = { father: 'present', mother: 'present' } as const

/** What is known of somebody who is quiet; everything else the law is asked about as not known. */
const known = new Set([...Object.keys(presumptions), ...Object.keys(parentsThere), 'alive'])

/** Nobody is older, in years. */
const oldest = 130

/**
 * Asks the law of the months about both ends of every month of birth: between them nothing begins and ends again.
 * Whatever is not presumed is unknown to it, so that what it gives at most is what it may give anybody.
 */
export function quietBirths(programs: Programs, months: readonly Month[]): QuietBirths {
  const last = months.toSorted().at(-1)
  if (last === undefined) return { alone: [], withParents: [] }
  const born = Array.from({ length: oldest * 12 }, (_, age) => addMonths(last, -age)).reverse()
  const ends = born.flatMap((month) => [firstDayOf(month), lastDayOf(month)])
  const quiet = (parents: boolean) => {
    const given = months.map((month) => givenAtMost(programs, month, ends, parents))
    return (month: number) => given.every((each) => !each[2 * month] && !each[2 * month + 1])
  }
  const [alone, withParents] = [quiet(false), quiet(true)]
  return {
    alone: stretches(born, alone),
    withParents: stretches(born, (month) => withParents(month) && !alone(month)),
  }
}

/** For each birth whether the law of a month may give anything, to new people or to those in transition. */
function givenAtMost(
  programs: Programs,
  month: Month,
  births: readonly LocalDate[],
  parents: boolean,
): boolean[] {
  const columns = peopleBorn(births, { month, knownOn: programs.knownOn, parents })
  const given: boolean[] = Array(births.length).fill(false)
  for (const applicability of ['new', 'recipient'] as const) {
    const compiled = programs.compiledFor(month, applicability)
    const verdicts = new Uint16Array(columns.count)
    compiled.judge(columns, { from: 0, to: columns.count }, verdicts)
    const shared = programs.sharedNumbers(compiled)
    for (const [place, verdict] of verdicts.entries())
      for (const { high } of programs.amountsOf(shared[verdict] as number).values())
        if (high > 0) given[place] = true
  }
  return given
}

function peopleBorn(
  births: readonly LocalDate[],
  { month, knownOn, parents }: { month: Month; knownOn: LocalDate; parents: boolean },
): MonthColumns {
  const ids = births.map((_, index) => index + 1)
  const columns = assembleMonth(
    {
      persons: births.map((on, index) => ({
        id: index + 1,
        linkedTo: 0,
        unit: undefined,
        birthFrom: numberOf(on),
        birthTo: numberOf(on),
        deathOn: 0,
        sex: undefined,
        reviewedOn: numberOf(knownOn),
      })),
      memberships: [],
      facts: Object.entries(parents ? parentsThere : {}).flatMap(([key, value]) =>
        ids.map((personId) => ({ personId, key, value })),
      ),
      householdFacts: [],
      areas: new Map(),
    },
    { month, knownOn },
  )
  for (const [key, codes] of columns.codes) if (!known.has(key)) codes.fill(unknownCode)
  columns.codes.get('alive')?.fill(codeOf('alive', 'yes') as number)
  return columns
}

/** Months of birth that follow one another, as births from a day to a day. */
function stretches(born: readonly Month[], wanted: (index: number) => boolean): Births[] {
  const found: Births[] = []
  for (const [index, month] of born.entries()) {
    if (!wanted(index)) continue
    const before = found.at(-1)
    if (before && monthOf(dayOf(before.to)) === addMonths(month, -1)) before.to = numberOf(lastDayOf(month))
    else found.push({ from: numberOf(firstDayOf(month)), to: numberOf(lastDayOf(month)) })
  }
  return found
}
