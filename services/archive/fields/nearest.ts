/** Where a pattern stands in a text: from `start` up to, but without, `end`. */
export interface Place {
  start: number
  end: number
  /** Letters added, lost or changed. */
  errors: number
}

/**
 * The first best place of `pattern` in `text` with at most `errorsMax` letters added, lost or changed; undefined when
 * there is none. (Sellers, 1980: the distance of a pattern to the nearest part of a text.)
 */
export function findNearest(text: string, pattern: string, errorsMax: number): Place | undefined {
  const exact = text.indexOf(pattern)
  if (exact >= 0) return { start: exact, end: exact + pattern.length, errors: 0 }
  if (errorsMax === 0) return undefined
  let best: Place | undefined
  let costs = Array.from({ length: pattern.length + 1 }, (_, row) => row)
  let starts = new Array<number>(pattern.length + 1).fill(0)
  for (let at = 0; at < text.length; at++) {
    const [nextCosts, nextStarts] = [[0], [at + 1]]
    for (let row = 1; row <= pattern.length; row++) {
      const change = (costs[row - 1] ?? 0) + (pattern[row - 1] === text[at] ? 0 : 1)
      const add = (costs[row] ?? 0) + 1
      const lose = (nextCosts[row - 1] ?? 0) + 1
      const least = Math.min(change, add, lose)
      nextCosts.push(least)
      nextStarts.push(
        (least === change ? starts[row - 1] : least === add ? starts[row] : nextStarts[row - 1]) ?? at,
      )
    }
    ;[costs, starts] = [nextCosts, nextStarts]
    const errors = costs[pattern.length] ?? errorsMax + 1
    if (errors <= errorsMax && (!best || errors < best.errors))
      best = { start: starts[pattern.length] ?? 0, end: at + 1, errors }
  }
  return best
}

/** Letters that may be wrong in a label of this length: none in a short one, which would be found everywhere. */
export function errorsAllowed(pattern: string): number {
  if (pattern.length < 8) return 0
  return pattern.length < 14 ? 1 : 2
}
