import { describe, expect, it } from 'vitest'
import { queryOf, searchOf } from './query.ts'

const asked = (search: string) => queryOf(new URLSearchParams(search))

describe('the address of the list of findings', () => {
  it('says the whole filter, and reads back as it was', () => {
    const search = '?loai=missed&xa=17329%402025-07-01&tim=Lan&sap=amount&trang=3&chon=12'
    expect(searchOf(asked(search))).toBe(search)
    expect(searchOf(asked(''))).toBe('')
  })

  it('keeps what it understands and leaves the rest out', () => {
    expect(asked('loai=khac&trang=-1&chon=abc&sap=?')).toEqual(asked(''))
  })

  it('starts at the first page again when the filter changes', () => {
    const query = asked('loai=missed&trang=3&chon=12')
    expect(searchOf(query, { kind: 'undue' })).toBe('?loai=undue')
    expect(searchOf(query, { page: 2 })).toBe('?loai=missed&trang=2&chon=12')
    expect(searchOf(query, { selectedId: 13 })).toBe('?loai=missed&trang=3&chon=13')
  })
})
