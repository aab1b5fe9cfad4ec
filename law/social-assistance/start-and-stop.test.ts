import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import {
  afterReview,
  type Decision,
  isRecipient,
  lastPaidMonth,
  monthlyEntitlement,
  startMonth,
  stopAfterSuspension,
  suspensionReasons,
} from './index.ts'
import { bornOnDay, ordinaryPerson } from './ordinary-person.ts'

const start = (decision: Omit<Decision, 'signedOn'> & { signedOn: string }) =>
  startMonth({ ...decision, signedOn: day(decision.signedOn) })

describe('the month from which a decision pays', () => {
  it('is the month of signing for most', () => {
    const ordinary = start({ benefit: 'socialAllowance', ground: 'K1', signedOn: '2023-05-31' })
    expect([ordinary.month, ordinary.cite.place]).toEqual(['2023-05', 'Đ8.1.đ'])
    expect(start({ benefit: 'careSupport', signedOn: '2026-10-12' }).month).toBe('2026-10')
  })

  it('edge 4: until 6/2025 the very old were paid from their 80th birthday though signed later', () => {
    const reachedAgeOn = day('2024-11-05')
    const very = { benefit: 'socialAllowance', ground: 'K5c', reachedAgeOn }
    expect(start({ ...very, signedOn: '2025-02-10' }).month).toBe('2024-11')
    expect(start({ ...very, signedOn: '2025-07-10' }).month).toBe('2025-07')
  })

  it('never begins before the ground existed', () => {
    const reachedAgeOn = day('2020-03-01')
    const decision = { benefit: 'socialAllowance', ground: 'K5b', reachedAgeOn, signedOn: '2021-09-15' }
    expect(start(decision).month).toBe('2021-07')
  })

  it('edge 5: a disability began with its certificate before 7/2025, with the signing after', () => {
    const certificateOn = day('2025-05-20')
    const disabled = { benefit: 'socialAllowance', ground: 'K6', certificateOn }
    expect(start({ ...disabled, signedOn: '2025-06-30' }).month).toBe('2025-05')
    expect(start({ ...disabled, signedOn: '2025-07-01' }).month).toBe('2025-07')
  })

  it('says which day is missing instead of guessing it', () => {
    const unknown = start({ benefit: 'socialAllowance', ground: 'K6', signedOn: '2024-04-25' })
    expect([unknown.month, unknown.missing]).toEqual(['2024-04', 'certificateOn'])
  })

  it('edge 3: the social pension never goes back to the birthday', () => {
    const pension = { benefit: 'socialPension', reachedAgeOn: day('2025-07-09'), signedOn: '2025-11-03' }
    expect(start(pension).month).toBe('2025-11')
  })
})

describe('who counts as receiving when Decree 335/2026 came into force', () => {
  const signed = (on: string, endedFrom?: string): Decision => ({
    benefit: 'socialAllowance',
    signedOn: day(on),
    ...(endedFrom ? { endedFrom: month(endedFrom) } : {}),
  })

  it('edge 2: not who was decided on afterwards', () => {
    expect(isRecipient([signed('2026-10-04')])).toBe(true)
    expect(isRecipient([signed('2026-10-05')])).toBe(false)
    expect(isRecipient([])).toBe(false)
  })

  it('not who had been stopped before', () => {
    expect(isRecipient([signed('2020-01-01', '2026-09')])).toBe(false)
    expect(isRecipient([signed('2020-01-01', '2026-11')])).toBe(true)
  })
})

describe('the end of a payment', () => {
  it('SP1: the month of a death is the last one paid', () => {
    expect(lastPaidMonth(day('2024-03-14'))).toMatchObject({ month: '2024-03', cite: { place: 'Đ8.2' } })
    expect(lastPaidMonth(day('2026-10-05')).cite.place).toBe('Đ8.4')
  })

  it('SP3: three months uncollected or a refused review suspend it, remand only before Decree 335/2026', () => {
    const nothing = { uncollectedMonths: 2, refusesReview: false, remandMonths: 0 }
    const count = (change: Partial<typeof nothing>, on: string) =>
      suspensionReasons({ ...nothing, ...change }, day(on)).length
    expect([count({}, '2026-11-01'), count({ uncollectedMonths: 3 }, '2026-11-01')]).toEqual([0, 1])
    expect(count({ refusesReview: true }, '2022-01-01')).toBe(1)
    expect([count({ remandMonths: 1 }, '2026-10-04'), count({ remandMonths: 1 }, '2026-10-05')]).toEqual([
      1, 0,
    ])
  })

  it('SP2, SP4: unanswered it ends after three months, reviewed it goes on from where it was suspended', () => {
    expect(stopAfterSuspension(month('2026-11')).from).toBe('2027-02')
    expect(afterReview(month('2026-11'), 'eligible').payFrom).toBe('2026-11')
    expect(afterReview(month('2026-11'), 'notEligible').stopFrom).toBe('2026-11')
    expect(afterReview(month('2026-11'), { changedFrom: month('2026-12') }).payFrom).toBe('2026-12')
  })

  it('a decision that ended pays nothing from its month on', () => {
    const facts = { ...ordinaryPerson, birth: bornOnDay('1981-01-01'), disability: 'severe' }
    const decisions: Decision[] = [
      {
        benefit: 'socialAllowance',
        ground: 'K6',
        signedOn: day('2020-04-01'),
        certificateOn: day('2020-04-01'),
        endedFrom: month('2025-03'),
      },
    ]
    const due = (of: string) =>
      monthlyEntitlement({ factsIn: () => facts, decisions }, month(of), day('2026-11-22')).dues[0]?.dueDong
    expect(due('2025-02')).toEqual({ low: 750_000, high: 750_000 })
    expect(due('2025-03')).toEqual({ low: 0, high: 0 })
  })
})
