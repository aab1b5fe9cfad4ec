import type { LinkRun } from '#deduplication'
import { peopleSettings, type RecordFeatures } from '#linkage'
import type { Peers } from './peers.ts'
import { type Truth, trueShares } from './truth.ts'

export interface Figures {
  truePairs: number
  blockingRecall: number
  reductionRatio: number
  /** At the link threshold. */
  recall: number
  precision: number
  byThreshold: { weight: number; recall: number; precision: number }[]
  m: { comparison: string; level: string; estimated: number; real: number; u: number }[]
  /** The largest distance of an estimated m from the real one. */
  mDifference: number
}

export function figuresOf(run: LinkRun, truth: Truth, features: RecordFeatures): Figures {
  const truePairs = truth.pairs.first.length
  const { found, m } = trueShares(features, peopleSettings, truth)
  const shares = m.map(({ comparison, level, share }) => {
    const learnt = run.model.comparisons
      .find((each) => each.comparison === comparison)
      ?.levels.find((each) => each.level === level)
    return { comparison, level, estimated: learnt?.m ?? 0, real: share, u: learnt?.u ?? 0 }
  })
  const at = (weight: number) => {
    const kept = run.pairs.filter((pair) => pair.weight >= weight)
    const right = kept.filter(({ a, b }) => truth.personOf[a] === truth.personOf[b]).length
    return { weight, recall: right / truePairs, precision: right / kept.length }
  }
  const { recall, precision } = at(peopleSettings.linkWeight)
  return {
    truePairs,
    blockingRecall: found / truePairs,
    reductionRatio: 1 - run.comparedPairs / ((run.records * (run.records - 1)) / 2),
    recall,
    precision,
    byThreshold: [-3, -2, -1, 0, 1, 2, 3, 4, 6, 8, 10].map(at),
    m: shares,
    mDifference: Math.max(...shares.map(({ estimated, real }) => Math.abs(estimated - real))),
  }
}

export function printFigures(
  run: LinkRun,
  figures: Figures,
  { baselines, joinMs, joinedPairs }: Peers,
): void {
  const number = (value: number, digits = 4) => value.toFixed(digits).padStart(8)
  console.log(
    `true pairs ${figures.truePairs}; pairs compared ${run.comparedPairs}, by the rule that found them first:`,
  )
  for (const { rule, pairs } of run.comparedByRule)
    console.log(`  ${rule.padEnd(20)} ${String(pairs).padStart(10)}`)
  console.log(
    `blocking recall ${figures.blockingRecall.toFixed(4)}, reduction ratio ${figures.reductionRatio.toFixed(7)}`,
  )
  console.log('weight    recall precision')
  for (const { weight, recall, precision } of figures.byThreshold)
    console.log(`${String(weight).padStart(6)} ${number(recall)}  ${number(precision)}`)
  console.log('level                             m estimated     real  differs           u')
  for (const { comparison, level, estimated, real, u } of figures.m)
    console.log(
      `${`${comparison}.${level}`.padEnd(34)} ${number(estimated)} ${number(real)} ${number(estimated - real)}  ${u.toExponential(2)}`,
    )
  for (const session of run.model.sessions)
    console.log(
      `EM ${session.session}: ${session.pairs} pairs, ${session.iterations} iterations, converged ${session.converged}`,
    )
  console.log(
    `prior ${run.model.prior.toExponential(3)}, true ${(figures.truePairs / ((run.records * (run.records - 1)) / 2)).toExponential(3)}`,
  )
  console.log(
    `clusters ${run.clusters.length}, largest ${run.largestCluster}, conflicts of two citizen IDs ${run.conflicts.length}`,
  )
  console.log(`plain hash join: ${joinedPairs} pairs in ${joinMs} ms`)
  for (const { peer, recall, precision } of baselines)
    console.log(`"${peer}": recall ${recall.toFixed(4)} at precision ${precision.toFixed(4)}`)
}
