import { all, any, type Condition, is } from '#rules'
import { father, mother, type ParentState } from './facts.ts'

/** One parent, whichever it is, is in a state of `one`, and the other parent in a state of `other`. */
export function parentsAre(one: readonly ParentState[], other: readonly ParentState[]): Condition {
  return any(all(is(father, ...one), is(mother, ...other)), all(is(father, ...other), is(mother, ...one)))
}

/** Both parents are in the same state. */
export function bothParentsAre(state: ParentState): Condition {
  return all(is(father, state), is(mother, state))
}
