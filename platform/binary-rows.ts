import type { Connection } from 'pg'
import { clientOf, type Transaction } from './database.ts'

/**
 * Reads millions of rows by COPY in binary form and hands each to `read` where it lies: nothing is copied, no row is
 * kept, and text that comes again and again becomes the same string. `select` is our own text, never a person's.
 * Throws what `read` throws, after the rows have gone by.
 */
export async function readBinaryRows(
  transaction: Transaction,
  select: string,
  read: (row: BinaryRow) => void,
): Promise<void> {
  const client = await clientOf(transaction)
  await new Promise<void>((settle, refuse) => {
    client.query(new BinaryCopy(`copy (${select}) to stdout (format binary)`, read, { settle, refuse }))
  })
}

const fieldsMax = 16
const none: readonly { text: string; bytes: Buffer }[] = []

/** One row as PostgreSQL sent it; only good while it is being read. */
export class BinaryRow {
  private bytes: Buffer = Buffer.alloc(0)
  private readonly starts = new Int32Array(fieldsMax)
  private readonly lengths = new Int32Array(fieldsMax)
  private readonly texts = new Map<number, readonly { text: string; bytes: Buffer }[]>()

  /** Takes in the fields that begin at `at`; false for the mark after the last row. */
  open(bytes: Buffer, at: number): boolean {
    const fields = bytes.readInt16BE(at)
    if (fields < 0) return false
    this.bytes = bytes
    let next = at + 2
    for (let field = 0; field < fields; field++) {
      const length = bytes.readInt32BE(next)
      this.starts[field] = next + 4
      this.lengths[field] = length
      next += 4 + Math.max(0, length)
    }
    return true
  }

  isNull(field: number): boolean {
    return (this.lengths[field] as number) < 0
  }

  /** A bigint, an integer or a smallint. */
  whole(field: number): number {
    const start = this.starts[field] as number
    switch (this.lengths[field]) {
      case 8:
        return this.bytes.readInt32BE(start) * 4_294_967_296 + this.bytes.readUInt32BE(start + 4)
      case 4:
        return this.bytes.readInt32BE(start)
      default:
        return this.bytes.readInt16BE(start)
    }
  }

  /** A date as yyyymmdd; `none` for null. */
  day(field: number, none: number): number {
    return this.isNull(field) ? none : numberOfDay(this.bytes.readInt32BE(this.starts[field] as number))
  }

  /** A text of which there are few different ones: each is made into a string once. Undefined for null. */
  text(field: number): string | undefined {
    const length = this.lengths[field] as number
    if (length < 0) return undefined
    const start = this.starts[field] as number
    let hash = length
    for (let at = start; at < start + length; at++)
      hash = (Math.imul(hash, 31) + (this.bytes[at] as number)) | 0
    const known = this.texts.get(hash) ?? none
    for (const each of known) if (this.isAt(each.bytes, start, length)) return each.text
    const bytes = Buffer.from(this.bytes.subarray(start, start + length))
    const made = { text: bytes.toString('utf8'), bytes }
    this.texts.set(hash, [...known, made])
    return made.text
  }

  private isAt(bytes: Buffer, start: number, length: number): boolean {
    if (bytes.length !== length) return false
    for (let at = 0; at < length; at++) if (bytes[at] !== this.bytes[start + at]) return false
    return true
  }
}

/** Days from 2000-01-01, as PostgreSQL counts them, of which yyyymmdd is known beforehand: 1836 to 2163. */
const tabled = 60_000
const table = new Int32Array(2 * tabled)

function numberOfDay(day: number): number {
  const known = table[day + tabled]
  if (known !== undefined && known !== 0) return known
  const date = new Date(Date.UTC(2000, 0, 1) + day * 86_400_000)
  const number = date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate()
  if (known === 0) table[day + tabled] = number
  return number
}

const codes = { data: 0x64, done: 0x63, error: 0x45, ahead: new Set([0x48, 0x53, 0x4e, 0x41]) } as const
const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')

/**
 * A query of `pg` that takes the connection's bytes for as long as rows come: one message a row, read in place. The
 * usual reader gets everything else, errors too.
 */
class BinaryCopy {
  private readonly text: string
  private readonly read: (row: BinaryRow) => void
  private readonly answer: { settle: () => void; refuse: (error: unknown) => void }
  private readonly row = new BinaryRow()
  private rest: Buffer = Buffer.alloc(0)
  private failure: { error: unknown } | undefined
  private detach: (unread: Buffer) => void = () => {}

  constructor(
    text: string,
    read: (row: BinaryRow) => void,
    answer: { settle: () => void; refuse: (error: unknown) => void },
  ) {
    this.text = text
    this.read = read
    this.answer = answer
  }

  submit(connection: Connection): void {
    const { stream } = connection
    const [usual] = stream.listeners('data') as ((chunk: Buffer) => void)[]
    if (!usual) throw new Error('The connection to PostgreSQL is not being read')
    const take = (chunk: Buffer) => this.take(chunk)
    stream.removeListener('data', usual)
    stream.on('data', take)
    this.detach = (unread) => {
      stream.removeListener('data', take)
      stream.on('data', usual)
      usual(unread)
    }
    connection.query(this.text)
  }

  private take(chunk: Buffer): void {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk
    let at = 0
    while (at + 5 <= bytes.length) {
      const code = bytes[at] as number
      if (code !== codes.data && !codes.ahead.has(code)) {
        const unread = code === codes.done ? at + 5 : at
        this.rest = Buffer.alloc(0)
        this.detach(bytes.subarray(unread))
        return
      }
      const end = at + 1 + bytes.readUInt32BE(at + 1)
      if (end > bytes.length) break
      if (code === codes.data) this.readAt(bytes, at + 5)
      at = end
    }
    this.rest = bytes.subarray(at)
  }

  private readAt(bytes: Buffer, at: number): void {
    if (this.failure) return
    const isFirst = bytes[at] === signature[0] && bytes.compare(signature, 0, 11, at, at + 11) === 0
    try {
      if (this.row.open(bytes, isFirst ? at + 19 + bytes.readInt32BE(at + 15) : at)) this.read(this.row)
    } catch (error) {
      this.failure = { error }
    }
  }

  handleCommandComplete(): void {}

  handleError(error: unknown): void {
    this.answer.refuse(error)
  }

  handleReadyForQuery(): void {
    if (this.failure) this.answer.refuse(this.failure.error)
    else this.answer.settle()
  }
}
