import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { dueByOf, dueSeenOn, nextListOn, stepWith } from './due-days.ts'

describe('the payment list', () => {
  it('goes out on the last working day before the 25th of the month before', () => {
    // 25/10/2026 is a Sunday, so the Friday before; 24/11/2026 is a day off, so the Monday before.
    expect(nextListOn(day('2026-10-01'))).toEqual({ month: '2026-11', dueOn: '2026-10-23' })
    expect(nextListOn(day('2026-11-23'))).toEqual({ month: '2026-12', dueOn: '2026-11-23' })
  })

  it('is the one after, once it is out', () => {
    expect(nextListOn(day('2026-10-24')).month).toBe('2026-12')
    expect(nextListOn(day('2026-12-30')).month).toBe('2027-02')
  })

  it('has no day in a year whose days off nobody has announced', () => {
    expect(nextListOn(day('2098-03-02'))).toEqual({ month: '2098-04', dueOn: undefined })
  })
})

describe('the day of a finding', () => {
  it('is the next list for what is paid wrongly', () => {
    for (const kind of ['undue', 'underpaid', 'overpaid', 'duplicate', 'unknown'] as const)
      expect(dueByOf(kind, 540_000)).toBe('list')
    expect(dueSeenOn(day('2026-11-23')).on.list).toBe('2026-11-23')
    expect(dueSeenOn(day('2026-11-24')).on.list).toBe('2026-12-24')
  })

  it('is the end of the month for what is not received: a decision gives from its own month', () => {
    for (const kind of ['missed', 'unknown'] as const) expect(dueByOf(kind, 0)).toBe('decision')
    expect(dueSeenOn(day('2026-11-23')).on.decision).toBe('2026-11-30')
    // The last working day of October 2026 is Friday the 30th.
    expect(dueSeenOn(day('2026-10-31')).on.decision).toBe('2026-11-30')
  })

  it('moves on with the list that a next step names', () => {
    const step = { vi: 'Dừng chi từ {list}', en: 'Stop paying from {list}' }
    expect(stepWith(dueSeenOn(day('2026-11-23')), step).vi).toBe('Dừng chi từ 12/2026')
    expect(stepWith(dueSeenOn(day('2026-11-24')), step).en).toBe('Stop paying from 01/2027')
  })
})
