/** Numbers that are the same for the same seed on every machine. */
export interface Random {
  /** From 0 up to 1. */
  next: () => number
  /** A whole number from 0 up to `count`. */
  below: (count: number) => number
  chance: (probability: number) => boolean
  pick: <T>(of: readonly T[]) => T
}

/** Mulberry32: 32 bits of state, enough for invented people. */
export function randomOf(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (of) => of[below(of.length)] as never,
  }
}

/** Picks by weight, with a table made once. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (random: Random) => T {
  let total = 0
  const sums = entries.map(([, weight]) => (total += weight))
  return (random) => {
    const wanted = random.next() * total
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) <= wanted) low = middle + 1
      else high = middle
    }
    return (entries[low] as readonly [T, number])[0]
  }
}
