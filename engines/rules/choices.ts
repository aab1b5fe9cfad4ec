import { no, type Range, type Truth, unknown, yes } from './truth.ts'

/** What is left of one of several amounts of which only the higher is paid. */
export interface Left extends Range {
  /** Which of the others prevails over it, and whether that is certain. */
  beatenBy?: { place: number; truth: Truth }
}

/** Leaves of several amounts the higher; the first wins a tie. An end of a range stands while it may still win. */
export function higherRanges(amounts: readonly Range[]): Left[] {
  return amounts.map((own, place) => {
    const left: Left = { low: own.low, high: own.high }
    amounts.forEach((rival, other) => {
      if (other === place || rival.high === 0 || own.high === 0) return
      const beats = (theirs: number, mine: number) => (other < place ? theirs >= mine : theirs > mine)
      if (!beats(rival.high, own.low)) return
      left.low = 0
      if (beats(rival.low, own.high)) left.high = 0
      const truth = left.high === 0 ? yes : unknown
      if (truth > (left.beatenBy?.truth ?? no)) left.beatenBy = { place: other, truth }
    })
    return left
  })
}
