import { foldText, spellingOf } from '#identity'
import type { CellValue } from '#platform/sheets'
import type { ColumnKey } from './columns.ts'

/** What a row below the headings is when it is no person. */
export type NotPerson = 'village heading' | 'heading' | 'subtotal' | 'total' | 'signatures' | 'column numbers'

export type RowKind = { is: 'empty' } | { is: 'person' } | { is: NotPerson; text: string }

const villageWords =
  /^(?:(?:[ivx]+|[a-d]|\d{1,2}) )?(xom|thon|ban|khoi|to|to dan pho|khu|khu pho|ap|buon|lang|khom|tieu khu|tdp)( |$)/
const signatureWords =
  /\b(nguoi lap|lap bieu|lap bang|chu tich|tm ubnd|tm uy ban|kt chu tich|ke toan|thu truong|truong phong|can bo|cong chuc|phu trach|xac nhan|ky ten|ky ghi ro|thu quy|nguoi nhan|giam doc|ngay \d* ?thang)/

/** Whether the rows below a certain point are only signatures: nothing after them is a person without a number. */
export interface RowContext {
  columns: ReadonlyMap<ColumnKey, number>
  afterSignatures: boolean
}

/** Says what a row is by what its cells hold, never by where it stands. */
export function kindOfRow(row: readonly CellValue[], { columns, afterSignatures }: RowContext): RowKind {
  const filled = row.filter((value) => value !== null)
  if (filled.length === 0) return { is: 'empty' }
  const has = (key: ColumnKey) => valueAt(row, columns.get(key)) !== null
  if (isColumnNumbers(filled)) return { is: 'column numbers', text: filled.join(' ') }
  const identified = ['id', 'birth', 'birthMale', 'birthFemale', 'category'].some((key) =>
    has(key as ColumnKey),
  )
  if (identified) return { is: 'person' }
  const texts = filled.filter((value) => typeof value === 'string')
  const text = texts[0] ?? ''
  const sum = sumOf(text)
  if (sum) return { is: sum, text }
  if (texts.some((line) => signatureWords.test(foldText(line)))) return { is: 'signatures', text }
  const onlyNameOrFirst = texts.length === 1 && filled.length <= 2 && !has('amount')
  if (onlyNameOrFirst && villageWords.test(foldText(text))) return { is: 'village heading', text }
  if (has('ordinal') && has('name'))
    return isRoman(valueAt(row, columns.get('ordinal'))) ? { is: 'heading', text } : { is: 'person' }
  if (afterSignatures) return { is: 'signatures', text }
  return has('name') && filled.length > 1
    ? { is: 'person' }
    : { is: onlyNameOrFirst ? 'heading' : 'person', text }
}

export function valueAt(row: readonly CellValue[], column: number | undefined): CellValue {
  return column === undefined ? null : (row[column] ?? null)
}

/** `Cộng Xóm 1` is a subtotal, `TỔNG CỘNG` the total; `Tống Thị Lan` and `Công Văn Ba` are people. */
function sumOf(text: string): 'subtotal' | 'total' | undefined {
  const folded = foldText(text)
  const first = spellingOf(text).split(' ')[0] ?? ''
  const untoned = /^[\x20-\x7e]*$/.test(text)
  const begins = /^(tong cong|tong so|tong|cong)\b\s*/.exec(folded)?.[1]
  if (!begins) return undefined
  const named =
    begins.includes(' ') || first === spellingOf('tổng') || first === spellingOf('cộng') || untoned
  if (!named) return undefined
  const rest = folded.slice(begins.length).trim()
  if (villageWords.test(rest)) return 'subtotal'
  return begins === 'cong' && rest !== '' && !/^(toan|ca|chung)\b/.test(rest) ? 'subtotal' : 'total'
}

/** The row of `1 2 3 …` or `(1) (2) (3) …` that stands below headings. */
function isColumnNumbers(filled: readonly CellValue[]): boolean {
  if (filled.length < 4) return false
  const numbers = filled.map((value) => Number(String(value).replace(/[()]/g, '')))
  return numbers.every(
    (number, index) => Number.isInteger(number) && number > (numbers[index - 1] ?? -1) && number <= 60,
  )
}

function isRoman(value: CellValue): boolean {
  return typeof value === 'string' && /^([IVX]+|[A-H])\.?$/.test(value.trim())
}
