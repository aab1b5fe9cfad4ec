import { describe, expect, it } from 'vitest'
import { day, type LocalDate, month } from '#calendar'
import {
  ageAtLeast,
  ageUnder,
  all,
  always,
  atLeast,
  benefit,
  birth,
  choice,
  cite,
  coefficient,
  count,
  decidingFacts,
  explain,
  ground,
  higherOf,
  type Instrument,
  inForce,
  is,
  isYes,
  nextQuestion,
  not,
  parameter,
  resolve,
  rulebook,
  yesNo,
} from './index.ts'

const text = { vi: 'thử', en: 'trial' }
const decree: Instrument = {
  id: 'decree',
  number: '1/2020',
  short: 'NĐ 1/2020',
  title: text,
  issuedOn: day('2020-01-01'),
  from: day('2020-02-01'),
}
const article = (place: string) => cite(decree, place)
const born = birth('birth', text)
const disability = choice('disability', text, { none: text, severe: text, extreme: text })
const poor = yesNo('poor', text)
const single = yesNo('single', text)
const children = count('children', text, 14)
const during = inForce(decree)

const book = rulebook(
  [born, disability, poor, single, children],
  [
    ground('disabled', { text, cite: article('Đ1'), during, when: is(disability, 'severe', 'extreme') }),
    ground('elder', { text, cite: article('Đ2'), during, when: all(ageAtLeast(born, 80), isYes(poor)) }),
    ground('parent', { text, cite: article('Đ3'), during, when: all(isYes(single), atLeast(children, 1)) }),
    ground('pensioner', { text, cite: article('Đ4'), during, when: ageAtLeast(born, 75) }),
    ground('child', { text, cite: article('Đ5'), during, when: all(ageUnder(born, 16), not(isYes(poor))) }),
    coefficient('disabled', {
      during,
      base: [
        { when: is(disability, 'severe'), tenths: 15, cite: article('Đ1') },
        { when: is(disability, 'extreme'), tenths: 20, cite: article('Đ1') },
      ],
      exceptions: [
        { when: all(is(disability, 'severe'), ageAtLeast(born, 60)), tenths: 20, cite: article('Đ1') },
        { when: all(is(disability, 'extreme'), ageAtLeast(born, 60)), tenths: 25, cite: article('Đ1') },
      ],
    }),
    ...['elder', 'pensioner', 'child'].map((id) =>
      coefficient(id, { during, base: [{ when: always, tenths: 10, cite: article('Đ6') }] }),
    ),
    benefit('allowance', {
      text,
      cite: article('Đ7'),
      during,
      payee: 'person',
      highestOf: ['disabled', 'elder', 'child'],
      plus: { ground: 'parent', per: 'children', tenths: 10, alongside: ['disabled'], cite: article('Đ7') },
      standard: 'standard',
    }),
    benefit('pension', {
      text,
      cite: article('Đ8'),
      during,
      payee: 'person',
      highestOf: ['pensioner'],
      standard: 'standard',
    }),
    higherOf('monthly', { text, cite: article('Đ9'), during, higherOf: ['allowance', 'pension'] }),
    ...parameter('standard', [
      { from: day('2020-02-01'), value: 360_000, cite: article('Đ10') },
      { from: day('2024-07-01'), value: 500_000, cite: article('Đ10'), knownFrom: day('2024-06-01') },
    ]),
  ],
)
const program = resolve(book, { month: month('2024-08'), knownOn: day('2024-09-01') })
const bornOn = (from: string, to = from) => ({ from: day(from), to: day(to) })
const grown = { birth: bornOn('1980-01-01'), disability: 'none', poor: 'no', single: 'no', children: 0 }
const amounts = (facts: Parameters<typeof explain>[1]) =>
  Object.fromEntries([...explain(program, facts).benefits].map(([id, each]) => [id, each.amountDong]))

describe('explaining one case', () => {
  it('gives nothing to somebody who meets no ground', () => {
    expect(amounts(grown)).toEqual({ allowance: { low: 0, high: 0 }, pension: { low: 0, high: 0 } })
  })

  it('takes the exception instead of the base case', () => {
    expect(amounts({ ...grown, disability: 'severe', birth: bornOn('1964-08-31') }).allowance?.low).toBe(
      1_000_000,
    )
    expect(amounts({ ...grown, disability: 'severe', birth: bornOn('1964-09-01') }).allowance?.low).toBe(
      750_000,
    )
  })

  it('pays the single parent per child, and adds it to a disability of her own', () => {
    const parent = { ...grown, single: 'yes', children: 2 }
    expect(amounts(parent).allowance?.low).toBe(1_000_000)
    expect(amounts({ ...parent, disability: 'severe' }).allowance?.low).toBe(1_750_000)
  })

  it('keeps an unknown fact unknown and says which answer settles it', () => {
    const { disability: _, ...facts } = grown
    const explanation = explain(program, facts)
    expect(explanation.benefits.get('allowance')?.amountDong).toEqual({ low: 0, high: 1_000_000 })
    expect(decidingFacts(explanation, 'allowance')).toEqual(['disability'])
    expect(nextQuestion(program, facts)).toBe('disability')
  })

  it('reads a year-only birth as the range of days it is', () => {
    const facts = { ...grown, poor: 'yes', birth: bornOn('1944-01-01', '1944-12-31') }
    expect(amounts(facts)).toEqual({
      allowance: { low: 0, high: 500_000 },
      pension: { low: 0, high: 500_000 },
    })
  })

  it('leaves only the higher of two benefits, the first named when they are equal', () => {
    const elder = { ...grown, birth: bornOn('1940-01-01') }
    expect(amounts(elder)).toEqual({
      allowance: { low: 0, high: 0 },
      pension: { low: 500_000, high: 500_000 },
    })
    expect(amounts({ ...elder, poor: 'yes' }).pension).toEqual({ low: 0, high: 0 })
    expect(amounts({ ...elder, poor: 'yes' }).allowance).toEqual({ low: 500_000, high: 500_000 })
  })

  it('keeps a condition lost within the month to the end of that month', () => {
    const turnsSixteen = { ...grown, birth: bornOn('2008-08-10') }
    expect(amounts(turnsSixteen).allowance?.low).toBe(500_000)
    expect(amounts({ ...grown, birth: bornOn('2008-07-31') }).allowance?.low).toBe(0)
  })
})

describe('resolving the law for a moment', () => {
  const standardAt = (of: string, knownOn: string) =>
    resolve(book, { month: month(of), knownOn: day(knownOn) }).parameters.get('standard')?.value

  it('uses the standard of the month as it was known', () => {
    expect(standardAt('2024-06', '2024-09-01')).toBe(360_000)
    expect(standardAt('2024-07', '2024-09-01')).toBe(500_000)
    expect(standardAt('2024-07', '2024-05-31')).toBe(360_000)
  })

  it('refuses two versions that hold at the same time', () => {
    const twice = ground('disabled', { text, cite: article('Đ1'), during, when: always })
    expect(() => rulebook([], [twice, twice])).toThrow('ground disabled holds twice')
  })

  it('refuses a name that exists in no version, and grounds in a circle', () => {
    const circle = (id: string, other: string) =>
      ground(id, { text, cite: article('Đ1'), during, when: { op: 'meets', ground: other } })
    expect(() => rulebook([], [circle('a', 'b')])).toThrow('ground a names ground b, which does not exist')
    const round = rulebook([], [circle('a', 'b'), circle('b', 'a')])
    expect(() => resolve(round, { month: month('2024-01'), knownOn: '2024-01-01' as LocalDate })).toThrow(
      'circle',
    )
  })
})
