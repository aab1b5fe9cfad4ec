/** The letters (or words) added, lost or changed from one text to the other: Levenshtein's distance. */
export function distance<Item>(one: readonly Item[], other: readonly Item[]): number {
  let costs = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [row, item] of one.entries()) {
    const next = [row + 1]
    for (const [column, against] of other.entries())
      next.push(
        Math.min(
          (costs[column] ?? 0) + (item === against ? 0 : 1),
          (costs[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
        ),
      )
    costs = next
  }
  return costs[other.length] ?? 0
}
