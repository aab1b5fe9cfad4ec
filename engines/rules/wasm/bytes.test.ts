import { describe, expect, it } from 'vitest'
import { flat, signed, sized, unsigned } from './bytes.ts'
import { moduleOf } from './module.ts'
import { Body, repeated, swizzle } from './vectors.ts'

describe('numbers in LEB128', () => {
  it('put seven bits into a byte, the lowest first', () => {
    expect(unsigned(0)).toEqual([0])
    expect(unsigned(127)).toEqual([0x7f])
    expect(unsigned(624_485)).toEqual([0xe5, 0x8e, 0x26])
    expect(unsigned(4_294_967_295)).toEqual([0xff, 0xff, 0xff, 0xff, 0x0f])
  })

  it('keep the sign', () => {
    expect(signed(0)).toEqual([0])
    expect(signed(63)).toEqual([0x3f])
    expect(signed(64)).toEqual([0xc0, 0x00])
    expect(signed(-1)).toEqual([0x7f])
    expect(signed(-123_456)).toEqual([0xc0, 0xbb, 0x78])
  })

  it('count the bytes of nested parts', () => {
    expect([...flat(sized([1, [2, [3, 4]], []]))]).toEqual([4, 1, 2, 3, 4])
  })
})

describe('a module', () => {
  it('runs what its body says on 16 bytes a turn', () => {
    const body = new Body()
    const table = body.loadFixed(0)
    body.store(1_000, swizzle(table, body.load(500)))
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
    const bytes = new Uint8Array(memory.buffer)
    bytes.set(Array.from({ length: 16 }, (_, index) => 100 + index))
    bytes.set(
      Array.from({ length: 32 }, (_, index) => (31 - index) % 16),
      600,
    )
    const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleOf([body.function()])), {
      rules: { memory },
    })
    const run = instance.exports.run as (at: number, end: number) => void
    run(100, 132)
    expect([...bytes.subarray(1_100, 1_132)]).toEqual(
      Array.from({ length: 32 }, (_, i) => 100 + ((31 - i) % 16)),
    )
  })

  it('refuses code that is not WebAssembly', () => {
    const body = new Body()
    body.store(0, [...repeated(1), 0xff])
    expect(WebAssembly.validate(moduleOf([body.function()]))).toBe(false)
    expect(WebAssembly.validate(moduleOf([new Body().function()]))).toBe(true)
  })
})
