import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type WrittenPeople, writePeople } from '#bench/people/write'
import { type LinkOptions, type LinkRun, linkNew, linkRecords } from '#deduplication'
import { explainPair, PairBudgetExceeded, peopleSettings } from '#linkage'
import { type Duckdb, openDuckdb, sqlText } from '#platform/duckdb'
import { readTruth, type Truth } from './truth.ts'

const trainedAt = '2026-11-23T00:00:00Z'
let home: string
let data: WrittenPeople
let duckdb: Duckdb
let truth: Truth
let run: LinkRun

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'an-sinh-linkage-'))
  data = await writePeople({ folder: home, records: 20_000, seed: 5 })
  truth = readTruth(data.truth)
  duckdb = await openDuckdb({ threads: 2, memoryLimitMb: 1_024 })
  await duckdb.run(
    `create table commune as select * from read_csv(${sqlText(data.communes)}, all_varchar = true)`,
  )
  run = await linkRecords(duckdb, options())
})
afterAll(() => {
  duckdb.close()
  rmSync(home, { recursive: true, force: true })
})

function options(more: Partial<LinkOptions> = {}): LinkOptions {
  return { records: data.people, communes: 'commune', trainedAt, ...more }
}

function found({ pairs }: LinkRun) {
  return pairs.map(({ a, b, weight }) => `${a} ${b} ${weight}`)
}

describe('linking 20,000 invented records', () => {
  it('finds nearly all duplicates and takes hardly anybody for somebody else', () => {
    const linked = run.pairs.filter(({ weight }) => weight >= peopleSettings.linkWeight)
    const right = linked.filter(({ a, b }) => truth.personOf[a] === truth.personOf[b]).length
    expect(right / truth.pairs.first.length).toBeGreaterThan(0.96)
    expect(right / linked.length).toBeGreaterThan(0.99)
    expect(run.model.converged).toBe(true)
    expect(run.largestCluster).toBeLessThan(8)
  })

  it('gives the same model, pairs, weights and clusters when DuckDB compares by SQL from end to end', async () => {
    const bySql = await linkRecords(duckdb, options({ by: 'sql' }))
    expect(bySql.comparedByRule).toEqual(run.comparedByRule)
    expect(bySql.model).toEqual(run.model)
    expect(bySql.pairs).toEqual(run.pairs)
    expect(bySql).toEqual(run)
  })

  it('gives each pair the weight that its waterfall adds up to', () => {
    expect(run.pairs.length).toBeGreaterThan(1_000)
    for (const { levels, termFrequencies, weight, probability } of run.pairs) {
      const explained = explainPair(peopleSettings, run.model, levels, termFrequencies)
      expect(explained.weight).toBeCloseTo(weight, 6)
      expect(explained.probability).toBeCloseTo(probability, 6)
    }
  })

  it('gives the same pairs from a CSV, a Parquet file and a table, on one thread and on two', async () => {
    const single = await openDuckdb({ threads: 1, memoryLimitMb: 1_024 })
    try {
      const parquet = join(home, 'people.parquet')
      await single.run(`create table commune as from read_csv(${sqlText(data.communes)}, all_varchar = true)`)
      await single.run(
        `create table shuffled as select * from read_csv(${sqlText(data.people)}, all_varchar = true) order by hash(record_id)`,
      )
      await single.run(`copy shuffled to ${sqlText(parquet)} (format parquet)`)
      expect(found(await linkRecords(single, options({ records: parquet })))).toEqual(found(run))
      const again = await linkRecords(single, options({ records: 'shuffled' }))
      expect(found(again)).toEqual(found(run))
      expect(again.model).toEqual(run.model)
    } finally {
      single.close()
    }
  })

  it('finds for new records what a full run finds for them, by the same frozen model', async () => {
    const newIds = truth.pairs.second.filter((_, at) => at % 3 === 0)
    const isNew = new Set(newIds)
    const incremental = await linkNew(duckdb, { ...options(), model: run.model, newIds: [...newIds] })
    const full = await linkRecords(duckdb, options({ model: run.model }))
    expect(found(full)).toEqual(found(run))
    const expected = full.pairs.filter(({ a, b }) => isNew.has(a) || isNew.has(b))
    expect(expected.length).toBeGreaterThan(300)
    expect(incremental.pairs).toEqual(expected)
    expect(incremental.comparedPairs).toBeLessThan(full.comparedPairs / 2)
  })

  it('keeps two people with different valid citizen IDs in different clusters, and tells of the pair', async () => {
    const rows = await duckdb.rows<{ record_id: string; citizen_id: string | null }>(
      `select record_id, citizen_id from read_csv(${sqlText(data.people)}, all_varchar = true)`,
    )
    const idOf = new Map(rows.map(({ record_id, citizen_id }) => [Number(record_id), citizen_id ?? '']))
    for (const members of run.clusters) {
      const ids = new Set(members.map((each) => idOf.get(each)).filter((id) => id?.startsWith('040')))
      expect(ids.size).toBeLessThanOrEqual(1)
    }
    expect(run.conflicts.length).toBeGreaterThan(0)
    for (const { holders } of run.conflicts) expect(idOf.get(holders[0])).not.toBe(idOf.get(holders[1]))
  })

  it('refuses to make more pairs than the budget, and says what to do', async () => {
    const refused = linkRecords(duckdb, options({ settings: { ...peopleSettings, pairBudget: 1_000 } }))
    await expect(refused).rejects.toThrow(PairBudgetExceeded)
    await expect(refused).rejects.toThrow(
      /quá hạn mức 1.000. Khóa gom "\w+" tạo [\d.]+ cặp; nhóm lớn nhất: như hồ sơ \d+/,
    )
  })

  it('refuses a model that did not converge', async () => {
    const settings = { ...peopleSettings, iterationsMax: 2 }
    await expect(linkRecords(duckdb, options({ settings }))).rejects.toThrow('chưa hội tụ')
  })

  it('says which columns are missing, and leaves no table behind', async () => {
    await duckdb.run('create or replace table nameless as select 1 as record_id')
    await expect(linkRecords(duckdb, options({ records: 'nameless' }))).rejects.toThrow(
      'không có cột record_id hoặc name',
    )
    const tables = await duckdb.rows(
      "select table_name from duckdb_tables() where table_name like 'linkage%'",
    )
    expect(tables).toEqual([])
  })

  it('reads births from two days as from year, month and day', async () => {
    await duckdb.run(`create or replace table spans as select * exclude (birth_year, birth_month, birth_day),
      make_date(birth_year::int, coalesce(birth_month::int, 1), coalesce(birth_day::int, 1)) as birth_from,
      case when birth_day is not null then make_date(birth_year::int, birth_month::int, birth_day::int)
        else make_date(birth_year::int, 12, 31) end as birth_to
      from read_csv(${sqlText(data.people)}, all_varchar = true)`)
    expect(found(await linkRecords(duckdb, options({ records: 'spans' })))).toEqual(found(run))
  })
})
