import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, daysBetween, type LocalDate } from './days.ts'
import { computeDeadline, type DeadlineUnit } from './deadlines.ts'
import {
  addCivilMonths,
  addWorkingDays,
  isWorkingDay,
  latestBefore,
  natureOf,
  rollBack,
  rollForward,
  type SpecialDay,
  type WorkingCalendar,
} from './working-days.ts'

const specials: [string, SpecialDay][] = [
  ['2030-03-06', { kind: 'holiday', name: 'Ngày hội' }],
  ['2030-03-07', { kind: 'swapOff', name: 'Hoán đổi với 16/3' }],
  ['2030-03-16', { kind: 'swapWork', name: 'Làm bù cho 7/3' }],
  ['2030-03-11', { kind: 'substitute', name: 'Nghỉ bù' }],
]
const calendar: WorkingCalendar = {
  knownFrom: day('2030-01-01'),
  knownTo: day('2030-12-31'),
  days: new Map(specials.map(([on, special]) => [day(on), special])),
}
const someDay = fc.integer({ min: 10, max: 250 }).map((count) => addDays(day('2030-01-01'), count))

describe('a working day', () => {
  it('is Monday to Friday unless the State says otherwise', () => {
    expect(natureOf(day('2030-03-05'), calendar)).toEqual({ works: true })
    expect(natureOf(day('2030-03-09'), calendar)).toEqual({ works: false, reason: 'weekend' })
    expect(natureOf(day('2030-03-06'), calendar)).toEqual({
      works: false,
      reason: 'holiday',
      name: 'Ngày hội',
    })
    expect(natureOf(day('2030-03-16'), calendar)).toEqual({ works: true, name: 'Làm bù cho 7/3' })
  })

  it('is not guessed for a year whose days off are not announced', () => {
    expect(() => isWorkingDay(day('2031-01-02'), calendar)).toThrow('Chưa có lịch nghỉ của năm 2031')
    expect(() => isWorkingDay(day('2029-12-31'), calendar)).toThrow('Chưa có lịch nghỉ của năm 2029')
    expect(() => addWorkingDays(day('2030-12-30'), 5, calendar)).toThrow('Chưa có lịch nghỉ của năm 2031')
  })

  it('is counted by adding as many as lie between', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 60 }), (start, count) => {
        const due = addWorkingDays(start, count, calendar)
        expect(daysFrom(start, due).filter((on) => isWorkingDay(on, calendar)).length).toBe(count)
        expect(count === 0 || isWorkingDay(due, calendar)).toBe(true)
      }),
    )
  })

  it('is found forward and back, never further than needed', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        const [next, previous] = [rollForward(on, calendar), rollBack(on, calendar)]
        expect(isWorkingDay(next, calendar) && isWorkingDay(previous, calendar)).toBe(true)
        expect(previous <= on && on <= next).toBe(true)
        if (isWorkingDay(on, calendar)) expect([previous, next]).toEqual([on, on])
        else expect(daysFrom(previous, next).filter((at) => isWorkingDay(at, calendar))).toEqual([next])
      }),
    )
  })
})

describe('months by the Civil Code', () => {
  it('keep the date, or end with the month that has no such date', () => {
    expect(addCivilMonths(day('2030-01-31'), 1)).toBe('2030-02-28')
    expect(addCivilMonths(day('2028-01-31'), 1)).toBe('2028-02-29')
    expect(addCivilMonths(day('2030-01-15'), 12)).toBe('2031-01-15')
  })

  it('are added once from the origin, not month by month', () => {
    expect(addCivilMonths(day('2030-01-31'), 2)).toBe('2030-03-31')
    expect(addCivilMonths(addCivilMonths(day('2030-01-31'), 1), 1)).toBe('2030-03-28')
  })
})

describe('a deadline', () => {
  it('in working days tells every day it counts and every day it skips', () => {
    const { raw, dueOn, steps } = computeDeadline(
      { start: day('2030-03-05'), unit: 'workingDays', count: 2 },
      calendar,
    )
    expect([raw, dueOn]).toEqual(['2030-03-12', '2030-03-12'])
    expect(steps).toEqual([
      { on: '2030-03-05', does: 'start' },
      { on: '2030-03-06', does: 'skip', reason: 'holiday', name: 'Ngày hội' },
      { on: '2030-03-07', does: 'skip', reason: 'swapOff', name: 'Hoán đổi với 16/3' },
      { on: '2030-03-08', does: 'count', number: 1 },
      { on: '2030-03-09', does: 'skip', reason: 'weekend' },
      { on: '2030-03-10', does: 'skip', reason: 'weekend' },
      { on: '2030-03-11', does: 'skip', reason: 'substitute', name: 'Nghỉ bù' },
      { on: '2030-03-12', does: 'count', number: 2 },
      { on: '2030-03-12', does: 'due' },
    ])
  })

  it('in days is rolled past the days off, and says so', () => {
    const { raw, dueOn, steps } = computeDeadline(
      { start: day('2030-02-24'), unit: 'days', count: 10 },
      calendar,
    )
    expect([raw, dueOn]).toEqual(['2030-03-06', '2030-03-08'])
    expect(steps.map(({ on, does }) => `${on} ${does}`)).toEqual([
      '2030-02-24 start',
      '2030-03-06 reach',
      '2030-03-06 roll',
      '2030-03-07 roll',
      '2030-03-08 due',
    ])
  })

  it('on a make-up Saturday is not rolled', () => {
    expect(computeDeadline({ start: day('2030-03-06'), unit: 'days', count: 10 }, calendar).dueOn).toBe(
      '2030-03-16',
    )
  })

  it('in months says when it ends with the month', () => {
    const steps = computeDeadline({ start: day('2030-01-31'), unit: 'months', count: 1 }, calendar).steps
    expect(steps[1]).toEqual({
      on: '2030-02-28',
      does: 'reach',
      unit: 'months',
      count: 1,
      endOfMonth: true,
    })
  })

  it('needs a whole number from 1', () => {
    for (const count of [0, -1, 1.5, Number.NaN]) {
      expect(() => computeDeadline({ start: day('2030-03-05'), unit: 'days', count }, calendar)).toThrow(
        'số nguyên từ 1',
      )
    }
  })

  it('always falls on a working day after its start, and later for a longer period', () => {
    const units = fc.constantFrom<DeadlineUnit>('workingDays', 'days', 'months')
    fc.assert(
      fc.property(someDay, units, fc.integer({ min: 1, max: 2 }), (start, unit, count) => {
        const { raw, dueOn, steps } = computeDeadline({ start, unit, count }, calendar)
        expect(isWorkingDay(dueOn, calendar)).toBe(true)
        expect(start < raw && raw <= dueOn).toBe(true)
        expect(steps.at(-1)).toEqual({ on: dueOn, does: 'due' })
        expect(computeDeadline({ start, unit, count: count + 1 }, calendar).dueOn >= dueOn).toBe(true)
      }),
    )
  })

  it('of the form "at least one day before" names the last day somebody works', () => {
    expect(latestBefore(day('2030-03-12'), 1, calendar)).toEqual({
      latestOn: '2030-03-11',
      actOn: '2030-03-08',
    })
  })
})

/** The days after `start` up to and including `end`. */
function daysFrom(start: LocalDate, end: LocalDate): LocalDate[] {
  return Array.from({ length: daysBetween(start, end) }, (_, index) => addDays(start, index + 1))
}
