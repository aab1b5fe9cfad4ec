import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { keepFile } from '#intake'
import { workInThread } from '#jobs/list-thread'
import { loadUnits } from '#jobs/units-table'
import { today } from '#platform/clock'
import { readConfig } from '#platform/config'
import { type Database, openDatabase, withActor } from '#platform/database'
import { writeSheet } from '#platform/sheets'
import { openSystem } from '#platform/system'

/**
 * A list of many people from its file to the register: kept, read, tried (every row compared, nothing written) and
 * written with its history, its audit lines and what is needed to take it back; beside it the same people by plain
 * multi-row INSERT into the same tables without reading, matching or any check.
 * `node bench/import.ts [ROWS] [csv|xlsx]` prints, and exits 1 when 100 000 rows take longer or more than allowed.
 */
const targets = { seconds: 30, megabytes: 600, rows: 100_000 }
const machine = { kind: 'system', job: 'bench' } as const

async function measure(rows: number, format: 'csv' | 'xlsx'): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'an-sinh-bench-'))
  chmodSync(home, 0o755)
  const system = await openSystem(readConfig({ DATA_DIR: join(home, 'data') }))
  try {
    console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads`)
    await loadUnits(system.database)
    const path = join(home, `danh-sach.${format}`)
    await writeList(path, rows, format)
    const fileId = await keep(system.database, path, `danh-sach.${format}`)
    // A process of its own, so that its memory is that of importing alone.
    const child = spawn(
      process.execPath,
      [fileURLToPath(import.meta.url), 'import', system.database.url, String(fileId), path],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    )
    const told = once(child, 'message') as Promise<[Told]>
    const [{ seconds, megabytes }] = await told
    await once(child, 'exit')
    judge(rows, seconds, megabytes)
    await insertPlainly(system.database, rows)
  } finally {
    await system.close()
    rmSync(home, { recursive: true, force: true })
  }
}

interface Told {
  seconds: number
  megabytes: number
}

function judge(rows: number, seconds: number, megabytes: number): void {
  console.log(`read + try + write: ${seconds.toFixed(1)} s, ${megabytes} MB at most`)
  if (rows < targets.rows) {
    console.log(`the targets are for ${targets.rows} rows`)
    return
  }
  const allowed = targets.seconds * (rows / targets.rows)
  const isFast = seconds <= allowed
  console.log(`target ${allowed} s: ${isFast ? 'met' : 'MISSED'}`)
  const isSmall = megabytes <= targets.megabytes
  if (rows === targets.rows) console.log(`target ${targets.megabytes} MB: ${isSmall ? 'met' : 'MISSED'}`)
  if (!isFast || (rows === targets.rows && !isSmall)) process.exitCode = 1
}

async function keep(database: Database, path: string, name: string): Promise<number> {
  const began = performance.now()
  const file = await withActor(database, machine, (transaction) =>
    keepFile(transaction, {
      hash: `bench ${Math.random()}`,
      name,
      unitUid: undefined,
      parts: createReadStream(path),
    }),
  )
  console.log(`kept in the database: ${since(began).toFixed(1)} s`)
  return file.id
}

/** Reads, tries and writes as the server does: in a thread, while this one answers pages. */
async function importHere(url: string, fileId: number, path: string): Promise<void> {
  const size = { bytes: statSync(path).size, isPacked: path.endsWith('.xlsx') }
  const server = await findServer(url)
  const cpuBefore = serverSeconds(server)
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const options = { report: async () => {}, signal: new AbortController().signal }
  const at = { fileId, actor: machine }
  const began = performance.now()
  await workInThread(url, { task: { is: 'read', ...at }, today: today(), size }, options)
  const read = since(began)
  const readCpu = { own: ownSeconds(), server: serverSeconds(server) - cpuBefore }
  console.log(
    `read and tried: ${read.toFixed(1)} s, ${peakMegabytes()} MB at most so far; ${processors(readCpu)}`,
  )
  const result = await workInThread(url, { task: { is: 'import', ...at }, today: today(), size }, options)
  const seconds = since(began)
  const allCpu = { own: ownSeconds(), server: serverSeconds(server) - cpuBefore }
  const written = { own: allCpu.own - readCpu.own, server: allCpu.server - readCpu.server }
  console.log(`written: ${(seconds - read).toFixed(1)} s; ${processors(written)}; ${JSON.stringify(result)}`)
  console.log(`both: ${processors(allCpu)}`)
  console.log(
    `the thread of pages waited ${(delay.max / 1e6).toFixed(0)} ms at most, ${(delay.percentile(99) / 1e6).toFixed(0)} ms at the 99th percentile`,
  )
  const told: Told = { seconds, megabytes: peakMegabytes() }
  process.send?.(told, () => process.disconnect?.())
}

function processors({ own, server }: { own: number; server: number }): string {
  return `processor time ${own.toFixed(1)} s here, ${server.toFixed(1)} s in PostgreSQL`
}

function ownSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** The process of the server that all connections belong to. */
async function findServer(url: string): Promise<number> {
  const database = openDatabase(url, { max: 1 })
  const { rows } = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const parent = Number(readFileSync(`/proc/${rows[0]?.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
  await database.close()
  return parent
}

/** Processor time of a server and of all its connections, ended ones too; Linux counts in hundredths. */
function serverSeconds(server: number): number {
  let ticks = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const [parent, ...rest] = (readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1] ?? '')
        .split(' ')
        .slice(1)
      if (Number(name) === server) ticks += sumOf(rest.slice(9, 13))
      else if (Number(parent) === server) ticks += sumOf(rest.slice(9, 11))
    } catch {
      // The process ended while it was looked at: its parent counts it.
    }
  }
  return ticks / 100
}

