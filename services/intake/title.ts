import { type Month, parseMonth } from '#calendar'
import { foldText, tidyText } from '#identity'
import type { CellValue, Sheet } from '#platform/sheets'

/** What the lines above the headings say of the whole list. */
export interface ListTitle {
  kind?: string
  month?: Month
  /** `xã Nghi Kiều`, from the authority in the corner. */
  unitAsWritten?: string
  /** Of a list of a whole year: `NĂM 2025`. */
  year?: string
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ['HTXH hàng tháng', /huu tri xa hoi/],
  ['TCXH hàng tháng', /(tro cap|tro giup) xa hoi|\btcxh\b|bao tro xa hoi/],
]
const unitWords = 'xã|phường|thị trấn|xa|phuong|thi tran|tt|p|x'
const authority = new RegExp(
  `^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|uy ban nhan dan) (${unitWords})[. ]+(.+)$`,
  'iu',
)
/** The unit on a line of its own, below the words of the authority. */
const unitAlone = /^(?:đơn vị:? *)?(xã|phường|thị trấn):? +([^,;:]{2,40})$/iu
const unitTypes: Readonly<Record<string, string>> = {
  xa: 'xã',
  x: 'xã',
  phuong: 'phường',
  p: 'phường',
  'thi tran': 'thị trấn',
  tt: 'thị trấn',
}

/** The day a list or a decision was signed: it says the month of the list only where nothing else does. */
const dayOfMonth = /\bngay \d{1,2} thang \d{1,2} nam \d{4}\b/g

/** Reads the lines above the headings; what is not said is absent. */
export function readTitle(rows: Sheet['rows']): ListTitle {
  const lines = rows.flat().filter((value): value is string => typeof value === 'string')
  const title: ListTitle = {}
  for (const line of lines) {
    const folded = foldText(line)
    title.unitAsWritten ??= unitIn(line, authority)
    title.month ??= monthIn(folded.replace(dayOfMonth, ' '))
    const year = /(?<!thang \d{1,2} )\bnam (20\d{2})\b/.exec(folded)?.[1]
    if (year !== undefined) title.year ??= year
    const kind = /danh sach|bang|tong hop/.test(folded)
      ? kinds.find(([, words]) => words.test(folded))
      : undefined
    if (kind) title.kind ??= kind[0]
  }
  title.month ??= lines.map((line) => endOfQuarter(foldText(line))).find((month) => month !== undefined)
  title.kind ??= kindBelow(lines)
  title.month ??= lines.map((line) => monthIn(foldText(line))).find((month) => month !== undefined)
  title.unitAsWritten ??= lines.map((line) => unitIn(line, unitAlone)).find((unit) => unit !== undefined)
  return title
}

/** `QUÝ I/2025` is paid by its last month. */
function endOfQuarter(folded: string): Month | undefined {
  const [, quarter, year] = /\bquy (iv|i{1,3}|[1-4]) (?:nam )?(20\d{2})\b/.exec(folded) ?? []
  const number =
    quarter === undefined ? 0 : Math.max(['', 'i', 'ii', 'iii', 'iv'].indexOf(quarter), 0) || Number(quarter)
  return number > 0 ? monthOfParts(year, String(number * 3)) : undefined
}

/** `DANH SÁCH` on a line of its own: what it lists stands on the next. */
function kindBelow(lines: readonly string[]): string | undefined {
  const at = lines.findIndex((line) => foldText(line) === 'danh sach')
  const next = at < 0 ? '' : foldText(lines[at + 1] ?? '')
  return kinds.find(([, words]) => words.test(next))?.[0]
}

/** `XÃ NGHI KIỀU` and `TT. MƯỜNG XÉN` as `xã Nghi Kiều` and `thị trấn Mường Xén`. */
function unitIn(line: string, pattern: RegExp): string | undefined {
  const [, type, name] = pattern.exec(tidyText(line)) ?? []
  if (type === undefined || name === undefined) return undefined
  const small = type.toLocaleLowerCase('vi')
  return `${unitTypes[small] ?? small} ${titleCase(name)}`
}

/** A month as lists write it in a cell: `03/2025`, `3-2025`, `2025-03`, `tháng 3 năm 2025`, a day in it. */
export function parseListMonth(value: CellValue): Month | undefined {
  if (typeof value === 'object' && value !== null) return parseMonth(value.day.slice(0, 7))
  if (typeof value !== 'string') return undefined
  const numbers = foldText(value)
    .replace(/[a-z]+/g, ' ')
    .trim()
    .split(/ +/)
  if (numbers.length === 3 && numbers[2]?.length === 4) return monthOfParts(numbers[2], numbers[1])
  if (numbers.length === 3) return monthOfParts(numbers[0], numbers[1])
  if (numbers.length !== 2) return undefined
  return numbers[0]?.length === 4
    ? monthOfParts(numbers[0], numbers[1])
    : monthOfParts(numbers[1], numbers[0])
}

function monthIn(folded: string): Month | undefined {
  const match = /\bthang (\d{1,2}) (?:nam )?(\d{4})\b/.exec(folded)
  return match ? monthOfParts(match[2], match[1]) : undefined
}

function monthOfParts(year: string | undefined, month: string | undefined): Month | undefined {
  return year?.length === 4 && month ? parseMonth(`${year}-${month.padStart(2, '0')}`) : undefined
}

function titleCase(name: string): string {
  return name
    .toLocaleLowerCase('vi')
    .replace(
      /(^|[\s-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'),
    )
}
