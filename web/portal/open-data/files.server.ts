import { createHash } from 'node:crypto'
import type { Database } from '#platform/database'
import { writeCsv } from '#platform/sheets'
import { type Dataset, type DatasetRows, licence } from './dataset.ts'

export const publisher = { vi: 'Ủy ban nhân dân tỉnh Nghệ An', en: 'People’s Committee of Nghệ An province' }

export const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

export type FileType = keyof typeof fileTypes

export interface OpenFile {
  bytes: Uint8Array<ArrayBuffer>
  sha256: string
}

/** A dataset as it goes out: both files, and what the catalogue says of them. */
export interface WrittenDataset {
  updatedOn: string | undefined
  rowCount: number
  csv: OpenFile
  json: OpenFile
}

const keptMs = 60_000
interface Kept {
  until: number
  version: string | undefined
  files: Promise<WrittenDataset>
}

const written = new WeakMap<Database, Map<string, Kept>>()

/** The files of a dataset, written once for each version of it, or for all who ask within a minute. */
export async function filesOf(database: Database, dataset: Dataset): Promise<WrittenDataset> {
  const own = written.get(database) ?? new Map<string, Kept>()
  written.set(database, own)
  const version = await dataset.version?.(database)
  const kept = own.get(dataset.slug)
  const isFresh = version === undefined ? (kept?.until ?? 0) > performance.now() : kept?.version === version
  if (kept && isFresh) return kept.files
  for (const [slug, { until, version: of }] of own)
    if (of === undefined && until <= performance.now()) own.delete(slug)
  const files = write(database, dataset)
  own.set(dataset.slug, { until: performance.now() + keptMs, version, files })
  files.catch(() => own.delete(dataset.slug))
  return files
}

async function write(database: Database, dataset: Dataset): Promise<WrittenDataset> {
  const found = await dataset.read(database)
  const [csv, json] = await Promise.all([csvOf(dataset, found), jsonOf(dataset, found)])
  return { updatedOn: found.updatedOn, rowCount: found.rows.length, csv, json }
}

async function csvOf({ fields }: Dataset, { rows }: DatasetRows): Promise<OpenFile> {
  const stream = writeCsv({
    columns: fields.map(({ name }) => ({ heading: name, kind: 'text' })),
    rows: rows.map((row) => fields.map(({ name }) => row[name] ?? null)),
  })
  return fileOf(new Uint8Array(await new Response(stream).arrayBuffer()))
}

function jsonOf({ slug, title, description, fields }: Dataset, { rows, updatedOn }: DatasetRows): OpenFile {
  const text = JSON.stringify({
    dataset: slug,
    title,
    description,
    publisher,
    licence,
    updatedOn,
    fields,
    rows,
  })
  return fileOf(new TextEncoder().encode(text))
}

function fileOf(bytes: Uint8Array<ArrayBuffer>): OpenFile {
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** A public file for any page of the web, told to be the same to who has it already. */
export function sendOpen(
  request: Request,
  { bytes, sha256 }: OpenFile,
  { type, name }: { type: string; name?: string },
): Response {
  const etag = `"${sha256.slice(0, 32)}"`
  const headers = {
    'content-type': type,
    'cache-control': 'public, max-age=60',
    'access-control-allow-origin': '*',
    etag,
    ...(name ? { 'content-disposition': `attachment; filename="${name}"` } : {}),
  }
  const known = request.headers.get('if-none-match')
  const isKnown = known?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(bytes, { headers })
}

export function openText(text: string): OpenFile {
  return fileOf(new TextEncoder().encode(text))
}
