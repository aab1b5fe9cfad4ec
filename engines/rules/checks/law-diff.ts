import {
  type BenefitVerdict,
  type Case,
  type Condition,
  explain,
  type FactValues,
  type Ground,
  no,
  openFacts,
  type Program,
  yes,
} from '#rules'
import { classesOfFacts } from './classes.ts'
import { type Judgement, judging } from './judging.ts'
import { type Change, changedProfiles, type Decided } from './profiles.ts'

/** Whether a ground is met and what it gives. A ground that is not in a program is met by nobody. */
interface GroundOutcome {
  met: boolean
  tenths: number
}

interface BenefitOutcome {
  tenths: number
  amountDong: number
}

/** What a change of the law does, as the people it does it to. */
export interface LawDiff {
  grounds: readonly { ground: string; complete: boolean; changes: readonly Change<GroundOutcome>[] }[]
  benefits: readonly { benefit: string; complete: boolean; changes: readonly Change<BenefitOutcome>[] }[]
}

const stepsMaxUsual = 20_000

/**
 * The profiles of people, all of whose facts are known, for whom a ground or a benefit comes out otherwise under
 * `after` than under `before`; what is the same for everybody is left out. Exact where `complete` is true.
 */
export function lawDiff(before: Program, after: Program, stepsMax = stepsMaxUsual): LawDiff {
  const classes = classesOfFacts(before, after)
  const names = (of: (program: Program) => readonly string[]) => [...new Set([...of(before), ...of(after)])]
  const grounds = names((program) => program.grounds.map((each) => each.id)).map((ground) => {
    const found = changedProfiles({
      classes,
      before: decidingGround(before, ground),
      after: decidingGround(after, ground),
      stepsMax,
    })
    return { ground, ...found }
  })
  const benefits = names((program) => program.benefits.map((each) => each.id)).map((benefit) => {
    const found = changedProfiles({
      classes,
      before: decidingBenefit(before, benefit),
      after: decidingBenefit(after, benefit),
      stepsMax,
    })
    return { benefit, ...found }
  })
  const isChange = (each: { complete: boolean; changes: readonly unknown[] }) =>
    each.changes.length > 0 || !each.complete
  return { grounds: grounds.filter(isChange), benefits: benefits.filter(isChange) }
}

function decidingGround(program: Program, id: string): (facts: FactValues) => Decided<GroundOutcome> {
  const judge = judging(program)
  const ground: Ground | undefined = program.grounds.find((each) => each.id === id)
  const coefficient = program.coefficients.get(id)
  return (facts) => {
    if (!ground) return { outcome: { met: false, tenths: 0 } }
    const { truth, open } = judge(ground.when, facts)
    if (truth === no) return { outcome: { met: false, tenths: 0 } }
    if (truth !== yes) return { open: open as string }
    if (!coefficient) return { outcome: { met: true, tenths: 0 } }
    const decided =
      decideCases(coefficient.exceptions, facts, judge) ?? decideCases(coefficient.base, facts, judge)
    return decided ?? { outcome: { met: true, tenths: 0 } }
  }
}

/** The coefficient of the case that holds; undefined when none does. */
function decideCases(
  cases: readonly Case[],
  facts: FactValues,
  judge: (condition: Condition, facts: FactValues) => Judgement,
): Decided<GroundOutcome> | undefined {
  const judged = cases.map((each) => ({ tenths: each.tenths, ...judge(each.when, facts) }))
  const holding = judged.filter((each) => each.truth === yes)
  const undecided = judged.find((each) => each.truth !== yes && each.truth !== no)
  if (undecided && holding[0]?.tenths !== undecided.tenths) return { open: undecided.open as string }
  const tenths = holding.map((each) => each.tenths)
  return tenths.length > 0 ? { outcome: { met: true, tenths: Math.max(...tenths) } } : undefined
}

function decidingBenefit(program: Program, id: string): (facts: FactValues) => Decided<BenefitOutcome> {
  return (facts) => {
    const explanation = explain(program, facts)
    const verdict: BenefitVerdict | undefined = explanation.benefits.get(id)
    if (!verdict) return { outcome: { tenths: 0, amountDong: 0 } }
    const { tenths, amountDong } = verdict
    if (tenths.low === tenths.high && amountDong.low === amountDong.high)
      return { outcome: { tenths: tenths.high, amountDong: amountDong.high } }
    const open = openFacts(explanation, verdict).find((fact) => facts[fact] === undefined)
    const unasked = program.facts.find((fact) => facts[fact.key] === undefined)
    return { open: open ?? (unasked?.key as string) }
  }
}
