import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withActor } from '#platform/database'
import { actorOf, type Officer } from '#platform/sessions'
import type { SheetColumn } from '#platform/sheets'
import { freshDatabase } from '#test/database'
import type { Desk } from '#web/staff/access.ts'
import { exportList, itemsOf, pagesOf } from './list.server.ts'

const database = await freshDatabase()
const officer: Officer = {
  id: 'lan',
  username: 'lan',
  name: 'Vi Thị Lan',
  role: 'communeOfficer',
  unitUid: '17827@2025-07-01',
  areas: ['*'],
}
const desk = { database, officer, actor: actorOf(officer) } as Desk
const columns: readonly SheetColumn[] = [
  { heading: 'Họ và tên', kind: 'text' },
  { heading: 'Điện thoại', kind: 'text' },
  { heading: 'Chênh lệch', kind: 'money' },
]
const row = ['-Nguyễn "An"', '+84912', -5] as const
const list = { format: 'csv', fileName: 'Người ở Đô Lương', name: 'Người', columns } as const

/** What the audit log says of the exports of `id`, the newest first. */
function linesOf(id: string) {
  return withActor(database, desk.actor, async (transaction) => {
    const { rows } = await sql<{ details: object; actor: string }>`select actor, details from platform.audit
      where subject_kind = 'people' and subject_id = ${id} order by number desc`.execute(transaction)
    return rows
  })
}

describe('a list that is taken out', () => {
  it('leaves with its Vietnamese name, guarded against formulas, and says in the log who took how many', async () => {
    async function* rows() {
      yield* [row, row]
    }
    const subject = { kind: 'people', id: 'whole' }
    const answer = await exportList(desk, { ...list, subject, filter: { kind: 'missed' }, rows: rows() })
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Nguoi o Do Luong.csv"; filename*=UTF-8''Ng%C6%B0%E1%BB%9Di%20%E1%BB%9F%20%C4%90%C3%B4%20L%C6%B0%C6%A1ng.csv`,
    )
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes).split('\r\n')[1]).toBe(`"'-Nguyễn ""An""",'+84912,-5`)
    const told = { by: 'Vi Thị Lan', purpose: 'export', format: 'csv', filter: { kind: 'missed' } }
    expect(await linesOf('whole')).toEqual([
      { actor: 'officer:lan', details: { ...told, rows: 2, isWhole: true } },
      { actor: 'officer:lan', details: told },
    ])
  })

  it('and broken off half way says how many left', async () => {
    async function* rows() {
      for (;;) yield row
    }
    const subject = { kind: 'people', id: 'broken' }
    const answer = await exportList(desk, { ...list, format: 'xlsx', subject, rows: rows() })
    const reader = answer.body?.getReader()
    for (let chunks = 0; chunks < 5; chunks += 1) await reader?.read()
    await reader?.cancel()
    await expect.poll(async () => (await linesOf('broken')).length).toBe(2)
    expect((await linesOf('broken'))[0]?.details).toMatchObject({ isWhole: false, rows: expect.any(Number) })
  })
})

describe('items of a list', () => {
  it('are read some at a time as they are taken, so that no more than these are held', async () => {
    const ids = Float64Array.from({ length: 100_000 }, (_, index) => index)
    let read = 0
    let taken = 0
    for await (const item of itemsOf(ids, async (some) => {
      read += some.length
      return some
    })) {
      expect(item).toBe(taken++)
      expect(read - taken).toBeLessThan(500)
    }
    expect(taken).toBe(100_000)
  })

  it('of an empty list are none', async () => {
    expect(await Array.fromAsync(itemsOf(new Float64Array(), async (some) => some))).toEqual([])
  })
})

describe('pages', () => {
  it('are asked for one after another until the last', async () => {
    const pages = pagesOf(0, async (from) => ({
      items: [from, from + 1],
      place: from < 4 ? from + 2 : undefined,
    }))
    expect(await Array.fromAsync(pages)).toEqual([0, 1, 2, 3, 4, 5])
  })
})
