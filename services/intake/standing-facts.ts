import { sql } from 'kysely'
import type { Transaction } from '#platform/database'

/** A fact as it stands in the register, or will when the rows are written; open ends are -infinity and infinity. */
export interface StandingFact {
  value: string
  from: string
  until: string
  origin: string
}

// Arrays are put together by `concat`: one that grows, or is spread out, keeps room for sixteen more, a million times.
/** What is recorded of the facts that a list tells, with what its rows add, to know of each row whether it changes it. */
export class StandingFacts {
  private readonly byPerson = new Map<number, Partial<Record<string, StandingFact[]>>>()

  /** What stood before any row of the list: to be put back when the list is taken back. */
  before(personId: number, key: string): readonly StandingFact[] {
    return this.byPerson.get(personId)?.[key] ?? []
  }

  know(personId: number, key: string, fact: StandingFact): void {
    const those = this.factsOf(personId)
    those[key] = (those[key] ?? []).concat(fact)
  }

  /** Whether recording a value from a day on, as far as nothing later is recorded, says anything new. */
  wouldChange(personId: number, key: string, fact: { value: string; from: string }): boolean {
    const facts = this.before(personId, key)
    const until = nextAfter(facts, fact.from)
    return !facts.some((each) => each.value === fact.value && each.from <= fact.from && each.until >= until)
  }

  valueOn(personId: number, key: string, day: string): string | undefined {
    return this.before(personId, key).find(({ from, until }) => from <= day && until > day)?.value
  }

  /** Puts a value in the place of what stood on those days, as the register will. */
  give(personId: number, key: string, fact: { value: string; from: string; origin: string }): void {
    const facts = this.before(personId, key)
    const until = nextAfter(facts, fact.from)
    const kept = facts.flatMap((each): StandingFact[] => {
      if (each.from >= until || each.until <= fact.from) return [each]
      const earlier = each.from < fact.from ? [{ ...each, until: fact.from }] : []
      return each.until > until ? [...earlier, { ...each, from: until }] : earlier
    })
    this.factsOf(personId)[key] = kept.concat({ ...fact, until })
  }

  private factsOf(personId: number): Partial<Record<string, StandingFact[]>> {
    const facts = this.byPerson.get(personId) ?? {}
    this.byPerson.set(personId, facts)
    return facts
  }
}

function nextAfter(facts: readonly StandingFact[], from: string): string {
  let until = 'infinity'
  for (const each of facts) if (each.from > from && each.from < until) until = each.from
  return until
}

/** Reads what stands of some facts of some people. */
export async function readStandingFacts(
  transaction: Transaction,
  { personIds, keys }: { personIds: readonly number[]; keys: readonly string[] },
): Promise<(StandingFact & { personId: number; key: string })[]> {
  if (personIds.length === 0 || keys.length === 0) return []
  const { rows } = await sql<StandingFact & { personId: number; key: string }>`
    select person_id as "personId", key, value, coalesce(lower(valid), '-infinity')::text as "from",
      coalesce(upper(valid), 'infinity')::text as until, origin from registry.fact
    where person_id = any(${personIds}) and key = any(${keys})
    order by person_id, key, lower(valid)`.execute(transaction)
  return rows
}
