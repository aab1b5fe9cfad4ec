import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { LocalDate } from '#calendar'
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
  | { is: 'failed'; because: string }

/** A list of a million rows fits. */
const memoryMegabytes = 3_072
/** What a thread may take to leave its transaction when it is asked to stop. */
const patienceMs = 3_000

/**
 * Does the work on a list in a thread of its own, so that no page waits while a file of fifty megabytes is read. What
 * is committed stays when the thread or its process is killed.
 */
export function workInThread(
  url: string,
  { task, today }: { task: ListTask; today: LocalDate },
  { report, signal }: { report: (progress: ListProgress) => Promise<void>; signal: AbortSignal },
): Promise<unknown> {
  const errand: Errand = { errandOf: 'list', url, task, today }
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: errand,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
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
      else reject(new Error(message.because))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('Việc với danh sách dừng giữa chừng; hãy yêu cầu lại')))
  }).finally(() => {
    signal.removeEventListener('abort', stop)
    void worker.terminate()
  })
}

async function run({ url, task, today }: Errand): Promise<void> {
  const stopped = new AbortController()
  parentPort?.on('message', () => stopped.abort())
  const database = openDatabase(url, { max: 2 })
  const send = (message: Message) => parentPort?.postMessage(message)
  try {
    const result = await workOnList(database, task, {
      today,
      signal: stopped.signal,
      onProgress: (progress) => send({ is: 'progress', progress }),
    })
    send({ is: 'done', result })
  } catch (error) {
    send({ is: 'failed', because: error instanceof Error ? error.message : String(error) })
  } finally {
    await database.close()
  }
}

if (!isMainThread && (workerData as Partial<Errand> | null)?.errandOf === 'list')
  await run(workerData as Errand)
