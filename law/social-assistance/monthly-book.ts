import type { LocalDate, Month } from '#calendar'
import { monthlyFacts, recipientClass } from '#law/people'
import { pensionBenefits, pensionCoefficients, pensionGrounds, pensionLevel } from '#law/social-pension'
import { type Program, type Rulebook, resolve, rulebook } from '#rules'
import { monthlyBenefits } from './benefits.ts'
import { centreCoefficients, centreGrounds } from './centre.ts'
import { grounds20 } from './decree-20-article-5.ts'
import { coefficients20 } from './decree-20-article-6.ts'
import { careCoefficients20, careGrounds20 } from './decree-20-article-20.ts'
import { careCoefficients136, careGrounds136 } from './decree-28-article-17.ts'
import { grounds136 } from './decree-136-article-5.ts'
import { coefficients136 } from './decree-136-article-6.ts'
import { grounds335 } from './decree-335-article-5.ts'
import { coefficients335 } from './decree-335-article-6.ts'
import { careCoefficients335, careGrounds335 } from './decree-335-article-17.ts'
import { transition335 } from './decree-335-article-32.ts'
import { exclusions } from './exclusions.ts'
import { standard } from './standard.ts'

/** Everything paid by the month, from the last months of Decree 136/2013 to today. */
export const monthlyBook: Rulebook = rulebook(monthlyFacts, [
  ...standard,
  ...pensionLevel,
  ...grounds136,
  ...grounds20,
  ...grounds335,
  ...careGrounds136,
  ...careGrounds20,
  ...careGrounds335,
  ...centreGrounds,
  ...pensionGrounds,
  ...exclusions,
  ...coefficients136,
  ...coefficients20,
  ...coefficients335,
  ...transition335,
  ...careCoefficients136,
  ...careCoefficients20,
  ...careCoefficients335,
  ...centreCoefficients,
  ...pensionCoefficients,
  ...monthlyBenefits,
  ...pensionBenefits,
])

/** What a monthly verdict depends on besides the person. */
export interface MonthlyMoment {
  month: Month
  /** The day whose knowledge of the law is used. */
  knownOn: LocalDate
  /** Was being paid when Decree 335/2026 came into force; see `isRecipient`. */
  recipient: boolean
}

const cache = new Map<string, Program>()
/** Far more moments than a night's work or a page needs; beyond it the cache starts anew. */
const cachedMax = 1_000

/** The rules on monthly benefits at a moment. The same program object comes back for the same moment. */
export function programFor({ month, knownOn, recipient }: MonthlyMoment): Program {
  const key = `${month} ${knownOn} ${recipient}`
  const cached = cache.get(key)
  if (cached) return cached
  const program = resolve(monthlyBook, {
    month,
    knownOn,
    ...(recipient ? { forClass: recipientClass } : {}),
  })
  if (cache.size >= cachedMax) cache.clear()
  cache.set(key, program)
  return program
}

/** The social-assistance standard of a month in đồng, as known on a day. */
export function standardOn(moment: MonthlyMoment): number {
  const row = programFor(moment).parameters.get('standard')
  if (!row) throw new Error(`No social-assistance standard is known for ${moment.month}`)
  return row.value
}
