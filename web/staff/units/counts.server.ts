import type { LocalDate } from '#calendar'
import type { UnitVersion } from '#identity'
import { withActor } from '#platform/database'
import { countPeopleByUnit, type PeopleByUnit } from '#registry'
import type { Desk } from '#web/staff/access.ts'
import { geographyOf, type UnitsQuery } from './query.ts'

export interface CountLine {
  uid: string
  name: string
  people: number
  /** False: some of the undetermined may belong here too. */
  isWhole: boolean
}

export interface CountsView {
  lines: CountLine[]
  undetermined: { people: number; among: string[] }[]
  total: number
  unplaced: number
}

/** Counts as they are asked; undefined while nobody asked. */
export async function countsOf(
  { database, actor }: Desk,
  { livedOn, division }: UnitsQuery,
  today: LocalDate,
): Promise<CountsView | undefined> {
  if (livedOn === undefined) return undefined
  const geography = geographyOf(division, today, livedOn)
  return viewOf(
    await withActor(database, actor, (transaction) =>
      countPeopleByUnit(transaction, { on: livedOn, geography }),
    ),
  )
}

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, 'vi')

function viewOf({ figures, undetermined, total, unplaced }: PeopleByUnit): CountsView {
  return {
    total,
    unplaced,
    lines: figures
      .map(({ unit, figure, isWhole }) => ({ uid: unit.uid, name: unit.name, people: figure, isWhole }))
      .sort(byName),
    undetermined: undetermined
      .map(({ figure, among }) => ({ people: figure, among: namesOf(among) }))
      .sort((one, other) => other.people - one.people),
  }
}

function namesOf(units: readonly UnitVersion[]): string[] {
  return units.toSorted(byName).map(({ name }) => name)
}
