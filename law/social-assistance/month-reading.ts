import { firstDayOf, type LocalDate, lastDayOf, type Month } from '#calendar'
import type { FactValue, FactValues } from '#rules'

/** A value of a fact and the days it held, both included; without a day it is open at that end. */
export interface DatedValue {
  value: FactValue
  from?: LocalDate | undefined
  to?: LocalDate | undefined
}

/** What is known of a person over time, by fact key. */
export type FactHistory = Readonly<Record<string, readonly DatedValue[] | undefined>>

/** What stops a benefit counts from the month after it happened, so it is read as the month began. */
const readOnFirstDay = new Set(['alive', 'resident', 'inPrison', 'inCentre', 'parentCarePaidToSpouse'])

/** Values by how much they give, the least first. Values of one step differ in level only, or in nothing. */
const favour: Readonly<Record<string, readonly (readonly FactValue[])[]>> = {
  poverty: [['none'], ['nearPoor'], ['poor']],
  area: [['ordinary'], ['difficultEthnicMountain']],
  supporter: [['able'], ['allOnAllowance'], ['none']],
  marriage: [
    ['married', 'divorced', 'separated'],
    ['neverMarried', 'widowed', 'spouseMissing'],
  ],
  insurance: [
    ['pension', 'monthlyInsurance', 'survivor'],
    ['none', 'other'],
  ],
  disability: [
    ['none', 'light'],
    ['severe', 'extreme'],
  ],
  father: [['present'], ['dead', 'missing', 'inCentre', 'detained', 'unidentified']],
  mother: [['present'], ['dead', 'missing', 'inCentre', 'detained', 'unidentified']],
  studying: [['no'], ['interrupted'], ['yes']],
  stableIncome: [['yes'], ['no']],
  adopted: [['yes'], ['no']],
  ...Object.fromEntries(
    [
      'abandoned',
      'hiv',
      'takenIn',
      'caredForAtHome',
      'centreEligible',
      'pregnant',
      'pensionRequested',
      'formerlyWithoutSupport',
    ].map((key) => [key, [['no'], ['yes']]]),
  ),
}

/**
 * What is known of a person for a month. A condition lost within the month still counts in it, a condition or
 * level gained counts from it, and what stops a benefit counts from the next (NĐ 20/2021 Đ8.1.đ and Đ8.2, NĐ
 * 335/2026 Đ8.4). A fact known on neither end of the month stays unknown.
 */
export function readMonth(history: FactHistory, month: Month): FactValues {
  const values: Record<string, FactValue | undefined> = {}
  for (const [key, dated] of Object.entries(history)) {
    const first = valueOn(dated ?? [], firstDayOf(month))
    const last = valueOn(dated ?? [], lastDayOf(month))
    values[key] = readOnFirstDay.has(key) ? (first ?? last) : moreFavourable(key, first, last)
  }
  return values
}

/** What is known of a person on one day, for what is paid once. */
export function readDay(history: FactHistory, on: LocalDate): FactValues {
  return Object.fromEntries(Object.entries(history).map(([key, dated]) => [key, valueOn(dated ?? [], on)]))
}

function valueOn(dated: readonly DatedValue[], on: LocalDate): FactValue | undefined {
  return dated.findLast((each) => (!each.from || each.from <= on) && (!each.to || on <= each.to))?.value
}

function moreFavourable(
  key: string,
  first: FactValue | undefined,
  last: FactValue | undefined,
): FactValue | undefined {
  if (first === undefined || last === undefined) return last ?? first
  return step(key, first) > step(key, last) ? first : last
}

function step(key: string, value: FactValue): number {
  if (typeof value === 'number') return value > 0 ? 1 : 0
  return favour[key]?.findIndex((values) => values.includes(value)) ?? 0
}
