import type { LocalDate } from '#calendar'
import type { Citation, Instrument, Text } from './citations.ts'
import type { Condition } from './conditions.ts'

/**
 * When and for whom a provision holds: in force from `from` up to, not including, `until`; known since
 * `knownFrom`; for everybody, or only for an applicability class such as those already receiving.
 */
export interface Period {
  from: LocalDate
  until?: LocalDate
  /** When the end became known; without it, it was known from the start. */
  untilKnownFrom?: LocalDate
  knownFrom: LocalDate
  forClass?: string
}

/** The period in which an instrument itself is in force. */
export function inForce(instrument: Instrument, change: Partial<Period> = {}): Period {
  const { from, until, untilKnownFrom, issuedOn } = instrument
  return {
    from,
    knownFrom: issuedOn,
    ...(until ? { until } : {}),
    ...(until && untilKnownFrom ? { untilKnownFrom } : {}),
    ...change,
  }
}

/** A ground on which something is given or refused: who meets it, in the words of its article. */
export interface Ground {
  kind: 'ground'
  id: string
  text: Text
  cite: Citation
  during: Period
  when: Condition
}

/** A coefficient in tenths (15 = 1.5) for those who meet `when`. */
export interface Case {
  when: Condition
  tenths: number
  cite: Citation
  text?: Text
}

/**
 * The coefficient of a ground: a base case holds only where no exception does. Cases with different values must
 * not be true of the same person; the conflict check proves it.
 */
export interface Coefficient {
  kind: 'coefficient'
  ground: string
  during: Period
  base: readonly Case[]
  exceptions: readonly Case[]
}

/** Who the money goes to. */
export type Payee = 'person' | 'carer' | 'household' | 'centre'

/** A benefit: the highest coefficient among its grounds, times a standard. */
export interface Benefit {
  kind: 'benefit'
  id: string
  text: Text
  cite: Citation
  during: Period
  payee: Payee
  highestOf: readonly string[]
  /** A ground paid per head that adds to certain others instead of competing with them. */
  plus?: AddOn
  /** Grounds that exclude the benefit altogether. */
  excludedBy?: readonly { ground: string; cite: Citation }[]
  /** The parameter the coefficient multiplies. */
  standard: string
}

export interface AddOn {
  ground: string
  /** The count fact that says how many heads. */
  per: string
  tenths: number
  /** The grounds it may be drawn together with. */
  alongside: readonly string[]
  cite: Citation
  /** The most heads its count can tell; filled in when the rulebook is resolved. */
  headsMax?: number
}

/** Of several benefits only the one with the higher amount is paid; the first named wins a tie. */
export interface Choice {
  kind: 'choice'
  id: string
  text: Text
  cite: Citation
  during: Period
  higherOf: readonly string[]
}

/** A number of the law. `null` from a day says that it was repealed. */
export interface Parameter {
  kind: 'parameter'
  id: string
  unit: 'dong'
  value: number | null
  during: Period
  cite: Citation
}

export type Provision = Ground | Coefficient | Benefit | Choice | Parameter

export function ground(id: string, rest: Omit<Ground, 'kind' | 'id'>): Ground {
  return { kind: 'ground', id, ...rest }
}

export function coefficient(
  of: string,
  rest: { during: Period; base: readonly Case[]; exceptions?: readonly Case[] },
): Coefficient {
  return { kind: 'coefficient', ground: of, exceptions: [], ...rest }
}

export function benefit(id: string, rest: Omit<Benefit, 'kind' | 'id'>): Benefit {
  return { kind: 'benefit', id, ...rest }
}

export function higherOf(id: string, rest: Omit<Choice, 'kind' | 'id'>): Choice {
  return { kind: 'choice', id, ...rest }
}

export interface ParameterRow {
  value: number | null
  cite: Citation
  from: LocalDate
  until?: LocalDate
  knownFrom?: LocalDate
  forClass?: string
}

/**
 * The dated rows of one parameter, in đồng. A row without `until` holds until a row that was known later takes
 * its place; among rows known on the same day it ends where the next of its class begins. `knownFrom` defaults
 * to the day the cited instrument was issued.
 */
export function parameter(id: string, rows: readonly ParameterRow[]): Parameter[] {
  const known = (row: ParameterRow) => row.knownFrom ?? row.cite.instrument.issuedOn
  return rows.map((row, index) => {
    const next = rows
      .slice(index + 1)
      .find((later) => later.forClass === row.forClass && known(later) <= known(row))
    const until = row.until ?? next?.from
    const during: Period = {
      from: row.from,
      knownFrom: known(row),
      ...(until ? { until } : {}),
      ...(row.forClass ? { forClass: row.forClass } : {}),
    }
    return { kind: 'parameter', id, unit: 'dong', value: row.value, cite: row.cite, during }
  })
}
