import { sql } from 'kysely'
import { type CitizenId, contentsOf } from '#identity'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { componentsOf, type Edge, speakersOf } from './link-components.ts'

/** A statement that two records are of one person, and what became of it. */
export interface Link {
  id: number
  /** The smaller number of the two records, then the larger. */
  recordA: number
  recordB: number
  /** The record chosen to speak when the link was made. */
  speaks: number
  /** The citizen number called a mistake with this link. */
  mistakenNumber: string | undefined
  because: LinkReason
  linkedBy: string
  linkedAt: Date
  /** Undefined while the link stands. */
  unlinked: { by: string; at: Date; because: string } | undefined
}

/** The officer's own words, and what the machine had to say for it. */
interface LinkReason {
  /** The officer's name, as it was then. */
  by?: string
  reason?: string
  evidence?: unknown
}

export interface NewLink {
  /** Any record of each of the two, in any order. */
  records: readonly [number, number]
  /** Who is to speak for the person; by default who speaks already for more records, else the older record. */
  speaks?: number
  /** The number that is wrong, when the two carry different valid ones. */
  mistakenNumber?: string
  because: LinkReason
}

export type LinkOutcome =
  | { ok: true; linkId: number; speaker: number; isNew: boolean }
  | { ok: false; because: 'notSeen' | 'elsewhere' | 'speaksForNobody' }
  | { ok: false; because: 'twoNumbers'; numbers: string[] }

interface KnownRecord {
  id: number
  linked_to: number | null
  citizen_id: string | null
  unit_uid: string | null
}

/**
 * Says that two records are of one person. Nothing of either is rewritten: only who speaks for the person follows. The
 * same again changes nothing. Refused: a record outside the actor's sight, a person who also has records elsewhere, and
 * two valid citizen numbers in one person unless one is called a mistake.
 */
export async function recordLink(transaction: Transaction, link: NewLink): Promise<LinkOutcome> {
  await takeTurns(transaction)
  const one = await loadPerson(transaction, link.records[0])
  const other = await loadPerson(transaction, link.records[1])
  if (!one || !other) return { ok: false, because: 'notSeen' }
  const [recordA, recordB] = [Math.min(...link.records), Math.max(...link.records)] as [number, number]
  const standing = one.edges.find(({ a, b }) => a === recordA && b === recordB)
  const together = one.records.some(({ id }) => id === link.records[1])
  if (together)
    return { ok: true, linkId: (standing ?? (one.edges[0] as Edge)).id, speaker: one.speaker, isNew: false }
  if (one.isBeyond || other.isBeyond) return { ok: false, because: 'elsewhere' }
  const records = [...one.records, ...other.records]
  // A number that nobody of them carries cannot be a mistake of theirs.
  const mistakenNumber = records.find(({ citizen_id }) => citizen_id === link.mistakenNumber)?.citizen_id
  const numbers = validNumbers(records, [...one.mistaken, ...other.mistaken, mistakenNumber])
  if (numbers.length > 1) return { ok: false, because: 'twoNumbers', numbers }
  const speaker = link.speaks ?? speakerByDefault(one, other)
  if (!records.some(({ id }) => id === speaker)) return { ok: false, because: 'speaksForNobody' }
  const linkId = await insertLink(transaction, {
    ...link,
    mistakenNumber: mistakenNumber ?? undefined,
    recordA,
    recordB,
    speaker,
  })
  await letSpeak(transaction, records, [
    ...one.edges,
    ...other.edges,
    { id: linkId, a: recordA, b: recordB, speaks: speaker },
  ])
  await tell(transaction, 'link', records, link.records, {
    link: linkId,
    records: [recordA, recordB],
    speaker,
  })
  return { ok: true, linkId, speaker, isNew: true }
}

export type UnlinkOutcome =
  | { ok: true }
  /** It was taken back already, or is not in sight. */
  | { ok: false; because: 'notStanding' }
  /** Whoever stays together would hold two valid citizen numbers that only this link, or what goes with it, explains. */
  | { ok: false; because: 'twoNumbersLeft'; numbers: string[] }

/**
 * Takes a link back: who spoke before it speaks again. What the link said of a mistaken number goes with it, so it is
 * refused as long as other links rest on that: those have to be taken back first.
 */
