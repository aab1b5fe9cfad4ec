import type { LocalDate, Month } from '#calendar'
import { type Citation, type Explanation, explain, type FactValues, type Range } from '#rules'
import { type Decision, isRecipient } from './decisions.ts'
import { programFor } from './monthly-book.ts'
import { startMonth } from './start-month.ts'

/** A person over time: what is known for each month, and the decisions in hand. */
export interface BenefitCase {
  factsIn(month: Month): FactValues
  decisions: readonly Decision[]
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

const pensionSince = '2025-07'

/** What is due to a person for a month, as the law was known on a day. */
export function monthlyEntitlement(
  { factsIn, decisions }: BenefitCase,
  month: Month,
  knownOn: LocalDate,
): MonthlyEntitlement {
  const program = programFor({ month, knownOn, recipient: isRecipient(decisions) })
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

/**
 * On 1/7/2025 those on the two grounds of the very old moved to the social pension without a new dossier; from
 * memory. A decision that does not name its ground is taken to be one of them.
 */
function wasMovedToPension({ benefit, ground }: Decision, wanted: string, month: Month): boolean {
  const ofTheVeryOld = ground === undefined || ground === 'K5b' || ground === 'K5c'
  return wanted === 'socialPension' && benefit === 'socialAllowance' && ofTheVeryOld && month >= pensionSince
}
