import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FactValues, Program } from '#rules'
import { judgePersons } from '#rules/batch'
import { fromList, manyPersons, randomPerson, randomProgram, sampleLaw, seeded } from '#rules/samples'
import { freshDatabase } from '#test/database'
import { inputColumns, inputRow, outputColumns } from './names.ts'
import { toSql } from './query.ts'
import { rowOf, tableOfPersons } from './rows.ts'

let client: pg.PoolClient

beforeAll(async () => {
  const database = await freshDatabase()
  client = await database.pool.connect()
})

afterAll(() => client.release())

async function createTable(program: Program, persons: readonly FactValues[]): Promise<void> {
  await client.query('drop table if exists persons')
  for (const statement of tableOfPersons(program, 'postgres', 'persons', persons))
    await client.query(statement)
}

async function answer(program: Program, persons: readonly FactValues[]): Promise<number[][]> {
  await client.query('drop table if exists persons')
  for (const statement of tableOfPersons(program, 'postgres', 'persons', persons))
    await client.query(statement)
  const text = `select * from (${toSql(program, 'postgres', { table: 'persons' })}) of_all order by id`
  const { fields, rows } = await client.query<number[]>({ text, rowMode: 'array' })
  expect(fields.map((field) => field.name)).toEqual(['id', ...outputColumns(program), 'row_hash'])
  return rows
}

describe('the rules as a query in PostgreSQL', () => {
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

  it('answer what the kernel says for every combination of classes that a ground reads, and at random', async () => {
    const program = sampleLaw()
    const persons = manyPersons(program, 100_000)
    await createTable(program, [])
    const columns = inputColumns(program)
    const rows = persons.map((facts) => inputRow(program, facts))
    const lists = [persons.map((_, id) => id), ...columns.map((_, place) => rows.map((row) => row[place]))]
    const places = ['integer', ...columns.map(({ type }) => type)].map((type, i) => `$${i + 1}::${type}[]`)
    await client.query(`insert into persons select * from unnest(${places.join(', ')})`, lists)
    const text = `select row_hash from (${toSql(program, 'postgres', { table: 'persons' })}) of_all order by id`
    const { rows: hashes } = await client.query<[number]>({ text, rowMode: 'array' })
    const out = judgePersons(program, persons)
    expect(hashes.map(([hash]) => hash)).toEqual(persons.map((_, i) => rowOf(program, out, i).at(-1)))
  })
})
