import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import {
  ageAtLeast,
  ageUnder,
  all,
  always,
  benefit,
  birth,
  type Case,
  choice,
  cite,
  coefficient,
  explain,
  ground,
  type Instrument,
  inForce,
  is,
  isYes,
  type Program,
  parameter,
  resolve,
  rulebook,
  yesNo,
} from '#rules'
import { encode } from '#rules/batch'
import { sampleLaw } from '#rules/samples'
import { countChanges } from './counting.ts'
import { lawDiff } from './law-diff.ts'
import { nearMisses } from './near-misses.ts'
import { assertSound, findConflicts, findGaps } from './soundness.ts'

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
const born = birth('birth', text)
const disability = choice('disability', text, { none: text, severe: text, extreme: text })
const poor = yesNo('poor', text)
const clause = (place: string, tenths: number, when = always): Case => ({
  when,
  tenths,
  cite: cite(decree, place),
})

/** Disabled people with these cases, and the poor from an age on. */
function programWith(cases: {
  base: Case[]
  exceptions?: Case[]
  elderFrom?: number
  standard?: number
}): Program {
  const said = { text, cite: cite(decree, 'Đ5'), during }
  const book = rulebook(
    [born, disability, poor],
    [
      ground('disabled', { ...said, when: is(disability, 'severe', 'extreme') }),
      ground('elder', { ...said, when: all(ageAtLeast(born, cases.elderFrom ?? 80), isYes(poor)) }),
      coefficient('disabled', { during, base: cases.base, exceptions: cases.exceptions ?? [] }),
      coefficient('elder', { during, base: [clause('Đ6.2', 10)] }),
      benefit('allowance', {
        ...said,
        payee: 'person',
        highestOf: ['disabled', 'elder'],
        standard: 'standard',
      }),
      ...parameter('standard', [
        { from: during.from, value: cases.standard ?? 500_000, cite: cite(decree, 'Đ4') },
      ]),
    ],
  )
  return resolve(book, { month: month('2024-08'), knownOn: day('2024-09-01') })
}

const base = [clause('Đ6.1.a', 15, is(disability, 'severe')), clause('Đ6.1.b', 20, is(disability, 'extreme'))]
const sound = programWith({ base })

describe('the soundness of coefficients', () => {
  it('passes rules in which every case excludes the others', () => {
    expect(findConflicts(sound)).toEqual([])
    expect(findGaps(sound)).toEqual([])
    expect(() => assertSound(sound)).not.toThrow()
    expect(() => assertSound(sampleLaw())).not.toThrow()
  })

  it('names both clauses and a sample person when two exceptions meet', () => {
    const program = programWith({
      base,
      exceptions: [clause('Đ6.1.c', 25, ageUnder(born, 16)), clause('Đ6.1.d', 30, isYes(poor))],
    })
    const [conflict, ...others] = findConflicts(program)
    expect(others).toEqual([])
    expect([conflict?.first.cite.place, conflict?.second.cite.place]).toEqual(['Đ6.1.c', 'Đ6.1.d'])
    const cases = explain(program, conflict?.person ?? {}).benefits.get('allowance')?.coefficients[0]?.cases
    expect(cases?.map((each) => [each.case.tenths, each.trace.truth])).toEqual([
      [25, 2],
      [30, 2],
    ])
    expect(() => assertSound(program)).toThrow(
      /disabled: NĐ 1\/2020, Đ6\.1\.c \(25 tenths\) and NĐ 1\/2020, Đ6\.1\.d \(30 tenths\) both hold for .*birth/,
    )
  })

  it('sees that an exception keeps two base cases from meeting', () => {
    const meeting = [clause('Đ6.1.a', 15), clause('Đ6.1.b', 20, isYes(poor))]
    const exceptions = [clause('Đ6.1.c', 30, isYes(poor))]
    expect(findConflicts(programWith({ base: meeting }))).toHaveLength(1)
    expect(findConflicts(programWith({ base: meeting, exceptions }))).toEqual([])
  })

  it('finds who meets a ground without any case', () => {
    const program = programWith({ base: [clause('Đ6.1.a', 15, is(disability, 'severe'))] })
    expect(findGaps(program).map(({ ground, person }) => [ground.id, person])).toEqual([
      ['disabled', { disability: 'extreme' }],
    ])
    expect(() => assertSound(program)).toThrow('disabled (NĐ 1/2020, Đ5) has no coefficient for')
  })
})

