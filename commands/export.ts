import { randomUUID } from 'node:crypto'
import { mkdir, readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { canExportRegister, exportRegister } from '#jobs/export-register'
import { today } from '#platform/clock'
import type { Command, CommandArguments, CommandIo } from '#platform/command'
import { readConfig } from '#platform/config'
import type { Actor, Database } from '#platform/database'
import { findOfficerNamed } from '#platform/officers'
import { actorOf } from '#platform/sessions'
import { openSystem } from '#platform/system'
import { type ExportTexts, exportTexts } from './export/texts.ts'

/** `ansinh export register`: the whole register as open files, one Parquet a table. */
export const command: Command = {
  name: 'export',
  summary: {
    vi: 'Xuất sổ quản lý thành dữ liệu mở (Parquet), có từ điển dữ liệu',
    en: 'Write the register as open data (Parquet) with its dictionary',
  },
  usage: 'export register --out DIR [--as OFFICER]',
  options: { out: { type: 'string' }, as: { type: 'string' } },
  positionals: 'register',
  run,
}

async function run({ values, positionals }: CommandArguments, io: CommandIo): Promise<number> {
  const texts = exportTexts[values.lang === 'en' ? 'en' : 'vi']
  const [what, ...others] = positionals
  if (what !== 'register' || others.length > 0 || typeof values.out !== 'string') {
    io.err(texts.usage)
    return 2
  }
  const folder = resolve(values.out)
  if (!(await isEmptyFolder(folder))) {
    io.err(texts.notEmpty(folder))
    return 1
  }
  const system = await openSystem(readConfig(process.env))
  try {
    const actor = await actorNamed(system.database, values.as, texts, io)
    if (!actor) return 1
    const { files } = await exportRegister(system.database, actor, {
      folder,
      id: randomUUID(),
      today: today(),
      onProgress: ({ message }) => {
        if (!values.json) io.err(message)
      },
    })
    if (values.json) io.out(JSON.stringify({ folder, files }))
    else for (const file of files) io.out(texts.file(file))
    return 0
  } finally {
    await system.close()
  }
}

/** What is in a folder already would be mixed up with the files, or lost. */
async function isEmptyFolder(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return (await readdir(folder)).length === 0
}

/** The officer named, when they may; without a name the machine, whose line in the log says so. */
async function actorNamed(
  database: Database,
  name: string | boolean | undefined,
  texts: ExportTexts,
  io: CommandIo,
): Promise<Actor | undefined> {
  if (typeof name !== 'string') return { kind: 'system', job: 'export' }
  const officer = await findOfficerNamed(database, name)
  if (!officer) io.err(texts.noOfficer(name))
  else if (canExportRegister(actorOf(officer))) return actorOf(officer)
  else io.err(texts.mayNot(officer.name))
  return undefined
}
