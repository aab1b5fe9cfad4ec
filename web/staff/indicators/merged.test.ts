import { describe, expect, it } from 'vitest'
import { mergedByCommune } from './merged.ts'

const at = (unitUid: string, name: string, value: number | undefined) => ({ unitUid, name, value })
const of = {
  right: [at('a', 'Xã Vân Tụ', 99), at('b', 'Phường Cửa Lò', 98), at('c', 'Xã Anh Sơn', undefined)],
  full: [at('a', 'Xã Vân Tụ', 80), at('b', 'Phường Cửa Lò', 97), at('c', 'Xã Anh Sơn', undefined)],
  onTime: [at('b', 'Phường Cửa Lò', 60)],
}

describe('the principles of the communes', () => {
  it('stand in one row each, a gap staying a gap', () => {
    expect(mergedByCommune(of, 'name').map(({ name, right, onTime }) => [name, right, onTime])).toEqual([
      ['Xã Anh Sơn', undefined, undefined],
      ['Phường Cửa Lò', 98, 60],
      ['Xã Vân Tụ', 99, undefined],
    ])
  })

  it('begin with the lowest of any, and end with those of which nothing is known', () => {
    expect(mergedByCommune(of, 'value').map(({ unitUid }) => unitUid)).toEqual(['b', 'a', 'c'])
  })
})
