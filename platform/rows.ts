/** A row as its reader says it is, but with null where a value is missing, as PostgreSQL gives it. */
export type WithNulls<Row> = { [Key in keyof Row]: undefined extends Row[Key] ? Row[Key] | null : Row[Key] }

/** The row with undefined for every null. */
export function withoutNulls<Row extends object>(row: WithNulls<Row>): Row {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? undefined])) as Row
}
