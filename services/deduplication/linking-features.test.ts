import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foldText, tidyText, withToneOnFirstVowel } from '#identity'
import {
  blockCountsSql,
  blocksOf,
  comparePairs,
  compileComparisons,
  countBlocks,
  featureStatements,
  foldedSql,
  pairsSql,
  patternsOf,
  peopleSettings,
  type RecordFeatures,
  spellingSql,
  vectorsSql,
  writtenSql,
} from '#linkage'
import { type Duckdb, openDuckdb } from '#platform/duckdb'
import { fetchFeatures, loadRecords } from './linking-records.ts'

let duckdb: Duckdb
beforeAll(async () => {
  duckdb = await openDuckdb({ threads: 2, memoryLimitMb: 512 })
})
afterAll(() => duckdb.close())

const syllables =
  'Nguyễn Đặng Hoàng Huỳnh Thị Văn Hòa Hoà Hoa Thúy Thuý Thuỷ Thủy Quý Qúy Khoẻ Khỏe Loan Oánh Đức Anh An Ân Y Ý Đỗ Phương Thuỳ Xoè đ'
const syllable = fc.constantFrom(...syllables.split(' '))
const dressed = fc
  .tuple(syllable, fc.constantFrom('as it is', 'upper', 'lower', 'decomposed'))
  .map(([text, how]) => {
    if (how === 'upper') return text.toLocaleUpperCase('vi')
    if (how === 'lower') return text.toLocaleLowerCase('vi')
    return how === 'decomposed' ? text.normalize('NFD') : text
  })
const name = fc
  .array(dressed, { minLength: 1, maxLength: 4 })
  .chain((words) => fc.constantFrom(' ', '  ', ' ').map((space) => words.join(space)))

describe('names as SQL prepares them', () => {
  it('are folded and spelt as the identity engine does it', async () => {
    const names = fc.sample(
      fc.oneof(
        name,
        name.map((text) => `${text.replace(' ', "'")} - b`),
      ),
      { numRuns: 1_500, seed: 7 },
    )
    await duckdb.run('create or replace table given_name (place integer, name varchar)')
    const appender = await duckdb.appender('given_name')
    for (const [at, each] of names.entries()) appender.append([at, each])
    appender.close()
    const rows = await duckdb.rows<{ name: string; folded: string; spelling: string }>(
      `select name, ${foldedSql('written')} as folded, ${spellingSql('written')} as spelling
       from (select place, name, ${writtenSql('name')} as written from given_name) order by place`,
    )
    for (const row of rows) {
      expect(row.folded).toBe(foldText(row.name))
      if (row.name.includes('-')) continue
      const spelling = withToneOnFirstVowel(tidyText(row.name).toLocaleLowerCase('vi'))
      expect(row.spelling.replaceAll('qúy', 'quý')).toBe(spelling.replaceAll('qúy', 'quý'))
    }
    expect(rows).toHaveLength(1_500)
  })
})

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 3 })
const record = fc.record({
  name: maybe(
    fc.oneof(
      name,
      fc.constantFrom('Lê Văn An', 'Le Van Anh', 'Lê An', 'Lê Văn Nam', 'Le Vna An', 'Lô Thị Bảy'),
    ),
  ),
  sex: maybe(fc.constantFrom('male', 'female')),
  year: maybe(fc.integer({ min: 1950, max: 1952 })),
  month: maybe(fc.constantFrom(1, 2, 3, 12)),
  day: maybe(fc.constantFrom(1, 2, 3, 31)),
  citizenId: maybe(
    fc.constantFrom('040150000001', '040150000002', '040150000011', '141150000011', '04015000000'),
  ),
  oldId: maybe(fc.constantFrom('180000001', '180000002', '190000002', '18000000')),
  unit: maybe(fc.constantFrom('1@a', '2@a', '3@b')),
  village: maybe(fc.constantFrom('Xóm 1', 'XÓM 1', 'xóm  2', 'Bản Đỏ')),
  household: maybe(fc.integer({ min: 1, max: 3 })),
  phone: maybe(fc.constantFrom('0912345678', '+84912345678', '0912.345.679', 'không có')),
})

