import { type LocalDate, monthOf } from '#calendar'
import { type Program, type Provision, type Rulebook, resolve } from '#rules'

/**
 * The rules on a day, for what is paid once for something that happened on it. A month's rules are those of its
 * last day, which is wrong for an event on 3/10/2026, two days before Decree 335/2026.
 */
export function programOn(book: Rulebook, on: LocalDate, knownOn: LocalDate): Program {
  const provisions = book.provisions.filter((each) => holdsOn(each, on, knownOn)).map(withoutEnd)
  return resolve({ ...book, provisions }, { month: monthOf(on), knownOn })
}

function holdsOn({ during }: Provision, on: LocalDate, knownOn: LocalDate): boolean {
  if (during.from > on) return false
  if (during.until === undefined || during.until > on) return true
  return during.untilKnownFrom !== undefined && during.untilKnownFrom > knownOn
}

function withoutEnd<Each extends Provision>(provision: Each): Each {
  const { until: _until, untilKnownFrom: _known, ...during } = provision.during
  return { ...provision, during }
}
