import {
  addDays,
  addMonths,
  birthday,
  firstDayOf,
  type LocalDate,
  lastDayOf,
  type Month,
  monthOf,
} from '#calendar'
import {
  countK4Children,
  countUnder36Months,
  type DatedValue,
  type FactHistory,
  type RaisedChild,
  readDay,
  readMonth,
  startMonth,
} from '#law/social-assistance'
import type { FactValue, FactValues } from '#rules'
import type { Case, CasePerson, Relation } from './case.ts'
import { decisionsOf, historyOf } from './stated.ts'

/** What the relations of the household say of a person, as it stood when a month began and when it ended. */
export function relationHistory(person: CasePerson, of: Case, month: Month): FactHistory {
  if (!of.relations) return {}
  const on = (read: (day: LocalDate) => FactValue | undefined) => atBothEnds(month, read)
  const spouses = spousesOf(person, of)
  const cared = (kind: Relation['kind']) =>
    on((day) => anyAlive(relatives(of, kind, { to: person.id }), of, day))
  return {
    ...parentHistories(person, of, on),
    ...(spouses.length > 0 ? { marriage: on((day) => marriageOn(spouses, of, day)) } : {}),
    takenIn: cared('tookIn'),
    caredForAtHome: cared('caresFor'),
  }
}

/** Numbers of children by the relations; unknown when the case tells none. */
export function childrenCounted(person: CasePerson, of: Case, month: Month): FactValues {
  if (!of.relations) return {}
  const children = relatives(of, 'parentOf', { from: person.id }).flatMap((child) =>
    raised(child, person, of, month),
  )
  return {
    k4Children: countK4Children(children, month),
    childrenUnder36Months: countUnder36Months(children, month),
  }
}

/** The spouse in the household, if the case names one: the living one of several. */
export function spouseOf(person: CasePerson, of: Case, month: Month): CasePerson | undefined {
  const spouses = spousesOf(person, of)
  return spouses.find((each) => stateOf(each, of, firstDayOf(month)).alive !== 'no') ?? spouses[0]
}

/** The parents in the household. */
export function parentsOf({ id }: CasePerson, of: Case): CasePerson[] {
  return relatives(of, 'parentOf', { to: id })
}

function spousesOf({ id }: CasePerson, of: Case): CasePerson[] {
  return [...relatives(of, 'spouseOf', { from: id }), ...relatives(of, 'spouseOf', { to: id })]
}

/** Those at the other end of the relations of a kind. */
function relatives(of: Case, kind: Relation['kind'], { from, to }: Partial<Relation>): CasePerson[] {
  const ids = (of.relations ?? [])
    .filter((each) => each.kind === kind && (from === undefined ? each.to === to : each.from === from))
    .map((each) => (from === undefined ? each.from : each.to))
  return ids.length === 0 ? [] : of.persons.filter((each) => ids.includes(each.id))
}

/** A value for the days before a month begins and another since, as it stood at its two ends. */
function atBothEnds(month: Month, read: (day: LocalDate) => FactValue | undefined): readonly DatedValue[] {
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  const ends: DatedValue[] = []
  const [before, after] = [read(first), read(last)]
  if (before !== undefined) ends.push({ value: before, to: first })
  if (after !== undefined) ends.push({ value: after, from: addDays(first, 1) })
  return ends
}

function stateOf(person: CasePerson, of: Case, day: LocalDate): FactValues {
  return readDay(historyOf(person, of), day)
}

/** A parent who belongs to the household is present until they die, enter a centre or serve a sentence. */
function parentHistories(
  person: CasePerson,
  of: Case,
  on: (read: (day: LocalDate) => FactValue | undefined) => readonly DatedValue[],
): FactHistory {
  const histories: Record<string, readonly DatedValue[]> = {}
  for (const parent of parentsOf(person, of)) {
    const sex = parent.history.sex?.[0]?.value
    if (sex === 'male' || sex === 'female')
      histories[sex === 'male' ? 'father' : 'mother'] = on((day) => parentOn(stateOf(parent, of, day)))
  }
  return histories
}

function parentOn({ alive, inCentre, inPrison }: FactValues): string | undefined {
  if (alive === 'no') return 'dead'
  if (inCentre === 'yes') return 'inCentre'
  if (inPrison === 'yes') return 'detained'
  return alive === undefined || inCentre === undefined || inPrison === undefined ? undefined : 'present'
}

function marriageOn(spouses: readonly CasePerson[], of: Case, day: LocalDate): string | undefined {
  const living = anyAlive(spouses, of, day)
  return living === undefined ? undefined : living === 'yes' ? 'married' : 'widowed'
}

function anyAlive(persons: readonly CasePerson[], of: Case, day: LocalDate): 'yes' | 'no' | undefined {
  const alive = persons.map((each) => stateOf(each, of, day).alive)
  if (alive.includes('yes')) return 'yes'
  return alive.includes(undefined) ? undefined : 'no'
}

/** A child that is raised at home in the month, as the counts need it; one who died or lives in a centre is not. */
function raised(child: CasePerson, parent: CasePerson, of: Case, month: Month): RaisedChild[] {
  const { alive, inCentre, studying } = readMonth(historyOf(child, of), month)
  if (alive === 'no' || inCentre === 'yes') return []
  if (alive === undefined || inCentre === undefined) return [{}]
  return [
    {
      birth: child.birth,
      studying: studying as RaisedChild['studying'],
      drawnFor: drawnFor(child, parent),
    },
  ]
}

/**
 * Since Decree 335/2026 a child past 16 counts only if the allowance was drawn for it before (Đ5.4): from its 16th
 * birthday, or while Decree 20/2021 counted students. Without any decision on the parent this is not known and the
 * studies alone are looked at.
 */
function drawnFor(child: CasePerson, parent: CasePerson): boolean | undefined {
  const allowances = decisionsOf(parent).filter((each) => each.benefit === 'socialAllowance')
  if (allowances.length === 0 || !child.birth) return undefined
  const turned16In = monthOf(birthday(child.birth.to, 16))
  const until = turned16In > lastMonthOf20 ? turned16In : lastMonthOf20
  return allowances.some(
    (each) =>
      (each.ground === undefined || each.ground === 'K4') &&
      startMonth(each).month <= until &&
      (each.endedFrom === undefined || each.endedFrom > until),
  )
}

const lastMonthOf20 = addMonths('2026-10' as Month, -1)
