import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Duckdb, openDuckdb, sqlText } from './duckdb.ts'

let duckdb: Duckdb
beforeAll(async () => {
  duckdb = await openDuckdb({ threads: 1, memoryLimitMb: 256 })
})
afterAll(() => duckdb.close())

describe('DuckDB', () => {
  it('gives rows as plain objects', async () => {
    const rows = await duckdb.rows(
      "select 1::bigint as big, date '1944-03-09' as born, null as nothing, ?::varchar as name, 1.5::decimal(4,1) as tenth",
      ['Đặng Thị Hòa'],
    )
    expect(rows).toEqual([{ big: 1, born: '1944-03-09', nothing: null, name: 'Đặng Thị Hòa', tenth: 1.5 }])
  })

  it('gives columns as typed arrays, in order, over many chunks', async () => {
    const [small, big, day, part] = await duckdb.columns(
      `select (range % 100)::tinyint, range::bigint, date '1970-01-01' + (range % 7)::integer, range / 2.0::double
       from range(10000) order by range`,
    )
    expect(small).toBeInstanceOf(Int32Array)
    expect(big).toBeInstanceOf(Float64Array)
    expect([small?.[9_999], big?.[9_999], day?.[6], part?.[9_999]]).toEqual([99, 9_999, 6, 4_999.5])
    expect(big?.every((value, index) => value === index)).toBe(true)
  })

  it('refuses a NULL or a text as a number, by name', async () => {
    await expect(duckdb.columns('select nullif(range, 2)::integer as year from range(5)')).rejects.toThrow(
      'Column year is NULL in row 3',
    )
    await expect(duckdb.columns("select 'a' as name")).rejects.toThrow('Column name is VARCHAR')
  })

  it('takes many rows by its appender', async () => {
    await duckdb.run('create table person (id bigint, name varchar, born smallint, alive boolean)')
    const appender = await duckdb.appender('person')
    for (let id = 0; id < 3_000; id++) appender.append([id, `Lê ${id}`, id % 2 ? 1950 : null, true])
    appender.close()
    expect(
      await duckdb.rows(
        'select count(*) as n, count(born) as known, max(name) as last, bool_and(alive) as alive from person',
      ),
    ).toEqual([{ n: 3_000, known: 1_500, last: 'Lê 999', alive: true }])
  })

  it('writes and reads Parquet, also in a folder with a quote in its name', async () => {
    const home = mkdtempSync(join(tmpdir(), "an-sinh-duck'db-"))
    try {
      const file = join(home, 'people.parquet')
      await duckdb.run(`copy (select range as id from range(10)) to ${sqlText(file)} (format parquet)`)
      expect(existsSync(file)).toBe(true)
      expect(await duckdb.rows(`select sum(id) as total from ${sqlText(file)}`)).toEqual([{ total: 45 }])
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  })

  it('knows the Vietnamese letters that strip_accents forgets', async () => {
    const [row] = await duckdb.rows<{ stripped: string }>("select strip_accents('Đặng Thị Hòa') as stripped")
    expect(row?.stripped).toBe('Đang Thi Hoa')
  })
})
