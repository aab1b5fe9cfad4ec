import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import {
  ageAtLeast,
  ageUnder,
  all,
  amount,
  any,
  atLeast,
  benefit,
  birth,
  type Case,
  type Condition,
  choice,
  cite,
  coefficient,
  count,
  type Fact,
  ground,
  type Instrument,
  inForce,
  is,
  type Program,
  parameter,
  resolve,
  rulebook,
} from '#rules'
import { personOf, sampleLaw, samplePopulation } from '#rules/samples'
import { type ColumnSpec, columnsOf, unknownClass } from './columns.ts'
import { classOf, encode, encodeAmounts, encodeBirths, encodeCodes, unknownBirth } from './encode.ts'
import { judgePersons } from './run.ts'
import { compileTables } from './tables.ts'

const text = { vi: 'thử', en: 'trial' }
const decree: Instrument = {
  id: 'decree',
  number: '1/2020',
  short: 'NĐ 1/2020',
  title: text,
  issuedOn: day('2020-01-01'),
  from: day('2020-02-01'),
}
const during = inForce(decree)
const said = cite(decree, 'Đ1')
const born = birth('birth', text)
const income = amount('income', text)
const degree = choice('degree', text, { none: text, severe: text })
const children = count('children', text, 4)

/** One ground on all the facts given, with these cases. */
function programOf(
  facts: Fact[],
  when: Condition,
  cases: Case[] = [{ when: all(), tenths: 10, cite: said }],
): Program {
  const book = rulebook(facts, [
    ground('met', { text, cite: said, during, when }),
    coefficient('met', { during, base: cases }),
    benefit('money', { text, cite: said, during, payee: 'person', highestOf: ['met'], standard: 'standard' }),
    ...parameter('standard', [{ from: during.from, value: 500_000, cite: said }]),
  ])
  return resolve(book, { month: month('2024-02'), knownOn: day('2024-03-01') })
}

function columnOf(program: Program, name: string): ColumnSpec {
  const spec = columnsOf(program).find((each) => each.name === name)
  if (!spec) throw new Error(`No column ${name}`)
  return spec
}

describe('the columns of a program', () => {
  it('are one for a choice, count or amount and two for a birth', () => {
    const when = all(
      ageAtLeast(born, 60),
      atLeast(income, 1_500_000),
      is(degree, 'severe'),
      atLeast(children, 1),
    )
    const program = programOf([born, income, degree, children], when)
    expect(columnsOf(program).map((spec) => spec.name)).toEqual([
      'birth.youngest',
      'birth.oldest',
      'income',
      'degree',
      'children',
    ])
  })

  it('are more for a fact with more than fourteen thresholds, and judge no differently', () => {
    const ages = Array.from({ length: 20 }, (_, index) => 5 * index + 1)
    const when = any(
      ...ages.map((age, i) =>
        i % 2
          ? ageUnder(born, age, 'lastDay')
          : all(ageAtLeast(born, age), ageUnder(born, age + 2, 'lastDay')),
      ),
    )
    const program = programOf([born], when)
    expect(columnsOf(program).length).toBeGreaterThan(4)
    const persons = Array.from({ length: 100 }, (_, age) => {
      const on = day(`${2024 - age}-02-15`)
      return { birth: { from: on, to: on } }
    })
    const out = judgePersons(program, persons)
    const expected = persons.map((_, age) =>
      ages.some((limit, i) => (i % 2 ? age < limit : age >= limit && age < limit + 2)) ? 1 : 0,
    )
    expect([...(out.certain[0] as Uint32Array)]).toEqual(expected)
  })

  it('refuse to count further than a fact can', () => {
    const program = programOf([children], atLeast(children, 6))
    expect(() => columnsOf(program)).toThrow('asks for 6 or more of "children", which counts to 4')
  })
})

