import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { assessCase } from '#law/assessment'
import { programFor } from '#law/social-assistance'
import { type BirthRange, explain } from '#rules'
import { type Answers, createInterview, dontKnow } from './interview.ts'
import { findNearMiss } from './near-miss.ts'
import { resultOf } from './result.ts'

const today = day('2026-11-23')
const now = month('2026-11')
const programOf = (asked: typeof now) => programFor({ month: asked, knownOn: today, recipient: false })
const program = programOf(now)
const interview = createInterview(program, today)

/** Lets somebody answer; a question the life below says nothing of is answered "I don't know". */
function live(life: Answers) {
  let given: Answers = {}
  for (let course = interview(given); course.next; course = interview(given))
    given = { ...given, [course.next.key]: life[course.next.key] ?? dontKnow }
  const { facts, steps } = interview(given)
  return { facts, asked: steps.map(({ question }) => question.key) }
}

/** Each benefit that may be due, in đồng: a number, or from and to. */
type Amounts = Record<string, number | readonly [number, number]>

interface Life {
  who: string
  answers: Answers
  amounts: Amounts
  /** The most questions it may take. */
  within: number
  /** Not to be asked of such a person. */
  neverAsked?: readonly string[]
}

const atHome = { living: 'family', disability: 'none', hiv: 'no', formerly: 'no' }
const lives: readonly Life[] = [
  {
    who: 'an elder of 76 without a pension',
    answers: { ...atHome, about: 'elder', age: '76', insurance: 'none', poverty: 'none' },
    amounts: { socialPension: 540_000 },
    within: 7,
    neverAsked: ['pregnant', 'studying', 'children', 'parents', 'hiv', 'toddlers'],
  },
  {
    who: 'an elder of 72 of a near-poor household',
    answers: {
      ...atHome,
      about: 'elder',
      age: '72',
      insurance: 'none',
      poverty: 'nearPoor',
      supporter: 'able',
      children: '0',
    },
    amounts: { socialPension: 540_000 },
    within: 10,
    neverAsked: ['pregnant', 'studying', 'parents', 'toddlers'],
  },
  {
    who: 'a child of 8 with an extremely severe disability',
    answers: {
      ...atHome,
      about: 'child',
      age: '8',
      disability: 'extreme',
      parents: 'both',
      poverty: 'none',
    },
    amounts: { socialAllowance: 1_350_000, careSupport: 540_000 },
    within: 7,
    neverAsked: ['pregnant', 'marriage', 'children', 'insurance', 'income', 'toddlers'],
  },
  {
    who: 'a poor mother who never married, with two children, herself severely disabled',
    answers: {
      ...atHome,
      about: 'self',
      age: '34',
      disability: 'severe',
      poverty: 'poor',
      children: '2',
      marriage: 'neverMarried',
      pregnant: 'no',
      toddlers: '0',
    },
    amounts: { socialAllowance: 1_890_000 },
    within: 12,
    neverAsked: ['parents', 'supporter', 'spouseCare'],
  },
  {
    who: 'an orphan of 10',
    answers: {
      ...atHome,
      about: 'child',
      age: '10',
      parents: 'lost',
      father: 'dead',
      mother: 'dead',
      poverty: 'none',
    },
    amounts: { socialAllowance: 810_000 },
    within: 9,
    neverAsked: ['marriage', 'pregnant', 'children'],
  },
  {
    who: 'a poor divorced mother of two',
    answers: {
      ...atHome,
      about: 'self',
      age: '33',
      poverty: 'poor',
      children: '2',
      marriage: 'divorced',
      income: 'no',
    },
    amounts: {},
    within: 10,
  },
  {
    who: 'a man of 45 with a severe disability',
    answers: {
      ...atHome,
      about: 'self',
      age: '45',
      disability: 'severe',
      poverty: 'none',
      pregnant: 'no',
      toddlers: '0',
    },
    amounts: { socialAllowance: 810_000 },
    within: 8,
    neverAsked: ['children', 'marriage', 'spouseCare', 'hiv'],
  },
  {
    who: 'a pregnant woman with a severe disability',
    answers: {
      ...atHome,
      about: 'self',
      age: '29',
      disability: 'severe',
      poverty: 'none',
      pregnant: 'yes',
      toddlers: '0',
      spouseCare: 'no',
    },
    amounts: { socialAllowance: 810_000, parentCareSupport: 810_000 },
    within: 10,
  },
  {
    who: 'a poor man of 40 with HIV and no stable income',
    answers: {
      ...atHome,
      about: 'self',
      age: '40',
      poverty: 'poor',
      hiv: 'yes',
      income: 'no',
      children: '0',
    },
    amounts: { socialAllowance: 810_000 },
    within: 10,
  },
  {
    who: 'a baby of one in a poor household of a difficult commune',
    answers: {
      ...atHome,
      about: 'child',
      age: '1',
      parents: 'both',
      poverty: 'poor',
      area: 'difficultEthnicMountain',
    },
    amounts: { socialAllowance: 810_000 },
    within: 8,
    neverAsked: ['studying', 'insurance', 'marriage', 'income'],
  },
  {
    who: 'a student of 17 who was paid as an orphan before 16',
    answers: {
      ...atHome,
      about: 'child',
      age: '17',
      formerly: 'yes',
      studying: 'yes',
      poverty: 'none',
    },
    amounts: { socialAllowance: 810_000 },
    within: 9,
    neverAsked: ['insurance'],
  },
  {
    who: 'a worker of 40 on no ground at all',
    answers: { ...atHome, about: 'self', age: '40', poverty: 'none' },
    amounts: {},
    within: 6,
    neverAsked: ['hiv', 'pregnant', 'children', 'marriage'],
  },
]

