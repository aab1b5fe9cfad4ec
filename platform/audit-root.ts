import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type LocalDate, parseDay } from '#calendar'
import { sealAudit, verifyAudit } from './audit.ts'
import { type Database, type Transaction, withActor } from './database.ts'

/** What is told of the audit log on a day: enough to show later that nothing before it was rewritten. */
export interface AuditRoot {
  day: LocalDate
  /** The newest seal, how many lines the log had up to it, and its hash over them and all seals before. */
  seal: number
  lines: number
  hash: string
  /** The root of the day before it; zeros for the first. */
  previousRoot: string
  /** `rootOf` the rest. */
  root: string
}

const machine = { kind: 'system', job: 'publishAuditRoot' } as const
const zeros = '0'.repeat(64)

/** SHA-256, in hexadecimal, of the day, seal, lines, hash and root before, each on a line of its own. */
export function rootOf({ day, seal, lines, hash, previousRoot }: Omit<AuditRoot, 'root'>): string {
  const text = [day, seal, lines, hash, previousRoot].map((each) => `${each}\n`).join('')
  return createHash('sha256').update(text).digest('hex')
}

/** Seals the log and tells its newest seal, once a day; undefined when it was told or nothing was ever logged. */
export async function publishAuditRoot(
  database: Database,
  { today }: { today: LocalDate },
): Promise<AuditRoot | undefined> {
  await sealAudit(database)
  return withActor(database, machine, async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext('platform.audit_root'))`.execute(transaction)
    const [last] = await listAuditRoots(transaction, { limit: 1 })
    const newest = (await readSeals(transaction)).at(-1)
    if (!newest || (last && last.day >= today)) return undefined
    const told = { day: today, ...newest, previousRoot: last?.root ?? zeros }
    const root = { ...told, root: rootOf(told) }
    await sql`insert into platform.audit_root (day, seal, lines, hash, previous_root, root)
      values (${today}, ${root.seal}, ${root.lines}, decode(${root.hash}, 'hex'), decode(${root.previousRoot}, 'hex'),
        decode(${root.root}, 'hex'))`.execute(transaction)
    return root
  })
}

/** The roots that were told, the newest first. Asks for nobody: everybody may read them. */
export async function listAuditRoots(
  connection: Pick<Transaction, 'getExecutor'>,
  { limit = 100_000 }: { limit?: number } = {},
): Promise<AuditRoot[]> {
  const { rows } = await sql<AuditRoot>`select day, seal, lines, encode(hash, 'hex') as hash,
      encode(previous_root, 'hex') as "previousRoot", encode(root, 'hex') as root
    from platform.audit_root order by day desc limit ${limit}`.execute(connection as Database['query'])
  return rows
}

/** Why a log is not the one that was told: the copy itself is damaged, lines or seals differ, or the end is gone. */
export type RootProblem = 'copyDamaged' | 'linesChanged' | 'rewritten' | 'cutOff'

export type RootVerification =
  | { ok: true; roots: number; seals: number; lines: number }
  /** `day` is the first root that differs; undefined: what differs came after the last of them. */
  | { ok: false; because: RootProblem; day: LocalDate | undefined; seal: number }

/** Computes the log anew and compares it with roots that were kept elsewhere, the oldest first. */
export async function verifyAgainstRoots(
  database: Database,
  roots: readonly AuditRoot[],
): Promise<RootVerification> {
  const verified = await verifyAudit(database)
  const seals = await withActor(database, machine, readSeals)
  const brokenFrom = verified.ok ? Number.POSITIVE_INFINITY : verified.seal
  for (const root of roots.toSorted((one, other) => one.day.localeCompare(other.day))) {
    const because = problemOf(root, { seal: seals[root.seal - 1], brokenFrom })
    if (because) return { ok: false, because, day: root.day, seal: root.seal }
  }
  if (!verified.ok) return { ok: false, because: 'linesChanged', day: undefined, seal: verified.seal }
  return { ok: true, roots: roots.length, seals: verified.seals, lines: verified.lines }
}

function problemOf(
  root: AuditRoot,
  { seal, brokenFrom }: { seal: SealSoFar | undefined; brokenFrom: number },
): RootProblem | undefined {
  if (rootOf(root) !== root.root) return 'copyDamaged'
  if (root.seal >= brokenFrom) return 'linesChanged'
  if (!seal) return 'cutOff'
  return seal.hash === root.hash && seal.lines === root.lines ? undefined : 'rewritten'
}

interface SealSoFar {
  seal: number
  lines: number
  hash: string
}

/** Every seal with the lines of the log up to it, in order. */
async function readSeals(transaction: Transaction): Promise<SealSoFar[]> {
  const { rows } =
    await sql<SealSoFar>`select number as seal, (sum(lines) over (order by number))::bigint as lines,
      encode(hash, 'hex') as hash from platform.audit_seal order by number`.execute(transaction)
  return rows
}

/** Roots as the public file has them; undefined when the text holds none. */
export function parseAuditRoots(text: string): AuditRoot[] | undefined {
  try {
    const { roots } = JSON.parse(text) as { roots?: unknown }
    return Array.isArray(roots) && roots.length > 0 && roots.every(isRoot) ? roots : undefined
  } catch {
    return undefined
  }
}

function isRoot(value: unknown): value is AuditRoot {
  const { day, seal, lines, hash, previousRoot, root } = (value ?? {}) as Partial<
    Record<keyof AuditRoot, unknown>
  >
  const isHash = (text: unknown) => /^[0-9a-f]{64}$/.test(String(text))
  return (
    parseDay(String(day)) !== undefined &&
    [seal, lines].every((count) => Number.isSafeInteger(count) && Number(count) > 0) &&
    [hash, previousRoot, root].every(isHash)
  )
}
