import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, type Month } from '#calendar'
import { writeWorkbook } from '#platform/sheets'
import { printedReading } from './printed-reading.ts'
import { readListFile, readRecipientList } from './recipient-list.ts'

const standards: Record<string, number> = { '2024-06': 360_000, '2025-03': 500_000 }
const options = { today: day('2026-11-23'), standardOn: (month: Month) => standards[month] }

const noSheet = { name: '', rows: [] }

describe('a list as communes keep it', () => {
  it.each(['tcxh-nghi-kieu-2024-06', 'tong-hop-2025-03'])('%s is read as its key says', async (name) => {
    const bytes = readFileSync(`test/examples/lists/${name}.xlsx`)
    const { file, ...key } = JSON.parse(readFileSync(`test/examples/lists/${name}.key.json`, 'utf8'))
    expect(file).toContain(name)
    const { reading } = await readListFile(bytes, `${name}.xlsx`, options)
    const printed = printedReading(reading)
    expect(printed.rows).toEqual(key.rows)
    expect(printed).toEqual(key)
  })
})

describe('the same list in another shape', () => {
  it('is read the same with its columns in any order', async () => {
    const {
      sheets: [sheet = noSheet],
      reading,
    } = await readExample('tong-hop-2025-03')
    const order = [...(sheet.rows[0] ?? []).keys()]
    fc.assert(
      fc.property(fc.shuffledSubarray(order, { minLength: order.length }), (shuffled) => {
        const rows = sheet.rows.map((row) => shuffled.map((column) => row[column] ?? null))
        const again = readRecipientList({ name: sheet.name, rows }, options)
        expect(printedReading(again).rows).toEqual(printedReading(reading).rows)
        expect(again.problems.map(({ row, code }) => [row, code])).toEqual(
          reading.problems.map(({ row, code }) => [row, code]),
        )
      }),
      { numRuns: 10 },
    )
  })

  it('takes the villages from their headings when there is no column for them', async () => {
    const {
      sheets: [sheet = noSheet],
      reading,
    } = await readExample('tcxh-nghi-kieu-2024-06')
    const villages = 5
    const rows = sheet.rows.map((row) => row.map((cell, column) => (column === villages ? null : cell)))
    const again = readRecipientList({ name: sheet.name, rows }, options)
    expect(again.notPeople).toEqual(reading.notPeople)
    const told = reading.rows.filter(({ probableDuplicateOf }) => probableDuplicateOf === undefined)
    for (const { row, village } of told)
      expect(again.rows.find((one) => one.row === row)?.village).toBe(village)
  })

  it('without its empty and title rows is read row by row the same', async () => {
    const {
      sheets: [sheet = noSheet],
      reading,
    } = await readExample('tcxh-nghi-kieu-2024-06')
    const above = 5
    const again = readRecipientList({ name: sheet.name, rows: sheet.rows.slice(above) }, options)
    expect(again.rows.map(({ row, name, id }) => [row + above, name, id])).toEqual(
      reading.rows.map(({ row, name, id }) => [row, name, id]),
    )
  })
})

async function readExample(name: string) {
  return readListFile(readFileSync(`test/examples/lists/${name}.xlsx`), `${name}.xlsx`, options)
}

describe('a file', () => {
  const csv = [
    'DANH SÁCH TRỢ CẤP XÃ HỘI THÁNG 7 NĂM 2026;;;',
    'Họ tên;Năm sinh;Số CCCD;Số tiền',
    'Nguyễn Thị Hòa;1944;040144000123;1.350.000',
  ].join('\r\n')

  it('may be a CSV', async () => {
    const { reading, fileHash } = await readListFile(
      new TextEncoder().encode(`\uFEFF${csv}`),
      'a.csv',
      options,
    )
    expect(reading.month).toBe('2026-07')
    expect(reading.rows).toMatchObject([
      { row: 3, name: 'Nguyễn Thị Hòa', id: '040144000123', award: { amountDong: 1_350_000 } },
    ])
    expect(fileHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('of several sheets is read at the one whose headings name most columns, and names the others', async () => {
    const text = (heading: string) => ({ heading, kind: 'text' as const })
    const bytes = await writeWorkbook([
      { name: 'Hướng dẫn', columns: [text('Cột')], rows: Array.from({ length: 90 }, () => ['Họ và tên']) },
      {
        name: 'Xóm 1',
        columns: ['Họ và tên', 'Năm sinh', 'Số CCCD'].map(text),
        rows: [['Nguyễn Thị Hòa', '1944', '040144000123']],
      },
    ])
    const {
      sheets: [sheet = noSheet],
      reading,
    } = await readListFile(bytes, 'a.xlsx', options)
    expect([sheet.name, reading.rows.length, reading.sheetsNotRead]).toEqual(['Xóm 1', 1, ['Hướng dẫn']])
  })

  it('has the same hash twice, and another when one letter differs', async () => {
    const hashOf = async (text: string) =>
      (await readListFile(new TextEncoder().encode(text), 'a.csv', options)).fileHash
    expect(await hashOf(csv)).toBe(await hashOf(csv))
    expect(await hashOf(csv)).not.toBe(await hashOf(csv.replace('1944', '1945')))
  })
})
