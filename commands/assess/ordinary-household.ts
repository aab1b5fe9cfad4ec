import { day, month } from '#calendar'
import { type Assessment, assessCase } from '#law/assessment'
import type { Range } from '#rules'
import { readCase } from './read-case.ts'

/** A person as a case file writes one: ordinary in everything that a case does not change. */
export function person(id: string, birth: string, change: Record<string, unknown> = {}) {
  const { sex = 'female', decisions, paid, ...facts } = change
  return {
    id,
    birth,
    sex,
    facts: {
      insurance: 'none',
      pensionRequested: 'no',
      hiv: 'no',
      disability: 'none',
      studying: 'no',
      supporter: 'able',
      centreEligible: 'no',
      pregnant: 'no',
      abandoned: 'no',
      adopted: 'no',
      stableIncome: 'no',
      ...facts,
    },
    ...(decisions ? { decisions } : {}),
    ...(paid ? { paid } : {}),
  }
}

/** `['parentOf', 'me', 'con']` as a relation of the file. */
export function relation([kind, from, to]: readonly [string, string, string]) {
  return { kind, from, to }
}

/** What a case file comes to in a month. Throws when the file is refused. */
export function assess(file: unknown, of: string, knownOn = '2026-11-22'): Assessment {
  const read = readCase(file)
  if (!read.ok) throw new Error(read.problems.map(({ path, text }) => `${path}: ${text.en}`).join('; '))
  return assessCase(read.case, { month: month(of), knownOn: day(knownOn) })
}

type Amounts = Record<string, number | Range>

/** Amounts of each person by benefit; what comes to nothing is left out. */
export function monthly(file: unknown, of: string, knownOn?: string): Record<string, Amounts> {
  const persons = assess(file, of, knownOn).persons
  return Object.fromEntries(persons.map((each) => [each.person.id, amountsOf(each.explanation.benefits)]))
}

/** Amounts of each event of the month by benefit, and whether all of them may be paid. */
export function once(file: unknown, of: string): { amounts: Amounts; payable: boolean }[] {
  return assess(file, of).events.map(({ explanation }) => ({
    amounts: amountsOf(explanation.benefits),
    payable: [...explanation.benefits.values()].every((each) => each.payable || each.amountDong.high === 0),
  }))
}

function amountsOf(benefits: ReadonlyMap<string, { amountDong: Range }>): Amounts {
  const due = [...benefits].filter(([, { amountDong }]) => amountDong.high > 0)
  return Object.fromEntries(
    due.map(([id, { amountDong }]) => [id, amountDong.low === amountDong.high ? amountDong.low : amountDong]),
  )
}
