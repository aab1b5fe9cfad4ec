import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { readListFile } from '#intake'
import { type Actor, openDatabase, withActor } from '#platform/database'
import { holdLock } from '#platform/locks'
import { freshDatabase } from '#test/database'
import { importStaged, type ListFile, stage } from './import-list.ts'
import { loadUnits } from './units-table.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const today = day('2026-11-23')
const header = 'Họ và tên,Ngày sinh,Giới tính,Số định danh,Xã,Mã hộ,Nhóm đối tượng,Số tiền'

beforeAll(() => loadUnits(database))

async function read(lines: readonly string[]): Promise<ListFile> {
  const text = [header, ...lines].join('\n')
  const { fileHash, reading } = await readListFile(Buffer.from(text), 'danh-sach.csv', { today })
  return { fileName: 'danh-sach.csv', fileHash, reading }
}

const syllables = 'An Bình Châu Dũng Hòa Lan Mai Sơn'.split(' ')

/** People of whom the first and the last thousands share their households. */
function linesOf(people: number, households: number, from = 0): string[] {
  return Array.from({ length: people }, (_, index) => {
    const number = `040050${String(from + index).padStart(6, '0')}`
    const name = [index, index >> 3, index >> 6].map((part) => syllables[part % 8]).join(' ')
    return `Lê ${name},1950,Nam,${number},Phường Vinh Phú,${from}-${index % households},K6,750000`
  })
}

const standing = async () => {
  const { rows } = await withActor(database, machine, (transaction) =>
    sql<Record<string, number>>`select (select count(*) from registry.person) as people,
      (select count(*) from registry.household) as households,
      (select count(*) from registry.membership) as members,
      (select count(*) from intake.row where state = 'waiting') as waiting`.execute(transaction),
  )
  return rows[0]
}

describe('a list written two chunks at a time', () => {
  it('founds a household once, in whatever chunks its people stand', { timeout: 60_000 }, async () => {
    const { id } = await stage(database, machine, await read(linesOf(4_300, 1_900)))
    const { counts } = await importStaged(database, machine, id, { today })
    expect(counts).toMatchObject({ new: 4_300, waiting: 0 })
    expect(await standing()).toEqual({ people: 4_300, households: 1_900, members: 4_300, waiting: 0 })
  })

  it('is written over one connection as well', { timeout: 60_000 }, async () => {
    const narrow = openDatabase(database.url, { max: 1 })
    try {
      const { id } = await stage(narrow, machine, await read(linesOf(2_100, 700, 10_000)))
      const { counts } = await importStaged(narrow, machine, id, { today })
      expect(counts).toMatchObject({ new: 2_100, waiting: 0 })
    } finally {
      await narrow.close()
    }
  })
})

describe('a lock that outlasts transactions', () => {
  it('is waited for, says so, and goes to who waited', async () => {
    const held = await holdLock(database, 'test')
    expect(await held.isWanted()).toBe(false)
    let isNext = false
    const next = holdLock(database, 'test').then((lock) => {
      isNext = true
      return lock
    })
    await expect.poll(() => held.isWanted()).toBe(true)
    expect(isNext).toBe(false)
    await held.release()
    await (await next).release()
    await expect(held.isWanted()).rejects.toThrow()
  })

  it('waits for what was done beside it and is not finished', async () => {
    let finish = () => {}
    const isFinished = new Promise<void>((resolve) => {
      finish = resolve
    })
    let isBegun = () => {}
    const hasBegun = new Promise<void>((resolve) => {
      isBegun = resolve
    })
    const left = withActor(database, machine, async (transaction) => {
      await sql`select pg_advisory_xact_lock_shared(hashtext('test beside'))`.execute(transaction)
      isBegun()
      await isFinished
    })
    await hasBegun
    const order: string[] = []
    const held = holdLock(database, 'test').then(async (lock) => {
      order.push('held')
      await lock.release()
    })
    order.push('finished')
    finish()
    await Promise.all([left, held])
    expect(order).toEqual(['finished', 'held'])
  })
})
