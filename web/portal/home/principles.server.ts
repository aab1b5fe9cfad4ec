import { type Measured, readPrinciples } from '#findings'
import { withActor } from '#platform/database'
import { hasReached } from '#platform/milestones'
import type { Services } from '#web/context.ts'
import type { Principles } from '#web/ui/index.ts'

/** The three numbers of the province, the day they hold for, and whether its people are invented. */
export interface ProvincePrinciples {
  value: Principles
  /** yyyy-mm-dd; undefined until the law has been run over everybody once. */
  asOf: string | undefined
  demonstration: boolean
}

/** The province's numbers of the latest sweep, as the home page shows them: sums over everybody, nobody's own. */
export async function readProvincePrinciples({ database }: Services): Promise<ProvincePrinciples> {
  const [found, demonstration] = await Promise.all([
    withActor(database, { kind: 'system', job: 'portal' }, (transaction) => readPrinciples(transaction)),
    hasReached(database.query, 'demonstration'),
  ])
  return {
    value: {
      right: percentOf(found?.rightPerson),
      full: percentOf(found?.fullEntitlement),
      onTime: percentOf(found?.onTime),
    },
    asOf: found?.knownOn,
    demonstration,
  }
}

function percentOf(measured: Measured | undefined): number | undefined {
  return measured?.share === undefined ? undefined : measured.share / 10
}
