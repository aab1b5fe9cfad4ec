import { describe, expect, it } from 'vitest'
import { freshDatabase } from '#test/database'
import { readBinaryRows } from './binary-rows.ts'
import { type Actor, withActor } from './database.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }

describe('binary rows', () => {
  it('are read as they are: whole numbers, days, texts and what is missing', async () => {
    const rows: unknown[] = []
    await withActor(database, machine, (transaction) =>
      readBinaryRows(
        transaction,
        `select * from (values (9007199254740991::bigint, -3::smallint, '1944-02-29'::date, 'Nghệ An', null::text),
          (-2, 7, '2199-12-31', '', 'có')) as each`,
        (row) =>
          rows.push([row.whole(0), row.whole(1), row.day(2, 0), row.text(3), row.text(4), row.isNull(4)]),
      ),
    )
    expect(rows).toEqual([
      [9_007_199_254_740_991, -3, 19_440_229, 'Nghệ An', undefined, true],
      [-2, 7, 21_991_231, '', 'có', false],
    ])
  })

  it('come whole however the connection cuts them, and the same text is the same string', async () => {
    let [count, sum] = [0, 0]
    const texts = new Set<string | undefined>()
    await withActor(database, machine, (transaction) =>
      readBinaryRows(transaction, "select n, 'xã ' || n % 7 from generate_series(1, 50000) as n", (row) => {
        count += 1
        sum += row.whole(0)
        texts.add(row.text(1))
      }),
    )
    expect([count, sum, texts.size]).toEqual([50_000, 1_250_025_000, 7])
  })

  it('may be none, and an error of the reader or the server leaves the connection of use', async () => {
    await withActor(database, machine, async (transaction) => {
      await readBinaryRows(transaction, 'select 1 where false', () => expect.unreachable())
      const reader = readBinaryRows(transaction, 'select n from generate_series(1, 9) as n', () => {
        throw new Error('enough')
      })
      await expect(reader).rejects.toThrow('enough')
      let seen = 0
      await readBinaryRows(transaction, 'select 5', (row) => {
        seen = row.whole(0)
      })
      expect(seen).toBe(5)
    })
    const broken = withActor(database, machine, (transaction) =>
      readBinaryRows(transaction, 'select 1 / (3 - n) from generate_series(1, 9) as n', () => {}),
    )
    await expect(broken).rejects.toThrow('division by zero')
  })
})
