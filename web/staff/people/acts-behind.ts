import type { Act, ChangeRequest, PerformedAct, TimelineEntry } from '#registry'

/** An act that was carried out, by one officer or by two. */
export interface DoneAct {
  act: Act
  reason: string
  /** Who carried it out: the origin of what it wrote. */
  by: string
  /** When its transaction began, at which its values were recorded; and when it ended. */
  beganAt: Date
  endedAt: Date
  requestId: number | undefined
}

/** What was carried out among requests and acts. Acts of before their beginning was kept are left out. */
export function doneActs(requests: readonly ChangeRequest[], performed: readonly PerformedAct[]): DoneAct[] {
  const approved = requests.flatMap(({ id, act, reason, decidedBy, decidedAt, carriedOutAt }): DoneAct[] =>
    decidedBy && decidedAt && carriedOutAt
      ? [{ act, reason, by: decidedBy, beganAt: carriedOutAt, endedAt: decidedAt, requestId: id }]
      : [],
  )
  const alone = performed.flatMap(({ act, reason, actor, beganAt, recordedAt }): DoneAct[] =>
    beganAt ? [{ act, reason, by: actor, beganAt, endedAt: recordedAt, requestId: undefined }] : [],
  )
  return [...approved, ...alone]
}

type Entry = Pick<TimelineEntry, 'kind' | 'key' | 'to' | 'origin' | 'recordedAt' | 'supersededAt'>

/** The act that recorded a value; undefined when none did, or it cannot be told for certain which. */
export function actThatWrote(entry: Entry, acts: readonly DoneAct[]): DoneAct | undefined {
  // A name or number that was replaced keeps the origin it had: what replaced it did not write it.
  if (entry.kind === 'person' && entry.to !== undefined) return undefined
  return actAt(
    entry.recordedAt,
    acts.filter((each) => each.by === entry.origin && mayWrite(each.act, entry)),
    entry,
  )
}

/** The act because of which a value stands no longer. */
export function actThatEnded(entry: Entry, acts: readonly DoneAct[]): DoneAct | undefined {
  if (entry.supersededAt === undefined) return undefined
  return actAt(
    entry.supersededAt,
    acts.filter(({ act }) => mayWrite(act, entry)),
    entry,
  )
}

/**
 * What an act writes is recorded at the beginning of its transaction. The person's own row alone is written at its own
 * moment, while the act holds it: acts on one person follow each other, so the first to end after that moment wrote it.
 */
function actAt(at: Date, acts: readonly DoneAct[], { kind }: Entry): DoneAct | undefined {
  const moment = at.getTime()
  if (kind !== 'person') return onlyOne(acts.filter(({ beganAt }) => beganAt.getTime() === moment))
  const around = acts.filter(
    ({ beganAt, endedAt }) => beganAt.getTime() <= moment && moment <= endedAt.getTime(),
  )
  const first = Math.min(...around.map(({ endedAt }) => endedAt.getTime()))
  return onlyOne(around.filter(({ endedAt }) => endedAt.getTime() === first))
}

/** Two that could both have been it are no answer. */
function onlyOne(acts: readonly DoneAct[]): DoneAct | undefined {
  return acts.length === 1 ? acts[0] : undefined
}

/** Whether an act of this kind writes a thing of this kind. */
function mayWrite(act: Act, { kind, key }: Entry): boolean {
  const moves = act.kind === 'move' || act.kind === 'return'
  switch (kind) {
    case 'fact':
      return 'key' in act
        ? 'of' in act && 'personId' in act.of && act.key === key
        : moves && key === 'resident'
    case 'householdFact':
      if ('key' in act) return 'of' in act && 'householdId' in act.of && act.key === key
      return act.kind === 'merge' || act.kind === 'leave' || act.kind === 'move'
    case 'residence':
      return moves
    case 'membership':
      return ['split', 'merge', 'changeHead', 'correctRelation', 'join', 'leave', 'move'].includes(act.kind)
    case 'person':
      if (act.kind === 'correctPerson') return key in act.change
      if (act.kind === 'replacePersonValue' || act.kind === 'endPersonValue') return act.key === key
      if (act.kind === 'death' || act.kind === 'undoDeath') return key === 'deathOn'
      return moves && key === 'village'
  }
}
