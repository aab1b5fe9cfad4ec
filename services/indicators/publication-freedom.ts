/** A table with its totals in the last row and column, and which of its cells are hidden. */
export interface HiddenTable {
  values: readonly (readonly number[])[]
  hidden: readonly (readonly boolean[])[]
  /** More than this a count cannot be, and everybody knows: row by row; left out where there is no such bound. */
  most?: readonly (readonly number[])[] | undefined
}

export type Cell = readonly [row: number, column: number]

/**
 * How many other values a hidden count may have for somebody who knows every shown cell and total, and that a hidden cell
 * which is not empty holds at least one; no more than `enough` are counted. Shifting people around hidden cells is a flow
 * between rows and columns, so that the bounds are exact and whole.
 */
export function freedomOf(table: HiddenTable, [row, column]: Cell, enough: number): number {
  const shifts = new Shifts(table, [row, column])
  const up = Math.min(shifts.ownUp, shifts.push(column + shifts.rows, row, enough))
  if (up >= enough) return enough
  const again = new Shifts(table, [row, column])
  const down = Math.min(again.ownDown, again.push(row, column + again.rows, enough))
  return Math.min(enough, up + down)
}

/** What can still be shifted along each hidden cell but one: rows are nodes, and columns after them. */
class Shifts {
  readonly rows: number
  /** How far the cell itself can go up and down. */
  readonly ownUp: number
  readonly ownDown: number
  private readonly room: Map<number, number>[]

  constructor(table: HiddenTable, [row, column]: Cell) {
    const { values, hidden } = table
    this.rows = values.length
    const columns = values[0]?.length ?? 0
    this.room = Array.from({ length: this.rows + columns }, () => new Map())
    for (const [i, line] of hidden.entries())
      for (const [j, isHidden] of line.entries()) {
        if (!isHidden || (i === row && j === column)) continue
        const { up, down } = roomOf(table, [i, j])
        this.room[i]?.set(this.rows + j, up)
        this.room[this.rows + j]?.set(i, down)
      }
    const own = roomOf(table, [row, column])
    this.ownUp = own.up
    this.ownDown = own.down
  }

  /** How much can be sent from one node to another, up to `enough`. */
  push(from: number, to: number, enough: number): number {
    let sent = 0
    while (sent < enough) {
      const path = this.findPath(from, to)
      if (!path) return sent
      const amount = Math.min(enough - sent, ...path.map(([a, b]) => this.room[a]?.get(b) ?? 0))
      for (const [a, b] of path) {
        this.room[a]?.set(b, (this.room[a]?.get(b) ?? 0) - amount)
        this.room[b]?.set(a, (this.room[b]?.get(a) ?? 0) + amount)
      }
      sent += amount
    }
    return sent
  }

  private findPath(from: number, to: number): [number, number][] | undefined {
    const cameFrom = new Map<number, number>([[from, from]])
    const queue = [from]
    for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
      if (node === to) return pathTo(to, from, cameFrom)
      for (const [next, room] of this.room[node] ?? [])
        if (room > 0 && !cameFrom.has(next)) {
          cameFrom.set(next, node)
          queue.push(next)
        }
    }
    return undefined
  }
}

function pathTo(to: number, from: number, cameFrom: ReadonlyMap<number, number>): [number, number][] {
  const path: [number, number][] = []
  for (let node = to; node !== from; ) {
    const before = cameFrom.get(node) as number
    path.push([before, node])
    node = before
  }
  return path
}

/**
 * How far a cell can go up and down. A total stands on the other side of its sum: where it goes down, the cells go up. An
 * empty cell that is hidden may be anything; one that is not holds at least one.
 */
function roomOf({ values, most }: HiddenTable, [i, j]: Cell): { up: number; down: number } {
  const value = values[i]?.[j] ?? 0
  const less = value - Math.min(1, value)
  const isTotal = (i === values.length - 1) !== (j === (values[0]?.length ?? 1) - 1)
  const more = (most?.[i]?.[j] ?? Number.POSITIVE_INFINITY) - value
  return isTotal ? { up: less, down: more } : { up: more, down: less }
}
