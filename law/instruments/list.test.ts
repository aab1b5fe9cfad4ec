import { describe, expect, it } from 'vitest'
import { listInstruments } from './index.ts'

const instruments = listInstruments()

describe('the instruments of law', () => {
  it('are each there once, by id and by short name', () => {
    expect(instruments.length).toBeGreaterThan(20)
    for (const key of ['id', 'short', 'number'] as const)
      expect(new Set(instruments.map((each) => each[key])).size).toBe(instruments.length)
  })

  it('apply from the day they were issued or later, except guidance applied from its decree on', () => {
    const early = instruments.filter((each) => each.from < each.issuedOn).map((each) => each.short)
    expect(early).toEqual(['TT 76/2021'])
  })

  it('end after they began, and not before anybody could know it', () => {
    for (const { short, from, until, untilKnownFrom } of instruments) {
      if (until) expect(until > from, short).toBe(true)
      if (until && untilKnownFrom) expect(untilKnownFrom < until, short).toBe(true)
    }
  })

  it('Decree 20/2021 was replaced on 5/10/2026, which was known from 21/8/2026', () => {
    const decree = instruments.find((each) => each.short === 'NĐ 20/2021')
    expect(decree).toMatchObject({ until: '2026-10-05', untilKnownFrom: '2026-08-21' })
  })
})
