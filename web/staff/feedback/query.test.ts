import { describe, expect, it } from 'vitest'
import { addressees } from './choices.ts'
import { messageFilterOf, queueQueryOf } from './query.ts'

const asked = (text: string) => queueQueryOf(new URLSearchParams(text))

describe('the address of the queue', () => {
  it('asks for what is not finished when nothing is said', () => {
    expect(asked('')).toMatchObject({ state: 'unfinished', page: 1, text: '' })
    expect(messageFilterOf(asked(''))).toMatchObject({ state: 'unfinished' })
    expect(messageFilterOf(asked('buoc=all')).state).toBeUndefined()
  })

  it('takes what it knows and leaves out nonsense', () => {
    expect(
      asked('buoc=sent&han=late&linh-vuc=merit&co-quan=dpHealth&xa=16702@2025-07-01&tu=đèn&trang=3'),
    ).toEqual({
      ...{ state: 'sent', due: 'late', area: 'merit', agency: 'dpHealth', unitUid: '16702@2025-07-01' },
      ...{ text: 'đèn', page: 3 },
    })
    expect(asked('buoc=constructor&han=x&linh-vuc=__proto__&co-quan=toString&trang=0')).toMatchObject({
      ...{ state: 'unfinished', due: undefined, area: undefined, agency: undefined, page: 1 },
    })
  })

  it('offers the agencies of today alone', () => {
    expect(addressees).toEqual(expect.arrayContaining(['communeCommittee', 'dpHealth', 'provinceOffice']))
    expect(addressees).not.toEqual(expect.arrayContaining(['dpLabour']))
    expect(addressees.some((code) => code.startsWith('mo') || code.startsWith('district'))).toBe(false)
  })
})
