import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Config } from './config.ts'

/** The name of a file's content: 64 hexadecimal digits. */
export type Sha256 = string & { readonly Sha256: unique symbol }

export interface StoredFile {
  sha256: Sha256
  bytes: number
  /** The same content was kept before: nothing was written. */
  isRepeated: boolean
}

/** Files kept by what is in them: the same content is kept once, and no name from outside becomes a path. */
export interface Files {
  /** Keeps what comes, as long as it is at most `bytesMax`; throws `FileTooLarge` and keeps nothing otherwise. */
  keep(
    content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    limit: { bytesMax: number },
  ): Promise<StoredFile>
  /** How many bytes it has; undefined when it is not kept here. */
  sizeOf(sha256: Sha256): Promise<number | undefined>
  /** Throws when it is not kept here. */
  read(sha256: Sha256): Promise<Buffer>
  stream(sha256: Sha256): ReadableStream<Uint8Array>
  /** Forgets a content that must not be kept at all; what still names it finds nothing. */
  remove(sha256: Sha256): Promise<void>
}

/** More was sent than is taken; nothing of it stays. */
export class FileTooLarge extends Error {
  readonly bytesMax: number

  constructor(bytesMax: number) {
    super(`Tệp lớn hơn ${Math.floor(bytesMax / 1_048_576)} MB`)
    this.name = 'FileTooLarge'
    this.bytesMax = bytesMax
  }
}

/** Text that came from a row or an address, as the name of a content; undefined when it is none. */
export function parseSha256(text: string): Sha256 | undefined {
  return /^[0-9a-f]{64}$/.test(text) ? (text as Sha256) : undefined
}

/** Where files are kept: beside the database's own data, or in `.data` of the checkout. */
export function filesFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir ?? join(checkout(), '.data'), 'files')
}

/** The folder of the program, from wherever this was built to. */
function checkout(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'ansinh.mjs')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

/** Opens the store in `folder`, which is made when the first file comes. */
export function openFiles(folder: string): Files {
  const pathOf = (sha256: Sha256) => {
    if (!parseSha256(sha256)) throw new Error('A file is asked for by the hash of its content')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  const sizeOf = async (sha256: Sha256) => {
    const found = await stat(pathOf(sha256)).catch(() => undefined)
    return found?.isFile() ? found.size : undefined
  }
  return {
    keep: (content, { bytesMax }) => keep(folder, content, { bytesMax, pathOf, sizeOf }),
    sizeOf,
    read: (sha256) => readFile(pathOf(sha256)),
    stream: (sha256) =>
      Readable.toWeb(createReadStream(pathOf(sha256))) as unknown as ReadableStream<Uint8Array>,
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  }
}

interface Keeping {
  bytesMax: number
  pathOf: (sha256: Sha256) => string
  sizeOf: Files['sizeOf']
}

/** Written beside, made safe on the disk, then named: a reader sees all of a file or nothing. */
async function keep(
  folder: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { bytesMax, pathOf, sizeOf }: Keeping,
): Promise<StoredFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = join(folder, `.${randomUUID()}`)
  try {
    const { sha256, bytes } = await write(unfinished, content, bytesMax)
    if ((await sizeOf(sha256)) === bytes) return { sha256, bytes, isRepeated: true }
    const path = pathOf(sha256)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await rename(unfinished, path)
    await synchronise(dirname(path))
    return { sha256, bytes, isRepeated: false }
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function write(
  path: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  bytesMax: number,
): Promise<{ sha256: Sha256; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of content) {
      bytes += chunk.byteLength
      if (bytes > bytesMax) throw new FileTooLarge(bytesMax)
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex') as Sha256, bytes }
}

/** A name in a folder is safe only when the folder is. Windows has no such thing. */
async function synchronise(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
