import type { LocalDate } from '#calendar'
import { foldText, parseBirth, tidyText } from '#identity'
import {
  choicesOf,
  type FieldName,
  type FieldValues,
  fieldNames,
  illegible,
  notOnPaper,
} from './field-names.ts'
import { readValue } from './values.ts'

/** Why what was typed into a field cannot be signed; each has a remedy on the page. */
export type ReadingProblem =
  | 'empty'
  | 'notADay'
  | 'inFuture'
  | 'tooLongAgo'
  | 'needsWholeDay'
  | 'notAName'
  | 'notANumber'
  | 'notAnAmount'
  | 'notAMonth'
  | 'notACoefficient'
  | 'notAChoice'
  | 'noLetters'

export type ReadingProblems = Partial<Record<FieldName, ReadingProblem>>

/**
 * What cannot be signed as it was typed, by field. An empty field is a problem of its own: that the paper has no such
 * thing, or that nobody can read it, is said (`notOnPaper`, `illegible`) and never left to be guessed. A number that is too
 * long or too short may stand on the paper so: it is taken, and never entered.
 */
export function problemsOf(values: FieldValues, { today }: { today: LocalDate }): ReadingProblems {
  const problems: ReadingProblems = {}
  for (const field of fieldNames) {
    const typed = values[field]
    if (typed === undefined || typed === notOnPaper || typed === illegible) continue
    const problem = problemOf(field, tidyText(typed), today)
    if (problem) problems[field] = problem
  }
  return problems
}

function problemOf(field: FieldName, text: string, today: LocalDate): ReadingProblem | undefined {
  if (text === '') return 'empty'
  switch (field) {
    case 'birth':
    case 'signedOn':
      return dayProblem(field, text, today)
    case 'name':
    case 'guardian':
    case 'head':
    case 'payee':
      return /\p{L}.*\p{L}/u.test(text) && !/\d/.test(text) ? undefined : 'notAName'
    case 'citizenId':
    case 'oldId':
    case 'phone':
      return /^\+?\d[\d\s.\-']{4,24}$/.test(text) ? undefined : 'notANumber'
    case 'amountDong':
      return readValue(field, text, { today }) === undefined ? 'notAnAmount' : undefined
    case 'fromMonth':
      return readValue(field, text, { today }) === undefined ? 'notAMonth' : undefined
    case 'coefficient':
      return readValue(field, text, { today }) === undefined ? 'notACoefficient' : undefined
    case 'sex':
    case 'disabilityDegree':
    case 'benefit':
    case 'poverty':
    case 'relation':
      return isChoice(field, text) ? undefined : 'notAChoice'
    default:
      return /[\p{L}\d]/u.test(text) ? undefined : 'noLetters'
  }
}

function dayProblem(field: 'birth' | 'signedOn', text: string, today: LocalDate): ReadingProblem | undefined {
  if (readValue(field, text, { today }) !== undefined) return undefined
  const reading = parseBirth(text, { asOf: today })
  if (reading.ok) return field === 'signedOn' ? 'needsWholeDay' : 'notADay'
  if (reading.problem === 'inFuture' || reading.problem === 'tooLongAgo') return reading.problem
  return 'notADay'
}

function isChoice(field: FieldName, text: string): boolean {
  return (choicesOf(field) ?? []).some((choice) => foldText(choice) === foldText(text))
}
