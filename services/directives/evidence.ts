import { fileTypeFromBuffer } from 'file-type'
import { sql } from 'kysely'
import { findMetric, measure } from '#indicators'
import { today as dayOf } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { type Files, parseSha256, type Sha256 } from '#platform/files'
import { plainFileName } from '#platform/multipart'
import { type WithNulls, withoutNulls } from '#platform/rows'
import { requireWords } from './drafts.ts'
import { noteEvent } from './events.ts'
import { once, type Sent } from './once.ts'
import { type Party, readActing } from './parties.ts'
import { DirectiveRefusal } from './refusals.ts'
import { findTask, type Task } from './task-rows.ts'

/** A file that is kept, as evidence names it. */
export interface EvidenceFile {
  sha256: Sha256
  fileName: string
  mediaType: string
  bytes: number
}

/** A metric as it was measured on the day it was attached. */
export interface MetricSnapshot {
  key: string
  unitUid: string | undefined
  value: number | undefined
  part: number
  whole: number | undefined
  asOf: string
}

export interface Evidence {
  id: number
  taskId: number
  party: Party | undefined
  kind: 'file' | 'link' | 'note' | 'metric'
  title: string
  file: EvidenceFile | undefined
  href: string | undefined
  note: string | undefined
  metric: MetricSnapshot | undefined
  attachedBy: string
  attachedAt: Date
}

/** What is attached: a file that `keepEvidenceFile` has kept, a link, words, or a metric as it is measured now. */
export type NewEvidence =
  | { kind: 'file'; title: string; file: EvidenceFile; note?: string }
  | { kind: 'link'; title: string; href: string; note?: string }
  | { kind: 'note'; title: string; note: string }
  | { kind: 'metric'; title: string; key: string; unitUid?: string; note?: string }

const bytesMax = 20 * 1024 * 1024
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** By the name’s ending, what the content must be; text has no marks of its own. */
const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: wordType,
  xlsx: sheetType,
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
  csv: 'text/csv',
}

/** Keeps a file for evidence: at most 20 MB, and of a kind that is what its name says. Throws DirectiveRefusal otherwise. */
export async function keepEvidenceFile(
  files: Files,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<EvidenceFile> {
  if (bytes.byteLength === 0 || bytes.byteLength > bytesMax) throw new DirectiveRefusal('fileTooLarge')
  const fileName = plainFileName(name)
  const mediaType = mediaTypes[/\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '']
  if (mediaType === undefined || !(await isOf(bytes, mediaType))) throw new DirectiveRefusal('fileNotTaken')
  const { sha256 } = await files.keep([bytes], { bytesMax })
  return { sha256, fileName, mediaType, bytes: bytes.byteLength }
}

async function isOf(bytes: Uint8Array, mediaType: string): Promise<boolean> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (mediaType.startsWith('text/')) return found === undefined && !bytes.subarray(0, 8_192).includes(0)
  return found?.mime === mediaType
}

/** Attaches evidence to a task, by any agency that has a part in it; it is never removed. */
export async function addEvidence(
  transaction: Transaction,
  { taskId, evidence, key, at }: Sent & { taskId: number; evidence: NewEvidence },
): Promise<{ id: number }> {
  return once(transaction, { key, kind: 'addEvidence', body: { taskId, evidence } }, async () => {
    const task = await findTask(transaction, taskId, dayOf(at))
    if (!task) throw new DirectiveRefusal('noSuchTask')
    if (task.status === 'withdrawn') throw new DirectiveRefusal('closed')
    const party = await partyIn(transaction, task)
    const metric = evidence.kind === 'metric' ? await snapshot(transaction, evidence, at) : undefined
    const id = await insertEvidence(transaction, { taskId, evidence, party, metric, at })
    const { directiveId } = task
    const details = { kind: evidence.kind, title: evidence.title }
    await noteEvent(transaction, 'evidenceAdded', { directiveId, taskId, party, at, details })
    return { outcome: { id }, subject: { taskId } }
  })
}

