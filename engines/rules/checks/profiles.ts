import type { FactValues } from '#rules'
import type { FactClass } from './classes.ts'

/** People whom the law treats alike: by fact the classes they may be in; facts not named do not matter. */
type Profile = Readonly<Record<string, readonly FactClass[]>>

export interface Change<Outcome> {
  people: Profile
  before: Outcome
  after: Outcome
}

/** An outcome, or the unknown fact it still hangs on. */
export type Decided<Outcome> = { outcome: Outcome } | { open: string }

export interface Comparison<Outcome> {
  classes: ReadonlyMap<string, readonly FactClass[]>
  before(facts: FactValues): Decided<Outcome>
  after(facts: FactValues): Decided<Outcome>
  /** Gives up after this many partly known persons. */
  stepsMax: number
}

/**
 * Every profile whose outcome differs, each person in exactly one of them: facts are asked one after another, only
 * as far as an outcome still hangs on them. `complete` is false when the search was given up.
 */
export function changedProfiles<Outcome>(comparison: Comparison<Outcome>): {
  complete: boolean
  changes: Change<Outcome>[]
} {
  let steps = 0
  const search = (facts: FactValues): Change<Outcome>[] => {
    if (++steps > comparison.stepsMax) return []
    const before = comparison.before(facts)
    const after = comparison.after(facts)
    if ('open' in before) return branch(facts, before.open)
    if ('open' in after) return branch(facts, after.open)
    const [was, is] = [before.outcome, after.outcome]
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ people: {}, before: was, after: is }]
  }
  const branch = (facts: FactValues, fact: string): Change<Outcome>[] => {
    const classes = comparison.classes.get(fact) ?? []
    const alike = Map.groupBy(
      classes.map((one) => ({ one, changes: search({ ...facts, [fact]: one.sample }) })),
      ({ changes }) => JSON.stringify(changes),
    )
    return [...alike.values()].flatMap((group) => {
      const changes = group[0]?.changes ?? []
      if (group.length === classes.length) return changes
      const members = group.map(({ one }) => one)
      return changes.map((change) => ({ ...change, people: { [fact]: members, ...change.people } }))
    })
  }
  const changes = search({})
  return { complete: steps <= comparison.stepsMax, changes }
}
