import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import type { KeptElsewhere } from './kept-elsewhere.ts'
import { unitOfList } from './scope.ts'
import { type Found, foundColumns, keepToIndexes } from './search-drivers.ts'
import { type Formerly, findFormer } from './search-former.ts'
import { depths, enough, Gathering, type Looking } from './search-gathering.ts'
import { findByName } from './search-names.ts'
import { findByNumber } from './search-numbers.ts'
import type { SearchPlaces } from './search-places.ts'
import { readSearch, type SearchQuestion } from './search-question.ts'
import { type Closeness, closenessOf } from './search-ranks.ts'
import { type SearchMemory, vocabularyOf } from './search-vocabulary.ts'

/** Somebody the search found, as lists show them. */
export interface SearchHit {
  id: number
  name: string
  sex: 'male' | 'female' | undefined
  birth: { from: LocalDate; to: LocalDate } | undefined
  citizenId: string | undefined
  oldId: string | undefined
  deathOn: LocalDate | undefined
  unitUid: string | undefined
  village: string | undefined
  /** Only of one's own commune: another unit keeps the record that speaks for the person. */
  keptElsewhere?: KeptElsewhere
  /** Borne before, and what was typed; undefined for who bears it now. */
  formerly?: Formerly
  /** How near the name is to what was typed. */
  closeness: Closeness
}

export interface SearchResult {
  /** The nearest first. */
  hits: SearchHit[]
  /** There are others, or may be: narrow the question. */
  isMore: boolean
}

export interface SearchOptions {
  /** Of one commune; `province` or nothing is all the actor may see. */
  unitUid?: string | undefined
  /** People at most; 500 at most. */
  limit: number
  today: LocalDate
  places: SearchPlaces
  memory: SearchMemory
}

const hitsMax = 500

/**
 * People by whatever is typed in one box: name with or without tones or a part of it, number or a part of it, commune,
 * village, birth. Names spelt as typed stand first, then those that fold alike, then near ones. Only whom the actor may
 * see is read, counted or suggested, and an officer of a commune pays for that commune alone.
 */
export async function searchPeople(
  transaction: Transaction,
  text: string,
  options: SearchOptions,
): Promise<SearchResult> {
  const own = await unitOfList(transaction)
  const limit = Math.min(options.limit, hitsMax)
  const asked = options.unitUid === 'province' ? undefined : options.unitUid
  const gathering = new Gathering(limit + 1)
  const questions = readSearch(text, options.places, options.today)
  const looking = questions
    .map((question) => ({ question, unitUids: sightOf(own, asked, question.unitUids) }))
    .filter(({ unitUids }) => unitUids?.length !== 0)
  await keepToIndexes(transaction, 'on')
  let promising = looking
  for (const depth of depths) {
    const fruitful: Asked[] = []
    for (const each of promising) {
      const before = gathering.found.size
      if (depth === 'plain' || before < Math.min(enough, limit))
        await gather(transaction, each, { memory: options.memory, gathering, depth })
      if (gathering.found.size > before) fruitful.push(each)
    }
    // What led to somebody is how the text was meant; only that is looked into further.
    if (fruitful.length > 0) promising = fruitful
  }
  await keepToIndexes(transaction, 'off')
  return resultOf(transaction, gathering, questions, limit)
}

/** The units all of them leave; undefined is the whole province, none is nobody. */
function sightOf(
  own: string | undefined,
  asked: string | undefined,
  named: readonly string[] | undefined,
): readonly string[] | undefined {
  const wanted = [own, asked].filter((uid) => uid !== undefined)
  if (wanted.length === 0) return named
  const [first] = wanted
  return first !== undefined && wanted.every((uid) => uid === first) && (named?.includes(first) ?? true)
    ? [first]
    : []
}

/** One reading of the text, within the units it leaves. */
interface Asked {
  question: SearchQuestion
  unitUids: readonly string[] | undefined
}

async function gather(
  transaction: Transaction,
  { question, unitUids }: Asked,
  how: Omit<Looking, 'unitUids'>,
): Promise<void> {
  if (how.gathering.isFull) return
  const villages =
    question.village === undefined
      ? undefined
      : (await vocabularyOf(transaction, unitUids, how.memory)).villages.get(question.village)
  if (question.village !== undefined && villages === undefined) return
  const bounds = { unitUids, birth: question.birth, villages }
  const looking = { ...how, unitUids }
  if (question.number !== undefined) await findByNumber(transaction, question, bounds, looking)
  else await findByName(transaction, question, bounds, looking)
  if (how.depth === 'plain') await findFormer(transaction, question, bounds, how.gathering)
}

/**
 * Ranked, each person once: a record that is linked stands for the one that speaks for it. When that one is out of the
 * actor's sight the first record in sight stands for the person.
 */
async function resultOf(
  transaction: Transaction,
  gathering: Gathering,
  questions: readonly SearchQuestion[],
  limit: number,
): Promise<SearchResult> {
  const speakers = await speakersOf(transaction, [...gathering.found.values()])
  const hits = new Map<number, { row: Found; former: Found['former']; closeness: Closeness; rank: number }>()
  for (const row of gathering.found.values()) {
    const speaks = row.linked_to ?? row.id
    const ranked = closenessOf(row, questions)
    const before = hits.get(speaks)
    if (!before || ranked.rank < before.rank)
      hits.set(speaks, { row: speakers.get(speaks) ?? before?.row ?? row, former: row.former, ...ranked })
  }
  const sorted = [...hits.values()].sort(
    (one, other) =>
      one.rank - other.rank ||
      compare(one.row.name_folded, other.row.name_folded) ||
      one.row.id - other.row.id,
  )
  return {
    hits: sorted.slice(0, limit).map(({ row, former, closeness }) => hitOf({ ...row, former }, closeness)),
    isMore: sorted.length > limit || gathering.isFull,
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

async function speakersOf(transaction: Transaction, rows: readonly Found[]): Promise<Map<number, Found>> {
  const ids = [...new Set(rows.flatMap(({ linked_to }) => linked_to ?? []))]
  if (ids.length === 0) return new Map()
  const { rows: speakers } = await sql<Found>`select ${foundColumns} from registry.person
    where id = any(${ids})`.execute(transaction)
  return new Map(speakers.map((row) => [row.id, row]))
}

function hitOf(row: Found, closeness: Closeness): SearchHit {
  const { id, name, birth_from: from, birth_to: to, former } = row
  return {
    id,
    name,
    sex: row.sex ?? undefined,
    birth: from === null || to === null ? undefined : { from, to },
    citizenId: row.citizen_id ?? undefined,
    oldId: row.old_id ?? undefined,
    deathOn: row.death_on ?? undefined,
    unitUid: row.unit_uid ?? undefined,
    village: row.village ?? undefined,
    ...(row.linked_to === null ? {} : { keptElsewhere: {} }),
    ...(former === undefined ? {} : { formerly: { key: former.key, value: former.value } }),
    closeness,
  }
}
