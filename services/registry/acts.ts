import type { LocalDate } from '#calendar'
import type { Relation } from './recording.ts'

/** Whose fact: a person's or a household's. */
export type FactOwner = { personId: number } | { householdId: number }

/** Names and numbers that may hold until a day and be replaced by others. */
export type ReplaceableKey = 'name' | 'sex' | 'citizenId' | 'oldId'

/** What can be wrong on a person's own record; null takes a value away. */
export interface PersonCorrection {
  name?: string
  sex?: 'male' | 'female' | null
  birth?: { from: LocalDate; to: LocalDate; written: string } | null
  /** Twelve digits. */
  citizenId?: string | null
  /** Nine digits. */
  oldId?: string | null
  village?: string | null
}

/** Somebody and what they are to the head; without a relation it follows from the old one, where that is certain. */
export interface Placed {
  personId: number
  relation?: Relation | undefined
}

/**
 * What an officer may do to the register, as data: it can be proposed, shown, compared and done. Days `on` and
 * `from` are the first on which the new state holds; `lastOn` is the last of the old.
 */
export type Act =
  /** What is recorded for the day `on` was never so: another value for its whole stretch, or none. */
  | { kind: 'correctFact'; of: FactOwner; key: string; on: LocalDate; value?: string | undefined }
  /** What is recorded for the day `on` was so, until `lastOn`. */
  | { kind: 'endFact'; of: FactOwner; key: string; on: LocalDate; lastOn: LocalDate }
  /** A value from a day on, the first or in place of another; what is recorded to begin later stays. */
  | {
      kind: 'replaceFact'
      of: FactOwner
      key: string
      from: LocalDate
      to?: LocalDate | undefined
      value: string
    }
  | { kind: 'correctPerson'; personId: number; change: PersonCorrection }
  | { kind: 'replacePersonValue'; personId: number; key: ReplaceableKey; value: string; from: LocalDate }
  | { kind: 'endPersonValue'; personId: number; key: 'citizenId' | 'oldId'; lastOn: LocalDate }
  | { kind: 'death'; personId: number; on: LocalDate }
  /** A death that was recorded by mistake. */
  | { kind: 'undoDeath'; personId: number }
  | MoveAct
  /** Somebody who had left lives here again. */
  | { kind: 'return'; personId: number; unitUid: string; village?: string | undefined; on: LocalDate }
  | SplitAct
  | { kind: 'merge'; householdId: number; into: number; on: LocalDate; relations?: Placed[] | undefined }
  | {
      kind: 'changeHead'
      householdId: number
      headId: number
      on: LocalDate
      relations?: Placed[] | undefined
    }
  /** What somebody was said to be to the head on the day `on` was never so: another relation for that whole stretch. */
  | { kind: 'correctRelation'; personId: number; relation: Relation; on: LocalDate }
  | { kind: 'join'; householdId: number; personId: number; relation: Relation; on: LocalDate }
  /** `newHeadId` when the head leaves and others stay. */
  | { kind: 'leave'; personId: number; on: LocalDate; newHeadId?: number | undefined }

export interface MoveAct {
  kind: 'move'
  personId: number
  /** A commune as it stands on the day, or `away`: out of the province. */
  to: { unitUid: string; village?: string | undefined } | 'away'
  /** The first day there. */
  on: LocalDate
  /** Everybody of the household goes along. */
  whole?: boolean | undefined
  newHeadId?: number | undefined
  /** When the old commune decided to stop paying; the day of the act when it is not given. */
  stoppedOn?: LocalDate | undefined
  /** The decision of the new commune, when there is one already. */
  decisionNumber?: string | undefined
  signedOn?: LocalDate | undefined
}

export interface SplitAct {
  kind: 'split'
  householdId: number
  /** Who leaves for the new household, its head included; relations are to its head. */
  leaving: Placed[]
  headId: number
  /** Who heads those who stay, when the head leaves. */
  newHeadId?: number | undefined
  /** What those who stay are to that new head, where it does not follow. */
  staying?: Placed[] | undefined
  village?: string | undefined
  on: LocalDate
}

export type ActKind = Act['kind']
export type ActOf<Kind extends ActKind> = Extract<Act, { kind: Kind }>

/** Something an act could not settle and left open rather than guessed. */
export interface Doubt {
  personId?: number | undefined
  householdId?: number | undefined
  vi: string
  en: string
}

/** What an act did in the register. */
export interface Enacted {
  /** Everybody whom it touched. */
  personIds: number[]
  /** The households whose members it changed. */
  householdIds?: number[] | undefined
  /** The household that a split founded. */
  householdId?: number | undefined
  doubts: Doubt[]
}

/** The one the act is about. */
export function subjectOf(act: Act): FactOwner {
  if ('of' in act) return act.of
  return 'personId' in act ? { personId: act.personId } : { householdId: act.householdId }
}
