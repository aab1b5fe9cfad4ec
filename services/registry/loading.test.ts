import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '#test/database'
import { arrayOf } from './loading.ts'

const database = await freshDatabase()

describe('a column of many rows', () => {
  it('comes back as it was, whatever people have written', async () => {
    const written = [
      'Vi Thị Én',
      '',
      'NULL',
      'null',
      '{a,b}',
      'say "so"',
      'C:\\tạm\\',
      '\\"',
      "xóm 'Bãi'",
      'a\nb\tc',
      null,
    ]
    const { rows } = await sql<{ value: string | null }>`
      select value from unnest(${arrayOf(written, (each) => each)}::text[]) with ordinality as each (value, place)
      order by place`.execute(database.query)
    expect(rows.map(({ value }) => value)).toEqual(written)
  })

  it('may hold numbers, days, the ends of time, and nothing at all', async () => {
    const rows = [
      { number: 2 ** 40, day: '2026-06-01' },
      { number: undefined, day: 'infinity' },
    ]
    const { rows: found } = await sql`select number, day::text from
      unnest(${arrayOf(rows, ({ number }) => number)}::bigint[], ${arrayOf(rows, ({ day }) => day)}::date[])
        as each (number, day)`.execute(database.query)
    expect(found).toEqual([
      { number: 2 ** 40, day: '2026-06-01' },
      { number: null, day: 'infinity' },
    ])
    expect(arrayOf([], () => 1)).toBe('{}')
  })
})
