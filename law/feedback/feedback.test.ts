import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { stateCalendar } from '#law/holidays'
import {
  addresseeOf,
  clocksOf,
  type FeedbackKind,
  firstHolder,
  levelAbove,
  nextClock,
  pathOfKind,
} from './index.ts'

const today = day('2026-11-23')
const clocks = (kind: FeedbackKind, receivedOn: string, more: object = {}) =>
  clocksOf({ kind, receivedOn: day(receivedOn), ...more }, today, stateCalendar)
const duesOf = (kind: FeedbackKind, receivedOn: string, more: object = {}) =>
  Object.fromEntries(clocks(kind, receivedOn, more).map(({ key, dueOn }) => [key, dueOn]))

describe('the clocks of a message', () => {
  it('give five working days to send on feedback about rules, passing over the new holiday of 24/11', () => {
    const [transfer] = clocks('administrativeRules', '2026-11-20')
    expect(transfer).toMatchObject({ key: 'transfer', dueOn: '2026-11-30', standing: 'running' })
    expect(transfer?.basis.vi).toContain('Điều 9 NĐ 20/2008')
    expect(transfer?.steps).toContainEqual(
      expect.objectContaining({ on: '2026-11-24', does: 'skip', reason: 'holiday' }),
    )
  })

  it('count the answer from the day it was sent on, or from the last day to do so', () => {
    expect(duesOf('suggestion', '2026-11-09')).toEqual({ transfer: '2026-11-16', answer: '2026-12-01' })
    expect(duesOf('suggestion', '2026-11-09', { sentOn: day('2026-11-10') }).answer).toBe('2026-11-25')
  })

  it('give ten days to accept a complaint until 30/06/2026 and seven working days from 01/07/2026', () => {
    const [before] = clocks('complaint', '2026-06-30')
    expect(before).toMatchObject({ key: 'accept', unit: 'days', count: 10, dueOn: '2026-07-10' })
    const [after] = clocks('complaint', '2026-07-01')
    expect(after).toMatchObject({ key: 'accept', unit: 'workingDays', count: 7, dueOn: '2026-07-10' })
    expect(after?.certainty).toBe('gazette')
    expect(duesOf('complaint', '2026-10-01', { acceptedOn: day('2026-10-05') }).answer).toBe('2026-11-04')
  })

  it('give a denunciation seven working days, five to hand it on and thirty days', () => {
    expect(duesOf('denunciation', '2026-11-02', { acceptedOn: day('2026-11-09') })).toEqual({
      transfer: '2026-11-09',
      accept: '2026-11-11',
      answer: '2026-12-09',
    })
  })

  it('make a report about a child due at once, which nobody has confirmed', () => {
    expect(clocks('childProtection', '2026-11-23')).toMatchObject([
      { dueOn: '2026-11-23', count: 0, standing: 'running', certainty: 'pending' },
    ])
    expect(clocks('childProtection', '2026-11-22')).toMatchObject([{ standing: 'late' }])
  })

  it('say that the periods of the access law of 1/9/2026 were not read', () => {
    expect(clocks('informationRequest', '2026-08-31').map(({ certainty }) => certainty)).toEqual([
      'secondary',
      'secondary',
    ])
    expect(clocks('informationRequest', '2026-09-01').map(({ certainty }) => certainty)).toEqual(['pending'])
  })

  it('are kept or missed by the day they were stopped, and the next one is the first that runs', () => {
    const days = { sentOn: day('2026-11-17') }
    const found = clocks('question', '2026-11-09', days)
    expect(found.map(({ standing }) => standing)).toEqual(['missed', 'running'])
    expect(nextClock(found)?.key).toBe('answer')
    expect(nextClock(clocks('question', '2026-11-09', { ...days, answeredOn: today }))).toBeUndefined()
  })
})

describe('who answers', () => {
  it('is the commune where the place is known, or else the department of the area on that day', () => {
    const near = { area: 'socialAssistance', placeUid: '16702@2025-07-01', on: today } as const
    expect(addresseeOf(near)).toMatchObject({ agency: 'communeCommittee', unitUid: '16702@2025-07-01' })
    expect(addresseeOf({ ...near, placeUid: undefined })).toMatchObject({ agency: 'dpHealth' })
    expect(addresseeOf({ ...near, area: 'poverty', placeUid: undefined }).agency).toBe('dpAgriculture')
    expect(addresseeOf({ ...near, placeUid: undefined, on: day('2024-05-01') }).agency).toBe('dpLabour')
    expect(addresseeOf({ ...near, area: undefined }).agency).toBe('provinceOffice')
  })

  it('is one level higher when it was not solved', () => {
    const commune = { agency: 'communeCommittee', unitUid: '16702@2025-07-01', area: 'merit' } as const
    expect(levelAbove(commune, today)).toMatchObject({ agency: 'dpHomeAffairs', unitUid: undefined })
    expect(levelAbove({ ...commune, agency: 'dpHomeAffairs', unitUid: null }, today).agency).toBe(
      'provinceOffice',
    )
  })

  it('of a denunciation is the inspectorate, and of what is about a child the department that cares for children', () => {
    expect(firstHolder('denunciation', today).agency).toBe('provinceInspectorate')
    expect(firstHolder('child', today).agency).toBe('dpHealth')
    expect(firstHolder('open', today).agency).toBe('provinceOffice')
    expect([pathOfKind('denunciation'), pathOfKind('childProtection'), pathOfKind('complaint')]).toEqual([
      'denunciation',
      'child',
      'open',
    ])
  })
})
