import {
  findPublication,
  getMetric,
  type Principle,
  principleKeys,
  principles,
  type ToldShare,
} from '#indicators'
import type { Database } from '#platform/database'
import type { Text } from '#rules'

/** A principle as everybody may read it, in the words of its metric. */
export interface ToldPrinciple {
  key: Principle
  name: Text
  means: Text
  /** Undefined: not measured that month; `null`: of too few people to be told. */
  share: ToldShare | undefined
}

/** The three principles of the province as the latest published month tells them; without a month none is measured. */
export async function readPublishedPrinciples(
  query: Database['query'],
): Promise<{ measuredOn: string | undefined; principles: ToldPrinciple[] }> {
  const publication = await findPublication(query)
  return {
    measuredOn: publication?.measuredOn,
    principles: toldPrinciples(publication?.figures.province.shares ?? {}),
  }
}

/** The principles in the order of the notice: every page of the public has its words and numbers from here. */
export function toldPrinciples(shares: Readonly<Partial<Record<Principle, ToldShare>>>): ToldPrinciple[] {
  return principles.map((key) => {
    const { name, definition } = getMetric(principleKeys[key])
    return { key, name, means: definition, share: shares[key] }
  })
}
