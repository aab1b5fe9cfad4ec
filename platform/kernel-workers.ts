import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { blocksOf, type Kernel, type KernelLayout, openKernel } from '#rules/wasm'

/** What a worker is started with. */
interface Task {
  kernelOf: 'rules'
  module: WebAssembly.Module
  layout: KernelLayout
  memory: WebAssembly.Memory
}

/** Half a million persons: long enough to hide the message, short enough that threads end together. */
const chunkBlocks = 32

export interface KernelPool {
  /** Judges the first `persons` of the memory; settles when all of them are done. */
  run(persons: number): Promise<void>
  close(): Promise<void>
}

/**
 * Threads that run one kernel over one shared memory, a chunk of blocks at a time. The columns must be in the memory
 * before `run` and the results are there after it.
 */
export async function openKernelPool(
  kernel: Kernel,
  memory: WebAssembly.Memory,
  threads: number,
): Promise<KernelPool> {
  const task: Task = {
    kernelOf: 'rules',
    module: new WebAssembly.Module(kernel.bytes),
    layout: kernel.layout,
    memory,
  }
  const workers = Array.from(
    { length: threads },
    () => new Worker(fileURLToPath(import.meta.url), { workerData: task }),
  )
  await Promise.all(workers.map(nextMessage))
  return {
    async run(persons) {
      const blocks = blocksOf(kernel.layout, persons)
      let next = 0
      const work = async (worker: Worker) => {
        while (next < blocks) {
          const from = next
          next = Math.min(blocks, next + chunkBlocks)
          const done = nextMessage(worker)
          worker.postMessage([from, next])
          await done
        }
      }
      await Promise.all(workers.map(work))
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

/** The worker's next message; rejects when the worker fails instead. */
function nextMessage(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const answered = () => {
      worker.off('error', failed)
      resolve()
    }
    const failed = (error: Error) => {
      worker.off('message', answered)
      reject(new Error('A thread of the rules kernel failed', { cause: error }))
    }
    worker.once('message', answered)
    worker.once('error', failed)
  })
}

function serve(task: Task): void {
  const kernel = openKernel(task.module, task.layout, task.memory)
  parentPort?.on('message', ([from, to]: [number, number]) => {
    kernel.run(from, to)
    parentPort?.postMessage('done')
  })
  parentPort?.postMessage('ready')
}

if (!isMainThread && (workerData as Partial<Task> | null)?.kernelOf === 'rules') serve(workerData as Task)
