import { type DatedValue, type FactHistory, k4Children, monthlyFacts } from '#law/social-assistance'
import { type Fact, type FactValue, type FactValues, problemOf } from '#rules'
import { problemTexts } from './problems.ts'
import type { Reader } from './reader.ts'

/** Facts a person may state; the birth stands beside them as `birth`. */
export const personFacts: readonly Fact[] = monthlyFacts.filter((each) => each.kind !== 'birth')

/** Facts that may be stated for the whole household. */
export const householdFacts: readonly Fact[] = personFacts.filter((each) =>
  ['poverty', 'area', 'resident'].includes(each.key),
)

/** Facts over time: one value, or a list of `{ value, from, to }`; `null` leaves a fact unknown. */
export function readHistory(
  reader: Reader,
  written: unknown,
  path: string,
  facts: readonly Fact[],
): FactHistory {
  if (written === undefined) return {}
  const keys = reader.object(
    written,
    path,
    facts.map((each) => each.key),
  )
  const history: Record<string, readonly DatedValue[]> = {}
  for (const fact of facts) {
    const value = keys?.[fact.key]
    if (value === undefined) continue
    const at = `${path}.${fact.key}`
    history[fact.key] = Array.isArray(value)
      ? readDatedList(reader, value, at, fact)
      : datedOnce(readValue(reader, value, at, fact))
  }
  return history
}

/** A day belongs to one value only: two that overlap are refused, whichever came first. */
function readDatedList(reader: Reader, value: unknown, at: string, fact: Fact): readonly DatedValue[] {
  const places: { dated: DatedValue; path: string }[] = []
  const list = reader.list(value, at, (item, path) => {
    const dated = readDated(reader, item, path, fact)
    const rival = dated && places.find((each) => overlap(each.dated, dated))
    if (dated && rival) return reader.note(path, problemTexts.overlap(rival.path))
    if (dated) places.push({ dated, path })
    return dated
  })
  return list
}

function overlap(one: DatedValue, other: DatedValue): boolean {
  const before = (end: DatedValue['to'], start: DatedValue['from']) =>
    end !== undefined && start !== undefined && end < start
  return !before(one.to, other.from) && !before(other.to, one.from)
}

function datedOnce(value: FactValue | undefined): readonly DatedValue[] {
  return value === undefined ? [] : [{ value }]
}

function readDated(reader: Reader, item: unknown, path: string, fact: Fact): DatedValue | undefined {
  const keys = reader.object(item, path, ['value', 'from', 'to'])
  if (!keys) return undefined
  const value = readValue(reader, keys.value, `${path}.value`, fact)
  const from = reader.optional(keys.from, `${path}.from`, reader.day)
  const to = reader.optional(keys.to, `${path}.to`, reader.day)
  if (from && to && from > to) return reader.note(path, problemTexts.wrongOrder())
  return value === undefined ? undefined : { value, from, to }
}

function readValue(reader: Reader, value: unknown, path: string, fact: Fact): FactValue | undefined {
  if (value === null) return undefined
  if (value === undefined) return reader.note(path, problemTexts.missing())
  const problem = problemOf(fact, value as FactValue) ?? tooMany(fact, value as FactValue)
  return problem ? reader.note(path, problem) : (value as FactValue)
}

/** Of the counts only this one is paid by the head: cut short it would pay too little. */
function tooMany(fact: Fact, value: FactValue) {
  if (fact.kind !== 'count' || fact.key !== k4Children.key || (value as number) <= fact.max) return undefined
  return problemTexts.tooMany(fact.max)
}

/** Facts of one event: single values only. */
export function readFacts(
  reader: Reader,
  written: unknown,
  path: string,
  facts: readonly Fact[],
): FactValues {
  const history = readHistory(reader, written, path, facts)
  return Object.fromEntries(Object.entries(history).map(([key, dated]) => [key, dated?.[0]?.value]))
}
