import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { getMetric, principleKeys } from './catalogue.ts'
import { suppress, withTotals } from './publication-suppression.ts'
import { figureOf } from './value.ts'

/** The place of people whose commune is not known. */
export const unknownPlace = ''

/** A figure that is told, or hidden: `null` is hidden and never zero. */
export type Told = number | null

/** A share as a step of five points: what is below 100 is at least `from` and below `to`. */
export interface ShareStep {
  from: number
  to: number
}

const principles = ['right', 'full', 'onTime'] as const
export type Principle = (typeof principles)[number]

/** A commune, or the place without a name, in the order of the benefits. */
export interface PublishedPlace {
  unitUid: string
  recipients: Told[]
  /** The sum of the row: who has two benefits counts twice. */
  recipientsOfAll: Told
  amountsDong: Told[]
  amountOfAllDong: Told
  /** Left out: not measured there. `null`: too few people for a step. */
  shares: Partial<Record<Principle, ShareStep | null>>
}

export interface PublishedFigures {
  benefits: string[]
  places: PublishedPlace[]
  province: {
    /** Everybody once, however many benefits they have. */
    people: Told
    recipients: Told[]
    recipientsOfAll: Told
    amountsDong: Told[]
    amountOfAllDong: Told
    /** In per cent with one decimal; left out: not measured. */
    shares: Partial<Record<Principle, number>>
    sharesByBenefit: Partial<Record<Principle, ShareStep | null>>[]
  }
}

/** A step covers five points of at least this many people, so that no step means fewer than five counts. */
const stepFrom = 100
const stepPoints = 5

interface Cell {
  split: string
  unit: string
  part: number
  whole: number | null
}

/**
 * The figures of a day as everybody may read them. Counts are hidden by `suppress` together with their totals, and stay
 * hidden where they were the month before; an amount is told only where every count it is made of is.
 */
export async function tabulate(
  transaction: Transaction,
  { on, before }: { on: LocalDate; before: PublishedFigures | undefined },
): Promise<PublishedFigures> {
  const recipients = await readCells(transaction, 'recipients', on)
  const amounts = await readCells(transaction, 'monthly-amount', on)
  const benefits = [...new Set(recipients.flatMap(({ split }) => benefitOf(split) ?? []))].sort()
  const places = [...new Set(recipients.map(({ unit }) => unit))].filter((unit) => unit !== 'province').sort()
  const counts = tableOf(recipients, { places, benefits })
  const hidden = suppress({ counts, hiddenBefore: hiddenIn(before, { places, benefits }) })
  const shares = await readShares(transaction, on)
  const province = provinceOf({ counts, hidden, money: tableOf(amounts, { places, benefits }) })
  const people = recipients.find(({ split, unit }) => split === '' && unit === 'province')?.part ?? 0
  return {
    benefits,
    places: placesOf({ places, counts, hidden, money: tableOf(amounts, { places, benefits }) }).map(
      (place) => ({
        ...place,
        shares: stepsOf(shares, { unit: place.unitUid, split: '' }),
      }),
    ),
    province: {
      ...province,
      people: province.recipientsOfAll === null ? null : people,
      shares: sharesOfAll(shares),
      sharesByBenefit: benefits.map((benefit) =>
        stepsOf(shares, { unit: 'province', split: `benefit:${benefit}` }),
      ),
    },
  }
}

/** One metric of a day, of every place and split, as it was said last. */
async function readCells(transaction: Transaction, key: string, on: LocalDate): Promise<Cell[]> {
  const { rows } = await sql<Cell>`select distinct on (split, unit_uid) split, unit_uid as unit, part, whole
    from indicators.measured where metric = ${key} and measured_on = (select max(measured_on)
      from indicators.measured where metric = ${key} and measured_on <= ${on}::date)
    order by split, unit_uid, taken_at desc`.execute(transaction)
  return rows
}

function benefitOf(split: string): string | undefined {
  return split.startsWith('benefit:') ? split.slice('benefit:'.length) : undefined
}

interface Axes {
  places: readonly string[]
  benefits: readonly string[]
}

function tableOf(cells: readonly Cell[], { places, benefits }: Axes): number[][] {
  const byKey = new Map(cells.map(({ split, unit, part }) => [`${unit} ${split}`, part]))
  return places.map((unit) => benefits.map((benefit) => byKey.get(`${unit} benefit:${benefit}`) ?? 0))
}

