import type { Transaction } from '#platform/database'
import { loadRows, type NewPerson } from '#registry'
import type { FactsBefore } from './list-plan.ts'
import { readStandingFacts, type StandingFact } from './standing-facts.ts'

/** One change in the register that a list made, with what is needed to take it back. */
export type Effect =
  | { kind: 'person'; personId: number; origin: string }
  | { kind: 'completed'; personId: number; origin: string; after: Partial<NewPerson> }
  | {
      kind: 'facts'
      personId: number
      key: string
      origin: string
      before: readonly StandingFact[]
      after: readonly StandingFact[]
    }
  | { kind: 'household'; householdId: number; origin: string }
  | { kind: 'member'; personId: number; householdId: number; origin: string }
  | {
      kind: 'award'
      personId: number
      key: string
      origin: string
      after: { amountDong: number; fromMonth: string; toMonth: string | undefined }
    }
  | {
      kind: 'awardEnded'
      key: string
      before: { lastMonth: string | undefined }
      after: { lastMonth: string }
    }

/** Facts of people who were there before, as they stood and as they stand now that the rows are written. */
export async function factsAfter(
  transaction: Transaction,
  factsBefore: readonly FactsBefore[],
): Promise<Effect[]> {
  // Of several rows about one fact the first saw what stood before the list.
  const first = new Map<string, FactsBefore>()
  for (const each of factsBefore) {
    const at = `${each.personId} ${each.key}`
    if (!first.has(at)) first.set(at, each)
  }
  const touched = [...first.values()]
  const standing = await readStandingFacts(transaction, {
    personIds: [...new Set(touched.map(({ personId }) => personId))],
    keys: [...new Set(touched.map(({ key }) => key))],
  })
  const now = Map.groupBy(standing, ({ personId, key }) => `${personId} ${key}`)
  return touched.map(({ personId, key, origin, before }) => ({
    kind: 'facts',
    personId,
    key,
    origin,
    before,
    after: (now.get(`${personId} ${key}`) ?? []).map(({ value, from, until, origin: of }) => ({
      value,
      from,
      until,
      origin: of,
    })),
  }))
}

export async function keepEffects(
  transaction: Transaction,
  fileId: number,
  effects: readonly Effect[],
): Promise<void> {
  if (effects.length === 0) return
  await loadRows(
    transaction,
    'intake.effect',
    ['file_id', 'kind', 'person_id', 'household_id', 'key', 'origin', 'before', 'after'],
    effects.map((effect) => [
      fileId,
      effect.kind,
      'personId' in effect ? effect.personId : null,
      'householdId' in effect ? effect.householdId : null,
      'key' in effect ? effect.key : null,
      'origin' in effect ? effect.origin : null,
      'before' in effect ? JSON.stringify(effect.before) : null,
      'after' in effect ? JSON.stringify(effect.after) : null,
    ]),
  )
}
