import { setImmediate as breathe } from 'node:timers/promises'
import {
  type FormKind,
  findBatch,
  firstOfEach,
  keepMachineReading,
  listToRead,
  type MachineReading,
  proposeFields,
  type ScanPage,
  type ScanToRead,
} from '#archive'
import type { LocalDate } from '#calendar'
import { BilingualError } from '#platform/bilingual-error'
import { type Actor, type Database, withActor } from '#platform/database'
import type { Files } from '#platform/files'
import { openReader, type Reader, ReadingTookTooLong, type ReadWord } from '#platform/ocr'
import { drawPdf, PdfRefused } from '#platform/pdf-pages'
import { measurePicture, pictureLimits, preparePicture } from '#platform/pictures'
import type { Background } from './background.ts'

/** A batch of scans that was received, and the officer who brought it. */
interface ReadingAsked {
  batchId: number
  actor: Actor
}

/** What reading stands on: where the files are, and who reads them. */
export interface ReadingTools {
  files: Files
  reader: Reader
}

export interface ReadingOptions {
  today: LocalDate
  onProgress?: (progress: { done: number; total: number; message: string }) => Promise<void> | void
  /** Aborted when the process is asked to stop: what was read stays, the rest waits. */
  signal?: AbortSignal
}

/** Most of a picture that is kept beside the original: a photo of paper of some 200 kB. */
const shownBytesMax = 8 * 1_048_576

/**
 * Has the machine read every scan of a batch that waits for it, one transaction a scan. Killed in the middle it goes on
 * with those that still wait. What it reads is proposed to officers and goes nowhere else.
 */
export async function readBatch(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  batchId: number,
  { files, reader, today, onProgress, signal }: ReadingTools & ReadingOptions,
): Promise<{ batchId: number; read: number; failed: number }> {
  const scans = await withActor(database, actor, (transaction) => listToRead(transaction, batchId))
  const counts = { read: 0, failed: 0 }
  for (const [index, scan] of scans.entries()) {
    signal?.throwIfAborted()
    if (scan.state === 'waiting') {
      const reading = await readScan(await files.read(scan.sha256), scan, { files, reader, today })
      await withActor(database, actor, (transaction) => keepMachineReading(transaction, scan.id, reading))
      counts[reading.ok ? 'read' : 'failed'] += 1
    }
    await onProgress?.({
      done: index + 1,
      total: scans.length,
      message: `Đã đọc ${index + 1} trên ${scans.length} tệp`,
    })
  }
  return { batchId, ...counts }
}

/** Why a file could not be read, for the officer who brought it: what happened and what to do. It is kept with the scan. */
const failures = {
  locked: 'PDF có mật khẩu: mở khóa rồi tải lên lại',
  broken: 'Tệp hỏng, không mở được: chụp hoặc quét lại trang này',
  tooManyPages: `Tệp có quá nhiều trang: tách thành các tệp nhiều nhất ${pictureLimits.pagesMax} trang rồi tải lên lại`,
  tooManyPixels: 'Ảnh quá lớn, hơn 40 triệu điểm: chụp ở cỡ nhỏ hơn, hoặc quét lại ở 300 dpi',
  tooSlow: 'Trang PDF quá nặng, vẽ mãi không xong: in ra ảnh rồi tải lên lại',
} as const

const english: Readonly<Record<keyof typeof failures, string>> = {
  locked: 'A PDF with a password: unlock it and upload it again',
  broken: 'The file is broken and cannot be opened: photograph or scan the page again',
  tooManyPages: `Too many pages: split it into files of at most ${pictureLimits.pagesMax} pages and upload them`,
  tooManyPixels: 'More than 40 million points: take it at a smaller size, or scan it again at 300 dpi',
  tooSlow: 'A page of the PDF is too heavy to draw: print it to pictures and upload those',
}

/** The sentence that is kept with a scan, in the language of the page; an officer's own words stay as they are. */
export function failureIn(because: string | undefined, lang: 'vi' | 'en'): string | undefined {
  const key = (Object.keys(failures) as (keyof typeof failures)[]).find((each) => failures[each] === because)
  return key && lang === 'en' ? english[key] : because
}

