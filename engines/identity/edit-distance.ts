/**
 * How many letters must be changed, left out, put in or swapped with their neighbour to make one text of the other;
 * undefined when more than `atMost`. Counts UTF-16 units: give it folded texts.
 */
export function editDistance(one: string, other: string, atMost: number): number | undefined {
  if (Math.abs(one.length - other.length) > atMost) return undefined
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      let least = Math.min(
        (above[column] ?? row) + 1,
        (line[column - 1] ?? row) + 1,
        (above[column - 1] ?? row) + (isSame ? 0 : 1),
      )
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (row > 1 && column > 1 && isSwap) least = Math.min(least, (before[column - 2] ?? row) + 1)
      line.push(least)
    }
    if (Math.min(...line) > atMost) return undefined
    before = above
    above = line
  }
  const distance = above[other.length] ?? one.length
  return distance <= atMost ? distance : undefined
}
