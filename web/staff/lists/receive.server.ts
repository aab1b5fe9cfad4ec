import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isBegun, keepFile, noteJob } from '#intake'
import { withActor } from '#platform/database'
import { saidOfForeign } from '#platform/foreign-files'
import { type IncomingFile, receiveFile } from '#platform/multipart'
import type { Desk } from '#web/staff/access.ts'
import { type Lang, pathIn } from '#web/ui/language.ts'
import { type ListAsked, type ListJob, listJobs } from './job.ts'
import { words } from './words.ts'

export type Received = { ok: true; fileId: number } | { ok: false; because: string }

/** As many first bytes as tell what a file is. */
const headBytes = 64 * 1024

/**
 * Takes a list in as it arrives: to the disk, with its hash, then into the database in one transaction together with
 * the wish to read it. The page waits for nothing but the bytes; killed before the end, nothing is there.
 */
export async function receiveList(desk: Desk, request: Request, lang: Lang): Promise<Received> {
  const file = await receiveFile(request)
  if (!file) return { ok: false, because: words[lang].chooseFile }
  const folder = await mkdtemp(join(tmpdir(), 'an-sinh-nap-'))
  try {
    const path = join(folder, 'danh-sach')
    const { hash, sizeBytes, head } = await spool(file, path)
    if (sizeBytes === 0) return { ok: false, because: words[lang].chooseFile }
    const said = saidOfForeign(head)
    if (said !== undefined) return { ok: false, because: `Tệp ${file.fileName} ${said}` }
    return { ok: true, fileId: await keepAndRead(desk, { hash, sizeBytes, name: file.fileName, path }) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function spool(
  { bytes }: IncomingFile,
  path: string,
): Promise<{ hash: string; sizeBytes: number; head: Uint8Array }> {
  const hash = createHash('sha256')
  const heads: Uint8Array[] = []
  let sizeBytes = 0
  async function* counted() {
    for await (const piece of bytes) {
      hash.update(piece)
      if (sizeBytes < headBytes) heads.push(Buffer.from(piece))
      sizeBytes += piece.length
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
    // A list of which something was written stands as it is; any other is read with what is known now.
    if (await isBegun(transaction, file.id)) return file.id
    const asked: ListAsked = { is: 'read', fileId: file.id, actor }
    const jobId = await queue.send(listJobs.read, asked, { startedBy: officer.id, within: transaction })
    await noteJob(transaction, file.id, jobId)
    return file.id
  })
}

/** Asks for work on a list, noted with the list in the same breath, so that whoever comes back finds it. */
export async function askFor(
  { database, actor, officer, queue }: Desk,
  asked: ListJob & { fileId: number },
  key?: string,
): Promise<string> {
  return withActor(database, actor, async (transaction) => {
    const jobId = await queue.send(
      listJobs[asked.is],
      { ...asked, actor },
      { startedBy: officer.id, within: transaction, ...(key === undefined ? {} : { key }) },
    )
    await noteJob(transaction, asked.fileId, jobId)
    return jobId
  })
}

export function previewPath(fileId: number, lang: Lang): string {
  return pathIn(lang, `/can-bo/danh-sach/xem/${fileId}`)
}
