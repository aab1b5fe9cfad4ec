import { expect, it } from 'vitest'
import { rowsDone } from './list-options.ts'

it('what is told of the rows done separates thousands as the pages do', () => {
  expect(rowsDone('đọc', 34_000)).toBe('Đã đọc 34.000 dòng')
  expect(rowsDone('ghi', 8_000, 1_000_000)).toBe('Đã ghi 8.000 trên 1.000.000 dòng')
  expect(rowsDone('đối chiếu', 12, 43)).toBe('Đã đối chiếu 12 trên 43 dòng')
})
