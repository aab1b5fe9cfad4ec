import { describe, expect, it } from 'vitest'
import { filterOf, queryOf, searchOf } from './query.ts'

describe('the address of the list of texts', () => {
  it('says what is asked and is read back', () => {
    const address = '?trang-thai=cho-duyet&loai=van-ban&tieng=en&q=m%E1%BB%A9c&cho-toi=1&trang=3'
    const query = queryOf(new URLSearchParams(address))
    expect(searchOf(query)).toBe('?trang-thai=cho-duyet&loai=van-ban&tieng=en&q=m%E1%BB%A9c&cho-toi=1')
    expect(searchOf(query, { page: 3 })).toBe(address)
    expect(filterOf(query, 'officer:lan')).toEqual({
      shelf: 'inReview',
      kind: 'legalDocument',
      language: 'en',
      text: 'mức',
      waitingFor: 'officer:lan',
    })
  })

  it('leaves out what it does not understand', () => {
    expect(searchOf(queryOf(new URLSearchParams('?trang-thai=x&loai=constructor&tieng=fr&trang=-1')))).toBe(
      '',
    )
  })
})
