import { describe, expect, it } from 'vitest'
import { addMonths, day, type Month, month } from '#calendar'
import { type Program, resolve } from '#rules'
import { assertSound } from '#rules/checks'
import {
  emergencyBook,
  funeralBook,
  getQuestion,
  monthlyBook,
  monthlyFacts,
  nationalStandard,
  procedures,
  programFor,
  standardOn,
} from './index.ts'
import { provinceStandard } from './province-standard.ts'

const knownOn = day('2026-11-22')

function monthsFrom(first: string, last: string): Month[] {
  const months: Month[] = []
  for (let each = month(first); each <= month(last); each = addMonths(each, 1)) months.push(each)
  return months
}

/** Months whose rules are the same need to be looked at once. */
function shapeOf({ grounds, coefficients, parameters }: Program): string {
  const cites = grounds.map((each) => `${each.id} ${each.cite.instrument.id} ${each.cite.place}`)
  const amounts = [...parameters].map(([id, { value }]) => `${id} ${value}`)
  return JSON.stringify([cites, [...coefficients.values()].map((each) => each.during.from), amounts])
}

describe('the rules of every month', () => {
  it.each([true, false])('are sound from 2021 to 2027, recipient: %s', (recipient) => {
    const seen = new Set<string>()
    for (const each of monthsFrom('2021-01', '2027-12')) {
      const program = programFor({ month: each, knownOn, recipient })
      if (seen.has(shapeOf(program))) continue
      seen.add(shapeOf(program))
      expect(() => assertSound(program)).not.toThrow()
    }
    expect(seen.size).toBeGreaterThan(4)
  })

  it('are sound for funerals and emergencies', () => {
    for (const book of [funeralBook, emergencyBook])
      for (const each of monthsFrom('2021-07', '2026-12'))
        expect(() => assertSound(resolve(book, { month: each, knownOn }))).not.toThrow()
  })

  it('hold at whatever day they are looked at from', () => {
    for (const known of ['2015-01-01', '2021-03-15', '2024-07-01', '2025-06-30', '2026-08-20', '2026-08-21'])
      for (const each of ['2021-06', '2025-07', '2026-07', '2026-10', '2027-06'])
        expect(() => programFor({ month: month(each), knownOn: day(known), recipient: true })).not.toThrow()
  })

  it('come back as the same program for the same moment', () => {
    const moment = { month: month('2026-11'), knownOn, recipient: false }
    expect(programFor({ ...moment })).toBe(programFor(moment))
  })
})

describe('the standard', () => {
  const at = (of: string, recipient: boolean, known = '2026-11-22') =>
    standardOn({ month: month(of), knownOn: day(known), recipient })

  it('changes on the day its decree says, earlier for those receiving', () => {
    const changes = ['2021-06', '2021-07', '2024-06', '2024-07', '2026-06', '2026-07', '2026-09', '2026-10']
    expect(changes.map((each) => at(each, true))).toEqual([
      270_000, 360_000, 360_000, 500_000, 500_000, 540_000, 540_000, 540_000,
    ])
    expect(changes.map((each) => at(each, false))).toEqual([
      270_000, 360_000, 360_000, 500_000, 500_000, 500_000, 500_000, 540_000,
    ])
  })

  it('is what was known at the time', () => {
    expect([at('2026-08', true, '2026-08-20'), at('2024-08', true, '2024-06-30')]).toEqual([500_000, 360_000])
  })

  it('of a province is never below the national one', () => {
    const highest = Math.max(...nationalStandard.map((each) => each.value ?? 0))
    for (const row of provinceStandard) expect(row.value ?? highest).toBeGreaterThanOrEqual(highest)
    expect(nationalStandard.length).toBeGreaterThan(4)
  })
})

describe('what people are told', () => {
  it('has a question in both languages for every fact that the law of any month reads', () => {
    for (const { key } of monthlyFacts) {
      const { text, hint } = getQuestion(key)
      expect([text.vi.endsWith('?'), text.en.endsWith('?')], key).toEqual([true, true])
      if (hint)
        expect(
          [hint.vi, hint.en].every((each) => /[.?]$/.test(each)),
          key,
        ).toBe(true)
    }
    expect(() => getQuestion('height')).toThrow('There is no question for "height"')
  })

  it('has a fact for every one the rules read, and reads none in vain but the sex', () => {
    const read = new Set(
      ['2021-06', '2025-06', '2026-11'].flatMap((each) =>
        programFor({ month: month(each), knownOn, recipient: false }).facts.map((fact) => fact.key),
      ),
    )
    const idle = monthlyFacts.map((each) => each.key).filter((key) => !read.has(key))
    expect(idle).toEqual(['sex'])
  })

  it('has procedures with their rules in the order of their days', () => {
    for (const { id, rules } of procedures) {
      const days = rules.map((each) => each.from)
      expect(days, id).toEqual(days.toSorted())
      expect(rules.every((each) => Number.isInteger(each.workingDays) && each.workingDays > 0)).toBe(true)
    }
  })

  it('cites an instrument that was in force or known when it is relied on', () => {
    for (const provision of monthlyBook.provisions) {
      const { cite, during } = 'cite' in provision ? provision : { cite: undefined, during: provision.during }
      if (cite)
        expect(cite.instrument.issuedOn <= during.knownFrom, `${provision.kind} ${cite.place}`).toBe(true)
    }
  })
})
