import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import type { FactHistory } from '#law/social-assistance'
import { assessCase, type Case, type CasePerson } from './index.ts'

const asked = { month: month('2026-11'), knownOn: day('2026-11-22') }
const born = (on: string) => ({ from: day(on), to: day(on) })
const values = (facts: Record<string, string | null>): FactHistory =>
  Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, value === null ? [] : [{ value }]]))
const person = (id: string, birth: string, facts: Record<string, string | null>): CasePerson => ({
  id,
  birth: born(birth),
  history: values(facts),
  decisions: [],
  paid: [],
})

const grown = {
  insurance: 'none',
  hiv: 'no',
  formerlyWithoutSupport: 'no',
  disability: 'none',
  pensionRequested: 'no',
}
const father = person('cha', '1980-01-01', { ...grown, sex: 'male' })
const mother = person('me', '1985-01-01', { ...grown, sex: 'female', pregnant: 'no' })
const child = person('con', '2016-01-01', { hiv: 'no', abandoned: 'no', adopted: 'no', disability: 'none' })
const family: Case = {
  persons: [father, mother, child],
  relations: [
    { kind: 'spouseOf', from: 'cha', to: 'me' },
    { kind: 'parentOf', from: 'cha', to: 'con' },
    { kind: 'parentOf', from: 'me', to: 'con' },
  ],
  household: values({ poverty: 'nearPoor', area: 'ordinary' }),
  events: [],
}

function amounts(of: Case, when = asked) {
  return assessCase(of, when).persons.map((each) => [each.person.id, each.totalDong.low, each.totalDong.high])
}

describe('assessing a household', () => {
  it('finds nothing for a near-poor couple with a child', () => {
    expect(amounts(family)).toEqual([
      ['cha', 0, 0],
      ['me', 0, 0],
      ['con', 0, 0],
    ])
  })

  it('makes the mother a single parent from the month in which the father dies', () => {
    const widowed: Case = {
      ...family,
      events: [{ kind: 'death', person: 'cha', on: day('2026-10-20'), facts: {} }],
    }
    const inMonth = (of: string) => amounts(widowed, { ...asked, month: month(of) })[1]
    expect([inMonth('2026-09'), inMonth('2026-10'), inMonth('2026-11')]).toEqual([
      ['me', 0, 0],
      ['me', 540_000, 540_000],
      ['me', 540_000, 540_000],
    ])
  })

  it('makes the child an orphan when both parents die', () => {
    const events = ['cha', 'me'].map((id) => ({
      kind: 'death' as const,
      person: id,
      on: day('2026-10-20'),
      facts: {},
    }))
    expect(amounts({ ...family, events })[2]).toEqual(['con', 810_000, 810_000])
  })

  it('lets a stated fact stand before a derived one', () => {
    const missing = {
      ...child,
      history: { ...child.history, ...values({ father: 'missing', mother: 'missing' }) },
    }
    expect(amounts({ ...family, persons: [father, mother, missing] })[2]).toEqual(['con', 810_000, 810_000])
  })

  it('names what it presumes, and leaves open what is written as not known', () => {
    const [assessed] = assessCase(family, asked).persons
    expect(assessed?.presumed).toEqual({
      alive: 'yes',
      resident: 'yes',
      inPrison: 'no',
      inCentre: 'no',
      parentCarePaidToSpouse: 'no',
    })
    const severe = person('cha', '1980-01-01', {
      ...grown,
      sex: 'male',
      disability: 'severe',
      inPrison: null,
    })
    const open = assessCase({ ...family, persons: [severe, mother, child] }, asked).persons[0]
    expect(open?.presumed.inPrison).toBeUndefined()
    expect(open?.explanation.benefits.get('socialAllowance')?.amountDong).toEqual({ low: 0, high: 810_000 })
  })

  it('leaves the children unknown where the household is not told completely', () => {
    const { relations: _, ...untold } = family
    const single = person('me', '1985-01-01', {
      ...grown,
      sex: 'female',
      pregnant: 'no',
      marriage: 'neverMarried',
    })
    const [[, low = 0, high = 0] = []] = amounts({ ...untold, persons: [single] }) as [
      string,
      number,
      number,
    ][]
    expect([low, high > 0]).toEqual([0, true])
  })

  it('pays who took in a child, and the family that cares for a disabled one', () => {
    const grandmother = person('ba', '1960-01-01', { ...grown, sex: 'female', supporter: 'able' })
    const orphan = person('chau', '2024-01-01', {
      father: 'dead',
      mother: 'dead',
      hiv: 'no',
      abandoned: 'no',
      adopted: 'no',
      disability: 'none',
    })
    const taken: Case = {
      persons: [grandmother, orphan],
      relations: [{ kind: 'tookIn', from: 'ba', to: 'chau' }],
      household: values({ poverty: 'none', area: 'ordinary' }),
      events: [],
    }
    expect(amounts(taken)[1]).toEqual(['chau', 2_700_000, 2_700_000])
  })
})
