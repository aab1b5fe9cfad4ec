/** Kleene's three values: 0 no, 1 unknown, 2 yes. As numbers, "and" is the least and "or" the greatest. */
export type Truth = 0 | 1 | 2
export const no: Truth = 0
export const unknown: Truth = 1
export const yes: Truth = 2

/** Both ends are the same once everything that matters is known. */
export interface Range {
  low: number
  high: number
}
