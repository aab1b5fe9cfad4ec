import { expect, it } from 'vitest'
import type { Program } from '#rules'
import {
  type BatchOutput,
  type Columns,
  compileTables,
  encode,
  judgePersons,
  newOutput,
  runTables,
} from '#rules/batch'
import {
  encodePopulation,
  randomPerson,
  randomProgram,
  sampleLaw,
  samplePopulation,
  seeded,
} from '#rules/samples'
import { createMemory, kernelFor, readOutput, writeColumns } from '#rules/wasm'
import { openKernelPool } from './kernel-workers.ts'

async function judgeOnThreads(program: Program, columns: Columns): Promise<BatchOutput> {
  const kernel = kernelFor(program)
  const memory = createMemory(kernel.layout, columns.count)
  writeColumns(kernel.layout, memory, columns)
  const pool = await openKernelPool(kernel, memory, 2)
  try {
    await pool.run(columns.count)
    await pool.run(columns.count)
  } finally {
    await pool.close()
  }
  const out = newOutput(program, columns.count)
  readOutput(kernel.layout, memory, columns.count, out)
  return out
}

it('two threads judge what the reference kernel judges, in several chunks', async () => {
  const program = sampleLaw()
  const columns = encodePopulation(program, samplePopulation(program, 600_000, 5))
  const expected = newOutput(program, columns.count)
  runTables(compileTables(program), columns, 0, columns.count, expected)
  const judged = await judgeOnThreads(program, columns)
  const bytes = (of: typeof judged) =>
    [...of.certain, ...of.possible, ...Object.values(of.low), ...Object.values(of.high)].map((column) =>
      Buffer.from(column.buffer),
    )
  expect(bytes(judged).map((column, index) => column.equals(bytes(expected)[index] as Buffer))).not.toContain(
    false,
  )
})

it('two threads judge what the reference kernel judges under drawn programs', async () => {
  for (let seed = 100; seed < 106; seed++) {
    const draw = seeded(seed)
    const program = randomProgram(draw)
    const persons = Array.from({ length: 50 }, () => randomPerson(draw, program))
    const columns = encode(program, persons.length, (person, fact) => persons[person]?.[fact])
    expect(await judgeOnThreads(program, columns)).toEqual(judgePersons(program, persons))
  }
})
