import { sql } from 'kysely'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { findPerson, type LinkOutcome, linkedRecords, recordLink, undoLink } from '#registry'
import { findPair, type Pair, type PairState, takeTurns } from './pairs.ts'

/** What an officer says of a pair. */
export interface Decision {
  verdict: Exclude<PairState, 'waiting'>
  /** The officer's name, shown beside the decision. */
  by: string
  /** For `linked`: which record is to speak. */
  speaks?: number
  /** For `linked`: the citizen number that is wrong, when the two carry different valid ones. */
  mistakenNumber?: string
  reason?: string
}

export type DecisionOutcome =
  | { ok: true; pair: Pair }
  | { ok: false; because: 'notSeen' }
  /** Somebody has decided otherwise meanwhile: take that back first. */
  | { ok: false; because: 'decided'; pair: Pair }
  /** A number cannot be called a mistake without saying why. */
  | { ok: false; because: 'reasonMissing' }
  | Exclude<LinkOutcome, { ok: true }>

/**
 * Records what an officer decided of a pair: one person, two people for good, or later. Nothing else ever links two
 * records. Saying the same again changes nothing; a decision of somebody else is not written over.
 */
export async function decidePair(
  transaction: Transaction,
  pairId: number,
  decision: Decision,
): Promise<DecisionOutcome> {
  const pair = await findOpenPair(transaction, pairId)
  if (!pair) return { ok: false, because: 'notSeen' }
  if (pair.state === decision.verdict) return { ok: true, pair }
  if (pair.state === 'linked' || pair.state === 'different') return { ok: false, because: 'decided', pair }
  if (decision.mistakenNumber && !decision.reason) return { ok: false, because: 'reasonMissing' }
  if (decision.verdict === 'linked') {
    const linked = await linkPair(transaction, pair, decision)
    if (!linked.ok) return linked
    await write(transaction, pair.id, decision, linked.isNew ? linked.linkId : undefined)
    await settleImplied(transaction, pair.recordA, decision)
  } else {
    await write(transaction, pair.id, decision, undefined)
    await tell(
      transaction,
      decision.verdict === 'different' ? 'declareDifferent' : 'setAside',
      pair,
      decision,
    )
  }
  return { ok: true, pair: (await findPair(transaction, pairId)) as Pair }
}

export type UndoOutcome =
  | { ok: true; pair: Pair }
  | { ok: false; because: 'notSeen' | 'notDecided' | 'elsewhere' }
  /** The two are one person by way of links to others: those have to be taken back. */
  | { ok: false; because: 'followed' }
  /** Other links rest on what this one said of a mistaken number: take those back first. */
  | { ok: false; because: 'twoNumbersLeft'; numbers: string[] }

/** Takes a decision back: the pair waits again, and what was linked by it is as it was before. */
export async function undoDecision(
  transaction: Transaction,
  pairId: number,
  { by, because }: { by: string; because: string },
): Promise<UndoOutcome> {
  const pair = await findOpenPair(transaction, pairId)
  if (!pair) return { ok: false, because: 'notSeen' }
  if (pair.state === 'waiting') return { ok: false, because: 'notDecided' }
  if (pair.state === 'linked') {
    if (pair.linkId === undefined) return { ok: false, because: 'followed' }
    const undone = await unmerge(transaction, pair.linkId, { records: [pair.recordA, pair.recordB], because })
    if (!undone.ok) return undone.because === 'notStanding' ? { ok: false, because: 'elsewhere' } : undone
  } else {
    await reopen(transaction, sql`id = ${pair.id}`)
    await tell(transaction, 'undoDecision', pair, { by, verdict: pair.state, reason: because })
  }
  return { ok: true, pair: (await findPair(transaction, pairId)) as Pair }
}

/**
 * Takes one link between records back, whoever made it; every pair that was settled by it waits again. Refused when the
 * link does not stand, is not the actor's to take back, or when two valid numbers would be left in one person.
 */
