import { getStaged, type Obstacle, type UndoCounts, undoList } from '#intake'
import { type Actor, type Database, withActor } from '#platform/database'

/** What became of the wish to take a list back. */
export type Undone = { fileId: number; fileName: string } & (
  | { ok: true; undone: UndoCounts }
  | { ok: false; obstacles: number }
)

/**
 * Takes back everything a list wrote, in one transaction: killed, nothing has happened, and asked again it is done.
 * Refused when something was built on it since.
 */
export async function undoStaged(
  database: Pick<Database, 'pool'>,
  actor: Actor,
  { fileId, reason, round }: { fileId: number; reason: string; round: number },
): Promise<Undone> {
  const file = await withActor(database, actor, (transaction) => getStaged(transaction, fileId))
  const about = { fileId, fileName: file.name }
  // Begun again after it was done: what was written since is another round.
  if (file.rounds > round) return { ...about, ok: true, undone: nothing }
  const outcome = await withActor(database, actor, (transaction) => undoList(transaction, fileId, reason))
  return outcome.ok
    ? { ...about, ok: true, undone: outcome.counts }
    : { ...about, ok: false, obstacles: countOf(outcome.obstacles) }
}

function countOf(obstacles: readonly Obstacle[]): number {
  return new Set(obstacles.map(({ personId }) => personId)).size
}

const nothing: UndoCounts = {
  people: 0,
  completed: 0,
  facts: 0,
  households: 0,
  members: 0,
  awards: 0,
  awardsEnded: 0,
}