/** The agency for which the actor takes part in the task; undefined for the machine and for a clerk without a part. */
async function partyIn(transaction: Transaction, task: Task): Promise<Party | undefined> {
  const { parties } = await readActing(transaction)
  return parties.find((party) => task.parties.includes(party)) ?? parties[0]
}

async function snapshot(
  transaction: Transaction,
  { key, unitUid }: { key: string; unitUid?: string },
  at: Date,
): Promise<MetricSnapshot> {
  if (!findMetric(key)) throw new DirectiveRefusal('unknownMetric')
  const measured = await measure(transaction, { key, ...(unitUid && { unitUid }), on: dayOf(at) })
  if (!measured) throw new DirectiveRefusal('notMeasured')
  const { value, part, whole, asOf } = measured
  return { key, unitUid, value, part, whole, asOf }
}

async function insertEvidence(
  transaction: Transaction,
  added: {
    taskId: number
    evidence: NewEvidence
    party: Party | undefined
    metric: MetricSnapshot | undefined
    at: Date
  },
): Promise<number> {
  const { taskId, evidence, party, metric, at } = added
  const file = evidence.kind === 'file' ? evidence.file : undefined
  const href = evidence.kind === 'link' ? safeLink(evidence.href) : undefined
  const note = evidence.kind === 'note' ? requireWords(evidence.note) : evidence.note?.trim()
  const { rows } = await sql<{
    id: number
  }>`insert into directives.evidence (task_id, party, kind, title, sha256,
      file_name, media_type, bytes, href, note, metric, attached_at)
    values (${taskId}, ${party ?? null}::text, ${evidence.kind}, ${requireWords(evidence.title)}, ${file?.sha256 ?? null}::text,
      ${file?.fileName ?? null}::text, ${file?.mediaType ?? null}::text, ${file?.bytes ?? null}::bigint,
      ${href ?? null}::text, ${note || null}::text, ${metric ? JSON.stringify(metric) : null}::jsonb, ${at})
    returning id`.execute(transaction)
  return rows[0]?.id as number
}

/** A link that a page may show: of the web, or of this system; never one that a browser would run. */
function safeLink(href: string): string {
  const link = href.trim()
  const isOwn = /^\/(?!\/)[^\s\\]*$/.test(link)
  if (!isOwn && !isOfWeb(link)) throw new DirectiveRefusal('unsafeLink')
  return link
}

/** With a user's name before the host a link may seem to lead where it does not, and it may tell a password. */
function isOfWeb(link: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/i.test(link)) return false
  const url = URL.parse(link)
  return url !== null && url.hostname !== '' && url.username === '' && url.password === ''
}

interface EvidenceRow extends Omit<Evidence, 'file'> {
  sha256: string | undefined
  fileName: string | undefined
  mediaType: string | undefined
  bytes: number | undefined
}

/** What is attached to a task, the oldest first. */
export async function listEvidence(transaction: Transaction, taskId: number): Promise<Evidence[]> {
  return readEvidence(transaction, { taskId })
}

/** One piece of evidence, for its file to be sent; undefined when it is not there or not in the actor's sight. */
export async function findEvidence(transaction: Transaction, id: number): Promise<Evidence | undefined> {
  return (await readEvidence(transaction, { id }))[0]
}

async function readEvidence(
  transaction: Transaction,
  { taskId = null, id = null }: { taskId?: number | null; id?: number | null },
): Promise<Evidence[]> {
  const { rows } = await sql<
    WithNulls<EvidenceRow>
  >`select id, task_id as "taskId", party, kind, title, sha256,
      file_name as "fileName", media_type as "mediaType", bytes, href, note, metric, attached_by as "attachedBy",
      attached_at as "attachedAt"
    from directives.evidence where (${taskId}::bigint is null or task_id = ${taskId})
      and (${id}::bigint is null or id = ${id}) order by id`.execute(transaction)
  return rows.map((row) => {
    const { sha256, fileName, mediaType, bytes, ...rest } = withoutNulls<EvidenceRow>(row)
    const hash = sha256 === undefined ? undefined : parseSha256(sha256)
    const file =
      hash && fileName && mediaType && bytes ? { sha256: hash, fileName, mediaType, bytes } : undefined
    return { ...rest, file }
  })
}
