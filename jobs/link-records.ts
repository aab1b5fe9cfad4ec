import type { LocalDate } from '#calendar'
import {
  type ExportedRecords,
  exportRecords,
  findLatestRun,
  findModelInUse,
  isOutgrown,
  type KeptModel,
  type LinkOptions,
  type LinkStep,
  putToUse,
  type Run,
  recordRun,
  type SearchResult,
  searchAll,
  searchNew,
} from '#deduplication'
import { recordChange } from '#platform/audit'
import { type Database, type Transaction, withActor } from '#platform/database'
import { type Duckdb, openDuckdb } from '#platform/duckdb'
import { withTemporaryFolder } from '#platform/temporary-folder'
import type { Background } from './background.ts'

/** The queue's name for a search for people recorded twice. */
export const linkJob = 'linkRecords'

/** Three o'clock at night in Vietnam, when the sweep is done. */
const nightly = '0 3 * * *'

export interface LinkAsked {
  /** `full`: everyone against everyone; `new`: who is new or changed against all. */
  mode: Run['mode']
}

export interface LinkSearchOptions {
  mode: Run['mode']
  today: LocalDate
  /** The instant, stamped on a model that this search trains. */
  at: Date
  /** Trains a model of the register's own although one is in use. */
  retrain?: boolean
  startedBy?: string | undefined
  /** A clock in milliseconds. */
  elapsedMs?: () => number
  onProgress?: (progress: { done: number; total: number; message: string }) => Promise<void> | void
}

const machine = { kind: 'system', job: linkJob } as const

/** What is told while the engine works, by its steps. */
const stepTexts: Readonly<Record<LinkStep, string>> = {
  load: 'Đọc hồ sơ',
  features: 'Tách họ tên, ngày sinh, số định danh',
  block: 'Chọn các cặp đáng so',
  compare: 'So sánh từng cặp',
  train: 'Huấn luyện mô hình',
  score: 'Chấm điểm từng cặp',
  cluster: 'Gom nhóm',
}
const steps = Object.keys(stepTexts).length + 2

/**
 * Searches the register for people recorded twice and records the pairs for officers to decide; links nobody. Killed,
 * it leaves what was there; asked again, it does the same and doubles nothing. A first search is always a full one.
 */
export async function searchDuplicates(
  database: Pick<Database, 'pool'>,
  options: LinkSearchOptions,
): Promise<Run> {
  const { today, onProgress } = options
  const tell = async (done: number, message: string) => onProgress?.({ done, total: steps, message })
  return withTemporaryFolder(async (folder) => {
    const duckdb = await openDuckdb({ temporaryDirectory: folder })
    try {
      await tell(0, 'Lấy hồ sơ từ sổ')
      const register = await withActor(database, machine, async (transaction) => ({
        exported: await exportRecords(transaction, duckdb, { on: today, folder }),
        inUse: await findModelInUse(transaction),
        before: await findLatestRun(transaction),
      }))
      const mode = modeOf(register, options)
      const found = await compareRecords(duckdb, register, { ...options, mode })
      await tell(steps - 1, `Ghi ${found.pairs.length} cặp`)
      const run = await withActor(database, machine, (transaction) =>
        keep(transaction, found, { ...options, mode, exported: register.exported }),
      )
      await tell(steps, 'Xong')
      return run
    } finally {
      duckdb.close()
    }
  })
}

interface Register {
  exported: ExportedRecords
  inUse: KeptModel | undefined
  before: Run | undefined
}

/** Only who has changed, as long as everybody else was compared by a model that still fits. */
function modeOf({ exported, inUse, before }: Register, { mode, retrain }: LinkSearchOptions): Run['mode'] {
  return before && inUse && !retrain && !isOutgrown(inUse, exported.people) ? mode : 'full'
}

function compareRecords(
  duckdb: Duckdb,
  { exported, inUse }: Register,
  { mode, at, retrain, onProgress }: LinkSearchOptions,
): Promise<SearchResult> {
  const about: LinkOptions = {
    records: 'record',
    communes: 'commune',
    trainedAt: at.toISOString(),
    onProgress: ({ step, done }) =>
      void onProgress?.({ done: done + 1, total: steps, message: stepTexts[step] }),
  }
  if (mode === 'full' || !inUse)
    return searchAll(duckdb, about, { people: exported.people, inUse, ...(retrain ? { retrain } : {}) })
  return searchNew(duckdb, about, { inUse, newIds: exported.changed.map(({ recordId }) => recordId) })
}

async function keep(
  transaction: Transaction,
  found: SearchResult,
  options: LinkSearchOptions & { exported: ExportedRecords },
): Promise<Run> {
  const { mode, exported, today, startedBy, elapsedMs = () => 0 } = options
  const run = await recordRun(transaction, {
    mode,
    modelVersion: await putToUse(transaction, found.model, found.version),
    people: exported.people,
    compared: found.comparedPairs,
    conflicts: found.conflicts,
    tookMs: elapsedMs(),
    pairs: found.pairs,
    clusters: found.clusters,
    comparedAgain: exported.changed.map(({ recordId }) => recordId),
    digests: exported.changed,
    on: today,
  })
  const subject = { kind: 'linkRun', id: String(run.id) }
  await recordChange(transaction, linkJob, subject, { ...run, startedBy })
  return run
}

/**
 * Searches whenever the queue asks, and at night for whoever is new or has changed. A register that was never searched
 * is searched now.
 */
export async function workOnLinking({ database, queue, today }: Background, now: () => Date): Promise<void> {
  await queue.work<LinkAsked>(linkJob, async ({ mode }, { report, startedBy }) => {
    const began = performance.now()
    const run = await searchDuplicates(database, {
      mode,
      today: today(),
      at: now(),
      startedBy,
      elapsedMs: () => performance.now() - began,
      onProgress: report,
    })
    return { mode: run.mode, people: run.people, waiting: run.waiting }
  })
  await queue.schedule(linkJob, nightly, { mode: 'new' })
  const before = await withActor(database, machine, findLatestRun)
  if (!before) await queue.send(linkJob, { mode: 'full' }, { key: 'first' })
}
