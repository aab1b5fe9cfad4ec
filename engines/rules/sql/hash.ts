const modulus = 2_147_483_647
const multiplier = 1_000_003
const start = 7

/** One number for a row's results: equal rows have equal hashes in every engine, products stay below 2^53. */
export function rowHashSql(columns: readonly string[]): string {
  return columns.reduce(
    (hash, column) => `(${hash} * ${multiplier} + ${column} % ${modulus}) % ${modulus}`,
    `CAST(${start} AS BIGINT)`,
  )
}

/** The same number here, so that a province can be compared without moving it. */
export function rowHash(values: readonly number[]): number {
  return values.reduce((hash, value) => (hash * multiplier + (value % modulus)) % modulus, start)
}
