import { addDays, type LocalDate } from '#calendar'
import { decree30 } from '#law/administrative-documents'
import { listInstruments } from '#law/instruments'
import { decree224 } from '#law/publication'
import type { Instrument, Text } from '#rules'

/** A text of law that began or ended lately, or does soon. */
export interface LawChange {
  number: string
  title: Text
  on: LocalDate
  is: 'began' | 'begins' | 'ended' | 'ends'
}

/** How far ahead a change of law is told, in days. */
const ahead = 30

/** What began or ended after `since`, and what will within a month; the soonest last. */
export function lawChangesBetween(
  since: LocalDate,
  on: LocalDate,
  instruments: readonly Instrument[] = [...listInstruments(), decree30, decree224],
): LawChange[] {
  const until = addDays(on, ahead)
  const isNear = (change: LocalDate) => change > since && change <= until
  return instruments
    .flatMap(({ number, title, from, until: end, issuedOn, untilKnownFrom }): LawChange[] => [
      ...(isNear(from) && issuedOn <= on
        ? [{ number, title, on: from, is: from <= on ? ('began' as const) : ('begins' as const) }]
        : []),
      ...(end && isNear(end) && (untilKnownFrom ?? end) <= on
        ? [{ number, title, on: end, is: end <= on ? ('ended' as const) : ('ends' as const) }]
        : []),
    ])
    .sort((one, other) => one.on.localeCompare(other.on))
}
