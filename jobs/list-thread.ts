import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { LocalDate } from '#calendar'
import { BilingualError, sentenceOf } from '#platform/bilingual-error'
import { openDatabase } from '#platform/database'
import type { ListProgress } from './list-options.ts'
import { type ListTask, workOnList } from './list-work.ts'

/** What a thread is started with. */
interface Errand {
  errandOf: 'list'
  url: string
  task: ListTask
  today: LocalDate
}

type Message =
  | { is: 'progress'; progress: ListProgress }
  | { is: 'done'; result: unknown }
  | { is: 'failed'; told: { vi: string; en: string } }
  | { is: 'broken'; stack: string }

/** Enough for a list of a commune or a district; with less room, what is no longer needed goes sooner. */
const memoryMegabytes = 400
/** Rows are soon done with; with less room those that are not are copied about more often. */
const youngMegabytes = 72
/** A list of a million rows fits. */
const memoryMegabytesMax = 3_072
/** Larger files begin with all of that; the rows of an Excel file are packed. */
const bytesSmall = { csv: 16 * 1024 * 1024, xlsx: 8 * 1024 * 1024 }
/** What a thread may take to leave its transaction when it is asked to stop. */
const patienceMs = 3_000

/**
 * Does the work on a list in a thread of its own, so that no page waits while a large file is read. What
 * is committed stays when the thread or its process is killed. A list that needs more room than most is begun again
 * with more: what was not committed is as if it had never begun.
 */
export async function workInThread(
  url: string,
  { task, today, size }: { task: ListTask; today: LocalDate; size?: ListSize | undefined },
  control: Control,
): Promise<unknown> {
  const errand: Errand = { errandOf: 'list', url, task, today }
  const isSmall = size === undefined || size.bytes <= (size.isPacked ? bytesSmall.xlsx : bytesSmall.csv)
  for (const megabytes of isSmall ? [memoryMegabytes, memoryMegabytesMax] : [memoryMegabytesMax])
    try {
      return await inThread(errand, megabytes, control)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error
    }
  throw new BilingualError(tooLarge)
}

/** How large a file is; an Excel file is packed. */
export interface ListSize {
  bytes: number
  isPacked: boolean
}

interface Control {
  report: (progress: ListProgress) => Promise<void>
  signal: AbortSignal
}

function inThread(errand: Errand, megabytes: number, { report, signal }: Control): Promise<unknown> {
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: errand,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMegabytes },
  })
  const stop = () => {
    worker.postMessage('stop')
    setTimeout(() => void worker.terminate(), patienceMs).unref()
  }
  signal.addEventListener('abort', stop)
  return new Promise<unknown>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (message.is === 'progress') void report(message.progress)
      else if (message.is === 'done') resolve(message.result)
      else if (message.is === 'failed') reject(new BilingualError(message.told))
      else reject(new Error(message.stack))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new BilingualError(stoppedHalfWay)))
  }).finally(() => {
    signal.removeEventListener('abort', stop)
    void worker.terminate()
  })
}

const tooLarge = {
  vi: 'danh sách cần nhiều bộ nhớ hơn máy chủ dành cho một tệp; hãy chia thành nhiều tệp rồi nạp từng tệp',
  en: 'the list needs more memory than the server gives to one file; please divide it and bring in each part',
}

const stoppedHalfWay = {
  vi: 'việc với danh sách dừng giữa chừng; hãy yêu cầu lại',
  en: 'work on the list stopped half way; please ask for it again',
}

async function run({ url, task, today }: Errand): Promise<void> {
  const stopped = new AbortController()
  parentPort?.on('message', () => stopped.abort())
  const database = openDatabase(url, { max: 4 })
  const send = (message: Message) => parentPort?.postMessage(message)
  try {
    const result = await workOnList(database, task, {
      today,
      signal: stopped.signal,
      onProgress: (progress) => send({ is: 'progress', progress }),
    })
    send({ is: 'done', result })
  } catch (error) {
    const told = sentenceOf(error)
    if (told) send({ is: 'failed', told })
    else
      send({ is: 'broken', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  } finally {
    await database.close()
  }
}

if (!isMainThread && (workerData as Partial<Errand> | null)?.errandOf === 'list')
  await run(workerData as Errand)
