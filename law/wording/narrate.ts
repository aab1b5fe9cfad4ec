import {
  type BenefitVerdict,
  type Citation,
  type CoefficientVerdict,
  citationText,
  type Explanation,
  type GroundVerdict,
  type Program,
  type Trace,
  type Truth,
  yes,
} from '#rules'
import { coefficientText, dongText, type Language, rangeText } from './figures.ts'
import { knownText, sentenceOf } from './sentences.ts'

type Answer = 'yes' | 'no' | 'unknown'

/** One line of a reasoning tree, in words; a screen adds the mark, the chip and where the fact came from. */
export interface ReasonLine {
  truth: Answer
  /** What the topmost lines say: who is meant, how much, what stops it, what is paid instead. */
  role?: 'ground' | 'amount' | 'exclusion' | 'choice'
  text: string
  cite?: Citation
  /** `NĐ 335/2026, Đ5.6` */
  citeText?: string
  /** The fact the line reads, for its source. */
  fact?: string
  /** What is known of it. */
  factLine?: string
  children: readonly ReasonLine[]
}

const answers: readonly Answer[] = ['no', 'unknown', 'yes']

/**
 * Why a benefit comes out as it does: its grounds (those that hold or may hold in full, the others by what they
 * fail on), the multiplication, what excludes it and what is paid instead. Throws on a benefit that is not in
 * the explanation.
 */
export function narrate(explanation: Explanation, benefit: string, lang: Language): ReasonLine[] {
  const verdict = explanation.benefits.get(benefit)
  if (!verdict) throw new Error(`The explanation has no benefit "${benefit}"`)
  const { program } = explanation
  const settled = verdict.tenths.low === verdict.tenths.high
  const ids = verdict.benefit.plus
    ? [...verdict.benefit.highestOf, verdict.benefit.plus.ground]
    : verdict.benefit.highestOf
  const grounds = ids
    .map((id) => explanation.grounds.get(id) as GroundVerdict)
    .toSorted((one, other) => other.truth - one.truth)
    .map((each): ReasonLine => ({ ...groundLine(each, program, lang), role: 'ground' }))
    .map((each) => (settled && each.truth === 'unknown' ? immaterial(each, lang) : each))
  return [
    ...grounds,
    ...amountLines(verdict, explanation, lang),
    ...verdict.excludedBy.map(
      (each): ReasonLine => ({ ...exclusionLine(each, verdict, program, lang), role: 'exclusion' }),
    ),
    ...choiceLines(verdict, explanation, lang),
  ]
}

/** An open question whose answer would change nothing. */
function immaterial(line: ReasonLine, lang: Language): ReasonLine {
  const words = lang === 'vi' ? 'không ảnh hưởng kết luận' : 'does not change the result'
  return { ...line, text: `${line.text} (${words})`, children: [] }
}

/** One ground with what it rests on, or with what it fails on. */
function groundLine({ ground, truth, trace }: GroundVerdict, program: Program, lang: Language): ReasonLine {
  return cited(truth, ground.text[lang], ground.cite, linesOf(trace, false, program, lang))
}

function cited(truth: Truth, text: string, cite: Citation, children: readonly ReasonLine[] = []): ReasonLine {
  return {
    truth: answers[truth] as Answer,
    text: sentence(text),
    cite,
    citeText: citationText(cite),
    children,
  }
}

/** The lines of a trace: of what failed only what it fails on, of alternatives only those that decide. */
function linesOf(trace: Trace, denied: boolean, program: Program, lang: Language): ReasonLine[] {
  const { condition } = trace
  switch (condition.op) {
    case 'all':
    case 'any':
      return severalLines(trace, denied, program, lang)
    case 'not':
      return linesOf(trace.of?.[0] as Trace, !denied, program, lang)
    case 'clause':
      return [clauseLine(trace, denied, program, lang)]
    case 'meets': {
      const other = trace.verdict as GroundVerdict
      const text = other.ground.text[lang]
      const words = denied ? (lang === 'vi' ? `không thuộc diện: ${text}` : `is not: ${text}`) : text
      return [cited(turned(trace.truth, denied), words, other.ground.cite)]
    }
    default:
      return [
        {
          truth: answers[turned(trace.truth, denied)] as Answer,
          text: sentence(sentenceOf(condition, denied, program, lang)),
          fact: condition.fact,
          factLine: knownText(condition, trace.value, program, lang),
          children: [],
        },
      ]
  }
}

function turned(truth: Truth, denied: boolean): Truth {
  return denied ? ((2 - truth) as Truth) : truth
}

function severalLines(trace: Trace, denied: boolean, program: Program, lang: Language): ReasonLine[] {
  const needsAll = (trace.condition.op === 'all') !== denied
  const truth = turned(trace.truth, denied)
  const parts = trace.of ?? []
  const lines = (of: readonly Trace[]) => of.flatMap((each) => linesOf(each, denied, program, lang))
  if (needsAll) {
    return lines(truth === 0 ? parts.filter((each) => turned(each.truth, denied) === 0) : parts)
  }
  const deciding = parts.filter((each) => turned(each.truth, denied) === truth)
  if (parts.length === 1 || truth === yes) return lines(deciding)
  return [{ truth: answers[truth] as Answer, text: alternativesText(truth, lang), children: lines(deciding) }]
}

