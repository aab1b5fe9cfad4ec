import type { Transaction } from './database.ts'

/** A piece of long work as people see it: it can be left and come back to. */
export interface Job {
  id: string
  name: string
  state: 'waiting' | 'running' | 'done' | 'failed'
  /** Steps finished, of `total`; total is undefined until the work has counted itself. */
  done: number
  total: number | undefined
  /** What is being done just now, in Vietnamese, for the screen. */
  message: string | undefined
  /** What the handler returned; only in state `done`. */
  result: unknown
  /** Why it failed, one sentence; only in state `failed`. */
  because: string | undefined
  /** The officer's id, or the job's name when the machine began it. */
  startedBy: string | undefined
  createdAt: Date
  startedAt: Date | undefined
  finishedAt: Date | undefined
}

/** What a handler is given beside its data. */
export interface Work {
  id: string
  /** The officer who asked, or undefined when the machine began it. */
  startedBy: string | undefined
  /** Shows how far the work is; writes to the database at most a few times a second. */
  report(progress: { done: number; total?: number; message?: string }): Promise<void>
  /** Aborted when the process is asked to stop. */
  signal: AbortSignal
}

export type Handler<Data> = (data: Data, work: Work) => Promise<unknown>

/** Long work outside the request, over PostgreSQL: what was sent survives the process that sent it. */
export interface Queue {
  /**
   * Asks for work and returns the job's id. With a `key`, asking twice gives the same job; with `within`, the
   * job exists only if that transaction commits.
   */
  send<Data extends object>(
    name: string,
    data: Data,
    options?: { key?: string; startedBy?: string; within?: Transaction },
  ): Promise<string>
  /** Names who does the work; a handler that throws fails its job with the error's message. */
  work<Data extends object>(name: string, handler: Handler<Data>): Promise<void>
  /** Sends `data` at each time of `cron` (five fields), Vietnamese time. */
  schedule<Data extends object>(name: string, cron: string, data: Data): Promise<void>
  find(id: string): Promise<Job | undefined>
  /** The newest first. */
  list(options?: { name?: string; limit?: number }): Promise<Job[]>
  /** The job now and at each change, until it is done or failed or `signal` aborts. */
  watch(id: string, signal?: AbortSignal): AsyncIterable<Job>
  /** Lets running work finish for a few seconds, then gives it back. */
  stop(): Promise<void>
}
