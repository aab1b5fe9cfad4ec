import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, checkBudget, countBlocks, PairBudgetExceeded } from './blocking.ts'
import { textsOf } from './edit-distance.ts'
import { comparePairs } from './pairs.ts'
import { recordFeatures } from './records.ts'
import type { BlockingRule, ComparisonSpec } from './settings.ts'

const label = { vi: '', en: '' }
const rules: BlockingRule[] = [
  { id: 'both', label, features: ['a', 'b'] },
  { id: 'onlyA', label, features: ['a'] },
  { id: 'onlyC', label, features: ['c'] },
]
const comparisons: ComparisonSpec[] = [
  {
    id: 'a',
    label,
    levels: [
      { id: 'same', label, when: { is: 'same', features: ['a'] } },
      { id: 'differs', label },
    ],
  },
]
const value = fc.integer({ min: -1, max: 3 })
const records = fc.array(fc.record({ a: value, b: value, c: value }), { maxLength: 40 })

function featuresOf(rows: readonly { a: number; b: number; c: number }[]) {
  const column = (name: 'a' | 'b' | 'c') => Int32Array.from(rows, (row) => row[name])
  return recordFeatures(
    Float64Array.from(rows.keys()),
    new Map([
      ['a', column('a')],
      ['b', column('b')],
      ['c', column('c')],
    ]),
    textsOf([]),
  )
}

describe('blocking', () => {
  it('finds every pair that some rule holds of, once, and by the first rule that does', () => {
    fc.assert(
      fc.property(records, (rows) => {
        const features = featuresOf(rows)
        const pairs = comparePairs(
          features,
          { comparisons },
          rules.map((rule) => blocksOf(features, rule)),
        )
        const expected = rules.map(() => [] as string[])
        for (const [l, left] of rows.entries())
          for (const [r, right] of rows.entries()) {
            if (l >= r) continue
            const first = rules.findIndex(({ features: of }) =>
              of.every((name) => left[name as 'a'] >= 0 && left[name as 'a'] === right[name as 'a']),
            )
            if (first >= 0) expected[first]?.push(`${l} ${r}`)
          }
        expect(Array.from(pairs.first, (l, at) => `${l} ${pairs.second[at]}`).sort()).toEqual(
          expected.flat().sort(),
        )
        expect(pairs.byRule).toEqual(expected.map((each) => each.length))
      }),
    )
  })

  it('narrows to pairs with a new record', () => {
    const features = featuresOf([1, 1, 1, 1].map((a) => ({ a, b: -1, c: -1 })))
    const blocks = rules.map((rule) => blocksOf(features, rule))
    const pairs = comparePairs(features, { comparisons }, blocks, { isNew: Uint8Array.from([0, 0, 0, 1]) })
    expect(blocks.map((each) => countBlocks(each, Uint8Array.from([0, 0, 0, 1])).pairs)).toEqual([0, 3, 0])
    expect([...pairs.first]).toEqual([0, 1, 2])
    expect([...pairs.second]).toEqual([3, 3, 3])
  })

  it('counts every pair and keeps those whose pattern is wanted', () => {
    const features = featuresOf([0, 0, 0, 1, 1].map((a, at) => ({ a, b: -1, c: at < 4 ? 0 : 1 })))
    const blocks = rules.map((rule) => blocksOf(features, rule))
    const all = comparePairs(features, { comparisons }, blocks)
    const differing = comparePairs(features, { comparisons }, blocks, { keep: Uint8Array.of(0, 0, 1) })
    expect([...all.counts]).toEqual([0, 4, 3])
    expect(differing).toMatchObject({ counts: all.counts, pairs: 7, byRule: all.byRule })
    expect(Array.from(differing.first, (l, at) => [l, differing.second[at]])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ])
  })

  it('counts pairs before any is made, and refuses too many with the rule, its largest blocks and a remedy', () => {
    const features = featuresOf(
      Array.from({ length: 100 }, (_, at) => ({ a: at < 80 ? 0 : 1, b: at, c: -1 })),
    )
    const counts = rules.map((rule) => countBlocks(blocksOf(features, rule)))
    expect(counts.map(({ pairs }) => pairs)).toEqual([0, (80 * 79) / 2 + (20 * 19) / 2, 0])
    expect(counts[1]?.largest.map(({ records: size }) => size)).toEqual([80, 20])
    expect(() => checkBudget(counts, 10_000, String)).not.toThrow()
    const refuse = () => checkBudget(counts, 3_000, (example, rule) => `${rule} như ${example}`)
    expect(refuse).toThrow(PairBudgetExceeded)
    expect(refuse).toThrow(/"onlyA" tạo 3.350 cặp; nhóm lớn nhất: onlyA như 0 \(80 hồ sơ\)/)
    expect(refuse).toThrow(/pairBudget/)
  })

  it('does not take two records with one id', () => {
    expect(() => recordFeatures(Float64Array.of(1, 2, 1), new Map(), textsOf([]))).toThrow(
      'Record 1 stands twice',
    )
  })
})
