import { hasReached } from '#platform/milestones'
import type { Services } from '#web/context.ts'
import { readPublishedPrinciples, type ToldPrinciple } from '#web/portal/transparency/principles.server.ts'

/** The three numbers of the province, the day they hold for, and whether its people are invented. */
export interface ProvincePrinciples {
  principles: ToldPrinciple[]
  /** yyyy-mm-dd; undefined until a month was published. */
  asOf: string | undefined
  demonstration: boolean
}

/** The province's numbers as the page of transparency and the open data tell them: one published row, never another. */
export async function readProvincePrinciples({ database }: Services): Promise<ProvincePrinciples> {
  const [{ measuredOn, principles }, demonstration] = await Promise.all([
    readPublishedPrinciples(database.query),
    hasReached(database.query, 'demonstration'),
  ])
  return { principles, asOf: measuredOn, demonstration }
}
