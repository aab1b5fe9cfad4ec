import { today } from '#platform/clock'
import { type Transaction, withActor } from '#platform/database'
import {
  countPersons,
  firstPersons,
  isBeyondCounting,
  type KeptElsewhere,
  listPersons,
  type Moment,
  type Person,
  type SearchHit,
} from '#registry'
import type { Desk } from '#web/staff/access.ts'
import { findPeople } from '#web/staff/search/find.server.ts'
import { openText } from '#web/staff/search/sealed-text.server.ts'
import { momentIn } from './as-of.server.ts'

export const peopleAPage = 50
/** A search shows this many, the nearest first; its export holds the same. */
export const foundMax = 500

/** What the address of the list asks for. */
export interface PeopleQuery {
  text: string
  unitUid: string | undefined
  /** As it was on a day, by what was known on another; undefined for now. */
  moment: Moment | undefined
  /** From 1. */
  page: number
}

export type Listed = Pick<
  Person,
  'id' | 'name' | 'sex' | 'birth' | 'citizenId' | 'oldId' | 'unitUid' | 'village'
> & {
  closeness?: SearchHit['closeness']
  keptElsewhere?: KeptElsewhere
  formerly?: SearchHit['formerly']
}

export interface Listing {
  people: Listed[]
  /** As far as was counted. */
  count: number
  isMore: boolean
  /** Nobody is shown because the question is about everybody of a large province on a day. */
  isTooWide?: boolean
}

/**
 * Whether the list of a day is asked of more people than a page can read: another day has no index of its own, so that a
 * large province is read commune by commune.
 */
export async function isTooWide(transaction: Transaction, desk: Desk, query: PeopleQuery): Promise<boolean> {
  const isOfAll = query.moment !== undefined && !query.unitUid && desk.officer.unitUid === 'province'
  return isOfAll && isBeyondCounting(transaction)
}

/** The text comes sealed (`k`); one typed into the address itself (`tim`) is understood too. */
export async function peopleQueryOf(
  { database, officer }: Desk,
  params: URLSearchParams,
): Promise<PeopleQuery> {
  const sealed = params.get('k')
  const text = sealed ? await openText(database, officer.id, sealed) : params.get('tim')
  return {
    text: (text ?? '').trim().slice(0, 100),
    unitUid: params.get('xa') || undefined,
    moment: momentIn(params, today()),
    page: pageIn(params.get('trang')),
  }
}

/** The first page for anything that is no page anybody would reach. */
function pageIn(text: string | null): number {
  const page = Number(text)
  return Number.isInteger(page) && page > 0 && page < 1_000_000 ? page : 1
}

/** One page of the list. A search is ranked; everybody stands by name. */
export async function readListing(desk: Desk, query: PeopleQuery): Promise<Listing> {
  const from = (query.page - 1) * peopleAPage
  if (query.text !== '' && query.moment === undefined) {
    const { hits, isMore } = await findPeople(desk, query.text, { unitUid: query.unitUid, limit: foundMax })
    return { people: hits.slice(from, from + peopleAPage), count: hits.length, isMore }
  }
  const { database, actor, officer } = desk
  const isEverybody = query.text === '' && !query.unitUid && !query.moment && officer.unitUid === 'province'
  return withActor(database, actor, async (transaction) => {
    if (await isTooWide(transaction, desk, query))
      return { people: [], count: 0, isMore: false, isTooWide: true }
    if (!isEverybody || !(await isBeyondCounting(transaction))) return readByName(transaction, query, from)
    const people = await firstPersons(transaction, foundMax)
    return { people: people.slice(from, from + peopleAPage), count: people.length, isMore: true }
  })
}

async function readByName(transaction: Transaction, query: PeopleQuery, offset: number): Promise<Listing> {
  const { text, unitUid, moment } = query
  const filter = { text, ...(unitUid ? { unitUid } : {}), ...moment }
  return {
    people: await listPersons(transaction, { ...filter, limit: peopleAPage, offset }),
    count: await countPersons(transaction, filter),
    isMore: false,
  }
}
