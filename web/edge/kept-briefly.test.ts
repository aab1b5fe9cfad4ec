import { describe, expect, it } from 'vitest'
import { keptBriefly } from './kept-briefly.ts'

describe('what is kept for some seconds', () => {
  it('is read once for all who ask meanwhile, each source apart', async () => {
    let [reads, milliseconds] = [0, 0]
    const read = keptBriefly(async () => (reads += 1), { seconds: 10, elapsed: () => milliseconds })
    const [one, other] = [{}, {}]
    expect(await Promise.all([read(one), read(one), read(other)])).toEqual([1, 1, 2])
    milliseconds = 9_999
    expect(await read(one)).toBe(1)
    milliseconds = 10_000
    expect(await read(one)).toBe(3)
  })

  it('is read anew after it could not be read', async () => {
    let reads = 0
    const read = keptBriefly(async () => {
      reads += 1
      if (reads === 1) throw new Error('the server restarts')
      return reads
    })
    const source = {}
    await expect(read(source)).rejects.toThrow('restarts')
    expect(await read(source)).toBe(2)
  })
})
