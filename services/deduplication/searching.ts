import { type LinkageSettings, type Model, peopleSettings, UnusableModel } from '#linkage'
import type { Duckdb } from '#platform/duckdb'
import { type LinkOptions, type LinkRun, linkNew, linkRecords } from './linking.ts'
import { type KeptModel, versionOf } from './models.ts'
import { shippedModel } from './shipped-model.ts'

/** What a search found, and by which model, by name. */
export interface SearchResult extends LinkRun {
  version: string
}

/** Records in a register that may train a model of its own. */
const peopleMin = 50_000
/** Pairs that carry the same number: with fewer, what training says of names and births is chance. */
const surePairsMin = 500
/** The name of the model that comes with the program begins with this. */
const shippedMark = 'shipped'

/** Who is new or changed against all, by the model in use: the scores are those of a full search. */
export async function searchNew(
  duckdb: Duckdb,
  options: LinkOptions,
  { inUse, newIds }: { inUse: KeptModel; newIds: readonly number[] },
): Promise<SearchResult> {
  const run = await linkNew(duckdb, { ...options, model: inUse.model, newIds })
  return { ...run, version: inUse.version }
}

/**
 * Everyone against everyone. The model in use stays in use, so that what is found does not shift from run to run; a
 * register without one trains its own when it is large enough to be believed, and takes the shipped one until then. A
 * model that did not converge is never used.
 */
export async function searchAll(
  duckdb: Duckdb,
  options: LinkOptions,
  { people, inUse }: { people: number; inUse: KeptModel | undefined },
): Promise<SearchResult> {
  const isOwn = inUse !== undefined && !inUse.version.startsWith(shippedMark)
  if (!isOwn && people >= peopleMin) {
    const trained = await trainAndSearch(duckdb, options)
    if (trained) return trained
  }
  if (inUse)
    return { ...(await linkRecords(duckdb, { ...options, model: inUse.model })), version: inUse.version }
  const { model, version } = shippedFor(people, options.settings)
  return { ...(await linkRecords(duckdb, { ...options, model })), version }
}

/**
 * Whether a register has outgrown the shipped model it began with: twice as many people, or enough to train its own.
 * A model of its own is never outgrown by itself: an officer asks for another.
 */
export function isOutgrown({ version }: Pick<KeptModel, 'version'>, people: number): boolean {
  if (!version.startsWith(shippedMark)) return false
  const before = Number(version.split(' ').at(-1))
  return people > 2 * before || (before < peopleMin && people >= peopleMin)
}

async function trainAndSearch(duckdb: Duckdb, options: LinkOptions): Promise<SearchResult | undefined> {
  try {
    const run = await linkRecords(duckdb, options)
    return isBelievable(run.model) ? { ...run, version: versionOf(run.model) } : undefined
  } catch (error) {
    if (error instanceof UnusableModel) return undefined
    throw error
  }
}

/** Whether a model was trained to the end, and on enough to be believed. */
export function isBelievable({ converged, sessions }: Pick<Model, 'converged' | 'sessions'>): boolean {
  return converged && sessions.every((session) => session.converged && session.pairs >= surePairsMin)
}

/**
 * The shipped model for a register of so many people: how often two records taken at random are one person depends on
 * how many there are; the share of people recorded twice is taken to be that of the register it was trained on.
 */
export function shippedFor(
  people: number,
  settings: LinkageSettings = peopleSettings,
): { model: Model; version: string } {
  const shipped = shippedModel(settings)
  const prior = Math.min(0.001, (shipped.prior * shipped.records) / Math.max(people, 2))
  return { model: { ...shipped, prior }, version: `${shippedMark} ${versionOf(shipped)} ${people}` }
}