const { comparisons, blockingRules } = peopleSettings
const { digit } = patternsOf(comparisons)

/** The records as features on both sides: fetched, and as the table `reference`. */
async function prepare(): Promise<RecordFeatures> {
  const records = fc.sample(record, { numRuns: 350, seed: 11 })
  await duckdb.run(`create table fuzzed (record_id bigint, name varchar, sex varchar, birth_year smallint,
    birth_month tinyint, birth_day tinyint, citizen_id varchar, old_id varchar, unit_uid varchar, village varchar,
    household_id bigint, phone varchar)`)
  const appender = await duckdb.appender('fuzzed')
  for (const [id, { year, month, day, citizenId, oldId, unit, household, ...of }] of records.entries())
    appender.append([
      id,
      of.name,
      of.sex,
      year,
      month,
      day,
      citizenId,
      oldId,
      unit,
      of.village,
      household,
      of.phone,
    ])
  appender.close()
  await duckdb.run(
    "create table merged as select * from (values ('1@a', 'A'), ('2@a', 'A'), ('3@b', 'B')) t(unit_uid, commune)",
  )
  await loadRecords(duckdb, 'fuzzed')
  const source = { records: 'fuzzed', communes: 'merged', features: 'reference' }
  for (const each of featureStatements(source)) await duckdb.run(each)
  return await fetchFeatures(duckdb, 'merged')
}

describe('the SQL of the linkage and its compiled twin', () => {
  let features: RecordFeatures
  beforeAll(async () => {
    features = await prepare()
  })

  it('make the same candidates by the same rules, on the same levels', async () => {
    await duckdb.run(`create table candidate as ${pairsSql(blockingRules, 'reference')}`)
    const reference = await duckdb.rows(`${vectorsSql(comparisons, 'reference', 'candidate')} order by 1, 2`)
    const blocks = blockingRules.map((rule) => blocksOf(features, rule))
    const pairs = comparePairs(features, peopleSettings, blocks)
    const ruleOf = pairs.byRule.flatMap((count, rule) => Array<number>(count).fill(rule))
    const compiled = Array.from(pairs.first, (l, at) => ({
      l,
      r: pairs.second[at] as number,
      rule: ruleOf[at] as number,
      ...Object.fromEntries(
        comparisons.map(({ id }, index) => [id, digit(pairs.pattern[at] as number, index)]),
      ),
    })).sort((a, b) => a.l - b.l || a.r - b.r)
    expect(compiled.length).toBeGreaterThan(5_000)
    expect(compiled).toEqual(reference)
  })

  it('count the same blocks', async () => {
    const blocks = blockingRules.map((rule) => blocksOf(features, rule))
    expect(await duckdb.rows(blockCountsSql(blockingRules, 'reference'))).toEqual(
      blocks
        .map((each) => countBlocks(each))
        .map(({ rule, blocks: number, pairs, largest }) => ({
          rule,
          blocks: number,
          pairs,
          largest: largest[0]?.records ?? 0,
        })),
    )
  })

  it('agree on any two records, over every level there is', async () => {
    await duckdb.run(`create table anybody as
      select l.record_id as l, r.record_id as r, 0 as rule from reference l join reference r on l.record_id < r.record_id`)
    const compare = compileComparisons(comparisons, features)
    const rows = await duckdb.rows<Record<string, number>>(vectorsSql(comparisons, 'reference', 'anybody'))
    for (const row of rows) {
      const code = compare(
        features.rows,
        (row.l as number) * features.width,
        (row.r as number) * features.width,
      )
      for (const [index, { id }] of comparisons.entries())
        if (digit(code, index) !== row[id]) expect({ ...row, [id]: digit(code, index) }).toEqual(row)
    }
    expect(rows).toHaveLength((350 * 349) / 2)
    const unseen = comparisons.flatMap(({ id, levels }) =>
      levels.filter((_, at) => !rows.some((row) => row[id] === at + 1)).map((level) => `${id}.${level.id}`),
    )
    expect(unseen).toEqual([])
  })
})
