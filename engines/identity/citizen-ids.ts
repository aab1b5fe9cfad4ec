import { yearOf } from '#calendar'
import type { BirthDate } from './births.ts'
import { foldText, tidyText } from './names.ts'
import { placeCodes } from './place-codes.ts'

/** The twelve digits of a personal identification number, as text. */
export type CitizenId = string & { readonly CitizenId: unique symbol }
/** The nine digits of the identity card valid until 31/12/2024, as text: kept as history, never a key. */
export type OldId = string & { readonly OldId: unique symbol }
export type Sex = 'male' | 'female'

export type IdProblem = 'elevenDigits' | 'wrongLength' | 'notAnId' | 'digitsRounded'

export type IdReading =
  | { kind: 'none' }
  | {
      kind: 'citizenId'
      id: CitizenId /** A number cell dropped the zeros; `id` is a proposal. */
      zeroLost: boolean
    }
  | { kind: 'oldId'; id: OldId }
  | { kind: 'problem'; problem: IdProblem; reads: string }

export type IdDoubt = 'unknownPlaceCode' | 'sexMismatch' | 'birthYearMismatch'

export interface IdContents {
  placeCode: string
  /** The province of before 1 July 2025; undefined for a code outside the 63. */
  place: string | undefined
  sex: Sex
  birthYear: number
}

const nothing = new Set(['', 'x', 'k', '0', 'khong', 'khong co', 'chua co', 'chua cap', 'mat'])
const label = /^[^\d+-]*?(?=\d)/
/** An O typed for 0, an l or I for 1: no label, but a digit that an officer must read. */
const letterForDigit = /^[OolI|]+(?=\d)/

/** For text from people and files; code that already holds a CitizenId never checks again. */
export function parseCitizenId(text: string): CitizenId | undefined {
  const digits = tidyText(text).replace(/[\s.\-']/g, '')
  return /^\d{12}$/.test(digits) ? (digits as CitizenId) : undefined
}

/**
 * An identity number as a cell holds it. A number cell has lost its leading zeros: ten or eleven digits are
 * proposed as twelve, unless its last digits are the zeros that `3.8142E+10` leaves. Nine digits are a card of before and are never padded. Text is never completed.
 */
export function readIdNumber(written: string | number): IdReading {
  if (typeof written === 'number') return fromNumber(written)
  const text = tidyText(written)
  if (nothing.has(foldText(text))) return { kind: 'none' }
  const reads = (letterForDigit.test(text) ? text : text.replace(label, '')).replace(/[\s.\-']/g, '')
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(reads)) return { kind: 'problem', problem: 'digitsRounded', reads: text }
  if (!/^\d+$/.test(reads)) return { kind: 'problem', problem: 'notAnId', reads: text }
  return fromDigits(reads, false)
}

/** What the structure of the number says of the person (Circular 07/2016/TT-BCA; it has no check digit). */
export function contentsOf(id: CitizenId): IdContents {
  const centuryAndSex = Number(id[3])
  const placeCode = id.slice(0, 3)
  return {
    placeCode,
    place: placeCodes.get(placeCode),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(id.slice(4, 6)),
  }
}

/**
 * Where the number disagrees with what is declared. Doubts for an officer, never refusals: registered mistakes
 * exist. Century and sex share one digit, so with the wrong sex only the last two digits of the year are compared.
 */
export function doubtsAbout(
  id: CitizenId,
  declared: { sex?: Sex | undefined; birth?: Pick<BirthDate, 'from' | 'to'> | undefined },
): IdDoubt[] {
  const { place, sex, birthYear } = contentsOf(id)
  const doubts: IdDoubt[] = []
  if (place === undefined) doubts.push('unknownPlaceCode')
  const sexDiffers = declared.sex !== undefined && declared.sex !== sex
  if (sexDiffers) doubts.push('sexMismatch')
  if (declared.birth && !yearFits(birthYear, declared.birth, sexDiffers)) doubts.push('birthYearMismatch')
  return doubts
}

function yearFits(idYear: number, birth: Pick<BirthDate, 'from' | 'to'>, lastDigitsOnly: boolean): boolean {
  const [first, last] = [yearOf(birth.from), yearOf(birth.to)]
  for (let year = first; year <= last; year += 1) {
    if (year === idYear || (lastDigitsOnly && year % 100 === idYear % 100)) return true
  }
  return false
}

function fromNumber(number: number): IdReading {
  if (number === 0) return { kind: 'none' }
  const reads = String(number)
  if (!Number.isSafeInteger(number) || number < 0) return { kind: 'problem', problem: 'notAnId', reads }
  return fromDigits(reads, true)
}

function fromDigits(digits: string, isNumber: boolean): IdReading {
  const length = digits.length
  if (isNumber && length >= 10 && length <= 12 && /0{5}$/.test(digits))
    return { kind: 'problem', problem: 'digitsRounded', reads: digits }
  if (length === 12) return { kind: 'citizenId', id: digits as CitizenId, zeroLost: false }
  if (length === 9) return { kind: 'oldId', id: digits as OldId }
  if (isNumber && (length === 11 || length === 10)) {
    return { kind: 'citizenId', id: digits.padStart(12, '0') as CitizenId, zeroLost: true }
  }
  return { kind: 'problem', problem: length === 11 ? 'elevenDigits' : 'wrongLength', reads: digits }
}
