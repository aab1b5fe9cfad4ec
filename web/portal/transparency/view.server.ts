import { type LocalDate, monthOf, parseMonth } from '#calendar'
import {
  metrics as allMetrics,
  findPublication,
  getMetric,
  listPublishedMonths,
  type Metric,
  type Publication,
  type PublishedPlace,
  type Told,
  type ToldFigure,
  type ToldSteps,
  unknownPlace,
} from '#indicators'
import { programFor } from '#law/social-assistance'
import { today } from '#platform/clock'
import type { Database } from '#platform/database'
import { readUnits } from '#registry'
import type { Text } from '#rules'
import type { Lang } from '#web/ui/index.ts'
import { type ToldPrinciple, toldPrinciples } from './principles.server.ts'

/** What one row of a table tells: a programme, or a commune. */
export interface ToldRow {
  key: string
  /** Undefined: people whose commune is not known. */
  name: string | undefined
  recipients: Told
  amountDong: Told
  shares: ToldSteps
}

/** A metric of each commune, as it is told. */
export interface ToldMetricView {
  metric: Pick<Metric, 'key' | 'name' | 'definition' | 'unit' | 'better' | 'isSize'>
  province: ToldFigure
  byCommune: { key: string; name: string | undefined; figure: ToldFigure }[]
}

export interface TransparencyView {
  months: string[]
  month: string
  measuredOn: LocalDate
  /** The day it was published, where that was after its month. */
  recountedOn: LocalDate | undefined
  benefit: string | undefined
  benefits: { key: string; name: string }[]
  people: Told
  recipients: Told
  /** Hidden, or the money of all that is asked for. */
  amountDong: Told
  /** The money of the programmes that are told, and how many are not; undefined where the money of all is told. */
  amountOfTold: { dong: number; hidden: number } | undefined
  principles: ToldPrinciple[]
  byBenefit: ToldRow[]
  byCommune: ToldRow[]
  /** The metrics that were told by commune that month. */
  metrics: { key: string; name: string }[]
  /** The one that was asked for. */
  ofMetric: ToldMetricView | undefined
}

/** The law's names of the monthly benefits on a day, by id. */
export function namesOfBenefits(on: LocalDate): Readonly<Record<string, Text>> {
  const { benefits } = programFor({ month: monthOf(on), knownOn: on, recipient: false })
  return Object.fromEntries(benefits.map(({ id, text }) => [id, text]))
}

/** A published month of one programme or of all; undefined when it was not published. Asks nothing of people. */
export async function readTransparency(
  { query }: Database,
  asked: { month: string | null; benefit: string | null; metric?: string | null; language: Lang },
): Promise<TransparencyView | undefined> {
  const month = asked.month ? parseMonth(asked.month) : undefined
  if (asked.month && !month) return undefined
  const publication = await findPublication(query, month && (`${month}-01` as LocalDate))
  if (!publication) return undefined
  const [months, units] = await Promise.all([listPublishedMonths(query), readUnits(query)])
  const nameOfUnit = (uid: string) => units.byUid.get(uid)?.name
  const names = namesOfBenefits(publication.measuredOn)
  const nameOf = (benefit: string) => names[benefit]?.[asked.language] ?? benefit
  const at = publication.figures.benefits.indexOf(asked.benefit ?? '')
  return {
    months: months.map((each) => each.slice(0, 7)),
    month: publication.month.slice(0, 7),
    measuredOn: publication.measuredOn,
    recountedOn: publishedAfter(publication),
    benefit: at < 0 ? undefined : (asked.benefit ?? undefined),
    benefits: publication.figures.benefits.map((key) => ({ key, name: nameOf(key) })),
    ...sumsOf(publication, at),
    byBenefit: rowsOfBenefits(publication, nameOf),
    byCommune: publication.figures.places.map((place) => rowOfPlace(place, at, nameOfUnit(place.unitUid))),
    metrics: keysByCommune(publication).map((key) => ({ key, name: getMetric(key).name[asked.language] })),
    ofMetric: asked.metric ? readOfMetric(publication, asked.metric, nameOfUnit) : undefined,
  }
}

/** The day a month was published, where it was over by then. */
function publishedAfter({ month, publishedAt }: Publication): LocalDate | undefined {
  const on = today(publishedAt)
  return monthOf(on) > monthOf(month) ? on : undefined
}

/** The metrics of which the communes are told, in the order of the catalogue. */
function keysByCommune({ figures }: Publication): string[] {
  const told = figures.metrics?.byKey ?? {}
  return allMetrics.map(({ key }) => key).filter((key) => told[key]?.places)
}

function readOfMetric(
  { figures: { metrics } }: Publication,
  key: string,
  nameOfUnit: (uid: string) => string | undefined,
): ToldMetricView | undefined {
  const told = metrics?.byKey[key]
  if (!metrics || !told?.places) return undefined
  const { name, definition, unit, better, isSize } = getMetric(key)
  const rows = metrics.places.map((uid, index) => ({
    key: uid,
    name: uid === unknownPlace ? undefined : (nameOfUnit(uid) ?? uid),
    figure: told.places?.[index] ?? null,
  }))
  return {
    metric: { key, name, definition, unit, better, ...(isSize ? { isSize } : {}) },
    province: told.province,
    byCommune: rows,
  }
}

function sumsOf({ figures: { province } }: Publication, at: number) {
  const { people, recipients, recipientsOfAll, amountsDong, amountOfAllDong } = province
  const principles = toldPrinciples(province.shares)
  if (at < 0)
    return {
      people,
      recipients: recipientsOfAll,
      amountDong: amountOfAllDong,
      amountOfTold: amountOfAllDong === null ? amountToldIn(amountsDong) : undefined,
      principles,
    }
  const told = recipients[at] ?? null
  return {
    people: told,
    recipients: told,
    amountDong: amountsDong[at] ?? null,
    amountOfTold: undefined,
    principles,
  }
}

/** The money of the programmes that are told, and how many are not; undefined where none is. */
export function amountToldIn(amountsDong: readonly Told[]): TransparencyView['amountOfTold'] {
  const told = amountsDong.filter((amount) => amount !== null)
  if (told.length === 0) return undefined
  return { dong: told.reduce((all, each) => all + each, 0), hidden: amountsDong.length - told.length }
}

function rowsOfBenefits({ figures }: Publication, nameOf: (benefit: string) => string): ToldRow[] {
  const { recipients, amountsDong, sharesByBenefit } = figures.province
  return figures.benefits.map((key, index) => ({
    key,
    name: nameOf(key),
    recipients: recipients[index] ?? null,
    amountDong: amountsDong[index] ?? null,
    shares: sharesByBenefit[index] ?? {},
  }))
}

/** A commune with all its programmes, or with the one at a place in the list of programmes. */
function rowOfPlace(place: PublishedPlace, at: number, name: string | undefined): ToldRow {
  const isAll = at < 0
  return {
    key: place.unitUid,
    name: place.unitUid === unknownPlace ? undefined : (name ?? place.unitUid),
    recipients: isAll ? place.recipientsOfAll : (place.recipients[at] ?? null),
    amountDong: isAll ? place.amountOfAllDong : (place.amountsDong[at] ?? null),
    shares: place.shares,
  }
}
