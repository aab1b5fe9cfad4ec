import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { programFor } from '#law/social-assistance'
import { explain } from '#rules'
import { type Answers, createInterview, dontKnow } from './interview.ts'

const today = day('2026-11-23')
const program = programFor({ month: month('2026-11'), knownOn: today, recipient: false })
const interview = createInterview(program, today)

/** Answers each question as it comes; what is not in the list is not known. */
function talk(answers: Answers) {
  let given: Answers = {}
  for (let course = interview(given); course.next; course = interview(given))
    given = { ...given, [course.next.key]: answers[course.next.key] ?? dontKnow }
  const course = interview(given)
  return {
    course,
    asked: course.steps.map((step) => step.question.key),
    benefits: explain(program, course.facts).benefits,
  }
}

const amounts = (talked: ReturnType<typeof talk>) =>
  Object.fromEntries(
    [...talked.benefits]
      .filter(([, each]) => each.amountDong.high > 0)
      .map(([id, each]) => [id, each.amountDong]),
  )
const exactly = (dong: number) => ({ low: dong, high: dong })

const elder = {
  about: 'elder',
  age: '76',
  disability: 'none',
  insurance: 'none',
  poverty: 'none',
  living: 'family',
}

describe('the interview', () => {
  it('gives an elder of 76 without a pension the social pension, after a handful of questions', () => {
    const talked = talk(elder)
    expect(amounts(talked)).toEqual({ socialPension: exactly(540_000) })
    expect(talked.asked.length).toBeLessThanOrEqual(8)
    expect(talked.asked.slice(0, 2)).toEqual(['about', 'age'])
  })

  it('gives a poor single mother of two an allowance for each child', () => {
    const talked = talk({
      about: 'self',
      age: '30',
      poverty: 'poor',
      disability: 'none',
      children: '2',
      marriage: 'neverMarried',
      living: 'family',
      hiv: 'no',
      formerly: 'no',
    })
    expect(amounts(talked)).toEqual({ socialAllowance: exactly(1_080_000) })
    expect(talked.asked).not.toContain('supporter')
  })

  it('gives a poor divorced mother nothing of it', () => {
    const answers = {
      poverty: 'poor',
      disability: 'none',
      children: '2',
      living: 'family',
      hiv: 'no',
      formerly: 'no',
    }
    expect(amounts(talk({ about: 'self', age: '30', marriage: 'divorced', ...answers }))).toEqual({})
  })

  it('asks a child with both parents a single question about them', () => {
    const talked = talk({
      about: 'child',
      age: '8',
      parents: 'both',
      disability: 'none',
      living: 'family',
      poverty: 'none',
    })
    expect(talked.asked.filter((key) => ['parents', 'father', 'mother'].includes(key))).toEqual(['parents'])
    expect(amounts(talked)).toEqual({})
  })

  it('asks an orphan for each parent', () => {
    const talked = talk({
      about: 'child',
      age: '8',
      parents: 'lost',
      father: 'dead',
      mother: 'dead',
      disability: 'none',
      living: 'family',
      poverty: 'none',
    })
    expect(amounts(talked)).toEqual({ socialAllowance: exactly(810_000) })
  })

  it('keeps what somebody does not know open, and never asks it twice', () => {
    const talked = talk({ ...elder, insurance: dontKnow })
    expect(amounts(talked)).toEqual({ socialPension: { low: 0, high: 540_000 } })
    expect(new Set(talked.asked).size).toBe(talked.asked.length)
  })

  it('asks for the birthday only when the very year decides', () => {
    expect(talk(elder).asked).not.toContain('birthday')
    const turning = talk({ ...elder, age: '1951', birthday: '9/12/1951' })
    expect(turning.asked.at(-1)).toBe('birthday')
    expect(amounts(turning)).toEqual({})
    expect(amounts(talk({ ...elder, age: '1951', birthday: '9/11/1951' }))).toEqual({
      socialPension: exactly(540_000),
    })
  })

  it('drops the answers that a changed answer makes needless, and takes them up again', () => {
    const answers = {
      ...elder,
      poverty: 'poor',
      supporter: 'none',
      centreEligible: 'alone',
      hiv: 'no',
      income: 'no',
    }
    const keys = (given: Answers) => interview(given).steps.map((step) => step.question.key)
    expect(keys(answers)).toContain('supporter')
    expect(keys({ ...answers, poverty: 'none' })).not.toContain('supporter')
    expect(keys({ ...answers, poverty: 'poor' })).toEqual(keys(answers))
  })

  it('tells about how many questions there will be, and is right at the end', () => {
    const begun = interview({ about: 'elder' })
    expect(begun.total).toBeGreaterThanOrEqual(4)
    expect(begun.total).toBeLessThanOrEqual(10)
    const { course } = talk(elder)
    expect(course.total).toBe(course.steps.length)
  })

  it('refuses an answer that the question does not have', () => {
    expect(interview({ about: 'cat' }).next?.key).toBe('about')
    expect(interview({ about: 'self', age: '31/2/1950' }).next?.key).toBe('age')
    expect(interview({ about: dontKnow }).next?.key).toBe('about')
  })
})
