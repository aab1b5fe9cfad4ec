import { type LocalDate, month } from '#calendar'
import { type Explanation, explain, type FactValues, no, type Rulebook, resolve, rulebook, yes } from '#rules'
import { povertyGrounds } from './article-3.ts'
import { povertyFacts } from './facts.ts'
import { povertyLines } from './lines.ts'

/** The multidimensional poverty standards from 2016 to 2030. */
export const povertyBook: Rulebook = rulebook(povertyFacts, [...povertyLines, ...povertyGrounds])

type HouseholdStatus = 'poor' | 'nearPoor' | 'average' | 'none'

export interface Classification {
  /** Undefined while a missing fact leaves it open. */
  status: HouseholdStatus | undefined
  explanation: Explanation
}

const statuses = ['poor', 'nearPoor', 'average'] as const

/**
 * How a household is classified on the list of a year, by the standard known on a day. The list of 2027 follows
 * the new lines, although its review falls in 2026.
 */
export function classifyHousehold(
  facts: FactValues,
  list: { year: number; knownOn: LocalDate },
): Classification {
  const program = resolve(povertyBook, { month: month(`${list.year}-01`), knownOn: list.knownOn })
  const explanation = explain(program, facts)
  const truthOf = (id: string) => explanation.grounds.get(id)?.truth ?? no
  const status = statuses.find((id) => truthOf(id) === yes)
  if (status) return { status, explanation }
  const settled = statuses.every((id) => truthOf(id) === no)
  return { status: settled ? 'none' : undefined, explanation }
}
