import { sql } from 'kysely'
import { monthOf } from '#calendar'
import { recordChanges } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { admitPersons, completePersons, type NewPerson, recordFacts, takeNumbers } from '#registry'
import { writeAwards } from './apply-awards.ts'
import { type Effect, factsAfter, keepEffects } from './effects.ts'
import { type Completion, ListPlan, type PlannedRow } from './list-plan.ts'
import { type ApplyContext, type PlacedRow, placeRow } from './row-placing.ts'
import { completionsTaken, numberElsewhere, withoutRefused } from './second-numbers.ts'
import { type RowOutcome, recordOutcomes, takeWaiting, type WaitingRow } from './staging.ts'

/**
 * Writes the next rows of a list into the register, in the transaction given: people, where they live, what is
 * known of them and what they receive, each with the row it came from. Returns what became of each; none are left
 * when it returns nothing. A row that cannot be matched to one person for certain is left to an officer.
 */
export async function applyRows(
  transaction: Transaction,
  context: ApplyContext,
  limit: number,
): Promise<RowOutcome[]> {
  await sql`select pg_advisory_xact_lock(hashtext(${applyLock}))`.execute(transaction)
  const chunk = await planChunk(transaction, context, await takeWaiting(transaction, context.file.id, limit))
  return writeChunk(transaction, context, chunk)
}

/**
 * One list at a time writes in the whole register: two at once would each add the person that both name. Held over
 * several transactions, or within one.
 */
export const applyLock = 'intake.apply'

/** Rows that were compared with the register in memory and wait to be written. */
export interface Chunk {
  plan: ListPlan
  rows: readonly PlacedRow[]
  planned: readonly (PlannedRow | RowOutcome)[]
}

/** Compares rows with what this transaction sees of the register; nothing is written. */
export async function planChunk(
  transaction: Transaction,
  context: ApplyContext,
  waiting: readonly WaitingRow[],
): Promise<Chunk> {
  const month = context.file.month ?? monthOf(context.today)
  const rows = waiting.map((row) => placeRow(context, month, row))
  const numbers: number[] = []
  const plan = new ListPlan(context.file, month, () => numbers.pop() as number)
  await plan.know(transaction, rows)
  const newcomers = plan.countNewcomers(rows)
  numbers.push(...(await takeNumbers(transaction, 'registry.person', newcomers)).reverse())
  return { plan, rows, planned: rows.map((row) => plan.plan(row)) }
}

/** Writes what was compared, all of it in a handful of statements, and returns what became of each row. */
export async function writeChunk(
  transaction: Transaction,
  context: ApplyContext,
  { plan, planned }: Chunk,
): Promise<RowOutcome[]> {
  if (planned.length === 0) return []
  const done = withoutRefused(planned, await write(transaction, context, plan))
  const outcomes = done.map((each) => ('row' in each ? outcomeOf(each) : each))
  await recordImports(transaction, done, outcomes)
  await recordOutcomes(transaction, context.file.id, outcomes)
  return outcomes
}

/**
 * Writes what a plan holds, and beside it what is needed to take all of it back. Returns the records whose number was
 * not taken.
 */
async function write(
  transaction: Transaction,
  { file }: ApplyContext,
  plan: ListPlan,
): Promise<ReadonlySet<number>> {
  const { newcomers, completions: offered, facts, factsBefore } = plan.drain()
  await admitPersons(transaction, newcomers)
  const refused = await completePersons(transaction, merged(offered))
  const completions = completionsTaken(offered, refused)
  await recordFacts(transaction, facts)
  const { founded, joined } = await plan.households.write(transaction)
  const awards = plan.awards.drain()
  await writeAwards(transaction, awards)
  const isNew = new Set(newcomers.map(({ id }) => id))
  const known = factsBefore.filter(({ personId }) => !isNew.has(personId))
  await keepEffects(transaction, file.id, [
    ...newcomers.map(({ id, origin }): Effect => ({ kind: 'person', personId: id, origin })),
    ...completions
      .filter(({ personId }) => !isNew.has(personId))
      .map(
        ({ personId, origin, change }): Effect => ({ kind: 'completed', personId, origin, after: change }),
      ),
    ...(await factsAfter(transaction, known)),
    ...founded.map(({ id, origin }): Effect => ({ kind: 'household', householdId: id, origin })),
    ...joined.map(
      ({ personId, householdId, origin }): Effect => ({ kind: 'member', personId, householdId, origin }),
    ),
    ...awards.begun.map(
      ({ personId, benefit, category, amountDong, fromMonth, toMonth, origin }): Effect => ({
        kind: 'award',
        personId,
        key: `${benefit} ${category}`,
        origin,
        after: { amountDong, fromMonth, toMonth },
      }),
    ),
    ...awards.ended.map(
      ({ id, lastMonth, lastMonthBefore }): Effect => ({
        kind: 'awardEnded',
        key: String(id),
        before: { lastMonth: lastMonthBefore },
        after: { lastMonth },
      }),
    ),
  ])
  return refused
}

/** One person may be completed by several rows: the last of them is named as where it came from. */
export function merged(
  completions: readonly Completion[],
): Map<number, Partial<NewPerson> & { origin: string }> {
  const byPerson = new Map<number, Partial<NewPerson> & { origin: string }>()
  for (const { personId, change, origin } of completions)
    byPerson.set(personId, { ...byPerson.get(personId), ...change, origin })
  return byPerson
}

export function outcomeOf(planned: PlannedRow): RowOutcome {
  const { row, person, isNew, changes, remark } = planned
  const isChanged = changes.length > 0
  return {
    number: row.number,
    state: isNew ? 'new' : isChanged ? 'changed' : remark ? 'doubtful' : 'identical',
    personId: person.id,
    remarks: [...row.remarks, ...(remark ? [remark] : []), ...numberElsewhere(planned)],
  }
}

/** A line of the audit log for every person whom a row touched. */
function recordImports(
  transaction: Transaction,
  planned: readonly (PlannedRow | RowOutcome)[],
  outcomes: readonly RowOutcome[],
): Promise<void> {
  return recordChanges(
    transaction,
    'import',
    planned.flatMap((each, index) => {
      const state = outcomes[index]?.state
      if (!('row' in each) || state === 'identical') return []
      const { person, row, origin } = each
      return {
        subject: { kind: 'person', id: String(person.id), unitUid: row.unitUid },
        details: { origin, state },
      }
    }),
  )
}
