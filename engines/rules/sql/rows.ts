import type { FactValues, Program } from '#rules'
import { type BatchOutput, foldAmounts } from '#rules/batch'
import { rowHash } from './hash.ts'
import { type Dialect, inputColumns, inputRow, quoted } from './names.ts'

/** Statements that make a temporary table of persons and fill it, numbered from 0, in rows of a thousand. */
export function tableOfPersons(
  program: Program,
  dialect: Dialect,
  table: string,
  persons: readonly FactValues[],
): string[] {
  const columns = inputColumns(program).map(({ name, type }) => `${quoted(name, dialect)} ${type}`)
  const rows = persons.map(
    (facts, id) => `(${[id, ...inputRow(program, facts)].map((cell) => cell ?? 'null').join(', ')})`,
  )
  const inserts = Array.from(
    { length: Math.ceil(rows.length / 1000) },
    (_, part) => `insert into ${table} values ${rows.slice(1000 * part, 1000 * part + 1000).join(', ')}`,
  )
  return [`create temporary table ${table} (${['id integer', ...columns].join(', ')})`, ...inserts]
}

/** What the query answers for person `i`, from a kernel's output: id, `outputColumns`, `row_hash`. */
export function rowOf(program: Program, out: BatchOutput, i: number): number[] {
  const amounts = foldAmounts(program, out, i)
  const values = [
    ...out.certain.map((word) => word[i] as number),
    ...out.possible.map((word) => word[i] as number),
    ...program.benefits.flatMap(({ id }) => {
      const amount = amounts.get(id)?.amount ?? { low: 0, high: 0 }
      return [out.low[id]?.[i] as number, out.high[id]?.[i] as number, amount.low, amount.high]
    }),
  ]
  return [i, ...values, rowHash(values)]
}
