import { type LocalDate, type Month, monthOf } from '#calendar'
import { decree20, decree136, decree147, decree176, decree335 } from '#law/instruments'
import { type Citation, cite } from '#rules'
import type { Decision } from './decisions.ts'

/** The first month a decision pays for, and by which rule. */
export interface Start {
  month: Month
  cite: Citation
  /** Known only later than it may be: the day named is missing, and the month of signing is used meanwhile. */
  missing?: 'certificateOn' | 'reachedAgeOn'
}

interface Regime {
  /** For decisions signed from this day on. */
  from: LocalDate
  signing: Citation
  /** Grounds that begin with another day than the signing. */
  earlier: Readonly<Record<string, { day: 'certificateOn' | 'reachedAgeOn'; cite: Citation }>>
}

const at136 = cite(decree136, 'Đ8', 'memory')
const at20 = cite(decree20, 'Đ8.1.đ')

const regimes: readonly Regime[] = [
  {
    from: decree136.from,
    signing: at136,
    earlier: { K5c: { day: 'reachedAgeOn', cite: at136 }, K6: { day: 'certificateOn', cite: at136 } },
  },
  {
    from: decree20.from,
    signing: at20,
    earlier: {
      K5b: { day: 'reachedAgeOn', cite: at20 },
      K5c: { day: 'reachedAgeOn', cite: at20 },
      K6: { day: 'certificateOn', cite: at20 },
    },
  },
  { from: decree147.from, signing: cite(decree147, 'Đ5', 'secondary'), earlier: {} },
  { from: decree335.from, signing: cite(decree335, 'Đ8.2'), earlier: {} },
]

/**
 * The month from which a decision pays. Everybody starts with the month of signing, except that until 6/2025 a
 * disability began with its certificate and the two grounds of the very old with their age; never before the
 * ground itself existed, and care support and the social pension never before the signing.
 */
export function startMonth(decision: Decision): Start {
  const { benefit, ground, signedOn } = decision
  const signed = monthOf(signedOn)
  const regime = regimes.findLast((each) => each.from <= signedOn)
  if (benefit === 'socialPension') return { month: signed, cite: pensionStart(signedOn) }
  if (!regime) return { month: signed, cite: at136 }
  const earlier = benefit === 'socialAllowance' && ground ? regime.earlier[ground] : undefined
  if (!earlier) return { month: signed, cite: regime.signing }
  const on = decision[earlier.day]
  if (!on) return { month: signed, cite: earlier.cite, missing: earlier.day }
  const reached = monthOf(on)
  const existed = ground === 'K5b' ? monthOf(decree20.from) : reached
  const month = existed > reached ? existed : reached
  return { month: month < signed ? month : signed, cite: earlier.cite }
}

function pensionStart(signedOn: LocalDate): Citation {
  return signedOn < decree335.from ? cite(decree176, 'Đ4', 'secondary') : cite(decree335, 'Đ31')
}
