import { day, type LocalDate, readTypedDay } from '#calendar'

const [first, last] = [day('1800-01-01'), day('2199-12-31')]

/** A day that somebody typed and a register may speak of; undefined for none, and for a year far from any life. */
export function dayAsked(text: unknown): LocalDate | undefined {
  const typed = typeof text === 'string' ? readTypedDay(text) : undefined
  return typed && typed >= first && typed <= last ? typed : undefined
}
