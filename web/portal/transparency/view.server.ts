import { type LocalDate, monthOf, parseMonth } from '#calendar'
import {
  findPublication,
  listPublications,
  type Principle,
  type Publication,
  type PublishedPlace,
  type ShareStep,
  type Told,
  unknownPlace,
} from '#indicators'
import { programFor } from '#law/social-assistance'
import type { Database } from '#platform/database'
import { readUnits } from '#registry'
import type { Text } from '#rules'
import type { Lang } from '#web/ui/index.ts'

/** What one row of a table tells: a programme, or a commune. */
export interface ToldRow {
  key: string
  /** Undefined: people whose commune is not known. */
  name: string | undefined
  recipients: Told
  amountDong: Told
  shares: Partial<Record<Principle, ShareStep | null>>
}

export interface TransparencyView {
  months: string[]
  month: string
  measuredOn: LocalDate
  benefit: string | undefined
  benefits: { key: string; name: string }[]
  people: Told
  recipients: Told
  amountDong: Told
  shares: Partial<Record<Principle, number>>
  byBenefit: ToldRow[]
  byCommune: ToldRow[]
}

/** The law's names of the monthly benefits on a day, by id. */
export function namesOfBenefits(on: LocalDate): Readonly<Record<string, Text>> {
  const { benefits } = programFor({ month: monthOf(on), knownOn: on, recipient: false })
  return Object.fromEntries(benefits.map(({ id, text }) => [id, text]))
}

/** A published month of one programme or of all; undefined when it was not published. Asks nothing of people. */
export async function readTransparency(
  { query }: Database,
  asked: { month: string | null; benefit: string | null; language: Lang },
): Promise<TransparencyView | undefined> {
  const month = asked.month ? parseMonth(asked.month) : undefined
  if (asked.month && !month) return undefined
  const publication = await findPublication(query, month && (`${month}-01` as LocalDate))
  if (!publication) return undefined
  const [months, units] = await Promise.all([listPublications(query), readUnits(query)])
  const names = namesOfBenefits(publication.measuredOn)
  const nameOf = (benefit: string) => names[benefit]?.[asked.language] ?? benefit
  const at = publication.figures.benefits.indexOf(asked.benefit ?? '')
  return {
    months: months.map((each) => each.month.slice(0, 7)),
    month: publication.month.slice(0, 7),
    measuredOn: publication.measuredOn,
    benefit: at < 0 ? undefined : (asked.benefit ?? undefined),
    benefits: publication.figures.benefits.map((key) => ({ key, name: nameOf(key) })),
    ...sumsOf(publication, at),
    byBenefit: rowsOfBenefits(publication, nameOf),
    byCommune: publication.figures.places.map((place) =>
      rowOfPlace(place, at, units.byUid.get(place.unitUid)?.name),
    ),
  }
}

function sumsOf({ figures: { province } }: Publication, at: number) {
  const { people, recipients, recipientsOfAll, amountsDong, amountOfAllDong, shares } = province
  if (at < 0) return { people, recipients: recipientsOfAll, amountDong: amountOfAllDong, shares }
  return {
    people: recipients[at] ?? null,
    recipients: recipients[at] ?? null,
    amountDong: amountsDong[at] ?? null,
    shares,
  }
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
