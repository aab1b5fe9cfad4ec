import { addDays, type LocalDate } from '#calendar'
import { feedbackFigures, listClockRuns, listMarkComments } from '#feedback'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import type { Desk } from '#web/staff/access.ts'
import { dayAsked } from '#web/staff/days.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import { formatInstant, type Lang } from '#web/ui/index.ts'
import { holderName } from './naming.server.ts'

/** Ninety days up to today when nothing is asked. */
const usualDays = 90

export function spanOf(params: URLSearchParams): { from: LocalDate; to: LocalDate } {
  const on = today()
  const to = dayAsked(params.get('den')) ?? on
  const from = dayAsked(params.get('tu')) ?? addDays(to, -usualDays)
  return from <= to ? { from, to } : { from: to, to: from }
}

/** The figures of a span of days with the names of authorities: the page and its files read the same. */
export async function loadFigures(desk: Desk, span: { from: LocalDate; to: LocalDate }, lang: Lang) {
  const units = await unitsOf(desk.database)
  return withActor(desk.database, desk.actor, async (transaction) => {
    const figures = await feedbackFigures(transaction, { ...span, today: today() })
    const comments = await listMarkComments(transaction)
    const runs = await listClockRuns(transaction, 6)
    return {
      ...span,
      lines: figures.map((line) => ({ ...line, name: holderName(line, { units, lang }) })),
      comments: comments.map(({ comments: said, ...of }) => ({
        name: holderName(of, { units, lang }),
        said,
      })),
      runs: runs.map((run) => ({ ...run, at: formatInstant(run.at) })),
    }
  })
}
