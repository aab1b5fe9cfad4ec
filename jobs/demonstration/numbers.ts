/** Identity numbers already given, one bit each, so that a province of millions fits. */
export class GivenNumbers {
  private readonly given = new Map<string, Uint8Array>()

  /** Takes a number of so many digits behind a beginning; false when it was given before. */
  take(start: string, number: number, digits: number): boolean {
    const bits = this.given.get(start) ?? new Uint8Array(Math.ceil(10 ** digits / 8))
    this.given.set(start, bits)
    const [byte, bit] = [number >> 3, 1 << (number & 7)]
    if (((bits[byte] as number) & bit) !== 0) return false
    bits[byte] = (bits[byte] as number) | bit
    return true
  }
}
