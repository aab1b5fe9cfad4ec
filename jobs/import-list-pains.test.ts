import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { correctedFile, listPreview, listRemarks, readListFile } from '#intake'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { createLog } from '#platform/log'
import { openQueue } from '#platform/queue'
import { type CellValue, readSheets, writeCells } from '#platform/sheets'
import { recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { importStaged, stage } from './import-list.ts'
import { previewStaged } from './preview-list.ts'
import { readUnitsTable } from './units-table.ts'
import { workOnLists } from './work-on-lists.ts'

/** What hurt people elsewhere when they brought lists in, each as it must never happen here. */
const database = await freshDatabase()
const today = day('2026-11-23')
const officer: Actor = {
  kind: 'officer',
  id: 'xa',
  name: 'Nguyễn Thị Lan',
  role: 'communeOfficer',
  unitUid: '16702@2025-07-01',
  areas: ['*'],
}
const as = <Result>(work: (transaction: Transaction) => Promise<Result>) => withActor(database, officer, work)
await withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
  await recordUnits(transaction, await readUnitsTable())
})

const headings = [
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Số định danh',
  'Xóm',
  'Mức độ khuyết tật',
  'Nhóm',
  'Số tiền',
]

async function put(fileName: string, bytes: Uint8Array) {
  const { reading, fileHash } = await readListFile(bytes, fileName, { today })
  return stage(database, officer, { fileName, fileHash, reading })
}

async function bring(fileName: string, bytes: Uint8Array) {
  const { id } = await put(fileName, bytes)
  const promised = await previewStaged(database, officer, id, { today })
  const { counts } = await importStaged(database, officer, id, { today })
  expect(counts).toEqual(promised.counts)
  return { id, counts }
}

