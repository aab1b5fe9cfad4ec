import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Program } from '#rules'
import { unknownCode } from '#rules/batch'
import type { Population } from '#rules/samples'
import { type InputColumn, inputColumns } from '#rules/sql'

/** DuckDB on two threads with the population as its table `persons`. */
export async function duckdbWith(program: Program, people: Population): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const duckdb = await instance.connect()
  const home = mkdtempSync(join(tmpdir(), 'an-sinh-bench-'))
  const file = join(home, 'persons.csv')
  const columns = inputColumns(program)
  try {
    await writeRows(file, columns, people)
    const types = ['id integer', ...columns.map(({ name, type }) => `"${name}" ${type}`)]
    await duckdb.run(`create table persons (${types.join(', ')})`)
    await duckdb.run(`copy persons from '${file}' (format csv, nullstr '')`)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
  return duckdb
}

async function writeRows(file: string, columns: readonly InputColumn[], people: Population): Promise<void> {
  const stream = createWriteStream(file)
  const readers = columns.map((column) => readerOf(column, people))
  let text = ''
  for (let person = 0; person < people.count; person++) {
    text += person
    for (const read of readers) text += `,${read(person)}`
    text += '\n'
    if (text.length < 1 << 20) continue
    if (!stream.write(text)) await once(stream, 'drain')
    text = ''
  }
  stream.end(text)
  await once(stream, 'finish')
}

/** A cell as CSV has it; empty is null. */
function readerOf({ fact, of }: InputColumn, people: Population): (person: number) => number | '' {
  if (of === 'from' || of === 'to') {
    const days = people.births[fact]?.[of] as Int32Array
    return (person) => days[person] as number
  }
  if (of === 'amount') {
    const amounts = people.amounts[fact] as Float64Array
    return (person) => ((amounts[person] as number) < 0 ? '' : (amounts[person] as number))
  }
  const codes = people.codes[fact] as Uint8Array
  return (person) => (codes[person] === unknownCode ? '' : (codes[person] as number))
}