/** What the month before hid, at the places where it stands in this month's table. */
function hiddenIn(before: PublishedFigures | undefined, { places, benefits }: Axes): Set<string> {
  const hidden = new Set<string>()
  // Where all was hidden for want of people, nothing was told that two months could be compared by.
  if (!before || before.province.recipientsOfAll === null) return hidden
  const columnOf = (benefit: string) => benefits.indexOf(benefit)
  const note = (row: number, told: readonly Told[], total: Told) => {
    if (row < 0) return
    for (const [index, value] of told.entries()) {
      const column = columnOf(before.benefits[index] ?? '')
      if (value === null && column >= 0) hidden.add(`${row}:${column}`)
    }
    if (total === null) hidden.add(`${row}:${benefits.length}`)
  }
  for (const { unitUid, recipients, recipientsOfAll } of before.places)
    note(places.indexOf(unitUid), recipients, recipientsOfAll)
  note(places.length, before.province.recipients, before.province.recipientsOfAll)
  return hidden
}

interface Tables {
  counts: number[][]
  money: number[][]
  hidden: boolean[][]
}

function placesOf({
  places,
  ...tables
}: Tables & { places: readonly string[] }): Omit<PublishedPlace, 'shares'>[] {
  const totals = withTotals(tables.counts)
  return places.map((unitUid, row) => {
    const { recipients, amountsDong, sumDong, isWhole } = rowOf(tables, { row, totals })
    return {
      unitUid,
      recipients: recipients.slice(0, -1),
      recipientsOfAll: recipients.at(-1) ?? null,
      amountsDong,
      amountOfAllDong: isWhole ? sumDong : null,
    }
  })
}

/** A row as it is told; its amounts belong to the counts beside them. */
function rowOf({ money, hidden }: Tables, { row, totals }: { row: number; totals: number[][] }) {
  const hides = hidden[row] ?? []
  const dong = money[row] ?? []
  return {
    recipients: (totals[row] ?? []).map((count, column) => (hides[column] ? null : count)),
    amountsDong: dong.map((amount, column) => (hides[column] ? null : amount)),
    sumDong: dong.reduce((all, each) => all + each, 0),
    isWhole: !hides.includes(true),
  }
}

function provinceOf(tables: Tables) {
  const totals = withTotals(tables.counts)
  const money = withTotals(tables.money)
  const row = tables.counts.length
  const { recipients, amountsDong, isWhole } = rowOf({ ...tables, money }, { row, totals })
  return {
    recipients: recipients.slice(0, -1),
    recipientsOfAll: recipients.at(-1) ?? null,
    amountsDong: amountsDong.slice(0, -1),
    // With the sum of all a hidden programme's people could be told by what each of them is paid.
    amountOfAllDong: isWhole ? (amountsDong.at(-1) ?? null) : null,
  }
}

type Shares = Record<Principle, Cell[]>

async function readShares(transaction: Transaction, on: LocalDate): Promise<Shares> {
  const read = (principle: Principle) => readCells(transaction, principleKeys[principle], on)
  return { right: await read('right'), full: await read('full'), onTime: await read('onTime') }
}

function sharesOfAll(shares: Shares): Partial<Record<Principle, number>> {
  const told: Partial<Record<Principle, number>> = {}
  for (const principle of principles) {
    const cell = shares[principle].find(({ split, unit }) => split === '' && unit === 'province')
    const value = cell && figureOf(getMetric(principleKeys[principle]), cell.part, cell.whole ?? undefined)
    if (value !== undefined) told[principle] = value
  }
  return told
}

function stepsOf(
  shares: Shares,
  of: { unit: string; split: string },
): Partial<Record<Principle, ShareStep | null>> {
  const told: Partial<Record<Principle, ShareStep | null>> = {}
  for (const principle of principles) {
    const cell = shares[principle].find(({ split, unit }) => split === of.split && unit === of.unit)
    const value = cell && figureOf(getMetric(principleKeys[principle]), cell.part, cell.whole ?? undefined)
    if (cell && value !== undefined) told[principle] = (cell.whole ?? 0) < stepFrom ? null : stepOf(value)
  }
  return told
}

/** The last step holds 100 too. */
export function stepOf(percent: number): ShareStep {
  const from = Math.min(100 - stepPoints, Math.floor(percent / stepPoints) * stepPoints)
  return { from, to: from + stepPoints }
}
