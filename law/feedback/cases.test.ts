import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { stateCalendar } from '#law/holidays'
import {
  type CaseFacts,
  clocksOf,
  endingSentences,
  type FeedbackKind,
  listBodies,
  listEndings,
  plainCase,
  secondComplaintDays,
  urgentUntil,
} from './index.ts'

const today = day('2026-11-23')
const acceptedOn = day('2026-11-02')

function clockOf(kind: FeedbackKind, key: string, more: object, receivedOn = '2026-10-30') {
  const clocks = clocksOf({ kind, receivedOn: day(receivedOn), acceptedOn, ...more }, today, stateCalendar)
  return clocks.find((clock) => clock.key === key)
}

describe('a complaint is resolved', () => {
  it.each([
    ['first', false, false, 30],
    ['first', false, true, 45],
    ['first', true, false, 45],
    ['first', true, true, 60],
    ['second', false, false, 45],
    ['second', false, true, 60],
    ['second', true, false, 60],
    ['second', true, true, 70],
  ] as const)('%s, remote %s, complex %s: in %i days from its acceptance', (...row) => {
    const [instance, isRemote, isComplex, days] = row
    const facts: CaseFacts = { instance, isRemote, isComplex }
    expect(clockOf('complaint', 'answer', { facts })).toMatchObject({
      ...{ unit: 'days', count: days, start: '2026-11-02', certainty: 'pending' },
    })
    const old = { facts, acceptedOn: day('2026-06-10') }
    expect(clockOf('complaint', 'answer', old, '2026-06-01')).toMatchObject({
      ...{ count: days, certainty: 'secondary' },
    })
  })

  it('in thirty days where nobody recorded anything, to 02/12/2026 for what was accepted on 02/11', () => {
    expect(clockOf('complaint', 'answer', {})?.dueOn).toBe('2026-12-02')
  })

  it('and may be made a second time within 30 days, in remote areas 45', () => {
    expect([secondComplaintDays({ isRemote: false }), secondComplaintDays({ isRemote: true })]).toEqual([
      30, 45,
    ])
  })
})

describe('a denunciation', () => {
  it('is first checked in seven working days, in many places ten', () => {
    const checked = (isComplex: boolean) =>
      clockOf('denunciation', 'accept', { facts: { ...plainCase, isComplex } })
    expect([checked(false)?.count, checked(true)?.count]).toEqual([7, 10])
  })

  it('is extended by thirty days each time', () => {
    const due = (extendedTimes: number) => clockOf('denunciation', 'answer', { extendedTimes })
    expect([due(0)?.count, due(1)?.count, due(2)?.count]).toEqual([30, 60, 90])
  })
})

describe('what is reserved', () => {
  it('about a child is sent to the protection line first, a denunciation to none', () => {
    expect(listBodies('child').slice(0, 3)).toEqual(['childLine', 'communeChair', 'communePolice'])
    expect(listBodies('denunciation')).not.toContain('childLine')
  })

  it('about a child is with somebody who can protect it twelve hours after it came', () => {
    expect(urgentUntil(new Date('2026-11-20T15:00:00Z'))).toEqual(new Date('2026-11-21T03:00:00Z'))
  })

  it('ends in words that name neither a denunciation nor who was denounced', () => {
    for (const path of ['denunciation', 'child'] as const)
      for (const ending of listEndings(path)) expect(endingSentences[ending].vi).not.toMatch(/tố cáo|bị tố/i)
  })
})
