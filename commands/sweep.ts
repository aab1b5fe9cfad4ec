import { type LocalDate, type Month, monthOf, parseDay, parseMonth } from '#calendar'
import { countFindings, type Principles, readPrinciples, type SweepResult } from '#findings'
import { runSweep } from '#jobs/sweep'
import { today } from '#platform/clock'
import type { Command, CommandArguments, CommandIo } from '#platform/command'
import { readConfig } from '#platform/config'
import { type Database, withActor } from '#platform/database'
import { openSystem } from '#platform/system'
import { printFindings } from './sweep/list.ts'
import { sweepTexts } from './sweep/texts.ts'

/** `ansinh sweep`: the law over everyone for a month, and what is not right. */
export const command: Command = {
  name: 'sweep',
  summary: {
    vi: 'Quét toàn sổ: áp dụng pháp luật cho mọi người trong một tháng và ghi phát hiện',
    en: 'Run the law over everyone for a month and write the findings',
  },
  usage: 'sweep [--month 2026-11] [--known-on 2026-11-23] [--changed] [--list]',
  options: {
    month: { type: 'string' },
    'known-on': { type: 'string' },
    changed: { type: 'boolean' },
    list: { type: 'boolean' },
  },
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
  const system = await openSystem(readConfig(process.env))
  try {
    const mode = values.changed === true ? 'changed' : 'whole'
    const question = { month, knownOn }
    const result = await sweepNow(system.database, question, { mode, quiet: values.json === true, io })
    await withActor(system.database, machine, async (transaction) => {
      const principles = await readPrinciples(transaction, { month })
      const counts = await countFindings(transaction, { month })
      const { tookMs, people, mode: made, judged, because } = result
      if (values.json)
        io.out(
          JSON.stringify({
            ...question,
            people,
            tookMs,
            mode: made,
            judged,
            because,
            counts,
            principles: partsOf(principles),
          }),
        )
      else for (const line of texts.result(result, counts, principles)) io.out(line)
      if (values.list) await printFindings(transaction, month, { json: values.json === true, language, io })
    })
  } finally {
    await system.close()
  }
  return 0
}

function refuse(io: CommandIo, sentence: string): number {
  io.err(sentence)
  return 2
}

function sweepNow(
  database: Database,
  question: { month: Month; knownOn: LocalDate },
  { mode, quiet, io }: { mode: 'whole' | 'changed'; quiet: boolean; io: CommandIo },
): Promise<SweepResult> {
  const began = performance.now()
  return runSweep(database, question, {
    mode,
    elapsedMs: () => performance.now() - began,
    onProgress: ({ done, total, message }) => {
      if (!quiet) io.err(`[${done}/${total}] ${message}`)
    },
  })
}

function partsOf(principles: Principles | undefined) {
  if (!principles) return undefined
  const { rightPerson, fullEntitlement, onTime } = principles
  return { rightPerson, fullEntitlement, onTime }
}
