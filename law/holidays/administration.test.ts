import { describe, expect, it } from 'vitest'
import {
  addCivilMonths,
  addDays,
  addMonths,
  addWorkingDays,
  computeDeadline,
  type DeadlineUnit,
  day,
  latestBefore,
  month,
  weekdayOf,
} from '#calendar'
import { stateCalendar } from './calendar.ts'

type DeadlineCase = [
  title: string,
  start: string,
  unit: DeadlineUnit,
  count: number,
  raw: string,
  due: string,
]

const wednesday = 3
const deadlines: DeadlineCase[] = [
  [
    'AD-E01 five working days over the new holiday of 24/11',
    '2026-11-18',
    'workingDays',
    5,
    '2026-11-26',
    '2026-11-26',
  ],
  [
    'AD-E02 the same period in 2025, when 24/11 was worked',
    '2025-11-18',
    'workingDays',
    5,
    '2025-11-25',
    '2025-11-25',
  ],
  ['AD-E03 ten working days across Tết 2026', '2026-02-06', 'workingDays', 10, '2026-02-27', '2026-02-27'],
  ['AD-E04 a make-up Saturday counts', '2025-04-23', 'workingDays', 3, '2025-04-26', '2025-04-26'],
  [
    'AD-E05 30/4 and 1/5 of 2025 with the swapped Friday',
    '2025-04-29',
    'workingDays',
    3,
    '2025-05-07',
    '2025-05-07',
  ],
  [
    'AD-E06 the swap of 2024: 29/4 off, 4/5 worked',
    '2024-04-26',
    'workingDays',
    15,
    '2024-05-21',
    '2024-05-21',
  ],
  ['AD-E07 thirty days that end on 24/11/2026', '2026-10-25', 'days', 30, '2026-11-24', '2026-11-25'],
  ['AD-E08 ten days that end inside Tết', '2026-02-06', 'days', 10, '2026-02-16', '2026-02-23'],
  [
    'AD-E09 ninety days to complain, with nothing to roll',
    '2026-01-15',
    'days',
    90,
    '2026-04-15',
    '2026-04-15',
  ],
  ['AD-E10 one month from the 31st', '2026-01-31', 'months', 1, '2026-02-28', '2026-03-02'],
  [
    'AD-E11 the swap of National Day 2026, with its make-up Saturday',
    '2026-08-20',
    'workingDays',
    7,
    '2026-08-28',
    '2026-08-28',
  ],
  ['AD-E12 three working days across 2/9/2026', '2026-08-28', 'workingDays', 3, '2026-09-07', '2026-09-07'],
  ['AD-E13 ten days that end on 1/9/2026', '2026-08-22', 'days', 10, '2026-09-01', '2026-09-03'],
]

describe('administrative deadlines', () => {
  it.each(deadlines)('%s', (_title, start, unit, count, raw, due) => {
    const deadline = computeDeadline({ start: day(start), unit, count }, stateCalendar)
    expect([deadline.raw, deadline.dueOn]).toEqual([raw, due])
  })

  it('AD-E07 falls on a Wednesday, rolled over the Day of Vietnamese Culture', () => {
    const { dueOn, steps } = computeDeadline(
      { start: day('2026-10-25'), unit: 'days', count: 30 },
      stateCalendar,
    )
    expect(weekdayOf(dueOn)).toBe(wednesday)
    expect(steps).toContainEqual({
      on: '2026-11-24',
      does: 'roll',
      reason: 'holiday',
      name: 'Ngày Văn hóa Việt Nam',
    })
  })

  it('AD-E14 the apology goes out on the last working day that is a day before the due day', () => {
    expect(latestBefore(day('2026-11-25'), 1, stateCalendar)).toEqual({
      latestOn: '2026-11-24',
      actOn: '2026-11-23',
    })
  })

  it('AD-E15 a completed dossier starts its ten working days again', () => {
    expect(addWorkingDays(day('2025-03-03'), 10, stateCalendar)).toBe('2025-03-17')
    expect(addWorkingDays(day('2025-03-03'), 3, stateCalendar)).toBe('2025-03-06')
    expect(addWorkingDays(day('2025-03-12'), 10, stateCalendar)).toBe('2025-03-26')
  })

  it('AD-E16 a withdrawn consent is answered in two working days and carried out in fifteen days', () => {
    expect(addWorkingDays(day('2026-02-13'), 2, stateCalendar)).toBe('2026-02-24')
    const carriedOut = computeDeadline({ start: day('2026-02-13'), unit: 'days', count: 15 }, stateCalendar)
    expect([carriedOut.raw, carriedOut.dueOn]).toEqual(['2026-02-28', '2026-03-02'])
  })

  it('AD-E18 the payment list and the report are ready on the last working day before the 25th and the 20th', () => {
    expect(latestBefore(day('2026-10-25'), 1, stateCalendar).actOn).toBe('2026-10-23')
    expect(latestBefore(day('2026-11-20'), 1, stateCalendar).actOn).toBe('2026-11-19')
    expect(addMonths(month('2026-11'), 1)).toBe('2026-12')
  })

  it('leave the months of the Civil Code untouched by days off', () => {
    expect(addCivilMonths(day('2026-01-31'), 1)).toBe(addDays(day('2026-01-31'), 28))
  })

  it('are refused for a year without a calendar instead of counted as plain weeks', () => {
    expect(() =>
      computeDeadline({ start: day('2027-12-28'), unit: 'workingDays', count: 10 }, stateCalendar),
    ).toThrow('Chưa có lịch nghỉ của năm 2028')
  })
})