const amountsOf = (benefits: Iterable<[string, { amountDong: { low: number; high: number } }]>): Amounts =>
  Object.fromEntries(
    [...benefits].flatMap(
      ([
        id,
        {
          amountDong: { low, high },
        },
      ]) => (high === 0 ? [] : [[id, low === high ? low : ([low, high] as const)]]),
    ),
  )

/** The same person as a case file would tell of them. */
function assessed(facts: ReturnType<typeof live>['facts']): Amounts {
  const { birth, ...others } = facts
  const history = Object.fromEntries(
    Object.entries(others).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, [{ value: value as string | number }]]],
    ),
  )
  const person = { id: 'asked', birth: birth as BirthRange, history, decisions: [], paid: [] }
  const { persons } = assessCase(
    { persons: [person], household: {}, events: [] },
    { month: now, knownOn: today },
  )
  return amountsOf(persons[0]?.explanation.benefits ?? [])
}

describe.each(lives)('the calculator, asked by or for $who', ({ answers, amounts, within, neverAsked }) => {
  const { facts, asked } = live(answers)

  it('gives what the law gives, as a case file with the same facts says', () => {
    expect(amountsOf(explain(program, facts).benefits)).toEqual(amounts)
    expect(assessed(facts)).toEqual(amounts)
  })

  it('asks few questions, and none that does not become them', () => {
    expect(asked.length).toBeLessThanOrEqual(within)
    expect(asked.filter((key) => neverAsked?.includes(key))).toEqual([])
  })

  it.each(['vi', 'en'] as const)(
    'explains every amount with its article and how to ask for it (%s)',
    (lang) => {
      const result = resultOf(program, facts, { today, lang })
      const due = result.benefits.filter(({ standing }) => standing === 'due')
      expect(due.map(({ id }) => id).toSorted()).toEqual(Object.keys(amounts).toSorted())
      for (const { lines } of due) expect(lines.some(({ citeText }) => citeText)).toBe(true)
      for (const { standing, lines } of result.benefits.filter((each) => each.standing === 'none'))
        expect([standing, lines.length > 0]).toEqual(['none', true])
      if (due.length === 0) expect(result.handling).toBeUndefined()
      else {
        expect(result.handling?.papers.length).toBeGreaterThan(0)
        expect(result.handling?.workingDays).toBeGreaterThan(0)
      }
    },
  )
})

describe('what is due later', () => {
  it('is told with its day to an elder who turns 75 next month', () => {
    const { facts } = live({
      ...atHome,
      about: 'elder',
      age: '9/12/1951',
      insurance: 'none',
      poverty: 'none',
    })
    expect(findNearMiss(programOf, facts, today)).toMatchObject({
      month: '2026-12',
      on: '2026-12-09',
      age: 75,
      amountDong: 540_000,
    })
  })
})
