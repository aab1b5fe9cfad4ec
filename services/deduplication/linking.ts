import {
  assertUsable,
  type Blocks,
  blocksOf,
  checkBudget,
  cluster,
  comparePairs,
  countBlocks,
  countRandomPatterns,
  hopefulPatterns,
  type LevelVector,
  type LinkageSettings,
  type Model,
  type PatternCounts,
  patternsOf,
  patternTerms,
  peopleSettings,
  probabilityOf,
  type RecordFeatures,
  type ScoredPairs,
  scorePairs,
  type TermFrequencies,
  type TermTable,
  termTables,
} from '#linkage'
import type { Duckdb } from '#platform/duckdb'
import { comparePairsBySql } from './linking-by-sql.ts'
import { identitiesOf } from './linking-identities.ts'
import { dropTables, fetchFeatures, loadRecords } from './linking-records.ts'
import { type TrainingInput, trainModel } from './training.ts'

export type { Model } from '#linkage'

/** More candidates than that are not kept but compared again once there is a model: 12 bytes a pair. */
const keptMax = 40_000_000

/** Two records whose match weight reaches the review threshold; `a` is the smaller record id. */
export interface ScoredPair {
  a: number
  b: number
  /** Bits, prior and term frequencies included. */
  weight: number
  probability: number
  /** The level of every comparison, or null where there was nothing to compare: what explainPair needs. */
  levels: LevelVector
  /** How frequent the shared terms are, by comparison, where the level counts them: what explainPair needs. */
  termFrequencies: TermFrequencies
}

/** A pair at or above the link threshold that was kept apart: its groups hold two different valid citizen IDs. */
interface LinkConflict {
  a: number
  b: number
  /** The records that hold the two IDs. */
  holders: readonly [number, number]
}

/** What one run of the linkage found. */
export interface LinkRun {
  model: Model
  records: number
  /** Candidate pairs compared, each once, and by the rule that found them first. */
  comparedPairs: number
  comparedByRule: { rule: string; pairs: number }[]
  /** Strongest first. */
  pairs: ScoredPair[]
  /** Records that the pairs at or above the link threshold hold together: two and more, ascending. */
  clusters: number[][]
  /** For the clerk. */
  conflicts: LinkConflict[]
  largestCluster: number
}

export interface LinkOptions {
  /**
   * A table, or the path of a .csv or .parquet file, with the columns record_id BIGINT, name, sex ('male', 'female'),
   * birth_from and birth_to DATE (or birth_year, birth_month, birth_day), citizen_id, old_id, unit_uid, village,
   * household_id, phone. All but record_id may be NULL; all but record_id and name may be left out.
   */
  records: string
  /** A table (unit_uid, commune) giving today's commune of every unit; without it units stand for themselves. */
  communes?: string
  /** A model trained before; without one this run trains its own. */
  model?: Model
  settings?: LinkageSettings
  /**
   * Who makes the candidates and compares them: a compiled function, or DuckDB by SQL, which is the reference and gives
   * the same pairs and weights. Only for all records at once.
   */
  by?: 'compiled' | 'sql'
  /** Stamped on a model trained by this run. */
  trainedAt: string
  onProgress?: (progress: LinkProgress) => void
}

/** Told when a step begins; `done` steps are behind it. */
interface LinkProgress {
  step: LinkStep
  done: number
  total: number
}
const steps = ['load', 'features', 'block', 'compare', 'train', 'score', 'cluster'] as const
export type LinkStep = (typeof steps)[number]

/**
 * Links all records with each other. Throws UnreadableRecords, PairBudgetExceeded (before any pair is made) and
 * UnusableModel (a model that did not converge, or of other settings).
 */
export async function linkRecords(duckdb: Duckdb, options: LinkOptions): Promise<LinkRun> {
  return await link(duckdb, options)
}

/** Only pairs with at least one of the new records: the scores are those of a full run with the same model. */
export async function linkNew(
  duckdb: Duckdb,
  options: Omit<LinkOptions, 'by'> & { model: Model; newIds: readonly number[] },
): Promise<LinkRun> {
  return await link(duckdb, options, options.newIds)
}

async function link(duckdb: Duckdb, options: LinkOptions, newIds?: readonly number[]): Promise<LinkRun> {
  const { settings = peopleSettings, communes, onProgress } = options
  const begin = (step: LinkStep) => onProgress?.({ step, done: steps.indexOf(step), total: steps.length })
  if (options.model) assertUsable(options.model, settings)
  try {
    begin('load')
    await loadRecords(duckdb, options.records)
    begin('features')
    const features = await fetchFeatures(duckdb, communes)
    begin('block')
    const isNew = newIds && flags(features, newIds)
    const { blocks, pairsMax } = blockRecords(features, settings, isNew)
    const compare = (keep?: Uint8Array) =>
      comparePairs(features, settings, blocks, keep ? { isNew, keep } : { isNew })
    begin('compare')
    const bySql = options.by === 'sql' ? await comparePairsBySql(duckdb, features, settings) : undefined
    const keepsAll = bySql !== undefined || pairsMax <= keptMax
    const seen = bySql ?? (options.model ? undefined : compare(keepsAll ? undefined : nonePattern(settings)))
    begin('train')
    const model =
      options.model ?? (await train(duckdb, { features, settings, seen, trainedAt: options.trainedAt }))
    begin('score')
    const tables = termTables(features, settings, model)
    const pairs = seen && keepsAll ? seen : compare(hopefulPatterns(settings, model, tables))
    const scored = scorePairs(features, settings, { model, pairs, tables })
    begin('cluster')
    return {
      model,
      comparedPairs: pairs.pairs,
      comparedByRule: blocks.map(({ rule }, index) => ({ rule: rule.id, pairs: pairs.byRule[index] ?? 0 })),
      ...results({ features, settings, scored, tables }),
    }
  } finally {
    await dropTables(duckdb)
  }
}

