import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#calendar'
import { stateCalendar } from '#law/holidays'
import {
  answerReminderDays,
  confirmReminderOn,
  nextOccurrence,
  occurrenceName,
  occurrencesUntil,
  opinionDueOn,
  opinionState,
  reminderDays,
  reminderText,
  weekdaySaid,
} from './index.ts'

describe('the reminders of a task', () => {
  it('come at half and four fifths, three and one working days before, on the day, when late, and for the leader', () => {
    expect(reminderDays(day('2026-06-01'), day('2026-07-21'), stateCalendar)).toEqual([
      { kind: 'half', on: '2026-06-26' },
      { kind: 'fourFifths', on: '2026-07-11' },
      { kind: 'threeDays', on: '2026-07-16' },
      { kind: 'oneDay', on: '2026-07-20' },
      { kind: 'dueDay', on: '2026-07-21' },
      { kind: 'late', on: '2026-07-22' },
      { kind: 'escalated', on: '2026-07-28' },
    ])
  })

  it('of a task of two days leave out what would come before it was given', () => {
    expect(reminderDays(day('2026-07-20'), day('2026-07-21'), stateCalendar).map(({ kind }) => kind)).toEqual(
      ['dueDay', 'late', 'escalated'],
    )
  })

  it('of a task that comes after its due day say so at once, and tell the leader five working days later', () => {
    expect(reminderDays(day('2026-07-20'), day('2022-07-27'), stateCalendar)).toEqual([
      { kind: 'late', on: '2026-07-20' },
      { kind: 'escalated', on: '2026-07-27' },
    ])
  })

  it('come at most once a day, each after the task was given, in order', () => {
    const from = day('2026-01-05')
    const property = fc.property(fc.integer({ min: 0, max: 400 }), (length) => {
      const days = reminderDays(from, addDays(from, length), stateCalendar)
      expect(new Set(days.map(({ on }) => on)).size).toBe(days.length)
      expect(days.every(({ on, kind }) => on > from || kind === 'dueDay')).toBe(true)
      expect(days.map(({ on }) => on)).toEqual(days.map(({ on }) => on).toSorted())
      expect(days.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['dueDay', 'late', 'escalated']))
    })
    fc.assert(property)
  })

  it('say how things stand on the day they go out', () => {
    const fired = { kind: 'threeDays', aboutOn: day('2026-07-21'), forOn: day('2026-07-16') } as const
    const text = (firedOn: string) => reminderText({ ...fired, firedOn: day(firedOn) }, stateCalendar)
    expect(text('2026-07-16')).toEqual({
      vi: 'Còn 3 ngày làm việc (hạn 21/07/2026)',
      en: '3 working days left (due 21/07/2026)',
    })
    expect(text('2026-07-21').vi).toBe('Hôm nay là hạn (21/07/2026) (lời nhắc của ngày 16/07/2026)')
    expect(text('2026-07-24').vi).toBe(
      'Quá hạn 3 ngày làm việc (hạn 21/07/2026) (lời nhắc của ngày 16/07/2026)',
    )
    const escalated = { kind: 'escalated', aboutOn: day('2026-07-21'), forOn: day('2026-07-28') } as const
    expect(reminderText({ ...escalated, firedOn: day('2026-07-28') }, stateCalendar).vi).toBe(
      'Quá hạn 5 ngày làm việc (hạn 21/07/2026), báo cáo lãnh đạo',
    )
  })

  it('of half a period say so, and of a weekend after a Friday that the day has passed', () => {
    const half = { kind: 'half', aboutOn: day('2026-07-21'), forOn: day('2026-06-26') } as const
    expect(reminderText({ ...half, firedOn: half.forOn }, stateCalendar).vi).toBe(
      'Đã qua nửa thời hạn, còn 17 ngày làm việc (hạn 21/07/2026)',
    )
    const late = { kind: 'late', aboutOn: day('2026-07-24'), forOn: day('2026-07-25') } as const
    expect(reminderText({ ...late, firedOn: late.forOn }, stateCalendar).vi).toBe('Đã quá hạn 24/07/2026')
  })

  it('reach the receiver two working days after something was said done', () => {
    expect(confirmReminderOn(day('2026-07-24'), stateCalendar)).toBe('2026-07-28')
    const fired = { kind: 'toConfirm', aboutOn: day('2026-07-24'), forOn: day('2026-07-28') } as const
    expect(reminderText({ ...fired, firedOn: fired.forOn }, stateCalendar).vi).toBe(
      'Đã báo hoàn thành từ 24/07/2026, 2 ngày làm việc chưa được xác nhận',
    )
  })
})

