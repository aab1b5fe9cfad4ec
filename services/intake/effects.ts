import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#platform/database'
import { arrayOf, type NewPerson } from '#registry'
import type { FactsBefore } from './list-plan.ts'
import { readStandingFacts, type StandingFact } from './standing-facts.ts'

/** One change in the register that a list made, with what is needed to take it back. */
export type Effect =
  | { kind: 'person'; personId: number; origin: string; after?: Added }
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
      after: AwardGiven
    }
  | {
      kind: 'awardEnded'
      key: string
      before: { lastMonth: string | undefined }
      after: { lastMonth: string }
    }

/** What the row that added somebody gave them besides: kept in one line with the person, since most lines are these. */
interface Added {
  householdId?: number
  awards?: (AwardGiven & { key: string })[]
}

interface AwardGiven {
  amountDong: number
  fromMonth: string
  toMonth: string | undefined
}

/** Puts the household and the awards that one row gave somebody new into the line of that person. */
function packed(effects: readonly Effect[]): Effect[] {
  const people = new Map<string, Added>()
  const kept: Effect[] = []
  for (const effect of effects) {
    if (effect.kind === 'person') {
      const after: Added = {}
      people.set(`${effect.personId} ${effect.origin}`, after)
      kept.push({ ...effect, after })
    } else if (effect.kind !== 'member' && effect.kind !== 'award') kept.push(effect)
    else {
      const added = people.get(`${effect.personId} ${effect.origin}`)
      if (added === undefined) kept.push(effect)
      else if (effect.kind === 'award')
        added.awards = [...(added.awards ?? []), { key: effect.key, ...effect.after }]
      else if (added.householdId === undefined) added.householdId = effect.householdId
      else kept.push(effect)
    }
  }
  return kept
}

/** Everything a list changed, each by itself whichever line holds it, as a table to select from. */
export function effectsOf(fileId: number): RawBuilder<unknown> {
  const lines = sql`intake.effect where file_id = ${fileId}`
  return sql`(select place, kind, person_id, household_id, key, origin, before,
      case when kind = 'person' then null else after end as after from ${lines}
    union all select place, 'member', person_id, (after->>'householdId')::bigint, null, origin, null, null
      from ${lines} and kind = 'person' and after ? 'householdId'
    union all select place, 'award', person_id, null, given->>'key', origin, null, given
      from (select place, person_id, origin, jsonb_array_elements(after->'awards') as given
        from ${lines} and kind = 'person') as each)`
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
  const lines = packed(effects)
  const of = (cellOf: (effect: Effect) => string | number | null | undefined) => arrayOf(lines, cellOf)
  await sql`insert into intake.effect (file_id, kind, person_id, household_id, key, origin, before, after)
    select ${fileId}::bigint, * from unnest(${of(({ kind }) => kind)}::text[],
      ${of((effect) => ('personId' in effect ? effect.personId : null))}::bigint[],
      ${of((effect) => ('householdId' in effect ? effect.householdId : null))}::bigint[],
      ${of((effect) => ('key' in effect ? effect.key : null))}::text[],
      ${of((effect) => ('origin' in effect ? effect.origin : null))}::text[],
      ${of((effect) => ('before' in effect ? JSON.stringify(effect.before) : null))}::jsonb[],
      ${of((effect) => ('after' in effect ? textOf(effect.after) : null))}::jsonb[])`.execute(transaction)
}

/** Nothing is kept of a person to whom nothing was given. */
function textOf(after: object | undefined): string | null {
  const text = JSON.stringify(after)
  return text === undefined || text === '{}' ? null : text
}