/** Candidates by every rule, within the budget: counted first, refused before any pair is made. */
function blockRecords(
  features: RecordFeatures,
  settings: LinkageSettings,
  isNew: Uint8Array | undefined,
): { blocks: Blocks[]; pairsMax: number } {
  const blocks = settings.blockingRules.map((rule) => blocksOf(features, rule))
  const counts = blocks.map((each) => countBlocks(each, isNew))
  checkBudget(counts, settings.pairBudget, (example) => `như hồ sơ ${features.ids[example]}`)
  return { blocks, pairsMax: counts.reduce((sum, { pairs }) => sum + pairs, 0) }
}

/** Keeps no pair: a first look that only counts. */
function nonePattern({ comparisons }: LinkageSettings): Uint8Array {
  return new Uint8Array(patternsOf(comparisons).count)
}

async function train(
  duckdb: Duckdb,
  { seen, ...input }: Omit<TrainingInput, 'blocked' | 'random'> & { seen: PatternCounts | undefined },
): Promise<Model> {
  if (!seen) throw new Error('A model is trained on the pairs that were compared')
  const random = countRandomPatterns(input.features, input.settings)
  const model = await trainModel(duckdb, { ...input, blocked: seen, random })
  assertUsable(model, input.settings)
  return model
}

function flags({ ids }: RecordFeatures, newIds: readonly number[]): Uint8Array {
  const wanted = new Set(newIds)
  const isNew = new Uint8Array(ids.length)
  for (let record = 0; record < ids.length; record++) if (wanted.has(ids[record] as number)) isNew[record] = 1
  return isNew
}

function results({
  features,
  settings,
  scored,
  tables,
}: {
  features: RecordFeatures
  settings: LinkageSettings
  scored: ScoredPairs
  tables: readonly TermTable[]
}): Omit<LinkRun, 'model' | 'comparedPairs' | 'comparedByRule'> {
  const { ids } = features
  const idOf = (position: number) => ids[position] as number
  const linked = scored.weight.findIndex((weight) => weight < settings.linkWeight)
  const edges = linked < 0 ? scored.weight.length : linked
  const clusters = cluster(
    { first: scored.first.subarray(0, edges), second: scored.second.subarray(0, edges) },
    identitiesOf(features),
  )
  return {
    records: ids.length,
    pairs: pairsOf(features, settings, scored, tables),
    clusters: membersOf(clusters.root).map((members) => members.map(idOf)),
    conflicts: clusters.conflicts.map(({ first, second, holders: [one, other] }) => ({
      a: idOf(first),
      b: idOf(second),
      holders: [idOf(one), idOf(other)],
    })),
    largestCluster: clusters.largest,
  }
}

function pairsOf(
  { ids, rows, width }: RecordFeatures,
  { comparisons }: LinkageSettings,
  { first, second, pattern, weight }: ScoredPairs,
  tables: readonly TermTable[],
): ScoredPair[] {
  const { levelsOf } = patternsOf(comparisons)
  const terms = patternTerms(comparisons, tables)
  const known = new Map<number, LevelVector>()
  return Array.from(first, (l, at) => {
    const code = pattern[at] as number
    const levels = known.get(code) ?? levelsOf(code)
    known.set(code, levels)
    const shared = terms.flatMap((row, index): [string, number][] => {
      const table = tables[row[code] as number]
      const term = table && rows[l * width + table.offset]
      return table ? [[comparisons[index]?.id as string, table.frequencies[term as number] as number]] : []
    })
    return {
      a: ids[l] as number,
      b: ids[second[at] as number] as number,
      weight: weight[at] as number,
      probability: probabilityOf(weight[at] as number),
      levels,
      termFrequencies: Object.fromEntries(shared),
    }
  })
}

/** The members of every cluster of two and more, by position, in the order of their smallest. */
function membersOf(root: Int32Array): number[][] {
  const clusters = new Map<number, number[]>()
  for (let position = 0; position < root.length; position++) {
    const top = root[position] as number
    if (position === top) continue
    const members = clusters.get(top) ?? [top]
    members.push(position)
    clusters.set(top, members)
  }
  return [...clusters].sort(([a], [b]) => a - b).map(([, members]) => members)
}
