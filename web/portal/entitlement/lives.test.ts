import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { assessCase } from '#law/assessment'
import { programFor } from '#law/social-assistance'
import { type BirthRange, explain } from '#rules'
import { type Answers, createInterview, dontKnow } from './interview.ts'
import { findNearMiss } from './near-miss.ts'
import { resultOf } from './result.ts'
import { type Amounts, atHome, lives } from './worked-lives.ts'

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
