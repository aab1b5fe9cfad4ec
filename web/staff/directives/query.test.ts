import { describe, expect, it } from 'vitest'
import { tasksQueryOf, tasksSearch } from './query.ts'

const read = (text: string) => tasksQueryOf(new URLSearchParams(text))

describe('the address of a list of tasks', () => {
  it('is read and written as the same', () => {
    const search =
      '?cua=toi&van-ban=3&trang-thai=late&linh-vuc=poverty&co-quan=dpHealth&tu=h%E1%BB%93+s%C6%A1&trang=2'
    const query = read(search)
    expect(query).toEqual({
      isMine: true,
      directiveId: 3,
      standing: 'late',
      area: 'poverty',
      lead: 'dpHealth',
      text: 'hồ sơ',
      page: 2,
    })
    expect(tasksSearch(query, { page: 2 })).toBe(search)
  })

  it('leaves out what it does not understand, also what every object has', () => {
    for (const text of ['?trang-thai=constructor&linh-vuc=__proto__&co-quan=toString', '?trang=-1&van-ban=x'])
      expect(tasksSearch(read(text))).toBe('')
  })

  it('begins at the first page when something else is asked', () => {
    expect(tasksSearch(read('?trang=7&tu=a'), { standing: 'notMeasured' })).toBe(
      '?trang-thai=notMeasured&tu=a',
    )
  })
})
