/**
 * The whole of a province judged at once: `node bench/rules/batch.ts [persons]`. The reference kernel, WebAssembly on
 * one and on two threads, and DuckDB with the query generated from the same rules; all must give the same rows.
 */
import type { DuckDBConnection } from '@duckdb/node-api'
import { openKernelPool } from '#platform/kernel-workers'
import { type BatchOutput, compileTables, newOutput, runTables } from '#rules/batch'
import { encodePopulation, sampleLaw, samplePopulation } from '#rules/samples'
import { outputColumns, rowOf, toSql } from '#rules/sql'
import { blocksOf, createMemory, emitKernel, openKernel, readOutput, writeColumns } from '#rules/wasm'
import { duckdbWith } from './duckdb.ts'
import { hold, inMs, measure, printMachine } from './measure.ts'

const count = Number(process.argv[2] ?? 3_400_000)
const program = sampleLaw()
const tables = compileTables(program)
const query = toSql(program, 'duckdb', { table: 'persons' })
/** Masks and tenths: what the kernels compute. Sums keep the answer from leaving the engine. */
const judged = outputColumns(program).filter((name) => !name.includes('_dong_'))

printMachine()
const people = samplePopulation(program, count, 20_250_701)
console.log(
  `${program.grounds.length} grounds, ${tables.columns.length} columns, ${count} persons with unknowns`,
)

const classTimes = await measure(() => void encodePopulation(program, people), { passes: 3, warmUps: 1 })
const columns = encodePopulation(program, people)
console.log(`classes of all columns    ${inMs(classTimes)}`)

const reference = newOutput(program, count)
const plain = await measure(() => runTables(tables, columns, 0, count, reference), { passes: 4, warmUps: 1 })
console.log(`plain TypeScript          ${inMs(plain)}`)

const kernel = emitKernel(tables)
const memory = createMemory(kernel.layout, count)
writeColumns(kernel.layout, memory, columns)
const single = openKernel(new WebAssembly.Module(kernel.bytes), kernel.layout, memory)
const blocks = blocksOf(kernel.layout, count)
const one = await measure(() => single.run(0, blocks), { passes: 25, warmUps: 8 })
console.log(`WebAssembly, 1 thread     ${inMs(one)}  ${((one.wallMs * 1e6) / count).toFixed(1)} ns a person`)
const sameOnOne = isReference(output())
clearResults()

const pool = await openKernelPool(kernel, memory, 2)
const two = await measure(() => pool.run(count), { passes: 25, warmUps: 8 })
await pool.close()
console.log(`WebAssembly, 2 threads    ${inMs(two)}`)
const sameOnTwo = isReference(output())

const duckdb = await duckdbWith(program, people)
const sums = `select ${judged.map((name) => `sum(${name})`).join(', ')} from (${query})`
const sql = await measure(async () => void (await duckdb.runAndReadAll(sums)), { passes: 3, warmUps: 1 })
console.log(`DuckDB, 2 threads         ${inMs(sql)}`)
const sameInSql = (await hashIn(duckdb)) === hashOf(reference)
duckdb.closeSync()

const ratio = sql.cpuMs / one.cpuMs
console.log(`DuckDB ÷ WebAssembly, processor time: ${ratio.toFixed(0)}×`)
console.log(`plain TypeScript ÷ WebAssembly: ${(plain.wallMs / one.wallMs).toFixed(1)}×`)
console.log(`1 thread ÷ 2 threads: ${(one.wallMs / two.wallMs).toFixed(2)}×`)
hold('WebAssembly on 1 thread gives the bits and tenths of the reference kernel', sameOnOne)
hold('WebAssembly on 2 threads gives them too', sameOnTwo)
hold('the rows of DuckDB hash to the same number as those of the kernels', sameInSql)
hold('WebAssembly takes at most 1/30 of the processor time of DuckDB', ratio >= 30)
hold('WebAssembly judges a province in 60 ms on 1 thread', one.wallMs <= 60, false)
hold('WebAssembly judges a province in 35 ms on 2 threads', two.wallMs <= 35, false)

function output(): BatchOutput {
  const out = newOutput(program, count)
  readOutput(kernel.layout, memory, count, out)
  return out
}

/** So that the threads cannot pass with what one thread left behind. */
function clearResults(): void {
  new Uint8Array(memory.buffer, kernel.layout.firstBlock).fill(0)
  writeColumns(kernel.layout, memory, columns)
}

function isReference(out: BatchOutput): boolean {
  const columnsOf = (of: BatchOutput) =>
    [...of.certain, ...of.possible, ...Object.values(of.low), ...Object.values(of.high)].map((each) =>
      Buffer.from(each.buffer),
    )
  const expected = columnsOf(reference)
  return columnsOf(out).every((each, index) => each.equals(expected[index] as Buffer))
}

function hashOf(out: BatchOutput): bigint {
  let sum = 0n
  for (let i = 0; i < count; i++) sum += BigInt(rowOf(program, out, i).at(-1) as number)
  return sum
}

async function hashIn(connection: DuckDBConnection): Promise<bigint> {
  const result = await connection.runAndReadAll(`select sum(row_hash) from (${query})`)
  return BigInt(String(result.getRows()[0]?.[0]))
}
