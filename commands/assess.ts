import { readFile } from 'node:fs/promises'
import { firstDayOf, type LocalDate, type Month, parseDay, parseMonth } from '#calendar'
import { assessCase } from '#law/assessment'
import { dayText } from '#law/wording'
import { today } from '#platform/clock'
import type { Command, CommandArguments, CommandIo } from '#platform/command'
import { textOf } from './assess/print.ts'
import { firstMonth, readCase } from './assess/read-case.ts'
import { reportOn } from './assess/report.ts'
import { assessTexts } from './assess/texts.ts'

/** `ansinh assess`: one household by the law of a month, with amounts, articles, reasons and what is missing. */
export const command: Command = {
  name: 'assess',
  summary: {
    vi: 'Xét một hồ sơ: được hưởng gì trong tháng, vì sao, còn thiếu gì',
    en: 'Assess one case: what is due in a month, why, and what is missing',
  },
  usage: 'assess FILE.json --month 2026-11 [--known-on 2026-11-22]',
  options: { month: { type: 'string' }, 'known-on': { type: 'string' } },
  positionals: 'FILE.json',
  run: async (args, io) => run(args, io),
}

async function run({ values, positionals }: CommandArguments, io: CommandIo): Promise<number> {
  const lang = values.lang === 'en' ? 'en' : 'vi'
  const asked = askedFor(values, lang)
  const path = positionals[0]
  if (path === undefined) return refuse(io, assessTexts[lang].noFile)
  if (typeof asked === 'string') return refuse(io, asked)
  const written = await readJson(path, lang)
  if ('problem' in written) {
    io.err(written.problem)
    return 1
  }
  const read = readCase(written.json)
  if (!read.ok) {
    if (values.json === true) io.out(JSON.stringify({ problems: read.problems }))
    for (const each of read.problems) io.err(assessTexts[lang].problem(each))
    return 1
  }
  const report = reportOn(assessCase(read.case, asked), lang)
  if (values.json === true) io.out(JSON.stringify(report))
  else for (const line of textOf(report, lang)) io.out(line)
  return 0
}

/** The month and the day of knowledge, or one sentence on what is wrong with them. */
function askedFor(
  values: CommandArguments['values'],
  lang: 'vi' | 'en',
): { month: Month; knownOn: LocalDate } | string {
  const say = assessTexts[lang]
  if (typeof values.month !== 'string') return say.noMonth
  const month = parseMonth(values.month)
  if (!month) return say.noSuchMonth(values.month)
  if (month < firstMonth) return say.tooEarly(firstMonth)
  const day = values['known-on']
  if (typeof day !== 'string') return { month, knownOn: today() }
  const knownOn = parseDay(day)
  if (!knownOn) return say.noSuchDay(day)
  return knownOn < firstDayOf(firstMonth)
    ? say.knownTooEarly(dayText(firstDayOf(firstMonth)))
    : { month, knownOn }
}

function refuse(io: CommandIo, sentence: string): number {
  io.err(sentence)
  return 2
}

async function readJson(path: string, lang: 'vi' | 'en'): Promise<{ json: unknown } | { problem: string }> {
  const say = assessTexts[lang]
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return { problem: say.cannotRead(path) }
  try {
    // Some editors put a byte order mark in front.
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return { problem: say.notJson(path, error instanceof Error ? error.message : String(error)) }
  }
}