export async function undoLink(
  transaction: Transaction,
  linkId: number,
  because: string,
): Promise<UnlinkOutcome> {
  await takeTurns(transaction)
  const [link] = await readLinks(transaction, sql`id = ${linkId} and unlinked_at is null`)
  const person = link && (await loadPerson(transaction, link.recordA))
  if (!link || !person || person.isBeyond) return { ok: false, because: 'notStanding' }
  const remaining = person.edges.filter(({ id }) => id !== linkId)
  const numbers = numbersLeft(person.records, remaining)
  if (numbers.length > 1) return { ok: false, because: 'twoNumbersLeft', numbers }
  const { numAffectedRows } =
    await sql`update registry.link set unlinked_by = platform.actor(), unlinked_at = clock_timestamp(),
    unlinked_because = ${because} where id = ${linkId} and unlinked_at is null`.execute(transaction)
  if (numAffectedRows !== 1n) return { ok: false, because: 'notStanding' }
  await letSpeak(transaction, person.records, remaining)
  const pair: [number, number] = [link.recordA, link.recordB]
  await tell(transaction, 'unlink', person.records, pair, { link: linkId, records: pair }, because)
  return { ok: true }
}

/** The contradicting numbers of the first person that the remaining links leave with more than one; empty when none. */
function numbersLeft(records: readonly KnownRecord[], edges: readonly StandingEdge[]): string[] {
  for (const component of componentsOf(edges)) {
    const mistaken = component.edges.map((edge) => edge.mistaken)
    const numbers = validNumbers(
      records.filter(({ id }) => component.records.has(id)),
      mistaken,
    )
    if (numbers.length > 1) return numbers
  }
  return []
}

/** The records of the same person, the one that speaks first, then by number; only those in the actor's sight. */
export async function linkedRecords(transaction: Transaction, recordId: number): Promise<number[]> {
  const person = await loadPerson(transaction, recordId)
  if (!person) return []
  const others = person.records.map(({ id }) => id).filter((id) => id !== person.speaker)
  const speaks = person.records.some(({ id }) => id === person.speaker)
  return [...(speaks ? [person.speaker] : []), ...others.toSorted((a, b) => a - b)]
}

/**
 * The links that hold a person together and those taken back, the newest first. Reasons only of links whose two records
 * the actor sees; a number called a mistake only when they see somebody who carries it.
 */
export async function listLinks(transaction: Transaction, recordIds: readonly number[]): Promise<Link[]> {
  return readLinks(transaction, sql`record_a = any(${recordIds}) or record_b = any(${recordIds})`)
}

/** The valid citizen numbers of some records, less those called mistaken: more than one is a contradiction. */
export function validNumbers(
  records: readonly { citizen_id: string | null }[],
  mistaken: readonly (string | null | undefined)[],
): string[] {
  const numbers = records.flatMap(({ citizen_id }) => (citizen_id === null ? [] : [citizen_id]))
  const valid = numbers.filter(
    (number) => contentsOf(number as CitizenId).place !== undefined && !mistaken.includes(number),
  )
  return [...new Set(valid)].toSorted()
}

interface StandingEdge extends Edge {
  /** The number that this link calls a mistake. */
  mistaken: string | null
}

interface KnownPerson {
  records: KnownRecord[]
  edges: StandingEdge[]
  mistaken: string[]
  speaker: number
  /** The person has a record that the actor does not see. */
  isBeyond: boolean
}

/** Until the transaction ends no link is made or taken back; several may ask for that at once. */
export async function holdLinks(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('registry.link'))`.execute(transaction)
}

/** Links, and numbers of linked people, are written one at a time: nobody comes in between reading and writing. */
export async function takeTurns(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('registry.link'))`.execute(transaction)
}

