import { narrate, type ReasonLine } from '#law/wording'
import type { Explanation } from '#rules'
import { briefRefusal, type Lang, type ReasonView } from '#web/ui/index.ts'

/** One benefit as the law gives it in a month, with its reasoning in words. */
export interface BenefitView {
  id: string
  text: string
  amountDong: { low: number; high: number }
  /** Due, possibly due, or only replaced by a higher one. */
  isMet: boolean
  truth: 'yes' | 'no' | 'unknown'
  /** False while the amount rests on a provision that an officer must confirm first. */
  payable: boolean
  lines: ReasonView[]
}

export interface ViewOptions {
  lang: Lang
  /** Only this benefit; otherwise all of them. */
  only?: string
  /** Where a fact was read, by its key. */
  sourceOf?: (fact: string) => string | undefined
}

const answers = ['no', 'unknown', 'yes'] as const

/** What an explanation says, benefit by benefit, the highest first. */
export function explanationView(explanation: Explanation, options: ViewOptions): BenefitView[] {
  const { lang, only, sourceOf } = options
  return [...explanation.benefits.values()]
    .filter(({ benefit }) => only === undefined || benefit.id === only)
    .toSorted((one, other) => other.amountDong.high - one.amountDong.high)
    .map(({ benefit, amountDong, entitledDong, truth, payable }) => ({
      id: benefit.id,
      text: benefit.text[lang],
      amountDong,
      isMet: entitledDong.high > 0,
      truth: answers[truth],
      payable,
      lines: narrate(explanation, benefit.id, lang).map((line) => briefRefusal(lineView(line, sourceOf))),
    }))
}

function lineView(line: ReasonLine, sourceOf: ViewOptions['sourceOf']): ReasonView {
  const from = line.fact === undefined ? undefined : sourceOf?.(line.fact)
  return {
    truth: line.truth,
    text: line.text,
    citeText: line.citeText,
    source: [line.factLine, from].filter(Boolean).join(' · ') || undefined,
    children: line.children.map((child) => lineView(child, sourceOf)),
  }
}
