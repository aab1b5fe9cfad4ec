import type { Assessment, EventAssessment, PersonAssessment } from '#law/assessment'
import { findProcedure, getQuestion, procedureRuleOn, startMonth } from '#law/social-assistance'
import { type Language, narrate, type ReasonLine } from '#law/wording'
import {
  type BenefitVerdict,
  type Certainty,
  type Citation,
  citationText,
  decidingFacts,
  type Explanation,
  type FactValue,
  type Range,
} from '#rules'

/** What `ansinh assess --json` prints; amounts are ranges while a missing fact leaves them open. */
export interface Report {
  month: string
  knownOn: string
  /** What the law gives all persons together in the month, without support paid once. */
  monthlyTotalDong: Range
  persons: readonly PersonReport[]
  events: readonly EventReport[]
}

export interface BenefitReport {
  benefit: string
  name: string
  payee: string
  amountDong: Range
  /** Before choosing between benefits of which only the higher is paid. */
  entitledDong: Range
  certainty: Certainty
  /** False while an officer must confirm a provision the amount rests on. */
  payable: boolean
  articles: readonly string[]
  reasons: readonly Reason[]
  /** Facts each of which would settle the amount; empty when it is settled. */
  missing: readonly string[]
  procedure?: { name: string; workingDays: number; article: string }
}

export interface Reason {
  truth: string
  role?: NonNullable<ReasonLine['role']>
  text: string
  article?: string
  certainty?: Certainty
  fact?: string
  known?: string
  because: readonly Reason[]
}

export interface PersonReport {
  id: string
  name?: string
  /** All monthly benefits together: of two that exclude each other only the higher. */
  totalDong: Range
  benefits: readonly BenefitReport[]
  /** Facts not known that could change an amount, with the question to ask. */
  missing: readonly { fact: string; question: string }[]
  presumed: Readonly<Record<string, FactValue>>
  /** By the decisions in hand. */
  due: readonly { benefit: string; dueDong: Range; payable: boolean }[]
  /** Decisions that may pay from an earlier month: the day named is missing. */
  undated?: readonly { benefit: string; signedOn: string; missing: string }[]
  arrears?: { totalDong: Range; payable: boolean; months: readonly ArrearsMonth[] }
}

interface ArrearsMonth {
  month: string
  benefit: string
  dueDong: Range
  paidDong: number
  differenceDong: Range
  /** False while an officer must confirm what the month rests on. */
  payable: boolean
}

export interface EventReport {
  kind: string
  person: string
  on: string
  /** False when the law of that day is not kept here: no benefit is judged. */
  covered: boolean
  benefits: readonly BenefitReport[]
  rice?: { kilograms: number; months: number; article: string }
  presumed: Readonly<Record<string, FactValue>>
}

/** An assessment in words of a language, in the shape that is printed as JSON and turned into text. */
export function reportOn(assessment: Assessment, lang: Language): Report {
  const { month, knownOn, persons, events } = assessment
  const reports = persons.map((each) => personReport(each, assessment, lang))
  const totals = persons.map((each) => each.totalDong)
  return {
    month,
    knownOn,
    monthlyTotalDong: {
      low: totals.reduce((sum, each) => sum + each.low, 0),
      high: totals.reduce((sum, each) => sum + each.high, 0),
    },
    persons: reports,
    events: events.map((each) => eventReport(each, assessment, lang)),
  }
}

