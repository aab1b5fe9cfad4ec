import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { knownRows } from './known-rows.ts'

const row = (personId: number, recorded: string, superseded?: string) => ({
  personId,
  from: day('2025-07-01'),
  to: superseded ? undefined : day('2026-10-31'),
  recordedAt: new Date(`${recorded}T03:00:00Z`),
  supersededAt: superseded ? new Date(`${superseded}T03:00:00Z`) : undefined,
})

describe('what was known of a household', () => {
  it('names everybody once: who was cut short since stands as was known, without the end', () => {
    const whole = row(1, '2025-07-01', '2026-11-20')
    const remainder = row(1, '2025-07-01')
    const other = row(2, '2025-07-01')
    expect(knownRows([remainder, whole, other], day('2026-11-19'))).toEqual([whole, other])
    expect(knownRows([remainder, whole, other], day('2026-11-20'))).toEqual([remainder, other])
  })

  it('leaves out what was not recorded yet', () => {
    expect(knownRows([row(1, '2026-11-20')], day('2026-11-19'))).toEqual([])
  })
})