describe('an opinion', () => {
  it('is due 2 to 5 working days after it was asked, and silence is no agreement', () => {
    const dueOn = opinionDueOn(day('2026-11-20'), 2, stateCalendar)
    expect(dueOn).toBe('2026-11-25')
    expect(opinionState({ dueOn }, dueOn)).toBe('awaited')
    expect(opinionState({ dueOn }, addDays(dueOn, 1))).toBe('silent')
    expect(opinionState({ dueOn, answeredOn: dueOn }, addDays(dueOn, 9))).toBe('answeredInTime')
    expect(opinionState({ dueOn, answeredOn: addDays(dueOn, 1) }, addDays(dueOn, 9))).toBe('answeredLate')
  })

  it.each([1, 6, 2.5])('is not given %s days', (workingDays) => {
    expect(() => opinionDueOn(day('2026-11-20'), workingDays, stateCalendar)).toThrow('2 đến 5')
  })

  it('is reminded of one working day before, on the day and after it', () => {
    expect(answerReminderDays(day('2026-07-13'), day('2026-07-20'), stateCalendar)).toEqual([
      { kind: 'oneDay', on: '2026-07-17' },
      { kind: 'dueDay', on: '2026-07-20' },
      { kind: 'late', on: '2026-07-21' },
    ])
  })
})

describe('a task that recurs', () => {
  const until = (period: Parameters<typeof occurrencesUntil>[0], handedOn: string, today: string) =>
    occurrencesUntil(period, day(handedOn), day(today), stateCalendar)

  it('occurs once a period, from the one it was given in, due on the last working day', () => {
    expect(until('monthly', '2026-01-20', '2026-03-01')).toEqual([
      { occursOn: '2026-01-01', dueOn: '2026-01-30' },
      { occursOn: '2026-02-01', dueOn: '2026-02-27' },
      { occursOn: '2026-03-01', dueOn: '2026-03-31' },
    ])
    expect(until('weekly', '2026-07-15', '2026-07-20').map(({ dueOn }) => dueOn)).toEqual([
      '2026-07-17',
      '2026-07-24',
    ])
  })

  it('is due on the weekday that its words say, or the working day before', () => {
    const due = (weekday: number, handedOn: string, today: string) =>
      nextOccurrence('weekly', day(handedOn), day(today), stateCalendar, weekday).dueOn
    expect(due(3, '2026-07-15', '2026-07-20')).toBe('2026-07-22')
    // Handed out on its very day: the first time is a week later.
    expect(due(3, '2026-07-15', '2026-07-15')).toBe('2026-07-22')
    expect(due(3, '2026-07-14', '2026-07-16')).toBe('2026-07-22')
    expect(due(0, '2026-07-15', '2026-07-15')).toBe('2026-07-17')
    expect(nextOccurrence('monthly', day('2026-01-10'), day('2026-03-05'), stateCalendar).dueOn).toBe(
      '2026-03-31',
    )
  })

  it.each([
    ['hằng tuần báo cáo Sở Y tế vào thứ Sáu', 5],
    ['Thứ 6 hàng tuần gửi kết quả cho Chủ tịch', 5],
    ['báo cáo hằng tuần (thứ Hai)', 1],
    ['hằng tuần, trước chủ nhật, gửi danh sách', 0],
    ['hằng tuần họp; lần thứ ba gửi biên bản', undefined],
    ['hằng tuần rà soát đợt thứ hai', undefined],
    ['báo cáo hằng tuần', undefined],
  ] as const)('“%s” says the weekday %s', (words, weekday) => {
    expect(weekdaySaid(words)).toBe(weekday)
  })

  it('leaves out a period whose last working day is not after the day it was given', () => {
    expect(until('weekly', '2026-07-18', '2026-07-19')).toEqual([])
  })

  it.each([
    ['quarterly', '2026-05-02', '2026-04-01', '2026-06-30', 'quý 2/2026'],
    ['half-yearly', '2026-08-02', '2026-07-01', '2026-12-31', '6 tháng cuối năm 2026'],
    ['yearly', '2026-08-02', '2026-01-01', '2026-12-31', 'năm 2026'],
    ['monthly', '2030-03-02', '2030-03-01', '2030-03-31', 'tháng 3/2030'],
  ] as const)(
    '%s from %s falls in the period from %s to %s, %s',
    (period, handedOn, occursOn, dueOn, name) => {
      expect(until(period, handedOn, handedOn)).toEqual([{ occursOn, dueOn }])
      expect(occurrenceName(period, day(occursOn)).vi).toBe(name)
    },
  )
})
