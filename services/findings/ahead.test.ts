import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  day,
  type LocalDate,
  lastDayOf,
  type Month,
  month,
  monthOf,
  numberOf,
} from '#calendar'
import { assembleMonth } from '#registry'
import { comingUp, horizonOf } from './ahead.ts'
import { type Evaluation, evaluate, Programs } from './evaluation.ts'
import type { Receipts } from './receipts.ts'

const knownOn = day('2026-11-23')
const programs = new Programs(knownOn)

interface Sketch {
  born: LocalDate
  facts: Record<string, string>
  /** Lives with the person before them in the list, as their child. */
  isChild?: boolean
}

/** These people in a month, nobody paid anything. */
function evaluated(people: readonly Sketch[], asked: Month): Evaluation {
  const heads = people.map((_, index) => people.slice(0, index + 1).findLastIndex(({ isChild }) => !isChild))
  const columns = assembleMonth(
    {
      persons: people.map(({ born }, index) => ({
        id: index + 1,
        linkedTo: 0,
        unit: undefined,
        birthFrom: numberOf(born),
        birthTo: numberOf(born),
        deathOn: 0,
        sex: index % 2 === 0 ? 'female' : 'male',
        reviewedOn: numberOf(day('2020-01-01')),
      })),
      memberships: people.map(({ isChild }, index) => ({
        personId: index + 1,
        householdId: 1 + Math.max(0, heads[index] as number),
        relation: isChild ? 'child' : 'head',
      })),
      facts: people.flatMap(({ facts }, index) =>
        Object.entries(facts).map(([key, value]) => ({ personId: index + 1, key, value })),
      ),
      householdFacts: [],
      areas: new Map(),
    },
    { month: asked, knownOn },
  )
  const receipts: Receipts = {
    numbers: new Uint32Array(columns.count),
    transitional: new Uint8Array(columns.count),
    recordedAt: () => new Map(),
    groundsAt: () => [],
    payeesAt: () => 0,
  }
  return evaluate(columns, receipts, programs)
}

/** The first day on which a month is in sight. */
function firstSightOf(seen: Month): LocalDate {
  let on = addDays(lastDayOf(seen), -130)
  while (horizonOf(on) < seen) on = addDays(on, 1)
  return on
}

const sketches = fc.array(
  fc.record({
    born: fc
      .tuple(fc.constantFrom(0, 2, 3, 4, 12, 15, 16, 22, 40, 60, 75, 80), fc.integer({ min: -60, max: 400 }))
      .map(([years, days]) => addDays(day(`${2026 - years}-06-15`), -days)),
    facts: fc.record(
      {
        disability: fc.constantFrom('none', 'light', 'severe', 'extreme'),
        insurance: fc.constantFrom('none', 'pension'),
        pensionRequested: fc.constantFrom('yes', 'no'),
        father: fc.constantFrom('present', 'dead'),
        mother: fc.constantFrom('present', 'dead', 'missing'),
        studying: fc.constantFrom('yes', 'no'),
        poverty: fc.constantFrom('poor', 'nearPoor', 'none'),
        marriage: fc.constantFrom('widowed', 'married'),
      },
      { requiredKeys: [] },
    ),
    isChild: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
)

describe('who is kept as turning by time alone', () => {
  it('is everybody whose coming changes are others when the next month comes into sight', () => {
    const months = fc.integer({ min: -14, max: 8 }).map((count) => addMonths(month('2026-11'), count))
    fc.assert(
      fc.property(sketches, months, (people, next) => {
        const sight = firstSightOf(next)
        const now = evaluated(people, monthOf(addDays(sight, -1)))
        const before = comingUp(now, addDays(sight, -1))
        const after = comingUp(now, sight)
        const told = (drafts: typeof after.drafts, place: number) =>
          drafts.filter((each) => each.place === place)
        const others = people.flatMap((_, place) =>
          JSON.stringify(told(before.drafts, place)) === JSON.stringify(told(after.drafts, place))
            ? []
            : [place + 1],
        )
        expect(before.turning).toEqual(expect.arrayContaining(others))
      }),
      { numRuns: 60 },
    )
  })

  it('is who reaches an age in the month after the last in sight, and nobody else', () => {
    const facts = { insurance: 'none', pensionRequested: 'yes', poverty: 'none' }
    const sight = firstSightOf(month('2027-03'))
    const people = ['1952-03-31', '1952-04-01', '1952-02-28', '1990-03-15'].map((born) => ({
      born: day(born),
      facts,
    }))
    const seen = comingUp(evaluated(people, monthOf(addDays(sight, -1))), addDays(sight, -1))
    expect(seen.turning).toEqual([1])
  })

  it('is everybody to whom a decree in force from that month on gives more, whatever their age', () => {
    const facts = { disability: 'severe', insurance: 'none' }
    const people = ['1970-05-05', '1999-09-09'].map((born) => ({ born: day(born), facts }))
    const idle = { born: day('1980-08-08'), facts: { disability: 'none', insurance: 'none' } }
    const sight = firstSightOf(month('2026-10'))
    const seen = comingUp(evaluated([...people, idle], monthOf(sight)), addDays(sight, -1))
    expect(seen.turning).toEqual([1, 2])
  })
})
