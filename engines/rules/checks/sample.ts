import { type Condition, type FactValues, no, type Program, yes } from '#rules'
import { classesOfFacts } from './classes.ts'
import { judging } from './judging.ts'

/** Finds somebody whom a condition holds for, or proves that nobody can be: every class is tried that could matter. */
export function sampling(program: Program): (condition: Condition) => FactValues | undefined {
  const judge = judging(program)
  const classes = classesOfFacts(program)
  const search = (condition: Condition, facts: FactValues): FactValues | undefined => {
    const { truth, open } = judge(condition, facts)
    if (truth === yes) return facts
    if (truth === no || open === undefined) return undefined
    for (const { sample } of classes.get(open) ?? []) {
      const found = search(condition, { ...facts, [open]: sample })
      if (found) return found
    }
    return undefined
  }
  return (condition) => search(condition, {})
}
