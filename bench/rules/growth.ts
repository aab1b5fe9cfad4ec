/** What a ground costs as the law grows from 40 grounds to 480: `node bench/rules/growth.ts [persons]`. */
import { compileTables, newOutput, runTables } from '#rules/batch'
import { encodePopulation, sampleLaw, samplePopulation } from '#rules/samples'
import { blocksOf, createMemory, emitKernel, openKernel, writeColumns } from '#rules/wasm'
import { hold, measure, printMachine } from './measure.ts'

const count = Number(process.argv[2] ?? 400_000)

printMachine()
console.log(`${count} persons; ns a person for every 40 grounds`)
const costs: { grounds: number; wasm: number }[] = []
for (const copies of [1, 2, 4, 8, 12]) {
  const program = sampleLaw(copies)
  const tables = compileTables(program)
  const columns = encodePopulation(program, samplePopulation(program, count, 40))
  const out = newOutput(program, count)
  const plain = await measure(() => runTables(tables, columns, 0, count, out), { passes: 2, warmUps: 1 })
  const kernel = emitKernel(tables)
  const memory = createMemory(kernel.layout, count)
  writeColumns(kernel.layout, memory, columns)
  const running = openKernel(new WebAssembly.Module(kernel.bytes), kernel.layout, memory)
  const blocks = blocksOf(kernel.layout, count)
  const fast = await measure(() => running.run(0, blocks), { passes: 15, warmUps: 10 })
  const [wasm, typescript] = [fast, plain].map(({ wallMs }) => (wallMs * 1e6) / count / copies) as [
    number,
    number,
  ]
  costs.push({ grounds: program.grounds.length, wasm })
  console.log(
    `${String(program.grounds.length).padStart(4)} grounds: WebAssembly ${wasm.toFixed(1).padStart(5)}` +
      `  plain TypeScript ${typescript.toFixed(0).padStart(4)}  (${kernel.bytes.length} bytes of module)`,
  )
}
const growth = (costs.at(-1)?.wasm as number) / (costs[0]?.wasm as number)
console.log(`480 grounds ÷ 40 grounds, for every ground: ${growth.toFixed(2)}×`)
hold('a ground costs at most 1.5 times as much among 480 as among 40', growth <= 1.5)