export async function unmerge(
  transaction: Transaction,
  linkId: number,
  { records, because }: { records: readonly number[]; because: string },
): ReturnType<typeof undoLink> {
  await takeTurns(transaction)
  const before = new Set<number>()
  for (const record of records) for (const id of await linkedRecords(transaction, record)) before.add(id)
  const undone = await undoLink(transaction, linkId, because)
  if (!undone.ok) return undone
  await reopen(
    transaction,
    sql`state = 'linked' and record_a = any(${[...before]}) and not exists (
      select from registry.person a, registry.person b where a.id = record_a and b.id = record_b
        and coalesce(a.linked_to, a.id) = coalesce(b.linked_to, b.id))`,
  )
  return undone
}

/** The pair, held until the transaction ends: two officers decide one after the other. */
async function findOpenPair(transaction: Transaction, pairId: number): Promise<Pair | undefined> {
  await takeTurns(transaction)
  await sql`select from deduplication.pair where id = ${pairId} for update`.execute(transaction)
  return findPair(transaction, pairId)
}

function linkPair(transaction: Transaction, pair: Pair, decision: Decision): Promise<LinkOutcome> {
  const { weight, probability, levels, termFrequencies, modelVersion } = pair
  return recordLink(transaction, {
    records: [pair.recordA, pair.recordB],
    ...(decision.speaks === undefined ? {} : { speaks: decision.speaks }),
    ...(decision.mistakenNumber === undefined ? {} : { mistakenNumber: decision.mistakenNumber }),
    because: {
      by: decision.by,
      ...(decision.reason ? { reason: decision.reason } : {}),
      evidence: { pair: pair.id, weight, probability, levels, termFrequencies, modelVersion },
    },
  })
}

async function write(
  transaction: Transaction,
  pairId: number,
  { verdict, by, reason }: Decision,
  linkId: number | undefined,
): Promise<void> {
  await sql`update deduplication.pair set state = ${verdict}, decided_by = platform.actor(), decided_name = ${by},
    decided_at = clock_timestamp(), decided_because = ${reason ?? null}, link_id = ${linkId ?? null}, came_back = false
    where id = ${pairId}`.execute(transaction)
}

/** Who are now one person by way of others need no decision of their own. */
async function settleImplied(transaction: Transaction, recordId: number, { by }: Decision): Promise<void> {
  const records = await linkedRecords(transaction, recordId)
  await sql`update deduplication.pair set state = 'linked', decided_by = platform.actor(), decided_name = ${by},
    decided_at = clock_timestamp(), decided_because = null, link_id = null
    where state in ('waiting', 'setAside') and record_a = any(${records}) and record_b = any(${records})`.execute(
    transaction,
  )
}

async function reopen(transaction: Transaction, condition: ReturnType<typeof sql>): Promise<void> {
  await sql`update deduplication.pair set state = 'waiting', decided_by = null, decided_name = null, decided_at = null,
    decided_because = null, link_id = null where ${condition}`.execute(transaction)
}

/**
 * One line in the log of each of the two records. A commune reads its own lines: a reason that speaks of both records
 * stands there only when they are of one unit, else in a line on the pair, which the province alone reads.
 */
async function tell(
  transaction: Transaction,
  action: string,
  pair: Pair,
  { reason, ...details }: { reason?: string | undefined; by: string; verdict: string },
): Promise<void> {
  const records = [pair.recordA, pair.recordB]
  const units: (string | undefined)[] = []
  for (const id of records) units.push((await findPerson(transaction, id))?.unitUid)
  const whole = { ...details, ...(reason === undefined ? {} : { reason }), pair: pair.id, records }
  const isOneUnit = units[0] === units[1]
  if (!isOneUnit && reason !== undefined)
    await recordChange(transaction, action, { kind: 'pair', id: String(pair.id) }, whole)
  for (const [at, id] of records.entries()) {
    const unitUid = units[at]
    await recordChange(
      transaction,
      action,
      { kind: 'person', id: String(id), ...(unitUid ? { unitUid } : {}) },
      isOneUnit ? whole : { ...details, pair: pair.id, records },
    )
  }
}