describe('encoding', () => {
  it('puts a birth on its cut-off day among those who reached the age, and the day after among the others', () => {
    const program = programOf([born], all(ageAtLeast(born, 80), ageUnder(born, 90)))
    const youngest = columnOf(program, 'birth.youngest')
    const on = (text: string) => classOf(youngest, { from: day(text), to: day(text) })
    expect([on('1944-02-28'), on('1944-02-29'), on('1944-03-01')]).toEqual([1, 1, 0])
    expect([on('1934-01-31'), on('1934-02-01')]).toEqual([2, 1])
  })

  it('keeps unknown facts unknown', () => {
    const program = programOf(
      [born, degree, income, children],
      all(ageAtLeast(born, 80), atLeast(income, 5), is(degree, 'none'), atLeast(children, 1)),
    )
    const classes = columnsOf(program).map((spec) => classOf(spec, undefined))
    expect(classes).toEqual([0, 1, unknownClass, unknownClass, unknownClass])
  })

  it('counts more than the most as the most', () => {
    const spec = columnOf(programOf([children], atLeast(children, 4)), 'children')
    expect([classOf(spec, 4), classOf(spec, 9)]).toEqual([4, 4])
  })

  it('refuses values that do not fit their fact, naming the fact', () => {
    const program = programOf([degree, income], all(is(degree, 'severe'), atLeast(income, 5)))
    const reading = (value: string | number) => () => encode(program, 1, () => value)
    expect(reading('heavy')).toThrow('"degree" has no value "heavy"')
    expect(() => classOf(columnOf(program, 'income'), -1)).toThrow('"income" must be a whole number')
    const spec = columnOf(program, 'degree') as Extract<ColumnSpec, { kind: 'choice' }>
    expect(() => encodeCodes(spec, Uint8Array.of(0, 2))).toThrow('"degree" has codes 0 … 1 and 255')
  })

  it('gives from typed arrays what it gives value by value', () => {
    const program = sampleLaw()
    const people = samplePopulation(program, 5_000, 4)
    const oneByOne = encode(program, people.count, (person, fact) => personOf(people, person)[fact])
    oneByOne.specs.forEach((spec, index) => {
      expect(fromArrays(spec, people), spec.name).toEqual(oneByOne.classes[index])
    })
  })

  it('reads days nobody was born on and births of which nothing is known', () => {
    const program = programOf([born], ageAtLeast(born, 80))
    const spec = columnOf(program, 'birth.oldest') as Extract<ColumnSpec, { kind: 'oldest' }>
    const days = (at: 'from' | 'to') => Int32Array.of(unknownBirth[at], 19440229, 19440301)
    expect([...encodeBirths(spec, days('from'), days('to'))]).toEqual([1, 1, 0])
    const youngest = columnOf(program, 'birth.youngest') as Extract<ColumnSpec, { kind: 'youngest' }>
    expect([...encodeBirths(youngest, days('from'), days('to'))]).toEqual([0, 1, 0])
  })
})

function fromArrays(spec: ColumnSpec, people: ReturnType<typeof samplePopulation>): Uint8Array {
  if (spec.kind === 'amount') return encodeAmounts(spec, people.amounts[spec.fact] as Float64Array)
  if (spec.kind === 'choice' || spec.kind === 'count')
    return encodeCodes(spec, people.codes[spec.fact] as Uint8Array)
  const days = people.births[spec.fact] as { from: Int32Array; to: Int32Array }
  return encodeBirths(spec, days.from, days.to)
}

describe('compiling', () => {
  it('refuses a benefit whose tenths do not fit into a byte, naming it', () => {
    const program = programOf([degree], is(degree, 'severe'), [{ when: all(), tenths: 260, cite: said }])
    expect(() => compileTables(program)).toThrow('Benefit money can reach 260 tenths')
  })

  it('keeps a condition whose ways would multiply small', () => {
    const several = Array.from({ length: 12 }, (_, index) =>
      choice(`fact${index}`, text, { a: text, b: text, c: text }),
    )
    const pairs = several
      .slice(1)
      .map((fact, index) => any(is(fact, 'a'), is(several[index] as typeof fact, 'b')))
    const tables = compileTables(programOf(several, all(...pairs)))
    expect(tables.signals.rules.reduce((sum, rule) => sum + rule.conjuncts.length, 0)).toBeLessThan(120)
  })
})
