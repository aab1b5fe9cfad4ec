import { sql } from 'kysely'
import {
  type ApplyContext,
  applyLock,
  type Chunk,
  type Footprint,
  footprintOf,
  meets,
  planChunk,
  type RowOutcome,
  type RowsAhead,
  readAhead,
  takeWaiting,
  writeChunk,
} from '#intake'
import { type Actor, type Database, type Transaction, withActor } from '#platform/database'
import { type HeldLock, holdLock } from '#platform/locks'

/** Rows in one transaction: what a killed process has to do again at most, twice. */
const chunkRows = 2_000
/** Chunks written at once: while one is compared here, the other keeps the database busy. */
const writersMax = 2

interface Writing {
  database: Pick<Database, 'pool'>
  actor: Actor
  context: ApplyContext
  /** Told of every chunk that is committed. */
  onWritten: (outcomes: readonly RowOutcome[]) => Promise<void> | void
  signal?: AbortSignal | undefined
}

/** A chunk on its way, seen by nobody else until it is done. */
interface Flight {
  /** Undefined until it is compared. */
  footprint: Footprint | undefined
  done: Promise<void>
}

/**
 * Writes all rows of a list that wait, two chunks at a time on two connections, each wholly or not at all. A chunk
 * that has to do with one before it that is not committed yet waits for it and is compared again. No other list is
 * written meanwhile; one that waits gets its turn after the chunks on their way.
 */
export async function writeWaiting(writing: Writing): Promise<void> {
  let isLeft = true
  while (isLeft && !writing.signal?.aborted) {
    const lock = await holdLock(writing.database, applyLock)
    try {
      isLeft = await writeUnder(lock, writing)
    } finally {
      await lock.release()
    }
  }
}

/** Writes until nothing waits or the lock is wanted; says whether something may be left. */
async function writeUnder(lock: HeldLock, writing: Writing): Promise<boolean> {
  const flights = new Set<Flight>()
  const isAlone = (writing.database.pool.options.max ?? 10) < 3
  let after = 0
  let reading = readNext(writing, after)
  try {
    for (;;) {
      const ahead = await reading
      const last = lastOf(ahead)
      if (last === undefined) return after > 0
      reading = readNext(writing, last)
      // Asked before each chunk: a lock that was lost stops the work.
      if (((await lock.isWanted()) && after > 0) || writing.signal?.aborted) return true
      await takeOff(writing, flights, { ahead, after, last })
      after = last
      while (flights.size >= (isAlone ? 1 : writersMax))
        await Promise.race([...flights].map(({ done }) => done))
    }
  } finally {
    await Promise.allSettled([reading])
    await settle(flights)
  }
}

/** Waits for the chunks on their way; throws what one of them threw. */
async function settle(flights: ReadonlySet<Flight>): Promise<void> {
  const ends = await Promise.allSettled([...flights].map(({ done }) => done))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

function readNext({ database, actor, context }: Writing, after: number): Promise<RowsAhead> {
  return withActor(database, actor, (transaction) =>
    readAhead(transaction, context.file.id, { after, limit: chunkRows }),
  )
}

/** The last row of a chunk: a household that may go on in the next chunk is left to it. */
function lastOf(ahead: RowsAhead): number | undefined {
  const rows = [...ahead.values()]
  const household = rows.at(-1)?.reading.household
  if (rows.length < chunkRows || household === undefined) return rows.at(-1)?.number
  const last = rows.findLast(({ reading }) => reading.household !== household)
  return (last ?? rows.at(-1))?.number
}

/** Begins to write a chunk; returns when it is compared with all that was seen before it, so that the next may begin. */
async function takeOff(
  writing: Writing,
  flights: Set<Flight>,
  rows: { ahead: RowsAhead; after: number; last: number },
): Promise<void> {
  const { database, actor, context, onWritten } = writing
  const before = [...flights]
  let compared = () => {}
  const isCompared = new Promise<void>((resolve) => {
    compared = resolve
  })
  const flight: Flight = { footprint: undefined, done: Promise.resolve() }
  flight.done = withActor(database, actor, async (transaction) => {
    const chunk = await compare(transaction, context, rows, before)
    flight.footprint = footprintOf(chunk)
    compared()
    return writeChunk(transaction, context, chunk)
  })
    .then(onWritten)
    .then(() => {
      // One that failed stays: whoever waits next is told.
      flights.delete(flight)
    })
  flights.add(flight)
  await Promise.race([isCompared, flight.done])
}

/** Compares the rows; once more when they have to do with chunks that were not committed the first time. */
async function compare(
  transaction: Transaction,
  context: ApplyContext,
  { ahead, after, last }: { ahead: RowsAhead; after: number; last: number },
  before: readonly Flight[],
): Promise<Chunk> {
  await sql`select pg_advisory_xact_lock_shared(hashtext(${`${applyLock} beside`}))`.execute(transaction)
  const waiting = await takeWaiting(transaction, context.file.id, chunkRows, ahead, { after, last })
  const chunk = await planChunk(transaction, context, waiting)
  const met = before.filter(({ footprint }) => footprint === undefined || meets(chunk, footprint))
  if (met.length === 0) return chunk
  await Promise.all(met.map(({ done }) => done))
  return planChunk(transaction, context, waiting)
}
