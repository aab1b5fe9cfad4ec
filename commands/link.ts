import { countsOf, type PairCounts, type Run, tallyPairs } from '#deduplication'
import { searchDuplicates } from '#jobs/link-records'
import { now, today } from '#platform/clock'
import type { Command, CommandArguments, CommandIo } from '#platform/command'
import { readConfig } from '#platform/config'
import { type Database, withActor } from '#platform/database'
import { openSystem } from '#platform/system'
import { linkTexts } from './link/texts.ts'

/** `ansinh link`: searches the register for people recorded twice. */
export const command: Command = {
  name: 'link',
  summary: {
    vi: 'Tìm những hồ sơ có thể của cùng một người, để cán bộ quyết định',
    en: 'Search for records that may be of one person, for officers to decide',
  },
  usage: 'link [--full | --new] [--train]',
  options: { full: { type: 'boolean' }, new: { type: 'boolean' }, train: { type: 'boolean' } },
  positionals: '',
  run,
}

const machine = { kind: 'system', job: 'linkRecords' } as const

async function run({ values }: CommandArguments, io: CommandIo): Promise<number> {
  const texts = linkTexts[values.lang === 'en' ? 'en' : 'vi']
  if (values.new && (values.full || values.train)) {
    io.err(texts.oneMode)
    return 2
  }
  const system = await openSystem(readConfig(process.env))
  try {
    const found = await search(system.database, values, io)
    if (values.json) io.out(JSON.stringify({ ...found.run, counts: found.counts }))
    else for (const line of texts.result(found.run, found.counts)) io.out(line)
  } finally {
    await system.close()
  }
  return 0
}

async function search(
  database: Database,
  values: CommandArguments['values'],
  io: CommandIo,
): Promise<{ run: Run; counts: PairCounts }> {
  const began = performance.now()
  const run = await searchDuplicates(database, {
    mode: values.new ? 'new' : 'full',
    today: today(),
    at: now(),
    ...(values.train ? { retrain: true } : {}),
    elapsedMs: () => performance.now() - began,
    onProgress: ({ done, total, message }) => {
      if (!values.json) io.err(`[${done}/${total}] ${message}`)
    },
  })
  return {
    run,
    counts: countsOf(await withActor(database, machine, (transaction) => tallyPairs(transaction))),
  }
}
