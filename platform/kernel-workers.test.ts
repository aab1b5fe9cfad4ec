import { expect, it } from 'vitest'
import { compileTables, newOutput, runTables } from '#rules/batch'
import { encodePopulation, sampleLaw, samplePopulation } from '#rules/samples'
import { createMemory, kernelFor, readOutput, writeColumns } from '#rules/wasm'
import { openKernelPool } from './kernel-workers.ts'

it('two threads judge what the reference kernel judges, in several chunks', async () => {
  const program = sampleLaw()
  const columns = encodePopulation(program, samplePopulation(program, 1_100_000, 5))
  const expected = newOutput(program, columns.count)
  runTables(compileTables(program), columns, 0, columns.count, expected)
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
  const judged = newOutput(program, columns.count)
  readOutput(kernel.layout, memory, columns.count, judged)
  const bytes = (of: typeof judged) =>
    [...of.certain, ...of.possible, ...Object.values(of.low), ...Object.values(of.high)].map((column) =>
      Buffer.from(column.buffer),
    )
  expect(bytes(judged).map((column, index) => column.equals(bytes(expected)[index] as Buffer))).not.toContain(
    false,
  )
})
