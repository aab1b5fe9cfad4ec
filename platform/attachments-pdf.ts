import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

/** What a PDF says beside its pages. */
export interface PdfTraces {
  /** Locked, broken, too long or too slow to be looked through: then nothing is known of it. */
  isRead: boolean
  /** Its author, by its own notes (Info and XMP). */
  names: string[]
  hasComments: boolean
  hasAttachments: boolean
  isSigned: boolean
}

export const unread: PdfTraces = {
  ...{ isRead: false, names: [] },
  ...{ hasComments: false, hasAttachments: false, isSigned: false },
}

const pagesMax = 500
const megabytesMax = 512

/** Looks a PDF through, for `secondsMax` at most; it is never changed. */
export async function lookThroughPdf(bytes: Uint8Array, secondsMax = 15): Promise<PdfTraces> {
  const worker = new Worker(new URL('./attachments-pdf-worker.ts', import.meta.url), {
    // A copy: the thread's library takes the memory of what it is given.
    workerData: { bytes: Uint8Array.from(bytes), pagesMax },
    resourceLimits: { maxOldGenerationSizeMb: megabytesMax },
    // Warnings of the library are nobody's business here.
    stdout: true,
    stderr: true,
  })
  const given = new AbortController()
  try {
    const seen = new Promise<PdfTraces>((resolve) => {
      worker.on('message', resolve)
      worker.on('error', () => resolve(unread))
      worker.on('exit', () => resolve(unread))
    })
    const late = sleep(secondsMax * 1_000, unread, { signal: given.signal })
    late.catch(() => undefined)
    return await Promise.race([seen, late])
  } finally {
    given.abort()
    await worker.terminate()
  }
}
