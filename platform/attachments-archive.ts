import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A file in a zip archive, packed as it came until somebody asks for it. */
export interface ArchiveEntry {
  name: string
  /** 0 is as it is, 8 is deflated (APPNOTE 4.4.5). */
  method: 0 | 8
  packed: Uint8Array
  checksum: number
  bytes: number
}

const endMark = 0x06054b50
const directoryMark = 0x02014b50
const localMark = 0x04034b50
/** Texts shrink ten times; what was made to fill the memory shrinks a thousand times. */
const unpackedMax = 150 * 1_048_576
const namesAreUtf8 = 0x0800
/** 1 January 1980, the first day an archive knows: when its parts were written is nobody's business. */
const firstDay = 0x0021

/**
 * The files of an archive in their order, after its own directory (APPNOTE 4.3). Undefined for what is broken, locked,
 * longer than four gigabytes, or would unpack to more than any document holds.
 */
export function readArchive(bytes: Uint8Array): ArchiveEntry[] | undefined {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endOf(archive)
    const entries: ArchiveEntry[] = []
    let at = archive.readUInt32LE(end + 16)
    for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
      if (archive.readUInt32LE(at) !== directoryMark) return undefined
      const entry = entryAt(archive, at)
      if (!entry) return undefined
      if (!entry.name.endsWith('/')) entries.push(entry)
      at += 46 + [28, 30, 32].reduce((sum, place) => sum + archive.readUInt16LE(at + place), 0)
    }
    const isWhole = entries.reduce((sum, entry) => sum + entry.bytes, 0) <= unpackedMax
    return isWhole && new Set(entries.map(({ name }) => name)).size === entries.length ? entries : undefined
  } catch (error) {
    // A place outside the file.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The end of the directory stands behind at most 64 kB of remark. */
function endOf(archive: Buffer): number {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 65_557); at -= 1)
    if (archive.readUInt32LE(at) === endMark) return at
  throw new RangeError('There is no directory')
}

function entryAt(archive: Buffer, at: number): ArchiveEntry | undefined {
  const flags = archive.readUInt16LE(at + 8)
  const method = archive.readUInt16LE(at + 10)
  const length = archive.readUInt32LE(at + 20)
  const local = archive.readUInt32LE(at + 42)
  if ((flags & 1) !== 0 || (method !== 0 && method !== 8) || archive.readUInt32LE(local) !== localMark)
    return undefined
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  if (from + length > archive.length) return undefined
  return {
    name: archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28)),
    method,
    packed: archive.subarray(from, from + length),
    checksum: archive.readUInt32LE(at + 16),
    bytes: archive.readUInt32LE(at + 24),
  }
}

/** The content of a file; undefined when it is not what the directory says of it. */
export function unpack({ method, packed, bytes, checksum }: ArchiveEntry): Buffer | undefined {
  try {
    const content =
      method === 0 ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) })
    return content.length === bytes && crc32(content) === checksum ? content : undefined
  } catch {
    return undefined
  }
}

/** A file with other content, packed as it was before. */
export function repack(
  { name, method }: Pick<ArchiveEntry, 'name' | 'method'>,
  content: Buffer,
): ArchiveEntry {
  const packed = method === 0 ? content : deflateRawSync(content)
  return { name, method, packed, checksum: crc32(content), bytes: content.length }
}

/** An archive of these files in this order; it says neither when they were written nor by what. */
export function writeArchive(entries: readonly ArchiveEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const local = Buffer.concat([head(localMark, []), said(entry, name), name, Buffer.from(entry.packed)])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([head(directoryMark, [20]), said(entry, name), place, name]))
    parts.push(local)
    at += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endMark, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, list, end])
}

function head(mark: number, versions: readonly number[]): Buffer {
  const written = Buffer.alloc(4 + versions.length * 2)
  written.writeUInt32LE(mark, 0)
  for (const [index, version] of versions.entries()) written.writeUInt16LE(version, 4 + index * 2)
  return written
}

/** What local header and directory both say of a file. */
function said({ method, checksum, packed, bytes }: ArchiveEntry, name: Buffer): Buffer {
  const written = Buffer.alloc(26)
  written.writeUInt16LE(20, 0)
  written.writeUInt16LE(namesAreUtf8, 2)
  written.writeUInt16LE(method, 4)
  written.writeUInt16LE(firstDay, 8)
  written.writeUInt32LE(checksum, 10)
  written.writeUInt32LE(packed.length, 14)
  written.writeUInt32LE(bytes, 18)
  written.writeUInt16LE(name.length, 22)
  return written
}
