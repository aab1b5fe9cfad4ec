import { describe, expect, it } from 'vitest'
import { fieldsOf, showAtIn } from './show-at.ts'

describe('the hour a text is to be shown at', () => {
  it('is read as people in Vietnam write it', () => {
    for (const time of ['7:30', '07:30', '7h30', '7g30', '7.30'])
      expect(showAtIn('5/12/2026', time)).toEqual(new Date('2026-12-05T00:30:00Z'))
    expect(showAtIn('5/12/2026', '7h')).toEqual(new Date('2026-12-05T00:00:00Z'))
  })

  it('is none when nothing is written, and wrong when half is', () => {
    expect(showAtIn('', ' ')).toBeUndefined()
    for (const [day, time] of [
      ['5/12/2026', ''],
      ['', '7:30'],
      ['31/2/2026', '7:30'],
      ['5/12/2026', '25:00'],
    ])
      expect(showAtIn(day ?? '', time ?? '')).toBe('wrong')
  })

  it('stands in the fields as it was written', () => {
    const { day, time } = fieldsOf(new Date('2026-12-04T20:05:00Z'))
    expect([day, time]).toEqual(['2026-12-05', '03:05'])
    expect(showAtIn(day, time)).toEqual(new Date('2026-12-04T20:05:00Z'))
    expect(fieldsOf(undefined)).toEqual({ day: '', time: '' })
  })
})