function alternativesText(truth: Truth, lang: Language): string {
  if (truth === 0)
    return lang === 'vi' ? 'Không thuộc trường hợp nào sau đây' : 'None of the following applies'
  return lang === 'vi' ? 'Chưa rõ có thuộc một trong các trường hợp sau không' : 'One of these may apply'
}

function clauseLine(trace: Trace, denied: boolean, program: Program, lang: Language): ReasonLine {
  const { condition } = trace
  if (condition.op !== 'clause') throw new Error('Only a clause has words of its own')
  const inner = linesOf(trace.of?.[0] as Trace, denied, program, lang)
  const text = denied
    ? `${lang === 'vi' ? 'không phải' : 'not'}: ${condition.text[lang]}`
    : condition.text[lang]
  return cited(turned(trace.truth, denied), text, condition.cite, inner)
}

/** The multiplication: `540.000 đ × 2,0 = 1.080.000 đ`, with the article of the coefficient and of the standard. */
function amountLines(verdict: BenefitVerdict, explanation: Explanation, lang: Language): ReasonLine[] {
  const { program } = explanation
  const standard = program.parameters.get(verdict.benefit.standard)
  if (!standard || verdict.tenths.high === 0) return []
  const { low, high } = verdict.tenths
  const times =
    low === high ? coefficientText(low, lang) : `${coefficientText(low, lang)}–${coefficientText(high, lang)}`
  const product = `${dongText(standard.value, lang)} × ${times} = ${rangeText(verdict.entitledDong, lang)}`
  const word = lang === 'vi' ? 'Mức chuẩn' : 'Standard'
  return [
    {
      truth: answers[low === high ? yes : 1] as Answer,
      role: 'amount',
      text: product,
      children: [
        ...verdict.coefficients.flatMap((each) => caseLines(each, verdict, explanation, lang)),
        ...plusLines(verdict, explanation, lang),
        cited(yes, `${word} ${dongText(standard.value, lang)}`, standard.cite),
      ],
    },
  ]
}

/** The cases a coefficient was read from, with what they turn on; only of grounds that decide the amount. */
function caseLines(
  of: CoefficientVerdict,
  verdict: BenefitVerdict,
  { grounds, program }: Explanation,
  lang: Language,
): ReasonLine[] {
  const met = grounds.get(of.ground) as GroundVerdict
  const beside = verdict.benefit.plus?.alongside.includes(of.ground) ?? false
  if (of.tenths.high < verdict.tenths.low && !beside) return []
  const word = lang === 'vi' ? 'hệ số' : 'coefficient'
  return of.cases.map(({ case: one, trace }) =>
    cited(
      Math.min(met.truth, trace.truth) as Truth,
      `${word} ${coefficientText(one.tenths, lang)}: ${met.ground.text[lang]}`,
      one.cite,
      linesOf(trace, false, program, lang),
    ),
  )
}

function plusLines(
  { benefit: { plus } }: BenefitVerdict,
  { grounds, facts }: Explanation,
  lang: Language,
): ReasonLine[] {
  const truth = plus ? (grounds.get(plus.ground)?.truth ?? 0) : 0
  if (!plus || truth === 0) return []
  const each = coefficientText(plus.tenths, lang)
  const heads = facts[plus.per]
  const text =
    lang === 'vi'
      ? `thêm hệ số ${each} cho mỗi con${heads === undefined ? '' : `: ${heads} con`}`
      : `coefficient ${each} more for each child${heads === undefined ? '' : `: ${heads}`}`
  return [cited(truth, text, plus.cite)]
}

function exclusionLine(
  excluding: GroundVerdict,
  { benefit }: BenefitVerdict,
  program: Program,
  lang: Language,
): ReasonLine {
  const named = benefit.excludedBy?.find((each) => each.ground === excluding.ground.id)
  const text = excluding.ground.text[lang]
  const sure = excluding.truth === yes
  const words =
    lang === 'vi'
      ? `${sure ? 'không được hưởng vì' : 'không được hưởng nếu'} ${text}`
      : `not due ${sure ? 'because' : 'if'}: ${text}`
  const children = linesOf(excluding.trace, false, program, lang)
  return cited(sure ? 0 : 1, words, named?.cite ?? excluding.ground.cite, children)
}

function choiceLines({ prevailing }: BenefitVerdict, explanation: Explanation, lang: Language): ReasonLine[] {
  if (!prevailing) return []
  const choice = explanation.program.choices.find((each) => each.id === prevailing.choice)
  const other = explanation.benefits.get(prevailing.benefit)
  if (!choice || !other) return []
  const sure = prevailing.truth === yes
  const name = other.benefit.text[lang]
  const amount = rangeText(other.entitledDong, lang)
  const text =
    lang === 'vi'
      ? `${sure ? 'không cộng thêm: đã có' : 'không cộng thêm nếu được'} ${lower(name)} ${amount}; ${lower(choice.text.vi)}`
      : `${sure ? 'not added to' : 'not added if due:'} ${lower(name)} ${amount}; ${lower(choice.text.en)}`
  return [{ ...cited(sure ? 0 : 1, text, choice.cite), role: 'choice' }]
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
