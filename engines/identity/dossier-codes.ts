import { type LocalDate, parseDay } from '#calendar'
import { tidyText } from './names.ts'

/** What the number of a dossier says of itself. It is kept as issued, also when the agency is merged. */
export interface DossierCode {
  /** The four groups of the agency's code, from the unit up: `000.00.00.H41`. */
  unitCode: string
  /** The agency of the last group: `H41`. */
  agencyCode: string
  receivedOn: LocalDate
  /** As many digits as were written. */
  sequence: string
  /** `TT01_2018` with a day of six digits, `dotted` as ministries' systems write it by now, with eight. */
  style: 'TT01_2018' | 'dotted'
}

const ofCircular01 = /^((?:\d{2,3}\.){1,3}([A-Z]\d{2}))-(\d{2})(\d{2})(\d{2})-(\d{4,7})$/
const dotted = /^(([A-Z]\d{2})(?:\.\d{1,3})*)-(\d{4})(\d{2})(\d{2})-(\d{4,7})$/

/** Reads `000.00.00.H41-220628-0001` and `H41.12-20261123-0000001`; undefined for anything else. */
export function parseDossierCode(written: string): DossierCode | undefined {
  const text = tidyText(written).replace(/\s/g, '').toUpperCase()
  const old = ofCircular01.exec(text)
  const match = old ?? dotted.exec(text)
  if (!match) return undefined
  const [, unitCode = '', agencyCode = '', year = '', month, date, sequence = ''] = match
  const receivedOn = parseDay(`${old ? `20${year}` : year}-${month}-${date}`)
  if (!receivedOn) return undefined
  return { unitCode, agencyCode, receivedOn, sequence, style: old ? 'TT01_2018' : 'dotted' }
}
