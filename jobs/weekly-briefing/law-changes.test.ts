import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { lawChangesBetween } from './law-changes.ts'

const told = (since: string, on: string) =>
  lawChangesBetween(day(since), day(on)).map((change) => `${change.number} ${change.is} ${change.on}`)

describe('what the leaders are told of the law', () => {
  it('tells what came into force in the week', () => {
    expect(told('2026-06-29', '2026-07-06')).toContain('224/2026/NĐ-CP began 2026-07-01')
  })

  it('tells a month ahead what will, but only once it was issued', () => {
    expect(told('2026-06-18', '2026-06-25')).toContain('224/2026/NĐ-CP begins 2026-07-01')
    expect(told('2026-06-16', '2026-06-23').join()).not.toContain('224/2026')
  })

  it('tells what ends when that is known: the poverty standard of 2021 at the end of 2026', () => {
    expect(told('2026-12-01', '2026-12-08')).toContain('07/2021/NĐ-CP ends 2027-01-01')
  })

  it('says nothing in a week without changes', () => {
    expect(told('2026-03-02', '2026-03-09')).toEqual([])
  })
})
