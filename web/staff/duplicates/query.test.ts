import { expect, it } from 'vitest'
import { filterOf, queryOf, searchOf } from './query.ts'

const read = (text: string) => queryOf(new URLSearchParams(text))

it('an address that says nothing asks for what waits', () => {
  expect(filterOf(read(''))).toEqual({ state: 'waiting' })
  expect(searchOf(read(''))).toBe('')
})

it('every filter survives the way into an address and back', () => {
  const asked = '?trang-thai=khac&xa=16702%402025-07-01&muc=chac&dau=chi&dau=hai-so&trang=3'
  const query = read(asked)
  expect(filterOf(query)).toEqual({
    state: 'different',
    unitUid: '16702@2025-07-01',
    band: 'certain',
    bothPaid: true,
    twoNumbers: true,
  })
  expect(searchOf(query)).toBe(asked)
})

it('another filter begins again at its first page, and forgets what was just decided', () => {
  const query = read('?trang=3&xong=9')
  expect(searchOf(query, { band: 'likely' })).toBe('?muc=kha-nang')
  expect(searchOf(query, { page: 4 })).toBe('?trang=4')
})

it('a page says beside which pair it stands, until another page or filter is asked for', () => {
  const query = read('?trang=3&sau=70')
  expect(query).toMatchObject({ page: 3, afterId: 70, beforeId: undefined })
  expect(searchOf(query)).toBe('?trang=3&sau=70')
  expect(searchOf(query, { page: 4, afterId: 90 })).toBe('?trang=4&sau=90')
  expect(searchOf(query, { page: 2, beforeId: 20 })).toBe('?trang=2&truoc=20')
  expect(searchOf(query, { page: 1, beforeId: 20 })).toBe('')
  expect(searchOf(query, { band: 'likely' })).toBe('?muc=kha-nang')
})

it('what was not understood is left out', () => {
  expect(filterOf(read('?muc=hon&trang=-2&dau=x&trang-thai=y'))).toEqual({ state: 'waiting' })
})
