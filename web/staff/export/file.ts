import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { canExportRegister, isPastKeeping, type RegisterExport, registerExport } from '#jobs/export-register'
import { recordRead } from '#platform/audit'
import { now } from '#platform/clock'
import { withActor } from '#platform/database'
import { exportsFolder } from '#platform/exports-folder'
import { getDesk } from '#web/staff/access.ts'
import { savingHeaders } from '#web/staff/sheet-headers.ts'
import type { Route } from './+types/file'

/** A file of an export, for the officer who asked for it and for as long as it is kept; each download is in the log. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { queue, officer, actor, config, database } = await getDesk(context, url)
  const job = /^[0-9a-f-]{36}$/.test(params.jobId) ? await queue.find(params.jobId) : undefined
  const isOwn = job?.name === registerExport && job.startedBy === officer.id && canExportRegister(actor)
  const result = isOwn && job.state === 'done' ? (job.result as RegisterExport) : undefined
  const file = result?.files.find(({ name }) => name === params.file)
  if (!job?.finishedAt || !file || isPastKeeping(job.finishedAt, now()))
    throw new Response(null, { status: 404 })
  const path = join(exportsFolder(config), job.id, file.name)
  const kept = await stat(path).catch(() => undefined)
  if (kept?.size !== file.bytes) throw new Response(null, { status: 404 })
  await withActor(database, actor, (transaction) =>
    recordRead(
      transaction,
      { kind: 'register', id: job.id },
      { by: officer.name, purpose: 'export', ...file },
    ),
  )
  const body = Readable.toWeb(createReadStream(path)) as unknown as ReadableStream<Uint8Array>
  const headers = savingHeaders(file.name, 'application/octet-stream')
  return new Response(body, {
    headers: { ...headers, 'content-length': String(file.bytes), 'x-content-sha256': file.sha256 },
  })
}
