import {
  BIGINT,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  INTEGER,
  SMALLINT,
} from '@duckdb/node-api'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FactValues, Program } from '#rules'
import { judgePersons } from '#rules/batch'
import { fromList, manyPersons, randomPerson, randomProgram, sampleLaw, seeded } from '#rules/samples'
import { inputColumns, inputRow, outputColumns } from './names.ts'
import { toSql } from './query.ts'
import { rowOf, tableOfPersons } from './rows.ts'

let duckdb: DuckDBConnection

beforeAll(async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  duckdb = await instance.connect()
})

async function createTable(program: Program, persons: readonly FactValues[]): Promise<void> {
  await duckdb.run('drop table if exists persons')
  for (const statement of tableOfPersons(program, 'duckdb', 'persons', persons)) await duckdb.run(statement)
}

async function answer(program: Program, persons: readonly FactValues[]): Promise<number[][]> {
  await createTable(program, persons)
  const query = `select * from (${toSql(program, 'duckdb', { table: 'persons' })}) order by id`
  const result = await duckdb.runAndReadAll(query)
  expect(result.columnNames()).toEqual(['id', ...outputColumns(program), 'row_hash'])
  return result.getRows().map((row) => row.map(Number))
}

describe('the rules as a query in DuckDB', () => {
  it('answer what the kernel says, row by row and in the hash, under any program', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 999_999 }), { maxLength: 300, size: 'max' }),
        fc.nat(),
        async (numbers, seed) => {
          const program = randomProgram(fromList(numbers))
          const draw = seeded(seed)
          const persons = Array.from({ length: 25 }, () => randomPerson(draw, program))
          const out = judgePersons(program, persons)
          expect(await answer(program, persons)).toEqual(persons.map((_, i) => rowOf(program, out, i)))
        },
      ),
      { numRuns: 120 },
    )
  })

  it('answer in fifteen words of grounds under 480 of them', async () => {
    const program = sampleLaw(12)
    const persons = manyPersons(sampleLaw(), 200).slice(-200)
    const out = judgePersons(program, persons)
    expect(await answer(program, persons)).toEqual(persons.map((_, i) => rowOf(program, out, i)))
  })

  it('answer what the kernel says for every combination of classes that a ground reads, and at random', async () => {
    const program = sampleLaw()
    const persons = manyPersons(program, 100_000)
    await createTable(program, [])
    const types = inputColumns(program).map(({ type }) => duckdbTypes[type])
    const appender = await duckdb.createAppender('persons')
    for (let from = 0; from < persons.length; from += 2_048) {
      const rows = persons
        .slice(from, from + 2_048)
        .map((facts, i) => [from + i, ...inputRow(program, facts)])
      const chunk = DuckDBDataChunk.create([INTEGER, ...types], rows.length)
      chunk.setRows(rows.map((row) => row.map((cell, place) => asBigint(cell, types[place - 1] === BIGINT))))
      appender.appendDataChunk(chunk)
    }
    appender.closeSync()
    const query = `select row_hash from (${toSql(program, 'duckdb', { table: 'persons' })}) order by id`
    const hashes = (await duckdb.runAndReadAll(query)).getRows().map(([hash]) => Number(hash))
    const out = judgePersons(program, persons)
    expect(hashes).toEqual(persons.map((_, i) => rowOf(program, out, i).at(-1)))
  })
})

const duckdbTypes = { smallint: SMALLINT, integer: INTEGER, bigint: BIGINT }

function asBigint(cell: number | null, wanted: boolean): number | bigint | null {
  return wanted && cell !== null ? BigInt(cell) : cell
}
