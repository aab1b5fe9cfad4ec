import { readFileSync } from 'node:fs'
import {
  compileComparisons,
  compileRules,
  type LinkageSettings,
  patternsOf,
  type RecordFeatures,
} from '#linkage'

/** Which records are one person: all pairs of them, by position, from the file of the truth. */
export interface Truth {
  personOf: Int32Array
  /** Positions, first below second. */
  pairs: { first: Int32Array; second: Int32Array }
}

/** Record ids run from 0 without gaps, so a position is an id. */
export function readTruth(file: string): Truth {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)
  const personOf = new Int32Array(lines.length)
  for (const line of lines) {
    const [record, person] = line.split(',').map(Number)
    personOf[record as number] = person as number
  }
  const last = personOf.reduce((most, person) => Math.max(most, person), 0)
  const records: number[][] = Array.from({ length: last + 1 }, () => [])
  for (const [record, person] of personOf.entries()) records[person]?.push(record)
  const [first, second]: [number[], number[]] = [[], []]
  for (const group of records)
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1)) {
        first.push(one)
        second.push(other)
      }
  return { personOf, pairs: { first: Int32Array.from(first), second: Int32Array.from(second) } }
}

interface TrueShares {
  /** True pairs that some rule finds. */
  found: number
  /** m as it really is among them: the share of each level where there was something to compare. */
  m: { comparison: string; level: string; share: number }[]
}

/** What EM had to find out, counted with the truth in hand. */
export function trueShares(
  features: RecordFeatures,
  settings: LinkageSettings,
  { pairs }: Truth,
): TrueShares {
  const { comparisons, blockingRules } = settings
  const compare = compileComparisons(comparisons, features)
  const isFound = compileRules(blockingRules, features)
  const { digit } = patternsOf(comparisons)
  const counts = comparisons.map(({ levels }) => levels.map(() => 0))
  const { rows, width } = features
  let found = 0
  for (let at = 0; at < pairs.first.length; at++) {
    const l = (pairs.first[at] as number) * width
    const r = (pairs.second[at] as number) * width
    if (!isFound(rows, l, r)) continue
    found++
    const pattern = compare(rows, l, r)
    for (const [index, row] of counts.entries()) {
      const place = digit(pattern, index)
      if (place > 0) row[place - 1] = (row[place - 1] as number) + 1
    }
  }
  const m = comparisons.flatMap(({ id, levels }, index) => {
    const row = counts[index] as number[]
    const total = row.reduce((sum, count) => sum + count, 0)
    return levels.map((level, at) => ({
      comparison: id,
      level: level.id,
      share: (row[at] as number) / total,
    }))
  })
  return { found, m }
}
