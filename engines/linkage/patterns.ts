import type { ComparisonSpec } from './settings.ts'

/** The level of every comparison by its id; null where there was nothing to compare. */
export type LevelVector = Readonly<Record<string, string | null>>

/** Level vectors as whole numbers: one digit a comparison, 0 for nothing to compare, then the levels from the first. */
export interface Patterns {
  /** How many codes there are. */
  count: number
  /** The factor of each comparison's digit. */
  factors: readonly number[]
  /** The digit of a comparison in a code. */
  digit: (code: number, comparison: number) => number
  codeOf: (levels: LevelVector) => number
  levelsOf: (code: number) => LevelVector
}

export function patternsOf(comparisons: readonly ComparisonSpec[]): Patterns {
  const factors: number[] = []
  let count = 1
  for (const { levels } of comparisons) {
    factors.push(count)
    count *= levels.length + 1
  }
  if (count > 1 << 24)
    throw new Error(`${count} patterns of levels are too many: merge levels or comparisons`)
  const sizes = comparisons.map(({ levels }) => levels.length + 1)
  const digit = (code: number, comparison: number) =>
    Math.floor(code / (factors[comparison] as number)) % (sizes[comparison] as number)
  return {
    count,
    factors,
    digit,
    codeOf: (levels) =>
      comparisons.reduce((code, { id, levels: of }, index) => {
        const level = levels[id] ?? null
        const place = level === null ? 0 : of.findIndex((each) => each.id === level) + 1
        if (level !== null && place === 0) throw new Error(`Comparison ${id} has no level ${level}`)
        return code + place * (factors[index] as number)
      }, 0),
    levelsOf: (code) =>
      Object.fromEntries(
        comparisons.map(({ id, levels }, index) => [id, levels[digit(code, index) - 1]?.id ?? null]),
      ),
  }
}
