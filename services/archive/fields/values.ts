import type { LocalDate } from '#calendar'
import { foldText, parseAmountDong, parseBirth, parseTenths, spellingOf, tidyName, tidyText } from '#identity'
import { coefficientText } from '#law/wording'
import { choicesOf, type FieldName, illegible } from './field-names.ts'
import { findNearest } from './nearest.ts'

/** What a value is read with: nobody is born, and nothing signed, after `today`. */
export interface ValueContext {
  today: LocalDate
}

/**
 * The value of a field as officers write it, from what stands on paper: `21/07/1941`, `Nữ`, `1.260.000`. Undefined when
 * the text cannot be a value of that field: then it is for people to read.
 */
export function readValue(field: FieldName, written: string, { today }: ValueContext): string | undefined {
  const text = tidyText(written).replace(/^[\s.:;,|_…()"”“-]+|[\s.:;,|_…()"”“-]+$/gu, '')
  if (text === '') return undefined
  if (field === 'birth' || field === 'signedOn') return readDay(field, text, today)
  if (field === 'citizenId') return ofDigits(text, /^\d{12}$/)
  if (field === 'oldId') return ofDigits(text, /^\d{9}$/)
  if (field === 'phone') return ofDigits(text, /^0\d{9,10}$/)
  if (field === 'amountDong') return readAmount(text)
  if (field === 'decisionNumber') return readDecisionNumber(text)
  if (field === 'fromMonth') return readMonthOf(text)
  if (field === 'coefficient') return readCoefficient(text)
  if (choicesOf(field)) return readChoice(field, text)
  if (nameFields.includes(field)) return readName(text)
  return /\p{L}/u.test(text) && text.length <= 120 ? text : undefined
}

const nameFields: readonly FieldName[] = ['name', 'guardian', 'head', 'payee']

/**
 * The one spelling in which two readings are compared: a tone over the other vowel, `1/2/1944` for `01/02/1944` or
 * `1260000` for `1.260.000` make no difference.
 */
export function comparedValue(field: FieldName, written: string, context: ValueContext): string {
  if (written === illegible) return illegible
  const value = readValue(field, written, context) ?? tidyText(written)
  return field === 'decisionNumber' ? foldText(value) : spellingOf(value)
}

function ofDigits(text: string, wanted: RegExp): string | undefined {
  const digits = text.replace(/[\s.\-']/g, '')
  return wanted.test(digits) ? digits : undefined
}

/** `ngày 08 tháng 12 năm 2021`, `8-12-2021`, `12/1944`, `1944`. */
function readDay(field: 'birth' | 'signedOn', text: string, today: LocalDate): string | undefined {
  const spoken = /(\d{1,2})\s*th[áa]ng\s*(\d{1,2})\s*n[ăa]m\s*(\d{4})/iu.exec(text)
  const plain = spoken
    ? `${spoken[1]}/${spoken[2]}/${spoken[3]}`
    : /\d[\d\s/.-]*\d/.exec(text)?.[0].replace(/\s/g, '')
  const reading = plain === undefined ? undefined : parseBirth(plain, { asOf: today })
  if (!reading?.ok || reading.twoDigitYear) return undefined
  const { from, to } = reading.birth
  const [year, month, date] = from.split('-')
  if (from === to) return `${date}/${month}/${year}`
  if (field === 'signedOn') return undefined
  return from.slice(0, 7) === to.slice(0, 7) ? `${month}/${year}` : year
}

function readAmount(text: string): string | undefined {
  const plain = /\d[\d.,\s]*/.exec(text)?.[0].replace(/[\s.,]+$/, '')
  const amountDong = plain === undefined ? undefined : parseAmountDong(plain)
  if (amountDong === undefined || amountDong < 1_000) return undefined
  return String(amountDong).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** A month among other words, as `03/2024`: `tháng 3 năm 2024`, `từ 3/2024`. */
function readMonthOf(text: string): string | undefined {
  const found = /(\d{1,2})\s*(?:[/.-]|n[ăa]m)\s*((?:19|20)\d{2})(?!\d)/iu.exec(text)
  const month = Number(found?.[1])
  return found && month >= 1 && month <= 12 ? `${String(month).padStart(2, '0')}/${found[2]}` : undefined
}

/** `2,0`, `1.5`, `hệ số 2`: at most one digit behind the comma. */
function readCoefficient(text: string): string | undefined {
  const tenths = parseTenths(/\d+(?:[.,]\d+)?/.exec(text)?.[0] ?? '')
  return tenths === undefined || tenths < 5 || tenths > 60 ? undefined : coefficientText(tenths, 'vi')
}

function readDecisionNumber(text: string): string | undefined {
  const found = /(\d{1,6}[a-z]?)\s*\/\s*((?:\d{4}\s*\/\s*)?Q[ĐÐD][\p{L}\d-]*)/u.exec(text)
  return found
    ? `${found[1]}/${(found[2] ?? '').replace(/\s/g, '').replace(/^(.*?)Q[ÐD]/, '$1QĐ')}`
    : undefined
}

function readName(text: string): string | undefined {
  const name = tidyName(text)
  const words = name.split(' ')
  const isName = /^[\p{L}\p{M}'’. -]+$/u.test(name) && words.length >= 2 && words.length <= 8
  return isName && words.every((word) => /^\p{Lu}/u.test(word)) ? name : undefined
}

/** One of the choices, even when a letter or two of it were misread; two choices as near as each other are neither. */
function readChoice(field: FieldName, text: string): string | undefined {
  const squeezed = foldText(text).replaceAll(' ', '')
  const near = (choicesOf(field) ?? []).flatMap((choice) => {
    const wanted = foldText(choice).replaceAll(' ', '')
    const allowed = wanted.length < 6 ? 0 : wanted.length < 14 ? 1 : 3
    const place = findNearest(squeezed, wanted, allowed)
    return place && Math.abs(squeezed.length - wanted.length) <= Math.max(allowed, wanted.length / 2)
      ? [{ choice, errors: place.errors, length: wanted.length }]
      : []
  })
  // `dacbietnang` holds `nang`: the longer one is meant.
  near.sort((one, other) => other.length - one.length || one.errors - other.errors)
  return near[0]?.choice
}
