import { numberOf } from '#calendar'
import {
  type BirthRange,
  type Condition,
  type FactValues,
  no,
  type Program,
  type Truth,
  unknown,
  yes,
} from '#rules'

/** A condition judged without its trace, and the first unknown fact that keeps it open. */
export interface Judgement {
  truth: Truth
  open?: string
}

/** Judges conditions for partly known persons: what is not known yet is unknown, so "no" is no for every completion. */
export function judging(program: Program): (condition: Condition, facts: FactValues) => Judgement {
  const grounds = new Map(program.grounds.map((each) => [each.id, each.when]))
  const judge = (condition: Condition, facts: FactValues): Judgement => {
    switch (condition.op) {
      case 'clause':
        return judge(condition.of, facts)
      case 'meets':
        return judge(grounds.get(condition.ground) as Condition, facts)
      case 'not': {
        const of = judge(condition.of, facts)
        return { ...of, truth: (2 - of.truth) as Truth }
      }
      case 'all':
      case 'any':
        return judgeSeveral(condition, facts)
      default:
        return judgeLeaf(condition, facts[condition.fact])
    }
  }
  const judgeSeveral = (
    condition: Extract<Condition, { op: 'all' | 'any' }>,
    facts: FactValues,
  ): Judgement => {
    const decided = condition.op === 'all' ? no : yes
    let open: Judgement | undefined
    for (const each of condition.of) {
      const judged = judge(each, facts)
      if (judged.truth === decided) return judged
      if (judged.truth === unknown) open ??= judged
    }
    return open ?? { truth: condition.op === 'all' ? yes : no }
  }
  return judge
}

function judgeLeaf(
  condition: Extract<Condition, { op: 'is' | 'age' | 'atLeast' }>,
  value: FactValues[string],
): Judgement {
  if (value === undefined) return { truth: unknown, open: condition.fact }
  switch (condition.op) {
    case 'is':
      return { truth: condition.values.includes(value as string) ? yes : no }
    case 'atLeast':
      return { truth: (value as number) >= condition.number ? yes : no }
    case 'age':
      return { truth: reached(value as BirthRange, condition.latestBirth as number) }
  }
}

function reached(birth: BirthRange, latestBirth: number): Truth {
  if (numberOf(birth.to) <= latestBirth) return yes
  return numberOf(birth.from) <= latestBirth ? unknown : no
}
