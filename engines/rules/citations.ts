import type { LocalDate } from '#calendar'

/** Words for people, Vietnamese first. */
export interface Text {
  vi: string
  en: string
}

/**
 * How sure we are of a provision: read in the gazetted text, in a secondary source, from memory, or still to be
 * confirmed. Nothing below `secondary` is paid on until an officer confirms it.
 */
export type Certainty = 'gazette' | 'secondary' | 'memory' | 'pending'

const certainties: readonly Certainty[] = ['gazette', 'secondary', 'memory', 'pending']

/** A law, decree or decision. In force from `from` up to, not including, `until`. */
export interface Instrument {
  id: string
  number: string
  /** As officers write it on a chip: `NĐ 335/2026`. */
  short: string
  title: Text
  issuedOn: LocalDate
  from: LocalDate
  until?: LocalDate
  /** When the end became known: before that day the instrument was expected to go on. */
  untilKnownFrom?: LocalDate
}

/** A place in an instrument, e.g. `Đ5.1.a` = Điều 5 khoản 1 điểm a. */
export interface Citation {
  instrument: Instrument
  place: string
  certainty: Certainty
  /** Why the certainty is what it is, where that needs saying (an interpretation, an open question). */
  note?: Text
}

export function cite(
  instrument: Instrument,
  place: string,
  certainty: Certainty = 'gazette',
  note?: Text,
): Citation {
  return note ? { instrument, place, certainty, note } : { instrument, place, certainty }
}

/** `NĐ 335/2026, Đ5.1.a` */
export function citationText(citation: Citation): string {
  return `${citation.instrument.short}, ${citation.place}`
}

/** The weakest of several certainties; `gazette` when there is none. */
export function weakestCertainty(of: Iterable<Certainty>): Certainty {
  let weakest = 0
  for (const certainty of of) weakest = Math.max(weakest, certainties.indexOf(certainty))
  return certainties[weakest] as Certainty
}

/** Whether money may be paid on a provision of this certainty without an officer's confirmation. */
export function isPayable(certainty: Certainty): boolean {
  return certainty === 'gazette' || certainty === 'secondary'
}
