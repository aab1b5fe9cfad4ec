import { createHash } from 'node:crypto'
import type { LocalDate, Month } from '#calendar'
import { stateCalendar } from '#law/holidays'
import { findProcedure, monthlyBook, procedureRuleOn } from '#law/social-assistance'
import type { Programs } from './evaluation.ts'

/** How findings are written; with another number here nothing of a run before is kept. */
const writing = 2

/** The law that is known on a day, as a short text that differs when any provision or day off does. */
export function lawDigest(knownOn: LocalDate): string {
  const known = monthlyBook.provisions.map((each) => [
    each.during.knownFrom <= knownOn,
    (each.during.untilKnownFrom ?? knownOn) <= knownOn,
    each,
  ])
  return digest([writing, known, stateCalendar])
}

/** The procedures that next steps tell of, as they stand on a day. */
export function stepsDigest(programs: Programs, month: Month, on: LocalDate): string {
  const { benefits } = programs.compiledFor(month, 'new').program
  return digest(
    benefits.map(({ id }) => {
      const procedure = findProcedure(id)
      return procedure && procedureRuleOn(procedure, on)
    }),
  )
}

function digest(value: unknown): string {
  const text = JSON.stringify(value, (_, each: unknown) =>
    each instanceof Set || each instanceof Map ? [...each] : each,
  )
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
