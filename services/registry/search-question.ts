import { dayFrom, type LocalDate, yearOf } from '#calendar'
import { foldText, parseBirth, tidyText, withToneOnFirstVowel } from '#identity'
import { type SearchPlaces, unitsNamed } from './search-places.ts'

/** What one reading of the text in the box asks for; every part narrows. */
export interface SearchQuestion {
  /** Folded words of the name; the last may be unfinished. */
  words: readonly string[]
  /** The same words as they were typed, small, the tone mark where the registers of places put it. */
  spelt: readonly string[]
  /** Somebody took the trouble of typing tones or marks. */
  isMarked: boolean
  /** At least four digits of an identity number. */
  number: string | undefined
  birth: { from: LocalDate; to: LocalDate } | undefined
  /** Folded, with its kind: `xom 5`. */
  village: string | undefined
  /** The communes of today that were named; undefined when none was. */
  unitUids: readonly string[] | undefined
}

type Rest = Pick<SearchQuestion, 'number' | 'birth' | 'village'>

const communeMark = /(?:^|[\s,])(?:xã|xa|phường|phuong|thị trấn|thi tran|tt|x\.|p\.)[\s.]+(?=\p{L})/iu
const villageMark =
  /(?:^|[\s,])((?:xóm|xom|thôn|thon|bản|ban|khối|khoi|làng|lang|tổ|buôn|ấp)\s+(?:\d+[a-z]?|[^,\d]+))/iu
const villageAlone =
  /(?:^|[\s,])((?:xóm|xom|thôn|thon|bản|ban|khối|khoi|làng|lang|tổ|buôn|ấp)\s+\d+[a-z]?)(?=$|[\s,])/iu
const dayWritten = /(?:^|[\s,])(\d{1,2}[/.-](?:\d{1,2}[/.-])?\d{4})(?=$|[\s,])/
const numberWritten = /(?:^|[\s,])(\d[\d .]{2,}\d)(?=$|[\s,])/

/**
 * The ways to read a text, the likeliest first: the last words may be of a name or of a commune. None when the text
 * holds nothing to search for. `03/1944`, `1944` are births, other digits a number.
 */
export function readSearch(text: string, places: SearchPlaces, today: LocalDate): SearchQuestion[] {
  let left = tidyText(text).slice(0, 100)
  const take = (pattern: RegExp): string | undefined => {
    const match = pattern.exec(left)
    if (match) left = tidyText(`${left.slice(0, match.index)} , ${left.slice(match.index + match[0].length)}`)
    return match?.[1]
  }
  const day = take(dayWritten)
  const numeral = takeNumber(take, today)
  const rest: Rest = {
    birth: (day === undefined ? undefined : birthOf(day, today)) ?? numeral.birth,
    number: numeral.number,
    village: foldedOr(take(villageAlone) ?? (left.includes(',') ? take(villageMark) : undefined)),
  }
  const marked = communeMark.exec(left)
  if (marked) {
    const unitUids = unitsNamed(places, foldText(left.slice(marked.index + marked[0].length)))
    if (unitUids) return [questionOf(left.slice(0, marked.index), rest, unitUids)]
  }
  return readings(left, rest, places)
}

/** All words as a name, then with the last ones, as many as can be, as the name of a commune. */
function readings(text: string, rest: Rest, places: SearchPlaces): SearchQuestion[] {
  const words = text.split(/[\s,]+/).filter((word) => foldText(word) !== '')
  const whole = questionOf(text, rest, undefined)
  const asks = words.length > 0 || rest.number !== undefined || rest.birth || rest.village !== undefined
  const found = asks ? [whole] : []
  for (let count = Math.min(4, words.length); count > 0; count -= 1) {
    const unitUids = unitsNamed(places, foldText(words.slice(-count).join(' ')))
    if (unitUids) found.push(questionOf(words.slice(0, -count).join(' '), rest, unitUids))
  }
  return found
}

function takeNumber(take: (pattern: RegExp) => string | undefined, today: LocalDate) {
  const found: { number: string | undefined; birth: SearchQuestion['birth'] } = {
    number: undefined,
    birth: undefined,
  }
  for (let written = take(numberWritten); written !== undefined; written = take(numberWritten)) {
    const digits = written.replace(/\D/g, '')
    const birth = found.birth ? undefined : yearAsBirth(digits, today)
    if (birth) found.birth = birth
    else if (digits.length <= 12) found.number ??= digits
  }
  return found
}

function yearAsBirth(digits: string, today: LocalDate): SearchQuestion['birth'] {
  const year = digits.length === 4 ? Number(digits) : 0
  if (year < 1900 || year > yearOf(today)) return undefined
  return { from: dayFrom(year, 1, 1), to: dayFrom(year, 12, 31) }
}

function birthOf(written: string, today: LocalDate): SearchQuestion['birth'] {
  const reading = parseBirth(written, { asOf: today })
  return reading.ok ? reading.birth : undefined
}

function foldedOr(text: string | undefined): string | undefined {
  return text === undefined ? undefined : foldText(text) || undefined
}

function questionOf(name: string, rest: Rest, unitUids: readonly string[] | undefined): SearchQuestion {
  const spelt = name
    .toLocaleLowerCase('vi')
    .split(/[\s,]+/)
    .map(withToneOnFirstVowel)
    .filter((word) => foldText(word) !== '')
  const words = spelt.map(foldText)
  return { ...rest, unitUids, words, spelt, isMarked: spelt.some((word, at) => word !== words[at]) }
}
