import type { LocalDate } from '#calendar'
import { type BirthDate, foldText, parseBirth, parseCitizenId } from '#identity'
import type { Origin, Relation } from '#registry'
import type { FieldName, FieldValues } from './fields/field-names.ts'

/** What two officers read of a paper, and the page on which each field stands, where that is known. */
export interface Paper {
  scanId: number
  values: FieldValues
  pageOf: Partial<Record<FieldName, number>>
}

/** Where a value that was read twice comes from, as the register keeps it: `scan:12#3` is its third page. */
export function originOf({ scanId, pageOf }: Paper, fields: readonly FieldName[]): Origin {
  const pages = new Set(fields.map((field) => pageOf[field]))
  const [page] = pages
  return pages.size === 1 && page !== undefined ? `scan:${scanId}#${page}` : `scan:${scanId}`
}

export function birthOf({ birth }: FieldValues, today: LocalDate): BirthDate | undefined {
  const reading = birth === undefined ? undefined : parseBirth(birth, { asOf: today })
  return reading?.ok ? reading.birth : undefined
}

/** The day a paper was signed; undefined when it does not say the whole of it. */
export function signedOnOf({ signedOn }: FieldValues, today: LocalDate): LocalDate | undefined {
  const signed = signedOn === undefined ? undefined : birthOf({ birth: signedOn }, today)
  return signed && signed.from === signed.to ? signed.from : undefined
}

export function sexOf({ sex }: FieldValues): 'male' | 'female' | undefined {
  const folded = foldText(sex ?? '')
  return folded === 'nu' ? 'female' : folded === 'nam' ? 'male' : undefined
}

/** Twelve digits, or undefined: a number that is none stays with the paper. */
export function citizenIdOf({ citizenId }: FieldValues): string | undefined {
  return parseCitizenId(citizenId ?? '')
}

export function oldIdOf({ oldId }: FieldValues): string | undefined {
  const digits = oldId?.replace(/[\s.\-']/g, '')
  return digits !== undefined && /^\d{9}$/.test(digits) ? digits : undefined
}

const degrees: Readonly<Record<string, string>> = {
  'dac biet nang': 'extreme',
  nang: 'severe',
  nhe: 'light',
}

/** The degree of disability by its value in the law. */
export function degreeOf({ disabilityDegree }: FieldValues): string | undefined {
  return degrees[foldText(disabilityDegree ?? '')]
}

const povertyStates: Readonly<Record<string, string>> = {
  'ho ngheo': 'poor',
  'ho can ngheo': 'nearPoor',
  'khong ngheo': 'none',
}

/** How the household is classed, by its value in the law. */
export function povertyOf({ poverty }: FieldValues): string | undefined {
  return povertyStates[foldText(poverty ?? '')]
}

const relationsOnPaper: Readonly<Record<string, Relation>> = {
  'chu ho': 'head',
  'vo chong': 'spouse',
  con: 'child',
  'con nuoi': 'fosterChild',
  'bo me': 'parent',
  chau: 'grandchild',
  'ong ba': 'grandparent',
  'anh chi em': 'sibling',
  khac: 'other',
}

/** What somebody is to the head of the household. */
export function relationOf({ relation }: FieldValues): Relation | undefined {
  return relationsOnPaper[
    foldText(relation ?? '')
      .replace(/[^a-z ]/g, '')
      .replace(/ +/g, ' ')
  ]
}
