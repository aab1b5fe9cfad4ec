import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readSheets } from './sheets.ts'

/** A ZIP archive whose directory tells of one file of so many bytes. */
function archiveOf(unpacked: number): Buffer {
  const line = Buffer.alloc(46)
  line.write('PK\x01\x02', 'latin1')
  line.writeUInt32LE(unpacked, 24)
  return Buffer.concat([Buffer.from('PK\x03\x04'), line])
}

const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

describe('a file that is no sheet', () => {
  it.each([
    [
      'khoa.xlsx',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      /có mật khẩu: .*bỏ mật khẩu/,
    ],
    ['cu.xls', ole, /Excel đời cũ \(\.xls\): .*Lưu thành/],
    ['van-ban.xlsx', Buffer.from('PK\x03\x04 word/document.xml'), /văn bản Word, .*chọn tệp Excel/],
    [
      'bang.ods',
      Buffer.from('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument'),
      /OpenDocument: .*Lưu thành/,
    ],
    ['quet.pdf', Buffer.from('%PDF-1.7'), /tệp PDF, .*chọn tệp Excel/],
    ['anh.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /là ảnh, .*chọn tệp Excel/],
    ['anh.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /là ảnh, .*chọn tệp Excel/],
    ['web.xls', Buffer.from('\uFEFF <html><table>'), /trang web lưu với đuôi bảng tính: .*Lưu thành/],
    ['trong.xlsx', Buffer.alloc(0), /trống: chọn lại tệp/],
    ['bom.xlsx', archiveOf(1_200_000_000), /giải nén ra quá lớn: .*chỉ giữ vùng có dữ liệu/],
    ['hong.xlsx', Buffer.from('PK\x03\x04'), /có thể tệp bị hỏng: .*Lưu thành/],
    ['cu.csv', Buffer.from([0x48, 0xf2, 0x61, 0x09]), /không phải Excel hay CSV mã UTF-8: .*"CSV UTF-8"/],
  ])('%s is refused in one sentence with the remedy', async (name, bytes, said) => {
    await expect(readSheets(bytes, name)).rejects.toThrow(said)
    await expect(readSheets(bytes, name)).rejects.toThrow(new RegExp(`tệp ${name.replace('.', '\\.')}`, 'i'))
  })
})

describe('a sheet drawn by hand', () => {
  it('tells the cells merged downwards, and formulas without a result as their text', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Xóm 1',
          rows: [['Danh sách'], ['Xóm 1', 500_000], [null, null], ['Xóm 2', 3]],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
            { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
          ],
          cells: new Map([['2,1', { value: null, type: 'formula' as const, formula: 'B2*1.5' }]]),
        },
      ],
    })
    const [sheet] = await readSheets(bytes, 'a.xlsx')
    expect(sheet?.merged).toEqual([{ firstRow: 1, lastRow: 2, column: 0 }])
    expect(sheet?.rows.slice(1)).toEqual([
      ['Xóm 1', 500_000],
      [null, '=B2*1.5'],
      ['Xóm 2', 3],
    ])
  })
})
