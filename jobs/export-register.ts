import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { LocalDate } from '#calendar'
import { recordChange } from '#platform/audit'
import { BilingualError } from '#platform/bilingual-error'
import { streamCsv } from '#platform/bulk'
import { type Actor, type Database, withActor } from '#platform/database'
import { type Duckdb, openDuckdb, sqlText } from '#platform/duckdb'
import type { Background } from './background.ts'
import { dictionaryJson, dictionaryMarkdown, type OpenFile } from './export-register/dictionary.ts'
import { type OpenTable, openTables } from './export-register/tables.ts'

export type { OpenFile } from './export-register/dictionary.ts'

/** The queue's name of the work that writes the open register. */
export const registerExport = 'exportRegister'

/** An officer who asked for the open register. */
export interface RegisterExportAsked {
  actor: Actor
}

export interface RegisterExport {
  files: OpenFile[]
}

export interface RegisterExportOptions {
  /** Made anew: whatever a killed process left in it goes. */
  folder: string
  /** Under which number the audit log tells of it. */
  id: string
  today: LocalDate
  onProgress?: (progress: { done: number; total: number; message: string }) => Promise<void> | void
  /** Heard between one table and the next. */
  signal?: AbortSignal
}

/** Who may take the whole register out: the province's officers, within their areas; leaders read on the screen. */
export function canExportRegister(actor: Actor): boolean {
  if (actor.kind === 'officer') return actor.role === 'provinceOfficer' && actor.unitUid === 'province'
  return actor.kind === 'system'
}

/** How long the files stay, in hours. */
export const exportKeptHours = 72

/**
 * Writes the register as the actor sees it: one Parquet file a table, a data dictionary beside, and the hashes of all.
 * The audit log says that it began, and what was written. Killed or stopped it leaves nothing that looks whole.
 */
export async function exportRegister(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  options: RegisterExportOptions,
): Promise<RegisterExport> {
  if (!canExportRegister(actor))
    throw new BilingualError({
      vi: 'Chỉ cán bộ cấp tỉnh được xuất toàn bộ sổ quản lý',
      en: 'Only officers of the province may take the whole register out',
    })
  const { folder, id, today } = options
  const by = actor.kind === 'officer' ? actor.name : actor.kind
  const tell = (action: string, details: object) =>
    withActor(database, actor, (transaction) =>
      recordChange(transaction, action, { kind: 'register', id }, { by, ...details }),
    )
  await tell('beginRegisterExport', { on: today })
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const files = await writeAll(database, actor, options)
    await tell('exportRegister', { on: today, files })
    return { files }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function writeAll(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  { folder, today, onProgress, signal }: RegisterExportOptions,
): Promise<OpenFile[]> {
  const rows = new Map<string, number>()
  const duckdb = await openDuckdb({ memoryLimitMb: 512, temporaryDirectory: folder })
  try {
    for (const [done, table] of openTables.entries()) {
      signal?.throwIfAborted()
      await onProgress?.({ done, total: openTables.length, message: `Đang xuất bảng ${table.name}` })
      rows.set(table.name, await writeTable(database, actor, table, { folder, duckdb }))
    }
  } finally {
    duckdb.close()
  }
  await writeFile(join(folder, 'dictionary.json'), dictionaryJson(today, rows), { mode: 0o600 })
  await writeFile(join(folder, 'README.md'), dictionaryMarkdown(today, rows), { mode: 0o600 })
  const names = [...openTables.map(({ name }) => `${name}.parquet`), 'dictionary.json', 'README.md']
  const files: OpenFile[] = []
  for (const name of names)
    files.push(await fileOf(folder, name, rows.get(name.replace('.parquet', '')) ?? 0))
  const sums = files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('')
  await writeFile(join(folder, 'SHA256SUMS'), sums, { mode: 0o600 })
  return [...files, await fileOf(folder, 'SHA256SUMS', 0)]
}

/** Through a CSV on the disk: neither side then holds more than a few thousand rows. Gives the number of rows. */
async function writeTable(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  { name, from, columns }: OpenTable,
  { folder, duckdb }: { folder: string; duckdb: Duckdb },
): Promise<number> {
  const [csv, parquet] = [join(folder, `${name}.csv`), join(folder, `${name}.parquet`)]
  try {
    await withActor(database, actor, async (transaction) => {
      const rows = await streamCsv(
        transaction,
        `select ${columns.map((each) => each.name).join(', ')} from ${from}`,
      )
      await pipeline(rows, createWriteStream(csv, { mode: 0o600 }))
    })
    const types = columns.map((column) => `${sqlText(column.name)}: ${sqlText(column.type)}`).join(', ')
    await duckdb.run(`copy (select * from read_csv(${sqlText(csv)}, header = true, auto_detect = false, delim = ',',
      quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, columns = {${types}}))
      to ${sqlText(parquet)} (format parquet, compression zstd)`)
    await chmod(parquet, 0o600)
    const [counted] = await duckdb.rows<{ rows: number }>(
      `select count(*) as rows from read_parquet(${sqlText(parquet)})`,
    )
    return counted?.rows ?? 0
  } finally {
    await rm(csv, { force: true })
  }
}

async function fileOf(folder: string, name: string, rows: number): Promise<OpenFile> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(join(folder, name)), hash)
  return { name, rows, bytes: (await stat(join(folder, name))).size, sha256: hash.digest('hex') }
}

/** Whether files made at `finishedAt` are past their time at `now`. */
export function isPastKeeping(finishedAt: Date, now: Date): boolean {
  return now.getTime() - finishedAt.getTime() > exportKeptHours * 3_600_000
}

/** Removes what is past its time, and what no finished export stands behind. Gives how many were removed. */
async function clearExports(
  { queue }: Pick<Background, 'queue'>,
  folder: string,
  now: Date,
): Promise<number> {
  let removed = 0
  for (const id of await readdir(folder).catch(() => [])) {
    const job = /^[0-9a-f-]{36}$/.test(id) ? await queue.find(id) : undefined
    const isRunning = job?.state === 'running' || job?.state === 'waiting'
    if (isRunning || (job?.state === 'done' && job.finishedAt && !isPastKeeping(job.finishedAt, now)))
      continue
    await rm(join(folder, id), { recursive: true, force: true })
    removed += 1
  }
  return removed
}

/** Writes what the queue asks for, each in a folder of its own, and removes every night what is past its time. */
export async function workOnRegisterExports(
  { database, queue, today }: Background,
  folder: string,
  now: () => Date,
): Promise<void> {
  await queue.work<RegisterExportAsked>(registerExport, ({ actor }, { id, report, signal }) =>
    exportRegister(database, actor, {
      folder: join(folder, id),
      id,
      today: today(),
      onProgress: report,
      signal,
    }),
  )
  await queue.work('clearExports', async () => ({ removed: await clearExports({ queue }, folder, now()) }))
  await queue.schedule('clearExports', '30 2 * * *', {})
}
