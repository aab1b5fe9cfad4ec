import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import {
  cellAddress,
  columnLetters,
  readSheets,
  type Sheet,
  type SheetColumn,
  UnreadableSheet,
  writeCells,
  writeCsv,
  writeSheet,
  writeWorkbook,
} from './sheets.ts'

const list = readFileSync('test/examples/lists/tcxh-nghi-kieu-2024-06.xlsx')
const columns: SheetColumn[] = [
  { heading: 'Họ và tên', kind: 'text', width: 30 },
  { heading: 'Số định danh', kind: 'text' },
  { heading: 'Số tiền', kind: 'money' },
  { heading: 'Ngày sinh', kind: 'day' },
]
const people = [
  ['Nguyễn Thị Hòa', '040144000123', 360_000, '1944-03-12'],
  ['=HYPERLINK("x")', '001085012345', null, null],
]

describe('a workbook of a commune', () => {
  it('is read cell by cell, each as the kind it is', async () => {
    const { name, rows } = await readSheet(list, 'danh-sach.xlsx')
    expect([name, rows.length]).toEqual(['Sheet1', 60])
    expect(rows[2]).toEqual([])
    expect(rows[8]).toEqual([
      1,
      'Hoàng Bá Hòa',
      '31/02/1950',
      null,
      'số 04003407904',
      'Xóm 1',
      'NCT từ đủ 80 tuổi trở lên',
      1,
      '360.000',
      '101/QĐ-UBND ngày 20/10/2022',
    ])
    expect(rows[12]?.[3]).toEqual({ day: '1996-08-26' })
    expect(rows[11]?.[4]).toBe(40_212_386_873)
    expect(rows[10]?.[7]).toBe('1')
  })

  it('with several sheets is read sheet by sheet', async () => {
    const bytes = readFileSync('test/examples/lists/tong-hop-2025-03.xlsx')
    const sheets = await readSheets(bytes, 'tong-hop.xlsx')
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Tong hop', 121],
      ['Ghi chú', 1],
    ])
  })

  it('is read without what no database can hold of a text', async () => {
    const asXml = { 'Vi\0 Thị': 'Vi_x0000_ Thị' }
    const written = await writeCells('A', [
      [asXml['Vi\0 Thị'], '_x0000_'],
      ['Hoà', 'x'],
    ])
    expect((await readSheet(written, 'a.xlsx')).rows).toEqual([['Vi Thị'], ['Hoà', 'x']])
    const csv = new TextEncoder().encode('Họ tên,Xã\nVi\0 Thị,\0\nHoà,x\n')
    expect(await readSheets(csv, 'a.csv').catch((error: Error) => error.name)).toBe('UnreadableSheet')
  })

  it('that is broken, old or empty is refused with a remedy', async () => {
    await expect(readSheet(list.subarray(0, 2000), 'a.xlsx')).rejects.toThrow(
      'tệp bị hỏng: mở tệp bằng Excel',
    )
    await expect(readSheet(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'a.xls')).rejects.toThrow('Excel đời cũ')
    await expect(readSheet(list.subarray(0, 2000), 'a.xlsx')).rejects.toThrow(UnreadableSheet)
    await expect(readSheet(new Uint8Array(), 'a.xlsx')).rejects.toThrow('trống: chọn lại tệp')
    await expect(readSheet(Uint8Array.of(0x41, 0xc3, 0x28), 'a.csv')).rejects.toThrow('"CSV UTF-8"')
  })
})

describe('a CSV', () => {
  it.each([
    ['commas', 'Họ và tên,Số định danh\n"Lê, An",040085012345\n'],
    ['semicolons', 'Họ và tên;Số định danh\n"Lê, An";040085012345\n'],
    ['tabs', 'Họ và tên\tSố định danh\nLê, An\t040085012345\n'],
    ['a BOM and Windows line ends', '\uFEFFHọ và tên;Số định danh\r\nLê, An;040085012345\r\n'],
  ])('with %s is read as text, zeros kept', async (_, text) => {
    const { rows } = await readSheet(new TextEncoder().encode(text), 'a.csv')
    expect(rows.slice(0, 2)).toEqual([
      ['Họ và tên', 'Số định danh'],
      ['Lê, An', '040085012345'],
    ])
  })

  it('in UTF-16, as Excel saves Unicode text, is read too', async () => {
    const bytes = Buffer.from('\uFEFFHọ và tên\tTuổi\nLê An\t70\n', 'utf16le')
    expect((await readSheet(bytes, 'a.txt')).rows[1]).toEqual(['Lê An', '70'])
  })

  it('that we write opens in Excel with its diacritics, and runs no formula', async () => {
    const bytes = await collect(writeCsv({ columns, rows: people }))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain('Nguyễn Thị Hòa,040144000123,360000,1944-03-12')
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    expect((await readSheet(bytes, 'a.csv')).rows[1]?.[1]).toBe('040144000123')
  })
})

