import { coefficientText } from '#law/wording'
import {
  type BenefitVerdict,
  type Citation,
  citationText,
  decidingFacts,
  type Explanation,
  factsIn,
  groundsIn,
  type Range,
  type Text,
  yes,
} from '#rules'
import type { Cause } from './causes.ts'
import { questionAbout } from './fact-questions.ts'
import type { Reason } from './kinds.ts'

/** What stands below the cause: the grounds and coefficients the amount rests on, or that no ground is met. */
export function lawReasons(
  explanation: Explanation,
  verdict: BenefitVerdict,
  lawDong: Range,
  cause: Cause,
): Reason[] {
  if (lawDong.high === 0) return refusal(explanation, verdict, cause)
  if (lawDong.low !== lawDong.high) return []
  const best = Math.max(0, ...verdict.coefficients.map(({ tenths }) => tenths.high))
  const reasons = verdict.coefficients
    .filter(({ tenths }) => tenths.high === best)
    .map(({ ground, cases }): Reason => {
      const name = nameOf(explanation, ground)
      return {
        vi: `Nhóm ${ground}${name.vi}, hệ số ${coefficientText(best, 'vi')}`,
        en: `Ground ${ground}${name.en}, coefficient ${coefficientText(best, 'en')}`,
        articles: articles(cases.map((each) => each.case.cite)),
      }
    })
  reasons.push(...addOnReason(explanation, verdict))
  if (reasons.length > 0 && !verdict.payable)
    reasons.push({
      vi: 'Căn cứ này chờ cán bộ có thẩm quyền xác nhận trước khi chi',
      en: 'An officer must confirm this provision before anything is paid',
      articles: articles([verdict.benefit.cite]),
    })
  return reasons
}

/** What is paid per head beside the coefficient, or instead of one. */
function addOnReason(explanation: Explanation, { benefit: { plus } }: BenefitVerdict): Reason[] {
  if (!plus || explanation.grounds.get(plus.ground)?.truth !== yes) return []
  const name = nameOf(explanation, plus.ground)
  return [
    {
      vi: `Nhóm ${plus.ground}${name.vi}, hệ số ${coefficientText(plus.tenths, 'vi')} cho mỗi người`,
      en: `Ground ${plus.ground}${name.en}, coefficient ${coefficientText(plus.tenths, 'en')} a head`,
      articles: articles([plus.cite]),
    },
  ]
}

/** Its words in brackets, unless they would name an illness: that is seen on the person's own page by whom it concerns. */
function nameOf({ grounds }: Explanation, id: string): Text {
  const ground = grounds.get(id)?.ground
  if (!ground || factsIn(ground.when).includes('hiv')) return { vi: '', en: '' }
  return { vi: ` (${ground.text.vi})`, en: ` (${ground.text.en})` }
}

/** That no ground is met any more; what stops or replaces a benefit says so itself. */
function refusal(explanation: Explanation, verdict: BenefitVerdict, cause: Cause): Reason[] {
  const told = ['died', 'excluded', 'prevailing'].includes(cause.kind)
  const met = verdict.benefit.highestOf.some((id) => explanation.grounds.get(id)?.truth === yes)
  if (told || met) return []
  return [
    {
      vi: 'Theo dữ kiện đã ghi, không thuộc nhóm nào được hưởng',
      en: 'By what is recorded, no ground is met',
      articles: articles([verdict.benefit.cite]),
    },
  ]
}

function articles(cites: readonly Citation[]): string[] {
  return [...new Set(cites.map(citationText))]
}

/** Where a fact that changed was read, as far as it is written down. */
export function sourceOf(cause: Cause): Reason[] {
  if (cause.kind !== 'factChanged' || cause.since === undefined) return []
  const [kind = ''] = cause.since.origin.split(':')
  const words = sources[kind]
  return words ? [{ ...words, articles: [] }] : []
}

const sources: Readonly<Record<string, Text>> = {
  file: { vi: 'Nguồn: danh sách đã nhập từ tệp', en: 'Source: a list imported from a file' },
  scan: { vi: 'Nguồn: hồ sơ giấy, hai cán bộ đã đọc', en: 'Source: a paper that two officers read' },
  officer: { vi: 'Nguồn: cán bộ ghi vào sổ', en: 'Source: recorded by an officer' },
}

/** The facts that decide, those of the grounds on record first: whoever recorded them can say best. */
export function factsToAsk(
  explanation: Explanation,
  benefit: string,
  categories: readonly string[],
  known: Map<string, string[]>,
): string[] {
  const keys = known.get(benefit) ?? decidingFacts(explanation, benefit)
  known.set(benefit, keys)
  const first = new Set(categories.flatMap((ground) => factsOf(explanation, ground)))
  return [...keys.filter((key) => first.has(key)), ...keys.filter((key) => !first.has(key))]
}

function factsOf({ grounds }: Explanation, id: string): string[] {
  const ground = grounds.get(id)?.ground
  if (!ground) return []
  const others = groundsIn(ground.when).flatMap((other) => {
    const when = grounds.get(other)?.ground.when
    return when ? factsIn(when) : []
  })
  return [...factsIn(ground.when), ...others]
}

/** Nobody reads a dozen questions: some, and how many more. */
const questionsShown = 2

/** What else is to be known beside the first question, which is the cause. */
export function otherQuestions(keys: readonly string[]): Reason[] {
  const shown = keys.slice(1, 1 + questionsShown).map((key): Reason => {
    const { what, ask } = questionAbout(key)
    return {
      vi: `Cũng cần biết ${what.vi}: ${ask.vi}`,
      en: `Also needed ${what.en}: ${ask.en}`,
      articles: [],
    }
  })
  const more = keys.length - 1 - shown.length
  if (more > 0)
    shown.push({
      vi: `và ${more} dữ kiện khác`,
      en: `and ${more} more ${more === 1 ? 'fact' : 'facts'}`,
      articles: [],
    })
  return shown
}
