import { sql } from 'kysely'
import { firstDayOf, type LocalDate, monthOf } from '#calendar'
import type { Transaction } from '#platform/database'
import { metrics, principleKeys } from './catalogue.ts'
import { splitOf } from './metric.ts'
import type { Counted } from './publication-families.ts'
import { type PublishedMetrics, tabulateMetrics } from './publication-metrics.ts'
import { hidePeople } from './publication-people.ts'
import {
  type Principle,
  principles,
  sharesOfAll,
  stepsOf,
  type ToldShares,
  type ToldSteps,
} from './publication-shares.ts'
import { suppress, withTotals } from './publication-suppression.ts'

/** The place of people whose commune is not known. */
export const unknownPlace = ''

/** A figure that is told, or hidden: `null` is hidden and never zero. */
export type Told = number | null

/** A commune, or the place without a name, in the order of the benefits. */
export interface PublishedPlace {
  unitUid: string
  recipients: Told[]
  /** The sum of the row: who has two benefits counts twice. */
  recipientsOfAll: Told
  amountsDong: Told[]
  amountOfAllDong: Told
  shares: ToldSteps
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
    /** In per cent with one decimal. */
    shares: ToldShares
    sharesByBenefit: ToldSteps[]
  }
  /** Left out of months that were told before metrics were told by commune. */
  metrics?: PublishedMetrics
}

const province = 'province'

/**
 * The figures of a day as everybody may read them. Counts are hidden by `suppress` together with their totals, and stay
 * hidden where they were the month before; an amount is told only where every count it is made of is.
 */
export async function tabulate(
  transaction: Transaction,
  { on, before }: { on: LocalDate; before: PublishedFigures | undefined },
): Promise<PublishedFigures> {
  const { cells, find } = await readCells(transaction, on)
  const ofBenefits = cells.filter(({ metric, split }) => metric === 'recipients' && split !== '')
  const benefits = [...new Set(ofBenefits.flatMap(({ split }) => benefitOf(split) ?? []))].sort()
  const unitsOf = (of: readonly Cell[]) => [...new Set(of.map(({ unit }) => unit))].sort()
  const places = unitsOf(cells.filter(({ metric }) => metric === 'recipients')).filter(isPlace)
  const table = (key: string) =>
    places.map((unit) => benefits.map((benefit) => find(key, unit, splitOf({ benefit }))?.part ?? 0))
  const counts = table('recipients')
  const hidden = suppress({ counts, hiddenBefore: hiddenIn(before, { places, benefits }) })
  const tables = { counts, hidden, money: table('monthly-amount') }
  const sharesAt = (unit: string, split: string) => (principle: Principle) =>
    find(principleKeys[principle], unit, split)
  const metricPlaces = unitsOf(cells.filter(({ split }) => split === '')).filter(isPlace)
  const figures: PublishedFigures = {
    benefits,
    places: placesOf({ places, ...tables }).map((place) => ({
      ...place,
      shares: stepsOf(sharesAt(place.unitUid, '')),
    })),
    province: {
      ...provinceOf(tables),
      people: null,
      shares: sharesOfAll(
        sharesAt(province, ''),
        metricPlaces.map((unit) => sharesAt(unit, '')),
      ),
      sharesByBenefit: benefits.map((benefit) => stepsOf(sharesAt(province, splitOf({ benefit })))),
    },
    metrics: tabulateMetrics((key, unit) => find(key, unit, ''), {
      places: metricPlaces,
      before: before?.metrics,
    }),
  }
  return withSums(figures, { tables, before, people: (unit) => find('recipients', unit, '')?.part ?? 0 })
}

/** What the sums of the benefits tell besides: people counted once, the money of all, and the principles as metrics. */
function withSums(
  figures: PublishedFigures,
  {
    tables,
    before,
    people,
  }: { tables: Tables; before: PublishedFigures | undefined; people: (unit: string) => number },
): PublishedFigures {
  const { metrics: told, places } = figures
  if (!told) return figures
  const units = places.map(({ unitUid }) => unitUid)
  const hides = hidePeople(
    { counts: tables.counts, people: units.map(people) },
    { hidden: tables.hidden, hiddenBefore: peopleHiddenIn(before, units) },
  )
  const all = hides.at(-1) ? null : people(province)
  const at = (unit: string, figure: (index: number) => Told) => {
    const index = units.indexOf(unit)
    return index < 0 ? 0 : figure(index)
  }
  const byKey: PublishedMetrics['byKey'] = {
    ...told.byKey,
    recipients: {
      province: all,
      places: told.places.map((unit) => at(unit, (index) => (hides[index] ? null : people(unit)))),
    },
    'monthly-amount': {
      province: figures.province.amountOfAllDong,
      places: told.places.map((unit) => at(unit, (index) => places[index]?.amountOfAllDong ?? null)),
    },
  }
  for (const principle of principles) {
    const share = figures.province.shares[principle]
    if (share !== undefined) byKey[principleKeys[principle]] = { province: share }
  }
  return { ...figures, province: { ...figures.province, people: all }, metrics: { ...told, byKey } }
}

/** Whose people the month before hid, by the rows of this month’s table. */
function peopleHiddenIn(before: PublishedFigures | undefined, units: readonly string[]): Set<number> {
  const then = before?.metrics
  const told = then?.byKey.recipients
  // Where all were hidden nothing was told that two months could be compared by.
  if (!then || !told?.places?.some((figure) => figure !== null)) return new Set()
  const rows = told.places.flatMap((figure, at) =>
    figure === null ? [units.indexOf(then.places[at] ?? '-')] : [],
  )
  return new Set([...rows.filter((row) => row >= 0), ...(told.province === null ? [units.length] : [])])
}

interface Cell extends Counted {
  metric: string
  split: string
  unit: string
}

/** Every figure of a day and of the month before it, as it was said last: what was measured in no day of the month is absent. */
async function readCells(transaction: Transaction, on: LocalDate) {
  const keys = metrics.map(({ key }) => key)
  const { rows } =
    await sql<Cell>`select distinct on (metric, split, unit_uid) metric, split, unit_uid as unit, part,
      coalesce(whole, 0) as whole
    from indicators.measured join (select metric, max(measured_on) as measured_on from indicators.measured
      where metric = any(${keys}) and measured_on between ${firstDayOf(monthOf(on))}::date and ${on}::date
      group by metric) as latest using (metric, measured_on)
    order by metric, split, unit_uid, taken_at desc`.execute(transaction)
  const byKey = new Map(rows.map((cell) => [`${cell.metric} ${cell.split} ${cell.unit}`, cell]))
  return {
    cells: rows,
    find: (metric: string, unit: string, split: string): Counted | undefined =>
      byKey.get(`${metric} ${split} ${unit}`),
  }
}

function isPlace(unit: string): boolean {
  return unit !== province
}

interface Axes {
  places: readonly string[]
  benefits: readonly string[]
}

function benefitOf(split: string): string | undefined {
  return split.startsWith('benefit:') ? split.slice('benefit:'.length) : undefined
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
