import type { LocalDate } from '#calendar'
import { type Measurement, measureMany, principleKeys, type Standing } from '#indicators'
import type { Transaction } from '#platform/database'

export type PrincipleName = keyof typeof principleKeys

/** A principle now and as it was last measured a week before or earlier; `undefined` is not measured, never zero. */
export interface PrincipleFigure {
  name: PrincipleName
  /** Per cent, one decimal. */
  value: number | undefined
  part: number | undefined
  whole: number | undefined
  standing: Standing
  /** The day it was measured. */
  asOf: LocalDate | undefined
  change: Change | undefined
}

/** What a figure has gained, in its own unit (points of a share), since the day it was measured before. */
export interface Change {
  by: number
  since: LocalDate
}

/** The three principles of a unit on a day, beside what they were on an earlier one. */
export async function readPrincipleFigures(
  transaction: Transaction,
  { unitUid, on, since }: { unitUid: string; on: LocalDate; since: LocalDate },
): Promise<PrincipleFigure[]> {
  const keys = Object.values(principleKeys)
  const now = await measureMany(transaction, { keys, unitUid, on })
  const before = await measureMany(transaction, { keys, unitUid, on: since })
  return (Object.keys(principleKeys) as PrincipleName[]).map((name) =>
    figureOf(name, now.get(principleKeys[name]), before.get(principleKeys[name])),
  )
}

function figureOf(
  name: PrincipleName,
  now: Measurement | undefined,
  before: Measurement | undefined,
): PrincipleFigure {
  const { value, part, whole, asOf, standing = 'none' } = now ?? {}
  return { name, value, part, whole, standing, asOf, change: changeBetween(before, now) }
}

/** What a figure has gained; nothing where both are the same measuring, for nothing was measured between. */
export function changeBetween(
  before: Pick<Measurement, 'value' | 'asOf'> | undefined,
  now: Pick<Measurement, 'value' | 'asOf'> | undefined,
): Change | undefined {
  if (before?.value === undefined || now?.value === undefined || before.asOf === now.asOf) return undefined
  return { by: Math.round((now.value - before.value) * 10) / 10, since: before.asOf }
}
