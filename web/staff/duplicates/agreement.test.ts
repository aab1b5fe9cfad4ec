import { expect, it } from 'vitest'
import { agreementOf } from './agreement.ts'

it.each([
  ['Đặng Văn Dũng', 'Đặng Văn Dũng', 'same'],
  ['Đặng Văn Dũng', 'DANG VAN DUNG', 'spelling'],
  ['Lê Hòa', 'Lê Hoà', 'spelling'],
  ['Phan Thị Liên', 'Phan Thị Thu Liên', 'differs'],
  ['040219235516', '040219476885', 'differs'],
  ['18/08/2019', undefined, 'oneSide'],
  [undefined, undefined, 'nothing'],
])('%s beside %s: %s', (a, b, is) => {
  expect(agreementOf([{ text: a }, { text: b }])).toBe(is)
})
