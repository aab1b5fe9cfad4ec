import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { ReadWord } from './ocr.ts'
import { pictureLimits } from './pictures.ts'

/** What the drawing thread is started with. */
export interface PdfTask {
  bytes: Uint8Array
  widthPoints: number
  pagesMax: number
  pixelsMax: number
}

/** A piece of a PDF's own text, in points of the drawn page; `base` is the line it stands on. */
export interface TextRun {
  text: string
  left: number
  base: number
  width: number
  height: number
}

export type PdfRefusal = 'locked' | 'broken' | 'tooManyPages' | 'tooSlow'

/** What the thread says. */
export type PdfMessage =
  | { kind: 'opened'; pages: number }
  | { kind: 'page'; number: number; picture: Uint8Array; runs: TextRun[] }
  | { kind: 'refused'; because: PdfRefusal }
  | { kind: 'finished' }

export interface PdfPage {
  /** From 1. */
  number: number
  pages: number
  /** JPEG. */
  picture: Buffer
  /** The page's own text, when it has any worth the name; otherwise its picture must be read. */
  words: ReadWord[] | undefined
}

/** A PDF that cannot be drawn, and why. */
export class PdfRefused extends Error {
  readonly because: PdfRefusal

  constructor(because: PdfRefusal) {
    super(`PDF: ${because}`)
    this.name = 'PdfRefused'
    this.because = because
  }
}

const widthPoints = 1_654
const megabytesMax = 512
/** With what its library unpacks, which the thread's own limit does not count: a few megabytes may hold gigabytes. */
const memoryMax = 1024 * 1024 * 1024
const lookEveryMs = 100

/**
 * Draws the pages of a PDF one after another at 200 dots an inch of A4. Throws `PdfRefused` for one that is locked, broken,
 * has too many pages, or takes more than `secondsMax` for a page or more memory than any page needs.
 */
export async function* drawPdf(
  bytes: Uint8Array,
  {
    secondsMax = 20,
    pagesMax = pictureLimits.pagesMax,
    bytesHeldMax = memoryMax,
  }: { secondsMax?: number; pagesMax?: number; bytesHeldMax?: number } = {},
): AsyncGenerator<PdfPage> {
  const task: PdfTask = {
    // A copy: the thread's library takes the memory of what it is given.
    bytes: Uint8Array.from(bytes),
    widthPoints,
    pagesMax,
    pixelsMax: pictureLimits.pixelsMax,
  }
  const worker = new Worker(new URL('./pdf-pages-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: megabytesMax },
    // Warnings of the library are nobody's business here.
    stdout: true,
    stderr: true,
  })
  try {
    yield* pagesFrom(worker, { secondsMax, bytesHeldMax })
  } finally {
    await worker.terminate()
  }
}

async function* pagesFrom(
  worker: Worker,
  { secondsMax, bytesHeldMax }: { secondsMax: number; bytesHeldMax: number },
): AsyncGenerator<PdfPage> {
  const said = listenTo(worker, bytesHeldMax)
  let pages = 0
  for (;;) {
    const message = await within(said(), secondsMax)
    if (message.kind === 'refused') throw new PdfRefused(message.because)
    if (message.kind === 'finished') return
    if (message.kind === 'opened') pages = message.pages
    else
      yield {
        number: message.number,
        pages,
        picture: Buffer.from(message.picture),
        words: wordsOf(message.runs),
      }
  }
}

/** The thread's messages in their order; its end without a last word is a broken file, and too much memory is its end. */
function listenTo(worker: Worker, bytesHeldMax: number): () => Promise<PdfMessage> {
  const waiting: PdfMessage[] = []
  let wake = () => {}
  const take = (message: PdfMessage) => {
    waiting.push(message)
    wake()
  }
  worker.on('message', take)
  worker.on('error', () => take({ kind: 'refused', because: 'broken' }))
  const looking = setInterval(async () => {
    if ((await bytesHeldBy(worker)) > bytesHeldMax) take({ kind: 'refused', because: 'tooSlow' })
  }, lookEveryMs)
  worker.on('exit', () => {
    clearInterval(looking)
    take({ kind: 'refused', because: 'broken' })
  })
  return async () => {
    while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    return waiting.shift() as PdfMessage
  }
}

/** Nothing of a thread that is gone. */
async function bytesHeldBy(worker: Worker): Promise<number> {
  const held = await worker.getHeapStatistics().catch(() => undefined)
  return held === undefined ? 0 : held.used_heap_size + held.external_memory
}

async function within(message: Promise<PdfMessage>, secondsMax: number): Promise<PdfMessage> {
  const given = new AbortController()
  const late = sleep(secondsMax * 1_000, { kind: 'refused', because: 'tooSlow' } as const, {
    signal: given.signal,
  })
  late.catch(() => undefined)
  try {
    return await Promise.race([message, late])
  } finally {
    given.abort()
  }
}

/** Fewer letters than this on a page is a page number or a stamp over a picture, not the page's text. */
const lettersMin = 60

/** A PDF's own text as words in lines: certain, for nobody guessed it. */
function wordsOf(runs: readonly TextRun[]): ReadWord[] | undefined {
  const letters = runs.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0)
  if (letters < lettersMin) return undefined
  const sorted = runs.toSorted((one, other) => one.base - other.base || one.left - other.left)
  let line = 0
  let base = sorted[0]?.base ?? 0
  const inLines = sorted.map((run) => {
    if (run.base - base > Math.max(4, run.height * 0.5)) {
      line += 1
      base = run.base
    }
    return { run, line }
  })
  inLines.sort((one, other) => one.line - other.line || one.run.left - other.run.left)
  return inLines.flatMap(({ run, line: of }) => splitRun(run, of))
}

function splitRun({ text, left, base, width, height }: TextRun, line: number): ReadWord[] {
  const perLetter = width / Math.max(1, text.length)
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word.normalize('NFC'),
    confidence: 100,
    letters: 100,
    line,
    box: {
      left: Math.round(left + index * perLetter),
      top: Math.round(base - height),
      right: Math.round(left + (index + word.length) * perLetter),
      bottom: Math.round(base + height * 0.25),
    },
  }))
}
