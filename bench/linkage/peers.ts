import {
  type BlockingRule,
  featureStatements,
  fetchFeaturesSql,
  fetchTextsSql,
  numberFeatures,
  pairsSql,
  peopleSettings,
  type RecordFeatures,
  recordFeatures,
  textsOf,
} from '#linkage'
import { type Duckdb, openDuckdb, sqlText } from '#platform/duckdb'
import type { Truth } from './truth.ts'

interface Baseline {
  peer: string
  recall: number
  precision: number
}

export interface Peers {
  features: RecordFeatures
  baselines: Baseline[]
  /** One plain hash join that makes the same candidate pairs. */
  joinMs: number
  joinedPairs: number
}

const sameId: BlockingRule[] = [
  { id: 'citizenId', label: { vi: 'CCCD', en: 'citizen ID' }, features: ['citizen_high', 'citizen_low'] },
  { id: 'oldId', label: { vi: 'CMND', en: 'old ID' }, features: ['old_high', 'old_low'] },
]
/** 1 January is a full date to whoever compares dates alone. */
const sameNameAndDay: BlockingRule[] = [
  { id: 'nameDay', label: { vi: 'tên + ngày sinh', en: 'name + day' }, features: ['folded', 'born_on'] },
  {
    id: 'nameNewYear',
    label: { vi: 'tên + 01/01', en: 'name + 1 January' },
    features: ['folded', 'new_year'],
  },
]

/** What simpler ways find in the same records, and what one join of them costs. */
export async function comparePeers(
  data: { people: string; truth: string; communes: string },
  truth: Truth,
): Promise<Peers> {
  const duckdb = await openDuckdb({ threads: 2, memoryLimitMb: 8_192 })
  try {
    const features = await loadFeatures(duckdb, data)
    const start = performance.now()
    await duckdb.run(`create table candidate as ${pairsSql(peopleSettings.blockingRules, 'feature')}`)
    const joinMs = Math.round(performance.now() - start)
    const [{ pairs: joinedPairs = 0 } = {}] = await duckdb.rows<{ pairs: number }>(
      'select count(*) as pairs from candidate',
    )
    const baselines = [
      await baselineOf(duckdb, { peer: 'same ID', rules: sameId, truth }),
      await baselineOf(duckdb, {
        peer: 'same ID, or folded name and full birth date',
        rules: [...sameId, ...sameNameAndDay],
        truth,
      }),
    ]
    return { features, baselines, joinMs, joinedPairs }
  } finally {
    duckdb.close()
  }
}

async function loadFeatures(
  duckdb: Duckdb,
  data: { people: string; truth: string; communes: string },
): Promise<RecordFeatures> {
  const types = `{'record_id': 'bigint', 'birth_year': 'smallint', 'birth_month': 'tinyint', 'birth_day': 'tinyint', 'household_id': 'bigint'}`
  const text = `'name', 'sex', 'citizen_id', 'old_id', 'unit_uid', 'village', 'phone', 'list_id'`
  const varchar = text.replaceAll(/'(\w+)'/g, "'$1': 'varchar'")
  await duckdb.run(
    `create table record as select * from read_csv(${sqlText(data.people)}, header = true, types = ${types.slice(0, -1)}, ${varchar}})`,
  )
  await duckdb.run(
    `create table commune as select * from read_csv(${sqlText(data.communes)}, all_varchar = true)`,
  )
  await duckdb.run(`create table truth as select * from read_csv(${sqlText(data.truth)}, header = true)`)
  for (const statement of featureStatements({ records: 'record', communes: 'commune', features: 'feature' }))
    await duckdb.run(statement)
  const [joined] = await duckdb.rows<{ texts: string }>(fetchTextsSql('feature'))
  const [ids, ...columns] = await duckdb.columns(fetchFeaturesSql('feature'))
  return recordFeatures(
    Float64Array.from(ids ?? []),
    new Map(numberFeatures.map((name, index) => [name, columns[index] ?? []])),
    textsOf((joined?.texts ?? '').split('\n')),
  )
}

async function baselineOf(
  duckdb: Duckdb,
  { peer, rules, truth }: { peer: string; rules: readonly BlockingRule[]; truth: Truth },
): Promise<Baseline> {
  const [{ found = 0, right = 0 } = {}] = await duckdb.rows<{ found: number; right: number }>(
    `select count(*) as found, count(*) filter (where a.person_id = b.person_id) as right
     from (${pairsSql(rules, 'feature')}) pairs
     join truth a on a.record_id = pairs.l join truth b on b.record_id = pairs.r`,
  )
  return { peer, recall: right / truth.pairs.first.length, precision: right / found }
}
