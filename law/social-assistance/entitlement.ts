import type { LocalDate, Month } from '#calendar'
import { type Citation, type Explanation, explain, type FactValues, type Range } from '#rules'
import { type Decision, isRecipient, movedToPension, pensionSince } from './decisions.ts'
import { programFor } from './monthly-book.ts'
import { startMonth } from './start-month.ts'

/** A person over time: what is known for each month, and the decisions in hand. */
export interface BenefitCase {
  factsIn(month: Month): FactValues
  decisions: readonly Decision[]
  diedOn?: LocalDate | undefined
}

/** What one benefit comes to in a month. */
export interface Due {
  benefit: string
  /** What the law gives, whether or not there is a decision. */
  entitledDong: Range
  /** What is to be paid: nothing before the start month of a decision, and of two only the higher. */
  dueDong: Range
  /** The decision it is paid on; undefined when there is none for this month. */
  decision?: Decision
  /** The rule on the start of that decision. */
  startCite?: Citation
  payable: boolean
}

export interface MonthlyEntitlement {
  month: Month
  explanation: Explanation
  dues: readonly Due[]
}

/** What is due to a person for a month, as the law was known on a day. */
export function monthlyEntitlement(
  { factsIn, decisions, diedOn }: BenefitCase,
  month: Month,
  knownOn: LocalDate,
): MonthlyEntitlement {
  const program = programFor({ month, knownOn, recipient: isRecipient(decisions, diedOn) })
  const explanation = explain(program, factsIn(month))
  const decided = new Map<string, Decision>()
  for (const id of explanation.benefits.keys()) {
    const decision = decisions.findLast((each) => pays(each, id, month))
    if (decision) decided.set(id, decision)
  }
  const dues = [...explanation.benefits].map(([benefit, verdict]): Due => {
    const decision = decided.get(benefit)
    const { entitledDong, payable } = verdict
    if (!decision) return { benefit, entitledDong, dueDong: { low: 0, high: 0 }, payable }
    const rival = verdict.prevailing && decided.has(verdict.prevailing.benefit)
    return {
      benefit,
      entitledDong,
      dueDong: rival ? verdict.amountDong : entitledDong,
      decision,
      startCite: startMonth(decision).cite,
      payable,
    }
  })
  return { month, explanation, dues }
}

/** Whether a decision pays a benefit in a month. */
function pays(decision: Decision, benefit: string, month: Month): boolean {
  if (decision.endedFrom !== undefined && decision.endedFrom <= month) return false
  if (startMonth(decision).month > month) return false
  return decision.benefit === benefit || wasMovedToPension(decision, benefit, month)
}

/** A decision that does not name its ground is taken to be one of those moved. */
function wasMovedToPension(decision: Decision, wanted: string, month: Month): boolean {
  return wanted === 'socialPension' && month >= pensionSince && movedToPension(decision) !== false
}
