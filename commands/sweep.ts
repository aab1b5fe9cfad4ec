import { type LocalDate, monthOf, parseDay, parseMonth } from '#calendar'
import { countFindings, type FindingKind, type Principles, readPrinciples, type SweepResult } from '#findings'
import { runSweep } from '#jobs/sweep'
import { today } from '#platform/clock'
import type { Command, CommandArguments, CommandIo } from '#platform/command'
import { readConfig } from '#platform/config'
import { withActor } from '#platform/database'
import { openSystem } from '#platform/system'
import { sweepTexts } from './sweep/texts.ts'

/** `ansinh sweep`: the law over everyone for a month, and what is not right. */
export const command: Command = {
  name: 'sweep',
  summary: {
    vi: 'Quét toàn sổ: áp dụng pháp luật cho mọi người trong một tháng và ghi phát hiện',
    en: 'Run the law over everyone for a month and write the findings',
  },
  usage: 'sweep [--month 2026-11] [--known-on 2026-11-23]',
  options: { month: { type: 'string' }, 'known-on': { type: 'string' } },
  positionals: '',
  run,
}

const machine = { kind: 'system', job: 'sweep' } as const

async function run({ values }: CommandArguments, io: CommandIo): Promise<number> {
  const language = values.lang === 'en' ? 'en' : 'vi'
  const texts = sweepTexts[language]
  const knownOn = values['known-on'] === undefined ? today() : parseDay(String(values['known-on']))
  if (!knownOn) return refuse(io, texts.noSuchDay(String(values['known-on'])))
  const month = values.month === undefined ? monthOf(knownOn) : parseMonth(String(values.month))
  if (!month) return refuse(io, texts.noSuchMonth(String(values.month)))
  if (month < '2021-07') return refuse(io, texts.tooEarly)
  const { run: result, principles, counts } = await sweepNow({ month, knownOn }, values.json === true, io)
  if (values.json) {
    const { tookMs, people } = result
    io.out(JSON.stringify({ month, knownOn, people, tookMs, counts, principles: partsOf(principles) }))
  } else for (const line of texts.result(result, counts, principles)) io.out(line)
  return 0
}

function refuse(io: CommandIo, sentence: string): number {
  io.err(sentence)
  return 2
}

async function sweepNow(
  question: { month: NonNullable<ReturnType<typeof parseMonth>>; knownOn: LocalDate },
  quiet: boolean,
  io: CommandIo,
): Promise<{ run: SweepResult; principles: Principles | undefined; counts: Record<FindingKind, number> }> {
  const system = await openSystem(readConfig(process.env))
  try {
    const began = performance.now()
    const result = await runSweep(system.database, question, {
      elapsedMs: () => performance.now() - began,
      onProgress: ({ done, total, message }) => {
        if (!quiet) io.err(`[${done}/${total}] ${message}`)
      },
    })
    return await withActor(system.database, machine, async (transaction) => ({
      run: result,
      principles: await readPrinciples(transaction, { month: question.month }),
      counts: await countFindings(transaction, { month: question.month }),
    }))
  } finally {
    await system.close()
  }
}

function partsOf(principles: Principles | undefined) {
  if (!principles) return undefined
  const { rightPerson, fullEntitlement, onTime } = principles
  return { rightPerson, fullEntitlement, onTime }
}
