import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FactValues, Program } from '#rules'
import { type BatchOutput, compileTables, encode, newOutput, runTables } from '#rules/batch'
import {
  fromList,
  personOf,
  randomPerson,
  randomProgram,
  sampleLaw,
  samplePopulation,
  seeded,
} from '#rules/samples'
import { freshDatabase } from '#test/database'
import { outputColumns } from './names.ts'
import { toSql } from './query.ts'
import { rowOf, tableOfPersons } from './rows.ts'

let client: pg.PoolClient

beforeAll(async () => {
  const database = await freshDatabase()
  client = await database.pool.connect()
})

afterAll(() => client.release())

function judge(program: Program, persons: readonly FactValues[]): BatchOutput {
  const out = newOutput(program, persons.length)
  const columns = encode(program, persons.length, (person, fact) => persons[person]?.[fact])
  runTables(compileTables(program), columns, 0, persons.length, out)
  return out
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
          const out = judge(program, persons)
          expect(await answer(program, persons)).toEqual(persons.map((_, i) => rowOf(program, out, i)))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('answer what the kernel says for people drawn at random under the sample rules', async () => {
    const program = sampleLaw()
    const people = samplePopulation(program, 5_000, 11)
    const persons = Array.from({ length: people.count }, (_, person) => personOf(people, person))
    const out = judge(program, persons)
    expect(await answer(program, persons)).toEqual(persons.map((_, i) => rowOf(program, out, i)))
  })
})
