import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { asOwner, freshDatabase } from '#test/database'
import { type Cell, copyInto, copyOut, streamRows } from './bulk.ts'
import { type Actor, withActor } from './database.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
await sql`create table public.parcel (id bigint, name text, born date, tags text[]);
  grant select, insert on public.parcel to an_sinh_app`.execute(asOwner(database).query)

const odd: Cell[][] = [
  [1, 'Nguyễn\tVăn\nAn\\', '1944-02-29', ['bò "vàng"', 'a,b\\c']],
  [2, null, undefined, []],
  [3, '\\N', '2026-11-23', ['Đặng']],
]

describe('bulk rows', () => {
  it('come back exactly as they went in, whatever is in the text', async () => {
    const [written, read, back] = await withActor(database, machine, async (transaction) => {
      const count = await copyInto(transaction, 'public.parcel (id, name, born, tags)', odd)
      const selected = await sql`select * from public.parcel order by id`.execute(transaction)
      const copied: (string | null)[][] = []
      for await (const row of copyOut(transaction, 'select id, name from public.parcel order by id'))
        copied.push(row)
      return [count, selected.rows, copied]
    })
    expect(written).toBe(3)
    expect(read).toEqual([
      { id: 1, name: 'Nguyễn\tVăn\nAn\\', born: '1944-02-29', tags: ['bò "vàng"', 'a,b\\c'] },
      { id: 2, name: null, born: null, tags: [] },
      { id: 3, name: '\\N', born: '2026-11-23', tags: ['Đặng'] },
    ])
    expect(back).toEqual([
      ['1', 'Nguyễn\tVăn\nAn\\'],
      ['2', null],
      ['3', '\\N'],
    ])
  })

  it('one wrong row leaves none of them', async () => {
    const rows: Cell[][] = [
      [10, 'right', null, null],
      ['not a number', 'wrong', null, null],
    ]
    const failing = withActor(database, machine, (transaction) =>
      copyInto(transaction, 'public.parcel', rows),
    )
    await expect(failing).rejects.toThrow('not a number')
    const { rows: kept } = await sql`select 1 from public.parcel where id = 10`.execute(database.query)
    expect(kept).toEqual([])
  })

  it('are read a batch at a time, all of them and once', async () => {
    const batches = await withActor(database, machine, async (transaction) => {
      const sizes: number[] = []
      let sum = 0
      const numbers = sql<{ n: number }>`select n from generate_series(1, ${2_500}::int) n`
      for await (const rows of streamRows(transaction, numbers, { batch: 1_000 })) {
        sizes.push(rows.length)
        for (const { n } of rows) sum += n
      }
      return { sizes, sum }
    })
    expect(batches).toEqual({ sizes: [1_000, 1_000, 500], sum: 3_126_250 })
  })

  it('need a transaction of somebody', async () => {
    const bare = database.query
      .transaction()
      .execute((transaction) => copyInto(transaction, 'public.parcel', odd))
    await expect(bare).rejects.toThrow('withActor')
  })
})
