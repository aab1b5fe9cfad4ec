import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, type Transaction, withActor } from './database.ts'

/** Whose record was read or changed: `person` and their id, `dossier` and its number. */
export interface Subject {
  kind: string
  id: string
  /** The unit responsible for the subject now; its officers may read the line. Undefined is for the province. */
  unitUid?: string
}

/** Writes that the transaction's actor looked at a record, and why when they said so. */
export function recordRead(transaction: Transaction, subject: Subject, details: object = {}): Promise<void> {
  return record(transaction, 'read', subject, details)
}

/** Writes what the transaction's actor did, such as `merge` or `confirmParameter`, with the values before and after. */
export function recordChange(
  transaction: Transaction,
  action: string,
  subject: Subject,
  details: object = {},
): Promise<void> {
  return record(transaction, action, subject, details)
}

/** Writes one line for each of many changes of one kind, in their order. */
export async function recordChanges(
  transaction: Transaction,
  action: string,
  changes: readonly { subject: Subject; details?: object }[],
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ subject, details = {} }) => ({ ...subject, details }))
  await sql`insert into platform.audit (action, subject_kind, subject_id, unit_uid, details)
    select ${action}, kind, id, "unitUid", details from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as (kind text, id text, "unitUid" text, details jsonb)) with ordinality
      as each (kind, id, "unitUid", details, number) order by number`.execute(transaction)
}

async function record(
  transaction: Transaction,
  action: string,
  subject: Subject,
  details: object,
): Promise<void> {
  await sql`insert into platform.audit (action, subject_kind, subject_id, unit_uid, details) values
    (${action}, ${subject.kind}, ${subject.id}, ${subject.unitUid ?? null}, ${JSON.stringify(details)})`.execute(
    transaction,
  )
}

export interface AuditLine {
  number: number
  at: Date
  actor: string
  action: string
  details: unknown
}

/** What happened to a record, the newest first, as far as the actor may know. */
export async function listAuditOf(
  transaction: Transaction,
  subject: Subject,
  limit = 100,
): Promise<AuditLine[]> {
  const { rows } = await sql<AuditLine>`select number, at, actor, action, details from platform.audit
    where subject_kind = ${subject.kind} and subject_id = ${subject.id}
    order by number desc limit ${limit}`.execute(transaction)
  return rows
}

const sealer = { kind: 'system', job: 'sealAudit' } as const
const blockMax = 10_000

/**
 * Seals what was written since the last seal: one hash over up to 10 000 lines and the seal before, again until
 * nothing is left. Does nothing while a transaction that writes to the log is still open; the next call will. Returns
 * how many lines were sealed.
 */
export async function sealAudit(database: Database): Promise<number> {
  let sealed = 0
  for (;;) {
    const lines = await withActor(database, sealer, sealBlock)
    sealed += lines
    if (lines < blockMax) return sealed
  }
}

interface Seal {
  number: number
  lastLine: number
  lines: number
  previousHash: Buffer
  hash: Buffer
}

const beforeTheFirst: Seal = {
  number: 0,
  lastLine: -1,
  lines: 0,
  previousHash: Buffer.alloc(32),
  hash: Buffer.alloc(32),
}

async function sealBlock(transaction: Transaction): Promise<number> {
  const { rows: lock } = await sql<{ alone: boolean }>`select
    pg_try_advisory_xact_lock(hashtext('platform.audit')) as alone`.execute(transaction)
  if (!lock[0]?.alone) return 0
  const last = (await listSeals(transaction, 'newest'))[0] ?? beforeTheFirst
  const { lines, lastLine, hash } = await hashBlock(transaction, last, { limit: blockMax })
  if (lines === 0) return 0
  await sql`insert into platform.audit_seal (number, last_line, lines, previous_hash, hash)
    values (${last.number + 1}, ${lastLine}, ${lines}, ${last.hash}, ${hash})`.execute(transaction)
  return lines
}

export type Verification =
  | { ok: true; seals: number; lines: number }
  | { ok: false; seals: number; lines: number; seal: number; because: 'lines changed' | 'seals changed' }

/** Computes every seal again: any line changed, removed or slipped in since it was sealed is found, with its seal. */
export async function verifyAudit(database: Database): Promise<Verification> {
  return withActor(database, sealer, async (transaction) => {
    let before = beforeTheFirst
    let lines = 0
    for (const seal of await listSeals(transaction, 'all')) {
      const found = { ok: false, seals: before.number, lines, seal: seal.number } as const
      if (seal.number !== before.number + 1 || !seal.previousHash.equals(before.hash)) {
        return { ...found, because: 'seals changed' }
      }
      const block = await hashBlock(transaction, before, { lastLine: seal.lastLine })
      if (block.lines !== seal.lines || !block.hash.equals(seal.hash))
        return { ...found, because: 'lines changed' }
      lines += seal.lines
      before = seal
    }
    return { ok: true, seals: before.number, lines }
  })
}

async function listSeals(transaction: Transaction, which: 'newest' | 'all'): Promise<Seal[]> {
  const { rows } =
    await sql<Seal>`select number, last_line as "lastLine", lines, previous_hash as "previousHash", hash
    from platform.audit_seal order by number ${which === 'newest' ? sql`desc limit 1` : sql``}`.execute(
      transaction,
    )
  return rows
}

/** The hash over the lines after `before`: each as JSON on a line of its own, after the hash of the seal before. */
async function hashBlock(
  transaction: Transaction,
  before: Seal,
  { limit, lastLine }: { limit?: number; lastLine?: number },
): Promise<{ lines: number; lastLine: number; hash: Buffer }> {
  const { rows } = await sql<{ number: number; line: string }>`select number, jsonb_build_array(number,
      extract(epoch from at)::text, actor, action, subject_kind, subject_id, unit_uid, details)::text as line
    from platform.audit where number > ${before.lastLine} and (${lastLine ?? null}::bigint is null or number <= ${lastLine ?? null})
    order by number limit ${limit ?? null}::bigint`.execute(transaction)
  const hash = createHash('sha256').update(before.hash)
  for (const { line } of rows) hash.update(line).update('\n')
  return { lines: rows.length, lastLine: rows.at(-1)?.number ?? before.lastLine, hash: hash.digest() }
}
