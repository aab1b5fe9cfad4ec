import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { findStaged, holdFile, isBegun, isHidden, isTurnTaken, keepFile, noteJob } from '#intake'
import { type Transaction, withActor } from '#platform/database'
import { saidOfForeign } from '#platform/foreign-files'
import { type IncomingFile, receiveFile } from '#platform/multipart'
import type { Job } from '#platform/queue'
import { withTemporaryFolder } from '#platform/temporary-folder'
import type { Desk } from '#web/staff/access.ts'
import type { Lang } from '#web/ui/language.ts'
import { fileBytesMax, isLive, type ListAsked, listJobs } from './job.ts'
import { words } from './words.ts'

export type Received = { ok: true; fileId: number } | { ok: false; because: string; status: 413 | 422 }

/** A browser shows an answer only once it could send its whole form; of one larger than this nothing is read. */
const drainedBytesMax = 8 * fileBytesMax

/** As many first bytes as tell what a file is. */
const headBytes = 64 * 1024

/**
 * Takes a list in as it arrives: to the disk, with its hash, then into the database in one transaction together with
 * the wish to read it. The page waits for nothing but the bytes, and no more than a piece of them is in memory; cut or
 * killed before the end, nothing is there.
 */
export async function receiveList(desk: Desk, request: Request, lang: Lang): Promise<Received> {
  const t = words[lang]
  if (Number(request.headers.get('content-length')) > drainedBytesMax)
    return { ok: false, because: t.tooLarge, status: 413 }
  const file = await receiveFile(request)
  if (!file) return { ok: false, because: t.chooseFile, status: 422 }
  return withTemporaryFolder(async (folder): Promise<Received> => {
    const path = join(folder, 'danh-sach')
    const { hash, sizeBytes, head } = await spool(file, path)
    if (sizeBytes > fileBytesMax) return { ok: false, because: t.tooLarge, status: 413 }
    if (sizeBytes === 0) return { ok: false, because: t.chooseFile, status: 422 }
    const said = saidOfForeign(head)
    if (said !== undefined) return { ok: false, because: `Tệp ${file.fileName} ${said}`, status: 422 }
    return { ok: true, fileId: await keepAndRead(desk, { hash, sizeBytes, name: file.fileName, path }) }
  })
}

/** To the disk as far as a list may be long; what comes beyond is only counted, and not all of that. */
async function spool(
  { bytes }: IncomingFile,
  path: string,
): Promise<{ hash: string; sizeBytes: number; head: Uint8Array }> {
  const hash = createHash('sha256')
  const heads: Uint8Array[] = []
  let sizeBytes = 0
  async function* counted() {
    for await (const piece of bytes) {
      if (sizeBytes < headBytes) heads.push(Buffer.from(piece))
      sizeBytes += piece.length
      if (sizeBytes > drainedBytesMax) return
      if (sizeBytes > fileBytesMax) continue
      hash.update(piece)
      yield piece
    }
  }
  await pipeline(counted(), createWriteStream(path, { mode: 0o600 }))
  return { hash: hash.digest('hex'), sizeBytes, head: Buffer.concat(heads) }
}

async function keepAndRead(
  { database, actor, officer, queue }: Desk,
  { hash, sizeBytes, name, path }: { hash: string; sizeBytes: number; name: string; path: string },
): Promise<number> {
  const unitUid = officer.unitUid === 'province' ? undefined : officer.unitUid
  return withActor(database, actor, async (transaction) => {
    const parts = createReadStream(path, { highWaterMark: 1024 * 1024 })
    const file = await keepFile(transaction, { hash, name, unitUid, sizeBytes, parts })
    parts.destroy()
    // What is under way goes on; only then is the list held, for work holds it for long.
    if (isLive(await findWork(queue, file, transaction))) return file.id
    await holdFile(transaction, file.id)
    const held = await findStaged(transaction, file.id)
    if (isLive(held && (await findWork(queue, held, transaction)))) return file.id
    if (await isTurnTaken(transaction, file.id)) return file.id
    // A list of which something was written stands as it is; any other is read with what is known now.
    if (await isBegun(transaction, file.id)) return file.id
    if (file.isRead && (await isHidden(transaction, file.id))) return file.id
    const asked: ListAsked = { is: 'read', fileId: file.id, actor }
    const jobId = await queue.send(listJobs.read, asked, { startedBy: officer.id, within: transaction })
    await noteJob(transaction, file.id, jobId)
    return file.id
  })
}

/** The latest work on a list. */
export async function findWork(
  queue: Desk['queue'],
  { jobId }: { jobId: string | undefined },
  within?: Transaction,
): Promise<Job | undefined> {
  return jobId === undefined ? undefined : queue.find(jobId, within)
}
