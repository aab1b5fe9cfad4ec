import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import type { TimelineEntry } from '#registry'
import { dayWithin, groupsOf } from './value-groups.ts'

const today = day('2026-11-23')
const entry = (rest: Partial<TimelineEntry>): TimelineEntry => ({
  kind: 'fact',
  key: 'disability',
  value: 'severe',
  detail: undefined,
  from: undefined,
  to: undefined,
  origin: 'demonstration',
  recordedAt: new Date('2025-01-01T00:00:00Z'),
  supersededAt: undefined,
  ...rest,
})

describe('what is recorded of somebody, thing by thing', () => {
  it('sets what holds today apart from what ended, was corrected or comes later', () => {
    const ended = entry({ to: day('2025-12-31') })
    const holds = entry({ value: 'extreme', from: day('2026-01-01') })
    const corrected = entry({ value: 'light', supersededAt: new Date('2026-02-01T00:00:00Z') })
    const group = groupsOf([corrected, holds, ended], today).find(({ key }) => key === 'disability')
    expect(group?.now).toBe(holds)
    expect(group?.before).toEqual([corrected, ended])
  })

  it('sets what another record of the person says beside what their own says', () => {
    const own = entry({ kind: 'person', key: 'deathOn', value: '2026-03-05' })
    const other = entry({ kind: 'person', key: 'deathOn', value: '2026-03-01', detail: '12' })
    const deathIn = (entries: TimelineEntry[]) =>
      groupsOf(entries, today).find(({ key }) => key === 'deathOn')
    expect(deathIn([own, other])).toMatchObject({ now: own, before: [], beside: [other] })
    expect(deathIn([other])).toMatchObject({ now: undefined, before: [], beside: [other] })
  })

  it('begins with who they are, known or not, and follows the order of the law', () => {
    const entries = [
      entry({ key: 'hiv', value: 'no' }),
      entry({ kind: 'householdFact', key: 'poverty', value: 'poor', detail: '7' }),
      entry({ kind: 'person', key: 'name', value: 'Trần Thị Lan' }),
      entry({ kind: 'residence', key: 'residence', value: 'u' }),
    ]
    expect(groupsOf(entries, today).map(({ key }) => key)).toEqual([
      'name',
      'birth',
      'sex',
      'citizenId',
      'oldId',
      'village',
      'residence',
      'poverty',
      'hiv',
    ])
    expect(groupsOf(entries, today).find(({ key }) => key === 'poverty')?.owner).toBe('7')
  })

  it('names a stretch by a day on which it holds', () => {
    expect(dayWithin({ from: day('2026-01-01'), to: undefined }, today)).toBe(today)
    expect(dayWithin({ from: day('2024-01-01'), to: day('2024-06-30') }, today)).toBe('2024-06-30')
    expect(dayWithin({ from: day('2027-01-01'), to: undefined }, today)).toBe('2027-01-01')
  })
})
