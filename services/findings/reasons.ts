import { factsAt, type MonthColumns } from '#registry'
import {
  always,
  type BenefitVerdict,
  type Citation,
  citationText,
  decidingFacts,
  type Explanation,
  explain,
  factsIn,
  groundsIn,
  type Program,
  type Range,
  yes,
} from '#rules'
import type { Draft } from './drafts.ts'
import type { Evaluation } from './evaluation.ts'
import { type Judgement, profileOf } from './judging.ts'
import type { Reason } from './kinds.ts'

/**
 * Words for findings. The law's part is worked out once for all people with the same profile; only people with a
 * finding are looked at.
 */
export class Reasons {
  private readonly explanations = new WeakMap<Program, Map<string, Explanation>>()
  private readonly deciding = new WeakMap<Explanation, Map<string, string[]>>()

  /** Why the finding is one, for somebody judged in `judgement` as number `at`. */
  of(
    found: Draft,
    { columns, receipts }: Pick<Evaluation, 'columns' | 'receipts'>,
    judgement: Judgement,
    at: number,
  ): Reason[] {
    const explanation = this.explanationOf(columns, judgement, at)
    const verdict = explanation.benefits.get(found.benefit)
    const reasons = verdict ? lawReasons(explanation, verdict, found.lawDong) : []
    if (found.lawDong.low !== found.lawDong.high)
      reasons.push(
        ...this.openReasons(
          explanation,
          found.benefit,
          receipts.categories.get(`${found.place} ${found.benefit}`) ?? [],
        ),
      )
    if (found.lawDong.high === 0) reasons.push(...refusals(explanation, verdict))
    return [recordedReason(found), ...reasons]
  }

  private explanationOf(columns: MonthColumns, judgement: Judgement, at: number): Explanation {
    const byProfile = this.explanations.get(judgement.program) ?? new Map<string, Explanation>()
    this.explanations.set(judgement.program, byProfile)
    const profile = profileOf(judgement, at)
    const place = judgement.places[at] as number
    const explanation = byProfile.get(profile) ?? explain(judgement.program, factsAt(columns, place))
    byProfile.set(profile, explanation)
    return explanation
  }

  private openReasons(explanation: Explanation, benefit: string, categories: readonly string[]): Reason[] {
    const known = this.deciding.get(explanation) ?? new Map<string, string[]>()
    this.deciding.set(explanation, known)
    const keys = known.get(benefit) ?? decidingFacts(explanation, benefit)
    known.set(benefit, keys)
    const first = new Set(categories.flatMap((ground) => factsOf(explanation, ground)))
    return questions(explanation.program, [
      ...keys.filter((key) => first.has(key)),
      ...keys.filter((key) => !first.has(key)),
    ])
  }
}

/** What the ground on record is read from: whoever recorded it can say that best. */
function factsOf({ grounds }: Explanation, id: string): string[] {
  const ground = grounds.get(id)?.ground
  if (!ground) return []
  return [
    ...factsIn(ground.when),
    ...groundsIn(ground.when).flatMap((other) => factsIn(grounds.get(other)?.ground.when ?? always)),
  ]
}

/** Nobody reads a dozen questions: the first ones, and how many more. */
const questionsShown = 3

function questions(program: Program, keys: readonly string[]): Reason[] {
  const shown = keys.slice(0, questionsShown).map((key) => question(program, key))
  const more = keys.length - shown.length
  if (more > 0)
    shown.push({
      vi: `và ${more} dữ kiện khác`,
      en: `and ${more} more ${more === 1 ? 'fact' : 'facts'}`,
      articles: [],
    })
  return shown
}

function question(program: Program, key: string): Reason {
  const text = program.facts.find((fact) => fact.key === key)?.text ?? { vi: key, en: key }
  return { vi: `Cần biết: ${text.vi}`, en: `Needed: ${text.en}`, articles: [] }
}

function lawReasons(explanation: Explanation, verdict: BenefitVerdict, lawDong: Range): Reason[] {
  if (lawDong.high === 0 || lawDong.low !== lawDong.high) return []
  const best = Math.max(0, ...verdict.coefficients.map(({ tenths }) => tenths.high))
  const reasons = verdict.coefficients
    .filter(({ tenths }) => tenths.high === best)
    .map(({ ground, cases }): Reason => {
      const cites = cases.map((each) => each.case.cite)
      const text = explanation.grounds.get(ground)?.ground.text ?? { vi: ground, en: ground }
      const factor = { vi: (best / 10).toLocaleString('vi'), en: String(best / 10) }
      return {
        vi: `Nhóm ${ground} (${text.vi}), hệ số ${factor.vi}`,
        en: `Ground ${ground} (${text.en}), coefficient ${factor.en}`,
        articles: articles(cites),
      }
    })
  if (reasons.length > 0 && !verdict.payable)
    reasons.push({
      vi: 'Căn cứ này chờ cán bộ có thẩm quyền xác nhận trước khi chi',
      en: 'An officer must confirm this provision before anything is paid',
      articles: articles([verdict.benefit.cite]),
    })
  return reasons
}

function refusals(explanation: Explanation, verdict: BenefitVerdict | undefined): Reason[] {
  if (!verdict) return []
  const excluding = verdict.excludedBy.filter(({ truth }) => truth === yes)
  if (excluding.length > 0)
    return excluding.map(({ ground }) => ({ ...ground.text, articles: articles([ground.cite]) }))
  if (verdict.prevailing) {
    const other = explanation.benefits.get(verdict.prevailing.benefit)?.benefit
    const choice = explanation.program.choices.find(({ id }) => id === verdict.prevailing?.choice)
    if (other)
      return [
        {
          vi: `Chỉ hưởng khoản cao hơn: ${other.text.vi}`,
          en: `Only the higher is paid: ${other.text.en}`,
          articles: articles(choice ? [choice.cite] : [other.cite]),
        },
      ]
  }
  return [
    {
      vi: 'Theo dữ kiện đã ghi, không thuộc nhóm nào được hưởng',
      en: 'By what is recorded, no ground is met',
      articles: articles([verdict.benefit.cite]),
    },
  ]
}

function recordedReason({ kind, recordedDong, lawDong, dueOn }: Draft): Reason {
  const law =
    lawDong.low === lawDong.high ? money(lawDong.low) : `${money(lawDong.low)} – ${money(lawDong.high)}`
  if (kind === 'comingUp')
    return {
      vi: `Từ ${slashed(dueOn)} luật cho ${law} một tháng, hiện nay ${money(recordedDong)}`,
      en: `From ${slashed(dueOn)} the law gives ${law} a month, now ${money(recordedDong)}`,
      articles: [],
    }
  return {
    vi: `Luật cho ${law} một tháng, ${recordedDong === 0 ? 'chưa ghi nhận hưởng' : `đang ghi nhận ${money(recordedDong)}`}`,
    en: `The law gives ${law} a month, ${recordedDong === 0 ? 'nothing' : money(recordedDong)} is recorded`,
    articles: [],
  }
}

function articles(cites: readonly Citation[]): string[] {
  return [...new Set(cites.map(citationText))]
}

/** `1.234.567 đ` */
function money(dong: number): string {
  return `${String(dong).replace(/\B(?=(\d{3})+$)/g, '.')} đ`
}

/** `01/12/2026` */
export function slashed(on: string | undefined): string {
  return on === undefined ? '' : `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}
