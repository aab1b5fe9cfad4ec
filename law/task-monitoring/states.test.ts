import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '#calendar'
import { stateCalendar } from '#law/holidays'
import {
  nearFromOn,
  type TaskDays,
  taskState,
  taskStateMeanings,
  taskStates,
  workingDaysBefore,
  workingDaysBetween,
} from './index.ts'

const dueOn = day('2026-07-27')
const open: TaskDays = { dueOn, nearFromOn: nearFromOn(dueOn, stateCalendar), isConfirmed: false }
const on = (text: string, days: TaskDays = open) => taskState(days, day(text))

describe('the state of a task (QĐ 42/2014)', () => {
  it('is in time until three working days before its day, then near due, and late from the day after', () => {
    expect(['2026-07-21', '2026-07-22', '2026-07-27', '2026-07-28'].map((text) => on(text))).toEqual([
      'inTime',
      'nearDue',
      'nearDue',
      'late',
    ])
  })

  it('is done in time on the day itself, done late the day after', () => {
    const confirmed = (text: string) => ({ ...open, saidDoneOn: day(text), isConfirmed: true })
    expect(on('2026-08-30', confirmed('2026-07-27'))).toBe('doneInTime')
    expect(on('2026-08-30', confirmed('2026-07-28'))).toBe('doneLate')
  })

  it('is not done by saying so, and stands as on the day it was said until somebody confirms', () => {
    const said = { ...open, saidDoneOn: day('2026-07-20') }
    expect(on('2026-08-30', said)).toBe('inTime')
    expect(on('2026-08-30', { ...open, saidDoneOn: day('2026-07-30') })).toBe('late')
  })

  it('is late when what was said done is returned after its day', () => {
    expect(on('2026-08-30')).toBe('late')
  })

  it('without a day is never in time, open or done', () => {
    expect(on('2026-07-01', { isConfirmed: false })).toBe('noDeadline')
    expect(on('2026-07-01', { isConfirmed: true, saidDoneOn: day('2026-06-01') })).toBe('done')
  })

  it('of any days is one of those named, and the one its days say', () => {
    const days = fc.integer({ min: 0, max: 900 }).map((count) => addDays(day('2025-01-01'), count))
    const maybe = fc.option(days, { nil: undefined })
    const property = fc.property(
      maybe,
      maybe,
      fc.boolean(),
      fc.boolean(),
      days,
      (due, said, confirmed, gone, today) => {
        const isConfirmed = confirmed && said !== undefined
        const near = due && nearFromOn(due, stateCalendar)
        const state = taskState(
          { dueOn: due, nearFromOn: near, saidDoneOn: said, isConfirmed, isWithdrawn: gone },
          today,
        )
        expect(taskStates).toContain(state)
        const until = said !== undefined && said < today ? said : today
        const holds: Record<string, boolean> = {
          withdrawn: gone,
          done: !gone && isConfirmed && due === undefined,
          noDeadline: !gone && !isConfirmed && due === undefined,
          doneInTime: !gone && isConfirmed && due !== undefined && said !== undefined && said <= due,
          doneLate: !gone && isConfirmed && due !== undefined && said !== undefined && said > due,
          late: !gone && !isConfirmed && due !== undefined && until > due,
          nearDue: !gone && !isConfirmed && due !== undefined && until <= due && until >= (near as LocalDate),
          inTime: !gone && !isConfirmed && due !== undefined && until <= due && until < (near as LocalDate),
        }
        expect(Object.keys(holds).filter((each) => holds[each])).toEqual([state])
      },
    )
    fc.assert(property, { numRuns: 2_000 })
  })

  it('has a name, a colour and a basis each', () => {
    for (const state of taskStates) {
      const { name, basis } = taskStateMeanings[state]
      expect([name.vi, name.en, basis].every(Boolean)).toBe(true)
    }
    expect(taskStateMeanings.late.colour).toBe('sai')
    expect(taskStateMeanings.noDeadline.colour).toBe('open')
  })
})

describe('working days around a day', () => {
  it('skip the weekend and the holidays', () => {
    expect(workingDaysBefore(day('2026-07-27'), 1, stateCalendar)).toBe('2026-07-24')
    expect(workingDaysBefore(day('2026-11-25'), 1, stateCalendar)).toBe('2026-11-23')
    expect(workingDaysBetween(day('2026-07-24'), day('2026-07-27'), stateCalendar)).toBe(1)
    expect(workingDaysBetween(day('2026-07-27'), day('2026-07-24'), stateCalendar)).toBe(0)
  })

  it('are plain days in years that nobody has announced', () => {
    expect(workingDaysBefore(day('2031-01-06'), 3, stateCalendar)).toBe('2031-01-03')
    expect(workingDaysBetween(day('2031-01-03'), day('2031-01-06'), stateCalendar)).toBe(3)
  })
})