function personReport(of: PersonAssessment, { knownOn }: Assessment, lang: Language): PersonReport {
  const benefits = benefitReports(of.explanation, knownOn, lang)
  const missing = [...new Set(benefits.flatMap((each) => each.missing))]
  const undated = of.person.decisions.flatMap((each) => {
    const start = startMonth(each)
    return start.missing ? [{ benefit: each.benefit, signedOn: each.signedOn, missing: start.missing }] : []
  })
  return {
    id: of.person.id,
    ...(of.person.name ? { name: of.person.name } : {}),
    totalDong: of.totalDong,
    benefits,
    missing: [
      ...missing.filter((each) => !askedLast.includes(each)),
      ...missing.filter((each) => askedLast.includes(each)),
    ].map((fact) => ({ fact, question: getQuestion(fact).text[lang] })),
    presumed: of.presumed,
    due: of.dues
      .filter((each) => each.decision)
      .map(({ benefit, dueDong, payable }) => ({ benefit, dueDong, payable })),
    ...(undated.length > 0 ? { undated } : {}),
    ...(of.arrears ? { arrears: arrearsReport(of.arrears) } : {}),
  }
}

/** Few people were children without support: whoever answers is asked about that last. */
const askedLast = ['formerlyWithoutSupport', 'studying']

function arrearsReport({ totalDong, differences }: NonNullable<PersonAssessment['arrears']>) {
  return {
    totalDong,
    payable: differences.every((each) => each.payable),
    months: differences.map(
      ({ month, benefit, dueDong, paidDong, differenceDong, payable }): ArrearsMonth => ({
        month,
        benefit,
        dueDong,
        paidDong,
        differenceDong,
        payable,
      }),
    ),
  }
}

function eventReport(of: EventAssessment, { knownOn }: Assessment, lang: Language): EventReport {
  const { kind, person, on } = of.event
  const { covered, rice, presumed } = of
  return {
    kind,
    person,
    on,
    covered,
    benefits: benefitReports(of.explanation, knownOn, lang),
    ...(rice
      ? { rice: { kilograms: rice.kilograms, months: rice.months, article: citationText(rice.cite) } }
      : {}),
    presumed,
  }
}

function benefitReports(explanation: Explanation, knownOn: Assessment['knownOn'], lang: Language) {
  return [...explanation.benefits].map(([id, verdict]): BenefitReport => {
    const { benefit, amountDong, entitledDong, certainty, payable } = verdict
    const procedure = findProcedure(id)
    const rule = procedure && procedureRuleOn(procedure, knownOn)
    return {
      benefit: id,
      name: benefit.text[lang],
      payee: benefit.payee,
      amountDong,
      entitledDong,
      certainty,
      payable,
      articles: articlesOf(verdict, explanation),
      reasons: narrate(explanation, id, lang).map(reason),
      missing: decidingFacts(explanation, id),
      ...(procedure && rule
        ? {
            procedure: {
              name: procedure.text[lang],
              workingDays: rule.workingDays,
              article: citationText(rule.cite),
            },
          }
        : {}),
    }
  })
}

/** The articles an amount rests on: who, how many times, of what. */
function articlesOf(verdict: BenefitVerdict, { grounds, program }: Explanation): string[] {
  if (verdict.tenths.high === 0) return [citationText(verdict.benefit.cite)]
  const cites: (Citation | undefined)[] = [verdict.benefit.cite]
  for (const each of verdict.coefficients) {
    cites.push(grounds.get(each.ground)?.ground.cite, ...each.cases.map((one) => one.case.cite))
  }
  const { plus } = verdict.benefit
  const added = plus && grounds.get(plus.ground)
  if (plus && added && added.truth > 0) cites.push(added.ground.cite, plus.cite)
  cites.push(program.parameters.get(verdict.benefit.standard)?.cite)
  return [...new Set(cites.filter((each) => each !== undefined).map(citationText))]
}

function reason(line: ReasonLine): Reason {
  return {
    truth: line.truth,
    ...(line.role ? { role: line.role } : {}),
    text: line.text,
    ...(line.citeText ? { article: line.citeText } : {}),
    ...(line.cite && line.cite.certainty !== 'gazette' ? { certainty: line.cite.certainty } : {}),
    ...(line.fact ? { fact: line.fact } : {}),
    ...(line.factLine ? { known: line.factLine } : {}),
    because: line.children.map(reason),
  }
}
