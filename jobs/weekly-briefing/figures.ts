import { addDays, type LocalDate } from '#calendar'
import { countFindings, type FindingKind } from '#findings'
import type { Transaction } from '#platform/database'
import { type CommuneFigure, listWorstCommunes } from './communes.ts'
import { type ComparedFigure, readComparedFigures } from './compared.ts'
import { type FeedbackFigures, readFeedbackFigures } from './feedback.ts'
import { type LawChange, lawChangesBetween } from './law-changes.ts'
import { type PrincipleFigure, readPrincipleFigures } from './principles.ts'
import { readTaskFigures, type TaskFigures } from './tasks.ts'

/** What the leaders are told: one reading for their page and for the weekly briefing, so that both say the same. */
export interface LeaderFigures {
  on: LocalDate
  /** The day the week is compared with. */
  since: LocalDate
  principles: PrincipleFigure[]
  findings: Record<FindingKind, number>
  communes: CommuneFigure[]
  tasks: TaskFigures
  compared: ComparedFigure[]
  feedback: FeedbackFigures
  law: LawChange[]
}

/** The province as the actor may see it, on the day it is. */
export async function readLeaderFigures(transaction: Transaction, today: LocalDate): Promise<LeaderFigures> {
  const since = addDays(today, -7)
  return {
    on: today,
    since,
    principles: await readPrincipleFigures(transaction, { unitUid: 'province', on: today, since }),
    findings: await countFindings(transaction),
    communes: await listWorstCommunes(transaction, { on: today, limit: 10 }),
    tasks: await readTaskFigures(transaction, today),
    compared: await readComparedFigures(transaction, today),
    feedback: await readFeedbackFigures(transaction, today),
    law: lawChangesBetween(since, today),
  }
}
