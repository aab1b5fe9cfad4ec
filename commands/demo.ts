import { loadDemonstration } from '#jobs/demonstration'
import { today } from '#platform/clock'
import type { Command, CommandArguments, CommandIo } from '#platform/command'
import { readConfig } from '#platform/config'
import { openSystem } from '#platform/system'

/** `ansinh demo`: a synthetic province of any size in an empty register. */
export const command: Command = {
  name: 'demo',
  summary: {
    vi: 'Nạp một tỉnh mẫu (người không có thật) vào sổ trống, rồi quét tháng này',
    en: 'Load a synthetic province into an empty register and sweep this month',
  },
  usage: 'demo [--people 20000] [--seed 1]',
  options: { people: { type: 'string' }, seed: { type: 'string' } },
  positionals: '',
  run,
}

const peopleMax = 5_000_000
const wholeNumber = /^\d{1,9}$/

const texts = {
  vi: {
    badPeople: `--people phải là số nguyên từ 1 đến ${peopleMax}`,
    badSeed: '--seed phải là số nguyên không âm',
    done: (people: number, planted: number, ms: number) =>
      `Đã nạp ${people} người, cài ${planted} sai sót để quét tìm, trong ${ms} ms`,
  },
  en: {
    badPeople: `--people must be a whole number from 1 to ${peopleMax}`,
    badSeed: '--seed must be a whole number, 0 or more',
    done: (people: number, planted: number, ms: number) =>
      `Loaded ${people} people with ${planted} planted findings in ${ms} ms`,
  },
} as const

async function run({ values }: CommandArguments, io: CommandIo): Promise<number> {
  const said = texts[values.lang === 'en' ? 'en' : 'vi']
  const [people, seed] = [String(values.people ?? 20_000), String(values.seed ?? 1)]
  if (!wholeNumber.test(people) || Number(people) < 1 || Number(people) > peopleMax) {
    io.err(said.badPeople)
    return 2
  }
  if (!wholeNumber.test(seed)) {
    io.err(said.badSeed)
    return 2
  }
  const system = await openSystem(readConfig(process.env))
  try {
    const began = performance.now()
    const elapsedMs = () => performance.now() - began
    const { planted } = await loadDemonstration({
      database: system.database,
      people: Number(people),
      seed: Number(seed),
      today: today(),
      elapsedMs,
      onProgress: ({ done, total, message }) => {
        if (!values.json) io.err(`[${done}/${total}] ${message}`)
      },
    })
    const tookMs = Math.round(elapsedMs())
    if (values.json)
      io.out(JSON.stringify({ people: Number(people), seed: Number(seed), tookMs, planted: planted.length }))
    else io.out(said.done(Number(people), planted.length, tookMs))
    return 0
  } finally {
    await system.close()
  }
}
