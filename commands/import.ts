import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type LocalDate, lastDayOf, type Month } from '#calendar'
import { parseListMonth, printedReading, type ReadFile, readListFile } from '#intake'
import { type ImportResult, importInTurn, tryImport } from '#jobs/import-list'
import { loadUnits } from '#jobs/units-table'
import { standardOn } from '#law/social-assistance'
import { today } from '#platform/clock'
import type { Command, CommandArguments, CommandIo } from '#platform/command'
import { readConfig } from '#platform/config'
import { UnreadableSheet } from '#platform/sheets'
import { openSystem } from '#platform/system'
import { type ImportTexts, importTexts } from './import/texts.ts'

/** `ansinh import`: a list of people into the register, or with `--dry-run` what it would do. */
export const command: Command = {
  name: 'import',
  summary: {
    vi: 'Nhập danh sách đối tượng từ Excel hoặc CSV vào sổ quản lý',
    en: 'Bring a list of people from Excel or CSV into the register',
  },
  usage: 'import FILE.xlsx [--month MM/YYYY] [--dry-run]',
  options: { 'dry-run': { type: 'boolean' }, month: { type: 'string' } },
  positionals: 'FILE.xlsx',
  run,
}

const machine = { kind: 'system', job: 'import' } as const

async function run({ values, positionals }: CommandArguments, io: CommandIo): Promise<number> {
  const language = values.lang === 'en' ? 'en' : 'vi'
  const texts = importTexts[language]
  const [path] = positionals
  if (path === undefined || positionals.length > 1) {
    io.err(texts.oneFile)
    return 2
  }
  const on = today()
  const month = typeof values.month === 'string' ? parseListMonth(values.month) : undefined
  if (values.month !== undefined && month === undefined) {
    io.err(texts.notAMonth(String(values.month)))
    return 2
  }
  const file = await read(path, { on, month }, texts, io)
  if (!file) return 1
  const isList = !file.reading.problems.some(
    ({ code }) => code === 'noHeadings' || code === 'listsSideBySide',
  )
  if (values['dry-run'] && values.json) {
    io.out(JSON.stringify({ file: basename(path), ...printedReading(file.reading) }))
    return isList ? 0 : 1
  }
  if (!isList) {
    for (const problem of file.reading.problems) io.err(texts.problem(problem))
    return 1
  }
  if (file.reading.month === undefined) {
    io.err(texts.noMonth)
    return 1
  }
  if (!values.json) printReading(file, texts, io)
  const result = await write(
    path,
    file,
    { dryRun: values['dry-run'] === true, quiet: values.json === true, texts },
    io,
  )
  if (values.json) io.out(JSON.stringify(result))
  else for (const line of texts.result(result, values['dry-run'] === true, file.reading)) io.out(line)
  return 0
}

async function read(
  path: string,
  { on, month }: { on: LocalDate; month: Month | undefined },
  texts: ImportTexts,
  io: CommandIo,
): Promise<ReadFile | undefined> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch {
    io.err(texts.noFile(path))
    return undefined
  }
  try {
    return await readListFile(bytes, basename(path), {
      today: on,
      standardOn: (of) => knownStandard(of, on),
      ...(month === undefined ? {} : { month }),
    })
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error
    io.err(texts.unreadable(path, error))
    return undefined
  }
}

/** The standard of those who were receiving in a month; before the first one encoded there is none to compare with. */
function knownStandard(month: Month, on: LocalDate): number | undefined {
  const knownOn = on > lastDayOf(month) ? on : lastDayOf(month)
  return month < '2015-01' ? undefined : standardOn({ month, knownOn, recipient: true })
}

function printReading({ reading }: ReadFile, texts: ImportTexts, io: CommandIo): void {
  io.out(texts.read(reading))
  for (const problem of reading.problems) io.out(`  ${texts.problem(problem)}`)
}

interface Writing {
  dryRun: boolean
  quiet: boolean
  texts: ImportTexts
}

async function write(
  path: string,
  { reading, fileHash }: ReadFile,
  { dryRun, quiet, texts }: Writing,
  io: CommandIo,
): Promise<ImportResult> {
  const system = await openSystem(readConfig(process.env))
  try {
    await loadUnits(system.database)
    const list = { fileName: basename(path), fileHash, reading }
    if (dryRun) return await tryImport(system.database, machine, list, { today: today() })
    return await importInTurn(system.database, machine, list, {
      today: today(),
      onProgress: ({ done, total }) => {
        if (!quiet) io.err(texts.progress(done, total))
      },
    })
  } finally {
    await system.close()
  }
}
