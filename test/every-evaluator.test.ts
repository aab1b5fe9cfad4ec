import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { programFor } from '#law/social-assistance'
import { explain, type FactValues, type Program } from '#rules'
import { encode, foldAmounts, judgePersons } from '#rules/batch'
import { assertSound } from '#rules/checks'
import { everyPersonOf, randomPerson, seeded } from '#rules/samples'
import { outputColumns, rowOf, tableOfPersons, toSql } from '#rules/sql'
import { kernelFor, runKernel } from '#rules/wasm'
import { freshDatabase } from '#test/database'

/** The law in force at its turning points, for new people and for those already receiving. */
const moments = [
  { month: month('2021-06'), knownOn: day('2021-07-15'), recipient: false },
  { month: month('2021-07'), knownOn: day('2021-08-15'), recipient: false },
  { month: month('2024-07'), knownOn: day('2024-08-15'), recipient: false },
  { month: month('2025-07'), knownOn: day('2025-08-15'), recipient: false },
  { month: month('2026-07'), knownOn: day('2026-11-15'), recipient: true },
  { month: month('2026-11'), knownOn: day('2026-11-30'), recipient: false },
  { month: month('2026-11'), knownOn: day('2026-11-30'), recipient: true },
]

function peopleOf(program: Program, count: number, seed: number): FactValues[] {
  const draw = seeded(seed)
  return Array.from({ length: count }, () => randomPerson(draw, program))
}

function columnsFor(program: Program, people: readonly FactValues[]) {
  return encode(program, people.length, (person, fact) => people[person]?.[fact])
}

describe.each(moments)('the law of $month, recipient $recipient', (moment) => {
  const program = programFor(moment)

  it('contradicts itself for nobody and leaves nobody out', () => {
    expect(() => assertSound(program)).not.toThrow()
  })

  it('gives the same đồng explained and judged in columns, for thousands of people', () => {
    const people = peopleOf(program, 2_000, 21)
    const out = judgePersons(program, people)
    people.forEach((facts, i) => {
      const explained = [...explain(program, facts).benefits].map(([id, verdict]) => [id, verdict.amountDong])
      const folded = [...foldAmounts(program, out, i)].map(([id, { amount }]) => [id, amount])
      expect(folded, JSON.stringify(facts)).toEqual(explained)
    })
  })

  it('gives the same bits and tenths in WebAssembly', () => {
    const people = peopleOf(program, 10_000, 22)
    expect(runKernel(kernelFor(program), program, columnsFor(program, people))).toEqual(
      judgePersons(program, people),
    )
  })

  it('gives the same rows in PostgreSQL and DuckDB', async () => {
    const people = peopleOf(program, 1_000, 23)
    const out = judgePersons(program, people)
    const expected = people.map((_, i) => rowOf(program, out, i))
    expect(await inPostgres(program, people)).toEqual(expected)
    expect(await inDuckdb(program, people)).toEqual(expected)
  })
})

it('every combination of classes that a ground of today reads gives one answer in three evaluators', () => {
  const program = programFor({ month: month('2026-11'), knownOn: day('2026-11-30'), recipient: false })
  const people = program.grounds.flatMap((ground) => everyPersonOf(program, ground.id))
  const out = judgePersons(program, people)
  expect(runKernel(kernelFor(program), program, columnsFor(program, people))).toEqual(out)
  const differing = people.filter((facts, i) => {
    const explained = [...explain(program, facts).benefits.values()].map(({ amountDong }) => amountDong)
    const folded = [...foldAmounts(program, out, i).values()].map(({ amount }) => amount)
    return explained.some(
      ({ low, high }, place) => low !== folded[place]?.low || high !== folded[place]?.high,
    )
  })
  expect(people.length).toBeGreaterThan(50_000)
  expect(differing.slice(0, 3)).toEqual([])
})

const database = await freshDatabase()
const instance = await DuckDBInstance.create(':memory:', { threads: '2' })

async function inPostgres(program: Program, people: readonly FactValues[]): Promise<number[][]> {
  const client = await database.pool.connect()
  try {
    await client.query('drop table if exists persons')
    for (const statement of tableOfPersons(program, 'postgres', 'persons', people))
      await client.query(statement)
    const text = `select * from (${toSql(program, 'postgres', { table: 'persons' })}) of_all order by id`
    const { fields, rows } = await client.query<number[]>({ text, rowMode: 'array' })
    expect(fields.map((field) => field.name)).toEqual(['id', ...outputColumns(program), 'row_hash'])
    return rows
  } finally {
    client.release()
  }
}

async function inDuckdb(program: Program, people: readonly FactValues[]): Promise<number[][]> {
  const duckdb = await instance.connect()
  await duckdb.run('drop table if exists persons')
  for (const statement of tableOfPersons(program, 'duckdb', 'persons', people)) await duckdb.run(statement)
  const query = `select * from (${toSql(program, 'duckdb', { table: 'persons' })}) order by id`
  return (await duckdb.runAndReadAll(query)).getRows().map((row) => row.map(Number))
}
