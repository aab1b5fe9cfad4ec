import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cluster } from './clustering.ts'

const size = 12
const edges = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 30 })
const identities = fc.array(fc.constantFrom(-1, -1, 100, 200, 300), { minLength: size, maxLength: size })

function join(pairs: readonly (readonly [number, number])[], ids: readonly number[]) {
  return cluster(
    { first: Int32Array.from(pairs, ([a]) => a), second: Int32Array.from(pairs, ([, b]) => b) },
    Float64Array.from(ids),
  )
}

describe('clusters', () => {
  it('never hold two different valid citizen IDs', () => {
    fc.assert(
      fc.property(edges, identities, (pairs, ids) => {
        const { root } = join(pairs, ids)
        for (let position = 0; position < size; position++) {
          const mates = [...root.keys()].filter((each) => root[each] === root[position])
          const held = new Set(mates.map((each) => ids[each]).filter((id) => id !== -1))
          expect(held.size).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('keep every pair together or tell of it', () => {
    fc.assert(
      fc.property(edges, identities, (pairs, ids) => {
        const { root, conflicts } = join(pairs, ids)
        const told = new Set(conflicts.map(({ first, second }) => `${first} ${second}`))
        for (const [a, b] of pairs) expect(root[a] === root[b] || told.has(`${a} ${b}`)).toBe(true)
        for (const { holders } of conflicts) expect(ids[holders[0]]).not.toBe(ids[holders[1]])
      }),
    )
  })

  it('are the connected parts when nobody has a number', () => {
    const { root, conflicts, largest, joined } = join(
      [
        [4, 3],
        [3, 2],
        [7, 8],
      ],
      Array(size).fill(-1),
    )
    expect([...root]).toEqual([0, 1, 2, 2, 2, 5, 6, 7, 7, 9, 10, 11])
    expect({ conflicts, largest, joined }).toEqual({ conflicts: [], largest: 3, joined: 2 })
  })

  it('give the stronger pair its way: the first edge wins', () => {
    const ids = Array(size).fill(-1)
    ids[0] = 100
    ids[2] = 200
    const strongFirst = join(
      [
        [0, 1],
        [1, 2],
      ],
      ids,
    )
    expect([strongFirst.root[1], strongFirst.conflicts]).toEqual([
      0,
      [{ first: 1, second: 2, holders: [0, 2] }],
    ])
    const otherFirst = join(
      [
        [1, 2],
        [0, 1],
      ],
      ids,
    )
    expect([otherFirst.root[2], otherFirst.conflicts.length]).toEqual([1, 1])
  })
})
