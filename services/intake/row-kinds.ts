import { foldText, spellingOf, tidyText } from '#identity'
import type { CellValue } from '#platform/sheets'
import { type ColumnKey, findColumn } from './columns.ts'

/** What a row below the headings is when it is no person. */
export type NotPerson =
  | 'village heading'
  | 'heading'
  | 'subtotal'
  | 'total'
  | 'signatures'
  | 'column numbers'
  | 'column headings'
  | 'note'
  | 'receiver'
  | 'other list'

export type RowKind =
  | { is: 'empty' }
  | { is: 'person' }
  | { is: 'total'; text: string /** It says that it is of everything: `Tổng cộng`. */; isNamed: boolean }
  | { is: Exclude<NotPerson, 'total'>; text: string }

const villageWords =
  /^(?:(?:[ivx]+|[a-d]|\d{1,2}) )?(xom|thon|ban|khoi|to|to dan pho|khu|khu pho|ap|buon|lang|khom|tieu khu|tdp)( |$)/
const signatureWords =
  /\b(nguoi lap|lap bieu|lap bang|chu tich|tm ubnd|tm uy ban|kt chu tich|ke toan|thu truong|truong phong|can bo|cong chuc|phu trach|xac nhan|ky ten|ky ghi ro|thu quy|nguoi nhan|giam doc|nguoi tong hop|truong ban|ban chi dao|ngay \d* ?thang)/

/** Whether the rows below a certain point are only signatures: nothing after them is a person without a number. */
export interface RowContext {
  columns: ReadonlyMap<ColumnKey, number>
  afterSignatures: boolean
}

/** Says what a row is by what its cells hold, never by where it stands. */
export function kindOfRow(row: readonly CellValue[], { columns, afterSignatures }: RowContext): RowKind {
  const filled = row.filter((value) => value !== null)
  if (filled.length === 0) return { is: 'empty' }
  if (isColumnNumbers(filled)) return { is: 'column numbers', text: filled.join(' ') }
  if (repeatsHeadings(row, columns)) return { is: 'column headings', text: filled.join(' ') }
  const receiver = receiverIn(row, columns)
  if (receiver !== undefined) return { is: 'receiver', text: receiver }
  const beside = filled.length === 1 && typeof filled[0] === 'string' && !holdsName(row, columns)
  if (!beside && personalColumns.some((key) => isPersonal(valueAt(row, columns.get(key)))))
    return { is: 'person' }
  const numbered = isNumbering(valueAt(row, columns.get('ordinal')))
  const texts = row.filter((value, column): value is string => {
    return typeof value === 'string' && !isFormula(value) && !(numbered && column === columns.get('ordinal'))
  })
  const text = (texts[0] ?? '').replace(/^\s*(?:[IVX]+|[A-H]|\d{1,2})[.)-]\s*/, '')
  const sum = sumOf(text)
  if (sum === 'total') return { is: sum, text, isNamed: /^(tong cong|tong so)|toan/.test(foldText(text)) }
  if (sum) return { is: sum, text }
  const numbers = numbered || filled.some((value) => typeof value === 'number' || isFormula(value))
  if (!numbers && texts.some((line) => signatureWords.test(foldText(line)))) return { is: 'signatures', text }
  if (texts.length === 1 && /^trang (so )?\d+( \d+)?$/.test(foldText(text))) return { is: 'note', text }
  const alone = texts.length === 1 && filled.length <= 2 && valueAt(row, columns.get('amount')) === null
  const bare = texts.length === 1 && valueAt(row, columns.get('category')) === null
  if (bare && (alone || !isCount(valueAt(row, columns.get('ordinal')))) && namesVillage(text)) {
    return { is: 'village heading', text }
  }
  const ordinal = valueAt(row, columns.get('ordinal'))
  if (bare && isRoman(ordinal)) return { is: 'heading', text }
  if (afterSignatures && !numbers && ordinal === null) return { is: 'signatures', text }
  if (alone && (columns.has('ordinal') ? isRoman(ordinal) || ordinal === null : !looksLikeName(text))) {
    return { is: 'heading', text }
  }
  return beside ? { is: 'note', text } : { is: 'person' }
}

const receiverWords =
  /^(?:nguoi |ho ten nguoi |ho va ten nguoi )?(?:nhan thay|nhan ho|linh thay|linh ho|duoc uy quyen|uy quyen nhan|giam ho|dai dien nhan)\b|^(?:con|vo|chong|me|bo|cha|anh|chi|em|chau)\b.*\b(?:nhan|linh) (?:thay|ho)$/

/** Told before a text is folded: few names hold any of it. */
const mayReceive = /nh[aâậ]|l[iĩ]nh|h[oộ]|gi[aá]m|đ[aạ]i|quy[eề]n/iu

/** Whoever receives for the person above, in a row of their own without a number: what they are called. */
function receiverIn(row: readonly CellValue[], columns: RowContext['columns']): string | undefined {
  const ordinal = columns.get('ordinal')
  if (valueAt(row, ordinal) !== null) return undefined
  const text = valueAt(row, columns.get('name')) ?? row.find((cell) => typeof cell === 'string')
  if (typeof text !== 'string' || !mayReceive.test(text)) return undefined
  return receiverWords.test(foldText(text)) ? text : undefined
}

/** A formula whose result the file does not hold. */
function isFormula(value: CellValue): boolean {
  return typeof value === 'string' && value.startsWith('=')
}

