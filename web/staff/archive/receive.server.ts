import { addScan, type Book, findBook, finishReceiving, recordBatch, type ToldFile } from '#archive'
import { recordChange } from '#platform/audit'
import { withActor } from '#platform/database'
import { type Files, FileTooLarge, type StoredFile } from '#platform/files'
import { plainFileName } from '#platform/multipart'
import { measurePicture, type ScanType, sniffScan } from '#platform/pictures'
import type { Desk } from '#web/staff/access.ts'
import { filesOf, unitOf } from './tools.server.ts'

/** Bytes a file may have; the whole of an upload is limited at the server's door. */
const fileBytesMax = 20 * 1_048_576
const filesMax = 200
/** Enough of a file to know what it is. */
const sniffedBytes = 4_100

interface Kept {
  ok: true
  fileName: string
  type: ScanType
  file: StoredFile
}

/**
 * Takes the files of one upload: each is told from its content, measured without being opened up, kept by its hash, and
 * a job is asked to read them. Returns the number of the batch; files that were not taken are told with it.
 */
export async function receive(
  desk: Desk,
  files: readonly File[],
  place: { bookId: number | undefined; firstNumber: number | undefined },
): Promise<number> {
  const store = filesOf(desk)
  const ordered = files
    .slice(0, filesMax)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'vi', { numeric: true }))
  const taken: (Kept | (ToldFile & { ok: false }))[] = []
  for (const file of ordered) taken.push(await keepOne(store, file))
  return withActor(desk.database, desk.actor, async (transaction) => {
    const book = place.bookId === undefined ? undefined : await findBook(transaction, place.bookId)
    const batch = {
      unitUid: book ? book.unitUid : unitOf(desk),
      bookId: book?.id,
      firstNumber: book ? numberWithin(book, place.firstNumber) : undefined,
    }
    const id = await recordBatch(transaction, batch)
    const told: ToldFile[] = taken.flatMap((each) => (each.ok ? [] : [withoutOk(each)]))
    let added = 0
    for (const [ordinal, each] of taken.entries()) {
      if (!each.ok) continue
      const { file, type, fileName } = each
      const { isNew, scanId } = await addScan(
        transaction,
        { id, ...batch },
        { file, type, fileName, ordinal },
      )
      if (isNew) added += 1
      else told.push({ fileName, because: 'repeated', scanId })
    }
    const jobId =
      added === 0
        ? undefined
        : await desk.queue.send(
            'readScans',
            { batchId: id, actor: desk.actor },
            { startedBy: desk.officer.id, within: transaction },
          )
    await finishReceiving(transaction, id, { told, jobId })
    const subject = { kind: 'batch', id: String(id), ...(batch.unitUid ? { unitUid: batch.unitUid } : {}) }
    await recordChange(transaction, 'receiveScans', subject, { added, notTaken: told.length })
    return id
  })
}

function withoutOk({ fileName, because }: ToldFile): ToldFile {
  return { fileName, because }
}

function numberWithin({ numberFrom, numberTo }: Book, asked: number | undefined): number | undefined {
  return asked !== undefined && asked >= numberFrom && asked <= numberTo ? asked : undefined
}

async function keepOne(store: Files, file: File): Promise<Kept | (ToldFile & { ok: false })> {
  const fileName = plainFileName(file.name)
  const refuse = (because: ToldFile['because']) => ({ ok: false as const, fileName, because })
  if (file.size > fileBytesMax) return refuse('tooLarge')
  const sniffed = await sniffScan(new Uint8Array(await file.slice(0, sniffedBytes).arrayBuffer()))
  if (!sniffed.ok) return refuse(sniffed.because)
  if (sniffed.type !== 'application/pdf') {
    const measured = await measurePicture(new Uint8Array(await file.arrayBuffer()))
    if (!measured.ok) return refuse(measured.because)
  }
  try {
    const kept = await store.keep(file.stream(), { bytesMax: fileBytesMax })
    return { ok: true, fileName, type: sniffed.type, file: kept }
  } catch (error) {
    if (error instanceof FileTooLarge) return refuse('tooLarge')
    throw error
  }
}
