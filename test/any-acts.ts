import fc from 'fast-check'
import { addDays, day } from '#calendar'
import { type Act, relations } from '#registry'

/** The records of a world in which acts are tried: people and households by their first numbers. */
export interface World {
  person: number
  household: number
}

export const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01']
/** The first day on which the world lives, and how many people it has, in two households. */
export const first = day('2025-07-01')
export const people = 5

/** Few enough that acts meet: before what the world begins with, on its first day, and up to a year later. */
export const days = fc.integer({ min: -1, max: 12 }).map((count) => addDays(first, count * 30))
const who = fc.nat(people - 1)
const house = fc.nat(1)

export type Acts = fc.Arbitrary<(world: World) => Act>

const recordActs: Acts = fc.oneof(
  fc.tuple(who, days, fc.option(fc.constantFrom('none', 'severe'), { nil: undefined })).map(
    ([at, on, value]) =>
      ({ person }: World): Act => ({
        kind: 'correctFact',
        of: { personId: person + at },
        key: 'disability',
        on,
        value,
      }),
  ),
  fc.tuple(who, days, days).map(
    ([at, on, lastOn]) =>
      ({ person }: World): Act => ({
        kind: 'endFact',
        of: { personId: person + at },
        key: 'disability',
        on,
        lastOn,
      }),
  ),
  fc.tuple(house, days, fc.option(days, { nil: undefined }), fc.constantFrom('poor', 'nearPoor', 'none')).map(
    ([at, from, to, value]) =>
      ({ household }: World): Act => ({
        kind: 'replaceFact',
        of: { householdId: household + at },
        key: 'poverty',
        from,
        to,
        value,
      }),
  ),
  fc.tuple(who, fc.constantFrom('Lô Thị Hoa', 'Lô Thị Hòa')).map(
    ([at, name]) =>
      ({ person }: World): Act => ({ kind: 'correctPerson', personId: person + at, change: { name } }),
  ),
  fc.tuple(who, days, fc.constantFrom('Lô Thị Mai', 'Lô Thị Lan')).map(
    ([at, from, value]) =>
      ({ person }: World): Act => ({
        kind: 'replacePersonValue',
        personId: person + at,
        key: 'name',
        value,
        from,
      }),
  ),
)

const personActs: Acts = fc.oneof(
  fc.tuple(who, days).map(
    ([at, on]) =>
      ({ person }: World): Act => ({ kind: 'death', personId: person + at, on }),
  ),
  who.map(
    (at) =>
      ({ person }: World): Act => ({ kind: 'undoDeath', personId: person + at }),
  ),
  fc.tuple(who, days, fc.constantFrom('away' as const, ours, theirs), fc.boolean(), who).map(
    ([at, on, to, whole, next]) =>
      ({ person }: World): Act => ({
        kind: 'move',
        personId: person + at,
        to: to === 'away' ? to : { unitUid: to as string },
        on,
        whole,
        newHeadId: person + next,
        stoppedOn: on,
      }),
  ),
  fc.tuple(who, days).map(
    ([at, on]) =>
      ({ person }: World): Act => ({ kind: 'return', personId: person + at, unitUid: theirs, on }),
  ),
)

export const householdActs: Acts = fc.oneof(
  fc.tuple(house, who, who, days).map(
    ([at, leaving, next, on]) =>
      ({ person, household }: World): Act => ({
        kind: 'split',
        householdId: household + at,
        leaving: [{ personId: person + leaving }],
        headId: person + leaving,
        newHeadId: next === leaving ? undefined : person + next,
        on,
      }),
  ),
  fc.tuple(house, days).map(
    ([at, on]) =>
      ({ household }: World): Act => ({
        kind: 'merge',
        householdId: household + at,
        into: household + 1 - at,
        on,
      }),
  ),
  fc.tuple(house, who, days).map(
    ([at, head, on]) =>
      ({ person, household }: World): Act => ({
        kind: 'changeHead',
        householdId: household + at,
        headId: person + head,
        on,
      }),
  ),
  fc.tuple(house, who, days, fc.constantFrom(...relations)).map(
    ([at, joining, on, relation]) =>
      ({ person, household }: World): Act => ({
        kind: 'join',
        householdId: household + at,
        personId: person + joining,
        relation,
        on,
      }),
  ),
  fc.tuple(who, days, fc.constantFrom(...relations)).map(
    ([at, on, relation]) =>
      ({ person }: World): Act => ({ kind: 'correctRelation', personId: person + at, relation, on }),
  ),
  fc.tuple(who, days, who).map(
    ([at, on, next]) =>
      ({ person }: World): Act => ({
        kind: 'leave',
        personId: person + at,
        on,
        newHeadId: next === at ? undefined : person + next,
      }),
  ),
)

/** An act over the world's people and households, by their places in it; many are impossible. */
export const acts: Acts = fc.oneof(
  { arbitrary: recordActs, weight: 1 },
  { arbitrary: personActs, weight: 1 },
  { arbitrary: householdActs, weight: 3 },
)