function holdsName(row: readonly CellValue[], columns: RowContext['columns']): boolean {
  return valueAt(row, columns.get('name')) !== null
}

const headingsMin = 3

/** Whether a row among the people is the row of headings of another table: words, several of them ours, a name first. */
export function beginsOtherList(row: readonly CellValue[]): boolean {
  const filled = row.filter((cell) => cell !== null)
  if (filled.length < headingsMin) return false
  if (filled.some((cell) => typeof cell !== 'string' || /\d/.test(cell))) return false
  const keys = new Set(filled.map((cell) => findColumn(String(cell))))
  keys.delete(undefined)
  return keys.has('name') && keys.size >= headingsMin && keys.size * 2 >= filled.length
}

/** The headings again, as at the top of every printed page: each filled cell names its column, or splits births. */
function repeatsHeadings(row: readonly CellValue[], columns: RowContext['columns']): boolean {
  if (row.some((cell) => cell !== null && !(typeof cell === 'string' && !/\d/.test(cell)))) return false
  const name = valueAt(row, columns.get('name'))
  if (typeof name === 'string') {
    if (findColumn(name) !== 'name') return false
    const same = [...columns].filter(([key, column]) => {
      const cell = valueAt(row, column)
      return key !== 'name' && typeof cell === 'string' && findColumn(cell) === key
    })
    return same.length >= 2
  }
  const words = row.flatMap((cell) => (cell === null ? [] : [cell]))
  return (
    words.length >= 2 &&
    words.every(
      (cell) =>
        typeof cell === 'string' && /^(nam|nữ|nu|ngày|tháng|năm)$/i.test(cell.trim().normalize('NFC')),
    )
  )
}

/** `1`, `2`: people are numbered like that, headings `I`, `A` or not at all. */
function isCount(value: CellValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+[.)]?$/.test(value.trim()))
}

/** `Tổ 3` and `Bản Vẽ` are villages; `Tô Văn Ba`, `Bàn Thị Lan` and `Lang Văn Tám` are people. */
export function namesVillage(text: string): boolean {
  const folded = foldText(text)
  if (!villageWords.test(folded)) return false
  const family = /^(to|ban|lang) /.exec(folded)?.[1]
  if (family === undefined || /^(to|ban|lang) (\d|dan pho)/.test(folded)) return true
  return ['tổ', 'bản', 'làng'].includes(tidyText(text).toLocaleLowerCase('vi').split(' ')[0] ?? '')
}

const personalColumns = ['id', 'oldId', 'birth', 'birthMale', 'birthFemale', 'birthYear'] as const

/** A number, a day, or a text with digits that is no line of a signature block which happens to stand there. */
function isPersonal(value: CellValue): boolean {
  if (typeof value !== 'string') return value !== null
  return /\d/.test(value) && !signatureWords.test(foldText(value))
}

/** Two to six words of letters that begin with capitals. */
export function looksLikeName(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}']*( +\p{Lu}[\p{L}\p{M}']*){1,5}$/u.test(text.trim().normalize('NFC'))
}

function isNumbering(value: CellValue): boolean {
  return (
    typeof value === 'number' || (typeof value === 'string' && /^([IVX]+|[A-H]|\d+)[.)]?$/.test(value.trim()))
  )
}

export function valueAt(row: readonly CellValue[], column: number | undefined): CellValue {
  return column === undefined ? null : (row[column] ?? null)
}

/** `Cộng Xóm 1` is a subtotal, `TỔNG CỘNG` the total; `Tống Thị Lan` and `Công Văn Ba` are people. */
function sumOf(text: string): 'subtotal' | 'total' | undefined {
  const folded = foldText(text)
  const first = spellingOf(text.replace(/[:;.,]/g, ' ')).split(' ')[0] ?? ''
  const untoned = /^[\x20-\x7e]*$/.test(text)
  if (/^(cong )?(mang|chuyen) sang( trang)?\b|^luy ke\b/.test(folded)) return 'subtotal'
  const begins = /^(tong cong|tong so|tong|cong)\b\s*/.exec(folded)?.[1]
  if (!begins) return undefined
  const named =
    begins.includes(' ') || first === spellingOf('tổng') || first === spellingOf('cộng') || untoned
  if (!named) return undefined
  const rest = folded
    .slice(begins.length)
    .trim()
    .replace(/^\d+ (nguoi|doi tuong|ho|khau|truong hop)\b.*$/, '')
  if (villageWords.test(rest)) return 'subtotal'
  return begins === 'cong' && rest !== '' && !/^(toan|ca|chung)\b/.test(rest) ? 'subtotal' : 'total'
}

/** The row of `1 2 3 …` or `(1) (2) (3) …` that stands below headings. */
function isColumnNumbers(filled: readonly CellValue[]): boolean {
  if (filled.length < 4) return false
  let before = -1
  for (const [index, value] of filled.entries()) {
    const text = String(value).trim()
    if (index < 3 && typeof value === 'string' && /^\(?[A-D]\)?$/.test(text)) continue
    const number = Number(/^\(?(\d+)\)?\s*(=.*)?$/.exec(text)?.[1] ?? Number.NaN)
    // Most rows are people, and told as such by their second cell.
    if (!(number > before && number <= 60)) return false
    before = number
  }
  return true
}

function isRoman(value: CellValue): boolean {
  return typeof value === 'string' && /^([IVX]+|[A-H])\.?$/.test(value.trim())
}
