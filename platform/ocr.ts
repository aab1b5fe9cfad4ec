import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createWorker, OEM, type Page, PSM, type Worker } from 'tesseract.js'

/** A word on a picture: what it reads, how sure the reader is (0–100), and where it stands, in points. */
export interface ReadWord {
  text: string
  confidence: number
  /** How sure the reader is of the least sure letter or digit: the word's own figure falls for a dot at its end. */
  letters: number
  /** Words of one line have one number, counted from 0 down the page. */
  line: number
  box: Box
}

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** What a machine read of one picture. */
export interface PageReading {
  words: ReadWord[]
  seconds: number
}

/** A reader of Vietnamese print on this machine; pictures never leave it. */
export interface Reader {
  /** Reads one picture (PNG or JPEG); pictures asked for at once wait for one another. */
  read(picture: Buffer): Promise<PageReading>
  /** Lets go of the memory (some 400 MB); reading again takes it again. */
  close(): Promise<void>
}

/** Reading took longer than it may: the picture is no page of print, or too noisy. */
export class ReadingTookTooLong extends Error {
  constructor(seconds: number) {
    super(`Máy đọc quá ${seconds} giây mà chưa xong trang này`)
    this.name = 'ReadingTookTooLong'
  }
}

/**
 * Opens the reader; its worker thread starts with the first picture and is kept alive. A picture that takes longer than
 * `secondsMax` is given up with `ReadingTookTooLong`, and the next one gets a fresh thread.
 */
export function openReader({ secondsMax = 25 }: { secondsMax?: number } = {}): Reader {
  let worker: Promise<Worker> | undefined
  let last: Promise<unknown> = Promise.resolve()
  const close = async () => {
    const closing = worker
    worker = undefined
    await closing?.then((each) => each.terminate()).catch(() => undefined)
  }
  const readOne = async (picture: Buffer): Promise<PageReading> => {
    worker ??= startWorker()
    const ready = await worker.catch((error) => {
      worker = undefined
      throw error
    })
    const began = performance.now()
    const given = new AbortController()
    const late = sleep(secondsMax * 1_000, 'late' as const, { signal: given.signal }).catch(
      () => 'late' as const,
    )
    const reading = ready.recognize(picture, {}, { text: false, blocks: true })
    try {
      const first = await Promise.race([reading, late])
      if (first === 'late') {
        reading.catch(() => undefined)
        await close()
        throw new ReadingTookTooLong(secondsMax)
      }
      return { words: wordsOf(first.data), seconds: (performance.now() - began) / 1_000 }
    } finally {
      given.abort()
    }
  }
  return {
    close,
    read(picture) {
      const mine = last.then(() => readOne(picture))
      last = mine.catch(() => undefined)
      return mine
    },
  }
}

async function startWorker(): Promise<Worker> {
  const data = dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/vie/package.json')))
  const worker = await createWorker('vie', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    // Otherwise it writes its language data into the working folder.
    cacheMethod: 'none',
    gzip: true,
    // Without one a picture it cannot read ends the process.
    errorHandler: () => {},
  })
  // What it remarks about a picture is nobody's business.
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, debug_file: '/dev/null' })
  return worker
}

function wordsOf({ blocks }: Page): ReadWord[] {
  const lines = (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines: each }) => each))
  return lines.flatMap(({ words }, line) =>
    words.map(({ text, confidence, bbox, symbols }) => ({
      text: text.normalize('NFC'),
      confidence: Math.round(confidence),
      letters: Math.round(leastSure(symbols) ?? confidence),
      line,
      box: { left: bbox.x0, top: bbox.y0, right: bbox.x1, bottom: bbox.y1 },
    })),
  )
}

function leastSure(symbols: readonly { text: string; confidence: number }[]): number | undefined {
  const letters = symbols.filter(({ text }) => /[\p{L}\d]/u.test(text))
  return letters.length === 0 ? undefined : Math.min(...letters.map(({ confidence }) => confidence))
}