async function readScan(
  bytes: Buffer,
  { type, turns, form: told }: ScanToRead,
  tools: ReadingTools & { today: LocalDate },
): Promise<MachineReading> {
  const read: Omit<ScanPage, 'proposals'>[] = []
  const add = (page: Omit<ScanPage, 'proposals'>) => read.push(page)
  try {
    if (type === 'application/pdf')
      for await (const page of drawPdf(bytes))
        add(await readPdfPage(page, { ...tools, quarters: turns[page.number] }))
    else {
      const measured = await measurePicture(bytes)
      if (!measured.ok) return { ok: false, because: because(measured.because) }
      for (let page = 0; page < measured.pages; page++)
        add({
          number: page + 1,
          ...(await readPicture(bytes, { page, ...tools, quarters: turns[page + 1] })),
        })
    }
  } catch (error) {
    if (error instanceof PdfRefused || error instanceof Unreadable)
      return { ok: false, because: because(error.because) }
    throw error
  }
  return { ok: true, ...proposedFrom(read, told, tools.today) }
}

/** The form is what its first page that says so is; turned pages are read for what an officer said it is. */
function proposedFrom(
  read: readonly Omit<ScanPage, 'proposals'>[],
  told: FormKind | undefined,
  today: LocalDate,
): { form: FormKind | undefined; pages: ScanPage[] } {
  const found = read.map(({ words }) => proposeFields(words, { today }, told))
  const proposals = firstOfEach(found)
  return {
    form: found.find(({ form }) => form !== undefined)?.form,
    pages: read.map((page, at) => ({ ...page, proposals: proposals[at] ?? [] })),
  }
}

/** A picture that cannot be decoded: the file's fault, and no reason to try again. */
class Unreadable extends Error {
  readonly because = 'broken'
}

function because(reason: string): string {
  return failures[reason as keyof typeof failures] ?? failures.broken
}

async function readPdfPage(
  { number, picture, words }: { number: number; picture: Buffer; words: ReadWord[] | undefined },
  tools: ReadingTools & { quarters: number | undefined },
): Promise<Omit<ScanPage, 'proposals'>> {
  // A page that was turned by hand lay wrong in the file: its own text lies as wrong, and the picture is read.
  if (!words || (tools.quarters ?? 0) % 4 !== 0)
    return { number, ...(await readPicture(picture, { page: 0, ...tools })) }
  const measured = await measurePicture(picture)
  if (!measured.ok) throw new PdfRefused('broken')
  const { sha256 } = await tools.files.keep([picture], { bytesMax: shownBytesMax })
  const { width, height } = measured
  return { number, shown: sha256, width, height, source: 'text', words, seconds: 0 }
}

async function readPicture(
  bytes: Buffer,
  { page, files, reader, quarters }: ReadingTools & { page: number; quarters: number | undefined },
): Promise<Omit<ScanPage, 'number' | 'proposals'>> {
  const { shown, reading, width, height } = await preparePicture(bytes, { page, quarters }).catch(() => {
    throw new Unreadable()
  })
  const { sha256 } = await files.keep([shown], { bytesMax: shownBytesMax })
  await breathe()
  try {
    const { words, seconds } = await reader.read(reading)
    return { shown: sha256, width, height, source: 'ocr', words, seconds }
  } catch (error) {
    if (!(error instanceof ReadingTookTooLong)) throw error
    // The picture is there for people all the same.
    return { shown: sha256, width, height, source: 'none', words: [], seconds: 0 }
  }
}

/** Reads what the queue asks for, with one reader for the life of the process. Returns how to let go of it. */
export async function workOnScans(
  { database, queue, today }: Background,
  files: Files,
): Promise<() => Promise<void>> {
  const reader = openReader()
  await queue.work<ReadingAsked>('readScans', async ({ batchId, actor }, { report, signal }) => {
    const batch = await withActor(database, actor, (transaction) => findBatch(transaction, batchId))
    if (!batch)
      throw new BilingualError({
        vi: `Không có lô ảnh số ${batchId} trong địa bàn của ông/bà: tải ảnh lên lại`,
        en: `There is no batch ${batchId} in your area: upload its pictures again`,
      })
    return readBatch(database, actor, batchId, { files, reader, today: today(), onProgress: report, signal })
  })
  return () => reader.close()
}
