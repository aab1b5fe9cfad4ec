import { type Award, listAwardsOf, seesGrounds } from '#awards'
import { type LocalDate, monthOf } from '#calendar'
import {
  findModel,
  findPair,
  listPairsOf,
  neighboursOf,
  type Pair,
  type PairFilter,
  recordsOfCluster,
} from '#deduplication'
import { type Explanation, explainPair, peopleSettings } from '#linkage'
import { recordRead } from '#platform/audit'
import type { Transaction } from '#platform/database'
import type { Officer } from '#platform/sessions'
import {
  findPerson,
  gather,
  type Link,
  linkedRecords,
  listLinks,
  listMembers,
  type Member,
  type Person,
  validNumbers,
} from '#registry'
import { readOrigins, type ValueOrigins } from './value-sources.server.ts'

/** How many records stand side by side at most. */
const columnsMax = 6

/** One record with what hangs on it. */
export interface RecordSide {
  person: Person
  awards: (Omit<Award, 'category'> & { category?: string })[]
  members: Member[]
  /** Where each value came from. */
  origins: ValueOrigins
}

/** Everything the page of a pair shows, before it is put into words. */
export interface PairFile {
  pair: Pair
  /** The two of the pair first, then who is linked to them already, then who else is of their group. */
  sides: RecordSide[]
  /** Which of the sides are already linked to one of the two. */
  linked: number[]
  explanation: Explanation | undefined
  /** Valid citizen numbers, more than one asks which is wrong. */
  numbers: string[]
  /** Who speaks unless the officer chooses. */
  speaker: number
  others: Pair[]
  links: Link[]
  neighbours: { previous: number | undefined; next: number | undefined }
}

interface Question {
  id: number
  filter: PairFilter
  on: LocalDate
  officer: Officer
}

/**
 * One pair with all that helps to decide; undefined when there is none in sight. Looking at it is a look at each of
 * the records, numbers in full, and is written down as one.
 */
export async function readPair(transaction: Transaction, question: Question): Promise<PairFile | undefined> {
  const pair = await findPair(transaction, question.id)
  if (!pair) return undefined
  const [ofA, ofB] = [
    await linkedRecords(transaction, pair.recordA),
    await linkedRecords(transaction, pair.recordB),
  ]
  const two = [pair.recordA, pair.recordB]
  const linked = [...new Set([...ofA, ...ofB])].filter((id) => !two.includes(id))
  const group = pair.cluster === undefined ? [] : await recordsOfCluster(transaction, pair.cluster)
  const shown = [...new Set([...two, ...linked, ...group])].slice(0, columnsMax)
  const sides = await readSides(transaction, shown, question)
  if (sides.length < 2) return undefined
  const links = await listLinks(transaction, [...two, ...linked])
  const all = await listPairsOf(transaction, [...two, ...linked])
  return {
    pair,
    sides,
    linked: linked.filter((id) => shown.includes(id)),
    explanation: await explain(transaction, pair),
    numbers: contradictions(sides, [...two, ...linked], links),
    speaker: pair.state === 'linked' ? (ofA[0] ?? pair.recordA) : speakerOf(ofA, ofB),
    others: all.filter(({ id, state }) => id !== pair.id && state === 'waiting').slice(0, 10),
    links,
    neighbours: await neighboursOf(transaction, pair, question.filter),
  }
}

async function readSides(
  transaction: Transaction,
  ids: readonly number[],
  { on, officer, id: pairId }: Question,
): Promise<RecordSide[]> {
  const awards = await listAwardsOf(transaction, ids)
  const sides: RecordSide[] = []
  for (const id of ids) {
    const person = await findPerson(transaction, id)
    if (!person) continue
    const subject = { kind: 'person', id: String(id), ...(person.unitUid ? { unitUid: person.unitUid } : {}) }
    await recordRead(transaction, subject, {
      by: officer.name,
      purpose: 'duplicates',
      pair: pairId,
      revealed: 'citizenId',
    })
    const paid = awards.filter((award) => award.personId === id && isPaidIn(award, on))
    sides.push({
      person,
      awards: paid.map(({ category, ...award }) => ({ ...award, ...(seesGrounds(officer) && { category }) })),
      members: await listMembers(transaction, id, on),
      origins: await readOrigins(transaction, person, { awards: paid, on }),
    })
  }
  return sides
}

function isPaidIn({ fromMonth, toMonth }: Award, on: LocalDate): boolean {
  return fromMonth <= monthOf(on) && (toMonth === undefined || toMonth >= monthOf(on))
}

/** As the register would choose: who speaks for more records already, else the older record. */
function speakerOf(ofA: readonly number[], ofB: readonly number[]): number {
  const [more] = [ofA, ofB].toSorted(
    (one, other) => other.length - one.length || (one[0] ?? 0) - (other[0] ?? 0),
  )
  return more?.[0] as number
}

function contradictions(
  sides: readonly RecordSide[],
  ids: readonly number[],
  links: readonly Link[],
): string[] {
  const records = sides
    .filter(({ person }) => ids.includes(person.id))
    .map(({ person }) => ({ citizen_id: person.citizenId ?? null }))
  const mistaken = links.filter(({ unlinked }) => !unlinked).map(({ mistakenNumber }) => mistakenNumber)
  return validNumbers(records, mistaken)
}

/** The evidence by the model that weighed the pair; undefined when the comparisons have changed since. */
async function explain(transaction: Transaction, pair: Pair): Promise<Explanation | undefined> {
  const kept = await findModel(transaction, pair.modelVersion)
  if (!kept?.model.comparisons) return undefined
  try {
    return explainPair(peopleSettings, kept.model, pair.levels, pair.termFrequencies)
  } catch {
    return undefined
  }
}

/** What each record would make of the person if it spoke: field by field, who has the word. */
export function previews({ sides, pair, linked, links }: PairFile) {
  const together = sides
    .map(({ person }) => person)
    .filter(({ id }) => id === pair.recordA || id === pair.recordB || linked.includes(id))
  const mistaken = links.flatMap(({ mistakenNumber, unlinked }) =>
    mistakenNumber && !unlinked ? [mistakenNumber] : [],
  )
  return new Map(together.map(({ id }) => [id, gather(together, { speaker: id, mistaken })]))
}
