/** Edges between positions, strongest first. */
export interface Edges {
  first: Int32Array
  second: Int32Array
}

/** A pair that was kept apart: its two groups hold valid citizen IDs that differ. Positions. */
export interface ClusterConflict {
  first: number
  second: number
  /** The records that hold the two IDs. */
  holders: [number, number]
}

export interface Clusters {
  /** The smallest member of each record's cluster. */
  root: Int32Array
  conflicts: ClusterConflict[]
  largest: number
  /** Clusters of two and more. */
  joined: number
}

/**
 * Joins records by their edges, the strongest first, and never puts two different valid citizen IDs into one cluster:
 * such an edge is a conflict for the clerk. `identities` gives each record's valid ID as a number, −1 for none.
 */
export function cluster({ first, second }: Edges, identities: Float64Array): Clusters {
  const count = identities.length
  const root = new Int32Array(count)
  const holder = new Int32Array(count)
  for (let position = 0; position < count; position++) {
    root[position] = position
    holder[position] = (identities[position] as number) < 0 ? -1 : position
  }
  const conflicts: ClusterConflict[] = []
  for (let edge = 0; edge < first.length; edge++) {
    const a = rootOf(root, first[edge] as number)
    const b = rootOf(root, second[edge] as number)
    if (a === b) continue
    const [holderA, holderB] = [holder[a] as number, holder[b] as number]
    if (holderA >= 0 && holderB >= 0 && identities[holderA] !== identities[holderB]) {
      conflicts.push({
        first: first[edge] as number,
        second: second[edge] as number,
        holders: [holderA, holderB],
      })
      continue
    }
    const [small, large] = a < b ? [a, b] : [b, a]
    root[large] = small
    holder[small] = holderA >= 0 ? holderA : holderB
  }
  const sizes = new Int32Array(count)
  for (let position = 0; position < count; position++) {
    const top = rootOf(root, position)
    root[position] = top
    sizes[top] = (sizes[top] as number) + 1
  }
  return {
    root,
    conflicts,
    largest: sizes.reduce((most, size) => Math.max(most, size), 0),
    joined: sizes.reduce((sum, size) => sum + (size > 1 ? 1 : 0), 0),
  }
}

/** The root of a position, halving the path on the way. */
function rootOf(root: Int32Array, position: number): number {
  let at = position
  while (root[at] !== at) {
    root[at] = root[root[at] as number] as number
    at = root[at] as number
  }
  return at
}