describe('a workbook that we write', () => {
  it('as a stream keeps text as text, days as days, and takes rows as they come', async () => {
    async function* rows() {
      for (let index = 0; index < 2_000; index += 1) yield people[index % 2] ?? []
    }
    const bytes = await collect(writeSheet({ name: 'Trợ cấp 11/2026', columns, rows: rows() }))
    const sheet = await readSheet(bytes, 'a.xlsx')
    expect([sheet.name, sheet.rows.length]).toEqual(['Trợ cấp 11-2026', 2_001])
    expect(sheet.rows.slice(0, 3)).toEqual([
      ['Họ và tên', 'Số định danh', 'Số tiền', 'Ngày sinh'],
      ['Nguyễn Thị Hòa', '040144000123', 360_000, { day: '1944-03-12' }],
      ['=HYPERLINK("x")', '001085012345'],
    ])
  })

  it('goes on in a further sheet with the headings again when one is full', async () => {
    const rows = Array.from({ length: 7 }, (_, index) => [`Người ${index}`, '0401', index, null])
    const bytes = await collect(writeSheet({ name: 'Người', columns, rows, rowsMax: 4 }))
    const sheets = await readSheets(bytes, 'a.xlsx')
    expect(sheets.map(({ name, rows: { length } }) => [name, length])).toEqual([
      ['Người', 4],
      ['Người_2', 4],
      ['Người_3', 2],
    ])
    expect(sheets[2]?.rows).toEqual([sheets[0]?.rows[0], ['Người 6', '0401', 6]])
  })

  it('in memory holds several sheets', async () => {
    const bytes = await writeWorkbook([
      { name: 'Danh sách', columns, rows: people },
      { name: 'Hướng dẫn', columns: [{ heading: 'Cột', kind: 'text' }], rows: [['Họ và tên']] },
    ])
    const sheets = await readSheets(bytes, 'a.xlsx')
    expect(sheets.map(({ name }) => name)).toEqual(['Danh sách', 'Hướng dẫn'])
    expect(sheets[0]?.rows[1]).toEqual(['Nguyễn Thị Hòa', '040144000123', 360_000, { day: '1944-03-12' }])
  })
})

describe('a reader who breaks off', () => {
  it.each([
    ['an .xlsx', writeSheet],
    ['a .csv', writeCsv],
  ])('of %s ends the rows, and few were read', async (_, write) => {
    let read = 0
    let ended = false
    async function* rows() {
      try {
        for (; read < 1_000_000; read += 1) yield people[read % 2] ?? []
      } finally {
        ended = true
      }
    }
    const reader = write({ name: 'Người', columns, rows: rows() }).getReader()
    await reader.read()
    await reader.read()
    await reader.cancel()
    await expect.poll(() => ended).toBe(true)
    expect(read).toBeLessThan(100_000)
  })
})

describe('cells given one by one', () => {
  it('come back as they were', async () => {
    const rows = [['UBND XÃ', null, 'x'], [], [1, '040144000123', { day: day('1944-03-12') }, true]]
    expect((await readSheet(await writeCells('Lỗi', rows), 'a.xlsx')).rows).toEqual(rows)
  })
})

describe('an address', () => {
  it('is written as Excel writes it', () => {
    expect([cellAddress(0, 0), cellAddress(8, 4), cellAddress(99, 26)]).toEqual(['A1', 'E9', 'AA100'])
    expect([25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

async function readSheet(bytes: Uint8Array, fileName: string): Promise<Sheet> {
  const [sheet] = await readSheets(bytes, fileName)
  if (!sheet) throw new Error('no sheet')
  return sheet
}
