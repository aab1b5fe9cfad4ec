/** Whole numbers that come one after another, nobody knows how many: eight bytes each, and nothing a number more. */
export class GrowingNumbers {
  private numbers: Float64Array
  length = 0

  constructor(room = 1_024) {
    this.numbers = new Float64Array(room)
  }

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Float64Array(2 * this.length)
      larger.set(this.numbers)
      this.numbers = larger
    }
    this.numbers[this.length++] = number
  }

  at(index: number): number {
    return this.numbers[index] as number
  }

  /** What was pushed; good until the next push. */
  all(): Float64Array {
    return this.numbers.subarray(0, this.length)
  }
}
