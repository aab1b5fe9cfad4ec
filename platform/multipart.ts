/** A file in a form that is being received: its bytes come as they arrive and are never all in memory. */
export interface IncomingFile {
  fileName: string
  bytes: AsyncIterable<Uint8Array>
}

const headEnd = Buffer.from('\r\n\r\n')
/** The head of a part is a few lines: more is no form of a browser. */
const headMax = 16 * 1024

/**
 * The first file of a form that is sent as `multipart/form-data` (RFC 7578), as it arrives; undefined when there is
 * none. Its bytes must be read to their end before anything else of the request is looked at.
 */
export async function receiveFile(request: Request): Promise<IncomingFile | undefined> {
  const boundary = /boundary="?([^";]+)"?/.exec(request.headers.get('content-type') ?? '')?.[1]
  if (boundary === undefined || !request.body) return undefined
  const arriving = new Arriving(request.body, Buffer.from(`\r\n--${boundary}`))
  await arriving.toFirst()
  for (;;) {
    const head = await arriving.head()
    if (head === undefined) return undefined
    const fileName = fileNameIn(head)
    if (fileName !== undefined && fileName !== '') return { fileName, bytes: arriving.body() }
    for await (const _ of arriving.body());
  }
}

/** Browsers write names in UTF-8, with quotes as `%22`. */
function fileNameIn(head: string): string | undefined {
  const name = /^content-disposition:[^\r\n]*; *filename="([^"]*)"/im.exec(head)?.[1]
  return name === undefined ? undefined : plainFileName(name.replaceAll('%22', '"'))
}

const nameLettersMax = 150

/**
 * The name of a file as rows, pages and headers may carry it: without folders, without signs that nobody sees (which
 * turn the direction of writing, or end a line), and not longer than a line. Its ending stays.
 */
export function plainFileName(said: string): string {
  const name = (said.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').normalize('NFC')
  if (name.length <= nameLettersMax) return name
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? ''
  return (
    name
      .slice(0, nameLettersMax - ending.length)
      .toWellFormed()
      .replace('\uFFFD', '') + ending
  )
}

/** A body with the boundaries between its parts. */
class Arriving {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>
  private readonly boundary: Buffer
  // A part begins after a line end: the first boundary stands at the very beginning without one.
  private held: Buffer = Buffer.from('\r\n')
  private isOver = false

  constructor(body: ReadableStream<Uint8Array>, boundary: Buffer) {
    this.reader = body.getReader()
    this.boundary = boundary
  }

  async toFirst(): Promise<void> {
    for await (const _ of this.body());
  }

  /** The lines above a part; undefined after the last. */
  async head(): Promise<string | undefined> {
    while (this.held.length < 2 && (await this.more()));
    if (this.held.length < 2 || this.held.toString('latin1', 0, 2) === '--') return undefined
    for (;;) {
      const end = this.held.indexOf(headEnd)
      if (end >= 0) {
        const head = this.held.toString('utf8', 0, end)
        this.held = this.held.subarray(end + headEnd.length)
        return head
      }
      if (this.held.length > headMax || !(await this.more())) return undefined
    }
  }

  /** The bytes of a part, up to the next boundary. */
  async *body(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const end = this.held.indexOf(this.boundary)
      if (end >= 0) {
        if (end > 0) yield this.held.subarray(0, end)
        this.held = this.held.subarray(end + this.boundary.length)
        return
      }
      // The end of what is held may be the beginning of a boundary.
      const safe = this.held.length - this.boundary.length
      if (safe > 0) {
        yield this.held.subarray(0, safe)
        this.held = this.held.subarray(safe)
      }
      if (!(await this.more())) throw new Error('The form broke off before its end')
    }
  }

  private async more(): Promise<boolean> {
    if (this.isOver) return false
    const { done, value } = await this.reader.read()
    if (done) this.isOver = true
    else this.held = this.held.length === 0 ? Buffer.from(value) : Buffer.concat([this.held, value])
    return !done
  }
}