async function loadPerson(transaction: Transaction, recordId: number): Promise<KnownPerson | undefined> {
  const { rows: edges } = await sql<StandingEdge>`with recursive reached (id) as (
      select ${recordId}::bigint union
      select case when l.record_a = r.id then l.record_b else l.record_a end
      from reached r join registry.link l on r.id in (l.record_a, l.record_b) and l.unlinked_at is null)
    select l.id, l.record_a as a, l.record_b as b, l.speaks, words.mistaken_number as mistaken
    from registry.link l, registry.words_of_link(l.id) words where l.unlinked_at is null and l.record_a in (select id from reached)
    order by l.id`.execute(transaction)
  const ids = [...new Set([recordId, ...edges.flatMap(({ a, b }) => [a, b])])]
  const { rows: records } =
    await sql<KnownRecord>`select id, linked_to, citizen_id, unit_uid from registry.person
    where id = any(${ids}) order by id`.execute(transaction)
  if (!records.some(({ id }) => id === recordId)) return undefined
  const speaker = speakersOf(edges).get(recordId) ?? recordId
  return {
    records,
    edges,
    mistaken: edges.flatMap(({ mistaken }) => (mistaken === null ? [] : [mistaken])),
    speaker,
    isBeyond: records.length < ids.length,
  }
}

function speakerByDefault(one: KnownPerson, other: KnownPerson): number {
  const [more] = [one, other].toSorted(
    (a, b) => b.records.length - a.records.length || a.speaker - b.speaker,
  ) as [KnownPerson, KnownPerson]
  return more.speaker
}

async function insertLink(
  transaction: Transaction,
  link: Omit<NewLink, 'mistakenNumber'> & {
    mistakenNumber: string | undefined
    recordA: number
    recordB: number
    speaker: number
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into registry.link
      (record_a, record_b, speaks, mistaken_number, because)
    values (${link.recordA}, ${link.recordB}, ${link.speaker}, ${link.mistakenNumber ?? null},
      ${JSON.stringify(link.because)}) returning id`.execute(transaction)
  return (rows[0] as { id: number }).id
}

/** Writes who speaks for each record, where it is not written yet. */
async function letSpeak(
  transaction: Transaction,
  records: readonly KnownRecord[],
  edges: readonly Edge[],
): Promise<void> {
  const speakers = speakersOf(edges)
  const changed = records
    .map(({ id, linked_to }) => ({ id, linked_to, next: speakers.get(id) ?? id }))
    .map(({ id, linked_to, next }) => ({ id, linked_to, to: next === id ? null : next }))
    .filter(({ linked_to, to }) => linked_to !== to)
  await sql`update registry.person set linked_to = each."to"
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as each (id bigint, "to" bigint)
    where person.id = each.id`.execute(transaction)
}

/**
 * One line in the log of each of the two records. A commune reads its own lines: a reason that speaks of both records
 * stands there only when they are of one unit, else with the link alone.
 */
async function tell(
  transaction: Transaction,
  action: 'link' | 'unlink',
  records: readonly KnownRecord[],
  pair: readonly [number, number],
  details: object,
  because?: string,
): Promise<void> {
  const two = records.filter((record) => pair.includes(record.id))
  const isOneUnit = two.every(({ unit_uid }) => unit_uid === two[0]?.unit_uid)
  for (const { id, unit_uid } of two)
    await recordChange(
      transaction,
      action,
      { kind: 'person', id: String(id), ...(unit_uid === null ? {} : { unitUid: unit_uid }) },
      isOneUnit && because !== undefined ? { ...details, because } : details,
    )
}

async function readLinks(transaction: Transaction, condition: ReturnType<typeof sql>): Promise<Link[]> {
  const { rows } = await sql<{
    id: number
    record_a: number
    record_b: number
    speaks: number
    mistaken_number: string | null
    because: LinkReason
    linked_by: string
    linked_at: Date
    unlinked_by: string | null
    unlinked_at: Date | null
    unlinked_because: string | null
  }>`select id, record_a, record_b, speaks, linked_by, linked_at, unlinked_by, unlinked_at, words.*
    from registry.link, registry.words_of_link(id) words where ${condition} order by id desc`.execute(
    transaction,
  )
  return rows.map((row) => ({
    id: row.id,
    recordA: row.record_a,
    recordB: row.record_b,
    speaks: row.speaks,
    mistakenNumber: row.mistaken_number ?? undefined,
    because: row.because,
    linkedBy: row.linked_by,
    linkedAt: row.linked_at,
    unlinked:
      row.unlinked_at === null
        ? undefined
        : { by: row.unlinked_by ?? '', at: row.unlinked_at, because: row.unlinked_because ?? '' },
  }))
}