function sumOf(numbers: readonly string[]): number {
  return numbers.reduce((sum, number) => sum + Number(number), 0)
}

function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

const families = 'Nguyễn Trần Lê Phạm Hoàng Vũ Võ Đặng Bùi Hồ Ngô Vi Lô Cao'.split(' ')
const middles = 'Văn Thị Đình Ngọc Hữu Thanh Minh Xuân Bá Quang'.split(' ')
const givens = 'An Bình Châu Dũng Hòa Hùng Lan Liên Mai Nam Phúc Quế Sơn Tuyết Yến Khăm'.split(' ')
const headings =
  'STT,Họ và tên,Ngày sinh,Giới tính,Số định danh,Xã,Thôn xóm,Mã hộ,Hộ nghèo,Mức độ khuyết tật,Nhóm đối tượng,Số tiền,Hưởng từ tháng'.split(
    ',',
  )

/** The same people for the same number, on every machine. */
function personAt(index: number): string[] {
  const chance = Math.imul(index, 2_654_435_761) >>> 0
  const year = 1930 + ((index * 7_919) % 90)
  const of = (words: readonly string[], shift: number) => words[(chance >>> shift) % words.length] ?? ''
  const male = chance % 2 === 0
  const century = year >= 2000 ? (male ? 2 : 3) : male ? 0 : 1
  const day = `${1 + ((chance >>> 3) % 28)}/${1 + ((chance >>> 9) % 12)}/${year}`
  const number = `040${century}${String(year).slice(2)}${String((index + 1) % 1_000_000).padStart(6, '0')}`
  return [
    String(index + 1),
    `${of(families, 1)} ${of(middles, 4)} ${of(givens, 8)} ${of(givens, 14)}`,
    day,
    male ? 'Nam' : 'Nữ',
    number,
    'Phường Vinh Phú',
    `Khối ${index % 9}`,
    `H${index >> 2}`,
    'nghèo',
    'nặng',
    'K6',
    '750000',
    '06/2026',
  ]
}

async function writeList(path: string, rows: number, format: 'csv' | 'xlsx'): Promise<void> {
  function* people() {
    for (let index = 0; index < rows; index += 1) yield personAt(index)
  }
  function* lines() {
    yield `${headings.join(',')}\n`
    for (const person of people()) yield `${person.join(',')}\n`
  }
  const columns = headings.map((heading) => ({ heading, kind: 'text' as const }))
  const body =
    format === 'csv'
      ? Readable.from(lines())
      : Readable.fromWeb(writeSheet({ name: 'Danh sách', columns, rows: people() }) as never)
  await pipeline(body, createWriteStream(path))
  console.log(`${rows} rows, ${(readFileSync(path).length / 1e6).toFixed(1)} MB of ${format}`)
}

/** The peer: the same values by INSERT of a thousand rows each, into tables of the same names and keys. */
async function insertPlainly(database: Database, rows: number): Promise<void> {
  const began = performance.now()
  const batch = 1_000
  await withActor(database, machine, async (transaction) => {
    const { rows: top } = await sql<{ id: number }>`select max(id) as id from registry.person`.execute(
      transaction,
    )
    const first = (top[0]?.id ?? 0) + 1
    for (let from = 0; from < rows; from += batch) {
      const people = Array.from({ length: Math.min(batch, rows - from) }, (_, at) => personAt(from + at))
      await sql`insert into registry.person (id, name, name_folded, sex, unit_uid, village, origin) values ${sql.join(
        people.map(
          ([, name, , , , , village], at) =>
            sql`(${first + from + at}, ${name}, ${name}, 'male', '16702@2025-07-01', ${village}, 'bench')`,
        ),
      )}`.execute(transaction)
      const each = (values: (id: number) => ReturnType<typeof sql>) =>
        sql.join(people.map((_, at) => values(first + from + at)))
      await sql`insert into registry.residence (person_id, unit_uid, valid, origin)
        values ${each((id) => sql`(${id}, '16702@2025-07-01', '[2026-06-01,)', 'bench')`)}`.execute(
        transaction,
      )
      await sql`insert into registry.fact (person_id, key, value, valid, origin)
        values ${each(
          (id) => sql`(${id}, 'poverty', 'poor', '[2026-06-01,)', 'bench'),
          (${id}, 'disability', 'severe', '[2026-06-01,)', 'bench')`,
        )}`.execute(transaction)
      await sql`insert into awards.award (person_id, benefit, category, amount_dong, valid, origin)
        values ${each((id) => sql`(${id}, 'socialAllowance', 'K6', 750000, '[2026-06-01,)', 'bench')`)}`.execute(
        transaction,
      )
    }
  })
  console.log(
    `peer, the same people by plain INSERT (no file, households, matching, history of the list): ${since(began).toFixed(1)} s`,
  )
}

function since(start: number): number {
  return (performance.now() - start) / 1000
}

if (process.argv[2] === 'import')
  await importHere(process.argv[3] ?? '', Number(process.argv[4]), process.argv[5] ?? '')
else await measure(Number(process.argv[2] ?? targets.rows), process.argv[3] === 'xlsx' ? 'xlsx' : 'csv')