const csvOf = (rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode([headings, ...rows].map((row) => row.join(',')).join('\n'))
const sheetOf = (rows: readonly (readonly CellValue[])[]) => writeCells('Danh sách', [headings, ...rows])

async function register() {
  return as(async (transaction) => {
    const { rows } = await sql`select
      (select json_agg(p order by id) from registry.person p) as people,
      (select json_agg(f order by person_id, key, valid) from registry.fact f) as facts,
      (select json_agg(a order by id) from awards.award a) as awards`.execute(transaction)
    return rows[0]
  })
}

/** Somebody of their own for each number. */
const person = (index: number, place = 'Khối 1') => {
  const year = 1930 + (index % 60)
  const names = ['An', 'Bình', 'Châu', 'Dũng', 'Hà', 'Khăm', 'Lan', 'Mai', 'Năm', 'Quế']
  const family = ['Bùi', 'Vi', 'Lô', 'Cao', 'Hà'][Math.floor(index / 10_000) % 5]
  const name = `${family} Văn ${names[index % 10]} ${names[Math.floor(index / 10) % 10]}`
  const number = `0400${String(year).slice(2)}${String(index).padStart(6, '0')}`
  return [
    name,
    `${1 + (index % 28)}/${1 + (index % 12)}/${year}`,
    'Nam',
    number,
    place,
    'nặng',
    'K6',
    '750000',
  ]
}

describe('bringing a list in', () => {
  it('never overwrites the first of several records that match, nor one that matches by name and birth alone (pain 4)', async () => {
    const twin = (number: string) => ['Hồ Thị Song', '01/02/1950', 'Nữ', number, 'Khối 1', 'nhẹ', '', '']
    await bring('hai-nguoi.csv', csvOf([twin('040150000001')]))
    await bring(
      'nguoi-thu-hai.csv',
      csvOf([['Hồ Thị Song', '1950', 'Nữ', '040150000002', 'Khối 1', 'nhẹ', '', '']]),
    )
    const before = await register()
    const either = ['Hồ Thị Song', '1950', 'Nữ', '', 'Khối 1', 'nặng', 'K6', '750000']
    const { id, counts } = await bring('khong-so.csv', csvOf([either]))
    expect(counts).toMatchObject({ doubtful: 1, changed: 0, new: 0 })
    const [remark] = await as((transaction) => listRemarks(transaction, id))
    expect(remark?.remarks.at(-1)?.vi).toContain('2 người cùng tên')
    await bring('mot-nguoi.csv', csvOf([['Lô Thị Một', '03/04/1960', 'Nữ', '', 'Khối 1', 'nhẹ', '', '']]))
    const one = await register()
    const byName = await bring(
      'mot-nguoi-khac.csv',
      csvOf([['Lô Thị Một', '03/04/1960', 'Nữ', '', 'Khối 1', 'nặng', 'K6', '750000']]),
    )
    expect(byName.counts).toMatchObject({ doubtful: 1, changed: 0 })
    expect(await register()).toEqual(one)
    expect(before).not.toEqual(one)
  })

  it('tests every row of a big file, and names each cell in Vietnamese in a file of the same layout (pain 5)', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => person(10_000 + index))
    rows[2_998] = ['Vi Văn Cuối', '31/02/1950', 'Nam', '040050009999', 'Khối 1', 'nặng', 'K6', '750000']
    const bytes = csvOf(rows)
    const { reading } = await readListFile(bytes, 'lon.csv', { today })
    expect(reading.problems.map(({ cell, code }) => [cell, code])).toEqual([['B3000', 'noSuchDay']])
    const given = await correctedFile({ bytes, fileName: 'lon.csv', fileId: 1 }, { today })
    const [sheet] = await readSheets(given?.bytes ?? new Uint8Array(), 'loi.csv')
    expect(sheet?.rows[0]?.slice(0, headings.length)).toEqual(headings)
    expect(sheet?.rows[1]).toEqual([
      ...(rows[2_998] ?? []),
      expect.stringMatching(/^B3000: Không có ngày này/),
      '3000',
    ])
  })

  it('keeps zeros: a number stays text, an old card is never padded, a number cell is doubted (pain 6)', async () => {
    const id = await put(
      'so.xlsx',
      await sheetOf([
        ['Cao Thị Ba', '1950', 'Nữ', '040150000033', 'Khối 1'],
        ['Cao Thị Tư', '1951', 'Nữ', '012345678', 'Khối 1'],
        ['Cao Thị Sáu', '1952', 'Nữ', 40_152_000_034, 'Khối 1'],
      ]),
    )
    await previewStaged(database, officer, id.id, { today })
    const rows = await as((transaction) => listPreview(transaction, id.id, { limit: 5 }))
    expect(rows.map(({ reading }) => [reading.id, reading.idKind])).toEqual([
      ['040150000033', 'citizenId'],
      ['012345678', 'oldId'],
      ['040152000034', 'citizenId'],
    ])
    expect(rows[2]?.remarks[0]).toMatchObject({ cell: 'D4', vi: expect.stringContaining('mất số 0') })
  })

  it('asks the database as often for a thousand rows as for ten, whoever is in the register (pain 7)', async () => {
    const few = Array.from({ length: 10 }, (_, index) => person(20_000 + index, 'Khối 7'))
    const many = Array.from({ length: 1_000 }, (_, index) => person(21_000 + index, 'Khối 8'))
    const [small, large] = [await put('muoi.csv', csvOf(few)), await put('nghin.csv', csvOf(many))]
    const asked = async (fileId: number) => {
      const before = questions
      await importStaged(database, officer, fileId, { today })
      return questions - before
    }
    expect(Math.abs((await asked(large.id)) - (await asked(small.id)))).toBeLessThan(5)
  })

  it('the same list saved again, renamed, reordered or with blank rows, changes nothing (pain 8)', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => person(30_000 + index))
    rows.push(['Moong Thị Không Số', '05/05/1955', 'Nữ', '', 'Khối 2', 'nhẹ', 'K6', '750000'])
    const { counts } = await bring('goc.csv', csvOf(rows))
    expect(counts.new).toBe(41)
    const before = await register()
    const shuffled = rows.toSorted(([one = ''], [other = '']) => (one < other ? 1 : -1))
    const blank = ['', '', '', '', '', '', '', '']
    for (const [name, bytes] of [
      ['ten-khac.csv', csvOf(rows)],
      ['thu-tu-khac.csv', csvOf(shuffled)],
      ['dong-trong.csv', csvOf(rows.flatMap((row) => [row, blank]))],
      ['excel.xlsx', await sheetOf(shuffled)],
    ] as const) {
      const { id } = await put(name, bytes)
      const { counts: again, isRepeated } = await importStaged(database, officer, id, { today })
      expect([name, again.new, again.changed, again.identical, again.doubtful]).toEqual([name, 0, 0, 41, 0])
      expect(isRepeated).toBe(name === 'ten-khac.csv')
      expect(await register()).toEqual(before)
    }
    const self = await bring('tu-trung.csv', csvOf([person(31_000), person(31_000)]))
    expect(self.counts).toMatchObject({ new: 1, doubtful: 1 })
  })

  it('asked for twice is written once (pain 16)', async () => {
    const { id } = await put('hai-lan.csv', csvOf([person(40_000), person(40_001)]))
    const queue = await openQueue(database, createLog('silent'))
    try {
      await workOnLists({ database, queue, log: createLog('silent'), today: () => today })
      const ask = { is: 'import', fileId: id, actor: officer }
      const [first, second] = await Promise.all([
        queue.send('import', ask, { key: `${id} 0 0` }),
        queue.send('import', ask, { key: `${id} 0 0` }),
      ])
      expect(second).toBe(first)
      for await (const job of queue.watch(first)) if (job.state === 'failed') throw new Error(job.because)
      expect((await queue.find(first))?.result).toMatchObject({ counts: { new: 2 } })
      expect(await importStaged(database, officer, id, { today })).toMatchObject({
        isRepeated: true,
        counts: { new: 0 },
      })
    } finally {
      await queue.stop()
    }
  })
})

/** How many statements were sent so far. */
let questions = 0
const send = pg.Client.prototype.query
pg.Client.prototype.query = function (this: pg.Client, ...question: unknown[]) {
  questions += 1
  return Reflect.apply(send, this, question)
} as typeof send
