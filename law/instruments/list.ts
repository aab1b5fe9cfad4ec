import type { Instrument } from '#rules'
import * as elderlyAndDisability from './elderly-and-disability.ts'
import * as healthInsurance from './health-insurance.ts'
import * as poverty from './poverty.ts'
import * as socialAssistance from './social-assistance.ts'

/** Every instrument the fields cite, the oldest first. */
export function listInstruments(): Instrument[] {
  const files: Readonly<Record<string, unknown>>[] = [
    elderlyAndDisability,
    healthInsurance,
    poverty,
    socialAssistance,
  ]
  return files
    .flatMap((each) => Object.values(each).filter(isInstrument))
    .toSorted((one, other) => one.issuedOn.localeCompare(other.issuedOn))
}

function isInstrument(value: unknown): value is Instrument {
  return typeof value === 'object' && value !== null && 'issuedOn' in value
}
