/** How the text of a CSV is written: needed to read it, and to give one back that its sender can open. */
export interface CsvDialect {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258'
  /** It begins with a byte order mark. */
  marked: boolean
  separator: ',' | ';' | '\t'
  lineEnd: '\r\n' | '\n'
}

const separators = [',', ';', '\t'] as const
const linesLooked = 20
/** What no text holds: bytes of another kind of file. */
const noText = /[^\P{Cc}\t\n\r\f]/u

/** The text of a CSV and its dialect; undefined when it is no text we read. */
export function readDialect(bytes: Uint8Array): { text: string; dialect: CsvDialect } | undefined {
  const { encoding, marked } = encodingOf(bytes)
  const text = decode(bytes, encoding)
  if (text !== undefined) return { text, dialect: { encoding, marked, ...shapeOf(text) } }
  if (encoding !== 'utf-8') return undefined
  // Old Vietnamese Excel: letters and their tones are bytes of their own.
  const old = decode(bytes, 'windows-1258')?.normalize('NFC')
  if (old === undefined || (old.match(vietnamese)?.length ?? 0) < lettersMin) return undefined
  return { text: old, dialect: { encoding: 'windows-1258', marked: false, ...shapeOf(old) } }
}

/** Fewer such letters may be chance. */
const lettersMin = 3
/** Letters that only Vietnamese has, as they read when the guess is right. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/gi

function encodingOf(bytes: Uint8Array): Pick<CsvDialect, 'encoding' | 'marked'> {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', marked: true }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', marked: true }
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', marked: true }
  const looked = bytes.subarray(0, 512)
  const zeros = looked.filter((byte, index) => byte === 0 && index % 2 === 1).length
  return { encoding: zeros > looked.length / 4 ? 'utf-16le' : 'utf-8', marked: false }
}

function decode(bytes: Uint8Array, encoding: CsvDialect['encoding']): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return noText.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

/** The separator that stands most often outside quotes, line by line. */
function shapeOf(text: string): Pick<CsvDialect, 'separator' | 'lineEnd'> {
  const lines = text.slice(0, 20_000).split(/\r?\n/, linesLooked)
  const bare = lines.map((line) => line.replace(/"[^"]*"/g, '')).join('\n')
  const counts = separators.map((separator) => bare.split(separator).length)
  const most = Math.max(...counts)
  return {
    separator: separators[counts.indexOf(most)] ?? ',',
    lineEnd: text.slice(0, 20_000).includes('\r\n') ? '\r\n' : '\n',
  }
}

/** Bytes of a text in a dialect. */
export function encodeText(text: string, { encoding, marked }: CsvDialect): Uint8Array<ArrayBuffer> {
  const whole = marked ? `\ufeff${text}` : text
  if (encoding === 'utf-8') return new Uint8Array(Buffer.from(whole, 'utf8'))
  if (encoding === 'windows-1258') return toWindows1258(text)
  const bytes = new Uint8Array(Buffer.from(whole, 'utf16le'))
  if (encoding === 'utf-16be')
    for (let at = 0; at + 1 < bytes.length; at += 2)
      [bytes[at], bytes[at + 1]] = [bytes[at + 1] ?? 0, bytes[at] ?? 0]
  return bytes
}

/** The tones that stand after their letter as a byte of their own. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/

function toWindows1258(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  for (const letter of text.normalize('NFC')) {
    const own = oldBytes.get(letter)
    if (own !== undefined) {
      bytes.push(own)
      continue
    }
    const parts = letter.normalize('NFD')
    const tone = parts.split('').find((mark) => tones.test(mark))
    const base = parts.replace(tones, '').normalize('NFC')
    bytes.push(oldBytes.get(base) ?? 0x3f)
    if (tone !== undefined) bytes.push(oldBytes.get(tone) ?? 0x3f)
  }
  return new Uint8Array(bytes)
}

/** The 256 letters of Windows-1258, each with its byte. */
const oldBytes = new Map(
  [...new TextDecoder('windows-1258').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map(
    (letter, byte): [string, number] => [letter, byte],
  ),
)
