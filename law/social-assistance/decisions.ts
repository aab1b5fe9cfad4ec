import type { LocalDate, Month } from '#calendar'
import { decree335 } from '#law/instruments'

/** A decision by which somebody draws a monthly benefit. */
export interface Decision {
  /** A benefit of the monthly book, such as `socialAllowance`. */
  benefit: string
  /** The ground it was given on, such as `K6`, where the paper says so. */
  ground?: string
  signedOn: LocalDate
  /** When the disability certificate was signed: it set the start of K6 until 6/2025. */
  certificateOn?: LocalDate
  /** When the age of the ground (75, 80) was reached: it set the start of K5b and K5c until 6/2025. */
  reachedAgeOn?: LocalDate
  /** The first month no longer paid, after a decision to stop. */
  endedFrom?: Month
}

/**
 * Whether the transitional class of Decree 335/2026 Đ32.3 applies: something was being paid when the decree came
 * into force. Who died or was stopped between 1/7 and 4/10/2026 is not expressly settled (T6) and not counted.
 */
export function isRecipient(decisions: readonly Decision[], diedOn?: LocalDate): boolean {
  if (diedOn !== undefined && diedOn < decree335.from) return false
  return decisions.some(
    (each) =>
      each.signedOn < decree335.from &&
      (each.endedFrom === undefined || each.endedFrom > decree335.from.slice(0, 7)),
  )
}

/**
 * Whether an allowance was given on one of the two grounds of the very old, which moved to the social pension on
 * 1/7/2025 without a new dossier; from memory. Undefined when the decision does not name its ground.
 */
export function movedToPension({ benefit, ground, endedFrom }: Decision): boolean | undefined {
  if (benefit !== 'socialAllowance' || (endedFrom !== undefined && endedFrom <= pensionSince)) return false
  return ground === undefined ? undefined : ground === 'K5b' || ground === 'K5c'
}

/** The first month of the social pension. */
export const pensionSince = '2025-07'
