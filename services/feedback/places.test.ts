import { expect, it } from 'vitest'
import { findPlaceNamed } from './places.ts'

const communes = [
  { uid: 'vinh-phu', name: 'Phường Vinh Phú' },
  { uid: 'vinh-hung', name: 'Phường Vinh Hưng' },
  { uid: 'nghia-dan', name: 'Xã Nghĩa Đàn' },
  { uid: 'nghia-dan-dong', name: 'Xã Nghĩa Đàn Đông' },
]

it.each([
  ['Mẹ tôi ở xóm 3 phường Vinh Phú.', { uid: 'vinh-phu', words: 'phường vinh phú' }],
  ['me toi o phuong vinh phu', { uid: 'vinh-phu', words: 'phuong vinh phu' }],
  ['Ủy ban xã Nghĩa Đàn Đông', { uid: 'nghia-dan-dong', words: 'xã nghĩa đàn đông' }],
  ['Từ phường Vinh Phú chuyển sang phường Vinh Hưng', undefined],
  ['Đường Vinh Phú, ở gần chợ', undefined],
])('the commune that “%s” names', (text, expected) => {
  expect(findPlaceNamed(text, communes)).toEqual(expected)
})
