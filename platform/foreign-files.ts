/** The remedy for a file that Excel can open and we cannot. */
export const saveAgain = 'mở tệp bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi nạp lại'
const anotherFile = 'không phải bảng tính: chọn tệp Excel (.xlsx) hoặc CSV của danh sách'

/** Files that come instead of a sheet, by what they begin with or hold, and what to do about each. */
const kinds: readonly { is(bytes: Buffer): boolean; said: string }[] = [
  {
    is: (bytes) => isOle(bytes) && bytes.includes('EncryptedPackage', 0, 'utf16le'),
    said: 'có mật khẩu: mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ), lưu rồi nạp lại',
  },
  { is: isOle, said: `là Excel đời cũ (.xls): ${saveAgain}` },
  { is: (bytes) => isZipWith(bytes, 'word/document.xml'), said: `là văn bản Word, ${anotherFile}` },
  { is: (bytes) => isZipWith(bytes, 'opendocument'), said: `là tệp OpenDocument: ${saveAgain}` },
  { is: (bytes) => begins(bytes, '%PDF'), said: `là tệp PDF, ${anotherFile}` },
  {
    is: (bytes) => ['\x89PNG', '\xff\xd8\xff', 'GIF8'].some((start) => begins(bytes, start)),
    said: `là ảnh, ${anotherFile}`,
  },
  {
    is: (bytes) => /^(\xef\xbb\xbf)?\s*</.test(bytes.toString('latin1', 0, 64)),
    said: `là trang web lưu với đuôi bảng tính: ${saveAgain}`,
  },
]

/** What is said of a file that is no sheet we read, and its remedy; undefined when nothing speaks against it. */
export function saidOfForeign(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return kinds.find(({ is }) => is(buffer))?.said
}

const unpackedMax = 256 * 1024 * 1024
/** Sheets of people shrink ten to thirty times; what was made to fill the memory shrinks a thousand times. */
const packingMax = 100

/** Whether unpacking would fill the memory: by the sizes that the archive's own directory tells. */
export function isBomb(bytes: Uint8Array): boolean {
  const unpacked = unpackedBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return unpacked > unpackedMax && unpacked > packingMax * bytes.length
}

/** Of a ZIP archive (APPNOTE 4.3.12: the size stands 24 bytes into each line of the directory). */
function unpackedBytes(archive: Buffer): number {
  let sum = 0
  let at = archive.indexOf('PK\x01\x02', 0, 'latin1')
  while (at >= 0 && at + 46 <= archive.length) {
    sum += archive.readUInt32LE(at + 24)
    at = archive.indexOf('PK\x01\x02', at + 46, 'latin1')
  }
  return sum
}

function isOle(bytes: Buffer): boolean {
  return begins(bytes, '\xd0\xcf')
}

function isZipWith(bytes: Buffer, entry: string): boolean {
  return begins(bytes, 'PK') && bytes.includes(entry)
}

function begins(bytes: Buffer, start: string): boolean {
  return bytes.toString('latin1', 0, start.length) === start
}
