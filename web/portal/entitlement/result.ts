import type { LocalDate } from '#calendar'
import { findProcedure, type ProcedureRule, procedureRuleOn, standardOn } from '#law/social-assistance'
import { narrate, type ReasonLine } from '#law/wording'
import {
  type BenefitVerdict,
  type Explanation,
  explain,
  type FactValues,
  openFacts,
  type Payee,
  type Program,
} from '#rules'
import { briefRefusal, type Lang, type ReasonView } from '#web/ui/index.ts'

/** One benefit of the result. */
export interface ResultBenefit {
  id: string
  text: string
  /** What is left after the choice between benefits. */
  amountDong: { low: number; high: number }
  /** What it would be alone. */
  entitledDong: { low: number; high: number }
  /** due: certainly; open: an answer is missing; replaced: a higher one takes its place; none: not met. */
  standing: 'due' | 'open' | 'replaced' | 'none'
  payee: Payee
  payable: boolean
  lines: ReasonView[]
}

/** How a benefit is asked for. */
export interface Handling {
  where: string
  papers: string[]
  workingDays: number
  citeText: string
}

export interface Result {
  standardDong: number
  totalDong: { low: number; high: number }
  benefits: ResultBenefit[]
  /** The facts that would settle what is open, the most telling first. */
  openFacts: string[]
  handling: Handling | undefined
}

/** What the law gives for these facts in the program's month, with reasons, and how to ask for it. */
export function resultOf(
  program: Program,
  facts: FactValues,
  { today, lang }: { today: LocalDate; lang: Lang },
): Result {
  const explanation = explain(program, facts)
  const benefits = [...explanation.benefits.values()]
    .map((verdict) => benefitOf(explanation, verdict, lang))
    .toSorted((one, other) => order.indexOf(one.standing) - order.indexOf(other.standing))
  const counted = benefits.filter(({ standing }) => standing === 'due' || standing === 'open')
  return {
    standardDong: standardOn({ month: program.moment.month, knownOn: today, recipient: false }),
    totalDong: {
      low: counted.reduce((sum, { amountDong }) => sum + amountDong.low, 0),
      high: mostTogether(explanation, counted),
    },
    benefits,
    openFacts: openFactsOf(explanation),
    handling: handlingOf(counted, today, lang),
  }
}

const order = ['due', 'open', 'replaced', 'none']

function benefitOf(explanation: Explanation, verdict: BenefitVerdict, lang: Lang): ResultBenefit {
  const { benefit, amountDong, entitledDong, payable } = verdict
  const standing = standingOf(verdict)
  const lines = narrate(explanation, benefit.id, lang).map((line) => briefRefusal(viewOf(line)))
  return {
    id: benefit.id,
    text: benefit.text[lang],
    amountDong,
    entitledDong,
    standing,
    payee: benefit.payee,
    payable,
    lines: tellingLines(lines, standing),
  }
}

/** Of all the reasoning, what a citizen needs: why it is due, what is open, what takes its place, or why it is not. */
function tellingLines(lines: readonly ReasonView[], standing: ResultBenefit['standing']): ReasonView[] {
  if (standing === 'none') return lines.filter((line) => line.truth === 'no')
  if (standing === 'open') return lines.filter((line) => line.truth !== 'no')
  const due = lines.filter((line) => line.truth === 'yes').map(withoutOpen)
  const instead = standing === 'replaced' ? lines.slice(-1) : []
  return [...due, ...instead.filter((line) => line.truth !== 'yes')]
}

/** Once an amount is settled, what is not known does not touch it. */
function withoutOpen(line: ReasonView): ReasonView {
  return { ...line, children: line.children.filter((child) => child.truth !== 'unknown').map(withoutOpen) }
}

function standingOf({ amountDong, entitledDong }: BenefitVerdict): ResultBenefit['standing'] {
  if (amountDong.low > 0 && amountDong.low === amountDong.high) return 'due'
  if (amountDong.high > 0) return 'open'
  return entitledDong.high > 0 ? 'replaced' : 'none'
}

/** Of benefits that exclude each other only the higher can be drawn, so their upper ends do not add up. */
function mostTogether({ program, benefits }: Explanation, counted: readonly ResultBenefit[]): number {
  const inChoice = new Set(program.choices.flatMap((choice) => choice.higherOf))
  const alone = counted.filter(({ id }) => !inChoice.has(id))
  const chosen = program.choices.map((choice) =>
    Math.max(0, ...choice.higherOf.map((id) => benefits.get(id)?.amountDong.high ?? 0)),
  )
  return [...alone.map(({ amountDong }) => amountDong.high), ...chosen].reduce((sum, dong) => sum + dong, 0)
}

function openFactsOf(explanation: Explanation): string[] {
  return [
    ...new Set([...explanation.benefits.values()].flatMap((verdict) => openFacts(explanation, verdict))),
  ]
}

/**
 * The procedure of the largest benefit that is certain, or else of the largest that may be; several are handed in with
 * the same papers at the same desk.
 */
function handlingOf(counted: readonly ResultBenefit[], today: LocalDate, lang: Lang): Handling | undefined {
  const certain = counted.filter(({ standing }) => standing === 'due')
  const asked = certain.length > 0 ? certain : counted
  const largest = asked.toSorted((one, other) => other.amountDong.high - one.amountDong.high)[0]
  const procedure = largest && findProcedure(largest.id)
  const rule = procedure && procedureRuleOn(procedure, today)
  if (!rule) return undefined
  return {
    where: procedure.where[lang],
    papers: rule.papers.map((paper) => paper.text[lang] + howText(paper.how, lang)),
    workingDays: rule.workingDays,
    citeText: `${rule.cite.instrument.short}, ${rule.cite.place}`,
  }
}

function howText(how: ProcedureRule['papers'][number]['how'], lang: Lang): string {
  if (how !== 'show') return ''
  return lang === 'vi' ? ', chỉ xuất trình' : ', only to be shown'
}

function viewOf(line: ReasonLine): ReasonView {
  const { truth, text, citeText, factLine, children } = line
  return { truth, text, citeText, source: factLine, children: children.map(viewOf) }
}
