import type { LocalDate } from '#calendar'
import { decree30 } from '#law/administrative-documents'
import { listInstruments } from '#law/instruments'
import { decree224 } from '#law/publication'
import type { DocumentStatus } from '#publishing'
import type { Instrument } from '#rules'

/** A law, decree, decision or circular that this system applies, and whether it holds. */
export type AppliedLaw = Pick<Instrument, 'id' | 'number' | 'title' | 'issuedOn' | 'from'> & {
  status: DocumentStatus
}

/** Every instrument that the rules of this system cite, as the law of the system has it; the last issued first. */
export function appliedLaw(on: LocalDate): AppliedLaw[] {
  return [...listInstruments(), decree30, decree224]
    .filter(({ issuedOn }) => issuedOn <= on)
    .toSorted((one, other) => other.issuedOn.localeCompare(one.issuedOn) || (one.id < other.id ? -1 : 1))
    .map(({ id, number, title, issuedOn, from, until }) => ({
      ...{ id, number, title, issuedOn, from },
      status: until && until <= on ? 'expired' : from > on ? 'notYet' : 'inForce',
    }))
}
