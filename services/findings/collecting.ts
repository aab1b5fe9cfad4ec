import type { Transaction } from '#platform/database'
import { comingUp } from './ahead.ts'
import { addArrears } from './arrears.ts'
import { type Clock, lateOf } from './clocks.ts'
import type { Draft } from './drafts.ts'
import { findDuplicates } from './duplicates.ts'
import { discrepanciesIn, type Evaluation } from './evaluation.ts'
import { explainFindings } from './explaining.ts'

/** Told where the work stands: a step of `steps`, in Vietnamese for the screen. */
export type Tell = (done: number, message: string) => Promise<void>

/**
 * Everything that is not right or about to change for those who were judged, and whom of them time alone gives
 * something else in the first month out of sight; `clocks` are theirs.
 */
export async function collect(
  transaction: Transaction,
  evaluation: Evaluation,
  clocks: readonly Clock[],
  tell: Tell,
): Promise<{ drafts: Draft[]; turning: number[] }> {
  const { columns, programs } = evaluation
  const { knownOn } = programs
  const compared = discrepanciesIn(evaluation)
  await tell(2, 'Tính phần truy lĩnh, thu hồi của các tháng trước')
  const withArrears = await addArrears(transaction, columns, compared, programs)
  await tell(3, 'Tìm người sắp đủ điều kiện')
  const coming = comingUp(evaluation, knownOn)
  await tell(4, 'Soát thời hạn hồ sơ và trùng lặp')
  const duplicates = await findDuplicates(transaction, evaluation)
  const explained = await explainFindings(transaction, evaluation, {
    drafts: oneEach([...withArrears, ...coming.drafts]),
    clocks,
    ahead: coming.evaluations,
  })
  const drafts = oneEach([...explained, ...lateOf(clocks, evaluation, knownOn), ...duplicates])
  return { drafts, turning: coming.turning }
}

/** A person has one finding of a kind and benefit; of several late applications the one due first. */
function oneEach(drafts: readonly Draft[]): Draft[] {
  const kept = new Map<string, Draft>()
  for (const each of drafts) {
    const key = `${each.place} ${each.benefit} ${each.kind}`
    const before = kept.get(key)
    if (!before || (each.dueOn ?? '') < (before.dueOn ?? '')) kept.set(key, each)
  }
  return [...kept.values()]
}
