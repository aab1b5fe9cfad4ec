/** Gives a whole number from 0 up to, not including, `below`. */
export type Draw = (below: number) => number

/** The same numbers for the same seed, on every machine (mulberry32). */
export function seeded(seed: number): Draw {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** Numbers read off a list, then always 0, the plainest choice: a shorter list makes a plainer sample. */
export function fromList(numbers: readonly number[]): Draw {
  let next = 0
  return (below) => (numbers[next++] ?? 0) % below
}

export function pick<Item>(draw: Draw, items: readonly Item[]): Item {
  return items[draw(items.length)] as Item
}

/** Whether something with `parts` parts in a thousand happens; with a list that has ended, it does not. */
export function happens(draw: Draw, parts: number): boolean {
  return draw(1000) >= 1000 - parts
}