describe('the difference between two versions of the law', () => {
  it('is nothing between a version and itself', () => {
    expect(lawDiff(sound, programWith({ base }))).toEqual({ grounds: [], benefits: [] })
  })

  it('is exactly the people between the old age and the new one', () => {
    const { grounds, benefits } = lawDiff(sound, programWith({ base, elderFrom: 75 }))
    expect(grounds.map((each) => each.ground)).toEqual(['elder'])
    const [change, ...others] = grounds[0]?.changes ?? []
    expect(others).toEqual([])
    expect(change).toMatchObject({ before: { met: false, tenths: 0 }, after: { met: true, tenths: 10 } })
    expect(change?.people.birth?.map(({ from, to }) => [from, to])).toEqual([['1944-09-01', '1949-08-31']])
    expect(change?.people.poor?.map(({ sample }) => sample)).toEqual(['yes'])
    const undisabled = benefits[0]?.changes.map(({ people }) =>
      people.disability?.map(({ sample }) => sample),
    )
    expect(undisabled).toEqual([['none']])
  })

  it('shows a new standard as new amounts for the same tenths', () => {
    const { grounds, benefits } = lawDiff(sound, programWith({ base, standard: 540_000 }))
    expect(grounds).toEqual([])
    const severe = benefits[0]?.changes.find(({ before }) => before.tenths === 15)
    expect(severe).toMatchObject({
      before: { tenths: 15, amountDong: 750_000 },
      after: { tenths: 15, amountDong: 810_000 },
    })
  })

  it('counts the people and the money in a register', () => {
    const bornOn = (on: string) => ({ from: day(on), to: day(on) })
    const persons: Record<string, string | ReturnType<typeof bornOn>>[] = [
      { birth: bornOn('1946-01-01'), disability: 'none', poor: 'yes' },
      { birth: bornOn('1946-01-01'), disability: 'severe', poor: 'yes' },
      { birth: bornOn('1940-01-01'), disability: 'none', poor: 'yes' },
      { birth: bornOn('1946-01-01'), disability: 'none' },
    ]
    const of = (program: Program) => ({
      program,
      columns: encode(program, persons.length, (person, fact) => persons[person]?.[fact]),
    })
    expect(countChanges(of(sound), of(programWith({ base, elderFrom: 75 })))).toEqual([
      {
        benefit: 'allowance',
        people: 2,
        gaining: 1,
        losing: 0,
        before: { low: 1_250_000, high: 1_250_000 },
        after: { low: 1_750_000, high: 2_250_000 },
      },
    ])
  })
})

describe('near misses', () => {
  const facts = { birth: { from: day('1950-01-01'), to: day('1950-01-01') }, disability: 'none', poor: 'yes' }

  it('name the one fact that is missing, and what it would have to be', () => {
    const found = nearMisses(sound, facts).map(({ ground, fact, wanted }) => [
      ground.id,
      fact,
      wanted.map(({ sample, to }) => to ?? sample),
    ])
    expect(found).toEqual([
      ['disabled', 'disability', ['severe', 'extreme']],
      ['elder', 'birth', ['1944-08-31']],
    ])
  })

  it('leave out what two facts stand in the way of', () => {
    const found = nearMisses(sound, { ...facts, poor: 'no' }).map(({ ground }) => ground.id)
    expect(found).toEqual(['disabled'])
  })

  it('read a ground through those it refers to', () => {
    const known = Object.fromEntries(
      sampleLaw().facts.map((fact) => [fact.key, fact.kind === 'choice' ? 'no' : 0]),
    )
    const elder = {
      ...known,
      birth: { from: day('1947-01-01'), to: day('1947-01-01') },
      poverty: 'poor',
      region: 'hardest',
      support: 'none',
    }
    const missed = nearMisses(sampleLaw(), elder).filter(({ ground }) => ground.id === 'elderRemote')
    expect(missed.map(({ fact, wanted }) => [fact, wanted.map(({ sample }) => sample)])).toContainEqual([
      'support',
      ['able'],
    ])
  })
})
