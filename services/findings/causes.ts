import type { LocalDate, Month } from '#calendar'
import type { BirthRange, Citation, FactValue, Range, Text } from '#rules'

/** What is known of when a fact came to hold, and from which paper or file. */
export interface FactDay {
  from: LocalDate | undefined
  origin: string
}

/** A child of the household by whose birthday a count changed. */
export interface GrownChild {
  years: number
  birth: BirthRange
  studying: FactValue | undefined
}

/**
 * Why what is recorded is not what the law gives, or why that will change: the one thing under which the recorded
 * amount would have been right.
 */
export type Cause =
  /** Died on the day, as far as it is known. */
  | { kind: 'died'; on: LocalDate | undefined; cite: Citation }
  /** Something stops the benefit whatever the ground: prison, a centre, living elsewhere. */
  | { kind: 'excluded'; ground: string; text: Text; cite: Citation }
  /** Another benefit is higher, and only the higher is paid. */
  | { kind: 'prevailing'; benefit: string; amountDong: Range; cite: Citation }
  /** Still calculated with a standard that another has replaced; `also` if something else came with it. */
  | { kind: 'standardChanged'; fromDong: number; toDong: number; also: Cause | undefined; cite: Citation }
  /** An age was reached. `ground` is the one it ends or begins; the coefficients are in tenths. */
  | {
      kind: 'ageReached'
      years: number
      birth: BirthRange
      ground: string | undefined
      tenths: { from: number; to: number }
      /** The ground that may follow, if the person still studies, say. */
      next: string | undefined
      cite: Citation
    }
  /** An age that the record supposes has not been reached. */
  | { kind: 'ageNotReached'; years: number; birth: BirthRange; cite: Citation }
  /** The record fits `instead`; what holds is `value`. */
  | {
      kind: 'factChanged'
      fact: string
      value: FactValue
      instead: FactValue | undefined
      since: FactDay | undefined
      ground: string | undefined
      child: GrownChild | undefined
      cite: Citation
    }
  /** The same facts gave it under the law of the month before. Coefficients in tenths; 0 gives nothing. */
  | { kind: 'lawChanged'; tenths: { from: number; to: number }; cite: Citation }
  /** The recorded amount is the standard times a coefficient that is not this person's. */
  | {
      kind: 'coefficientMistaken'
      /** 150 is 1.5: what is recorded may be no coefficient of any law. */
      hundredths: { recorded: number; law: number }
      ground: string
      cite: Citation
    }
  /** The law gives it and nobody has asked, or nobody has answered. */
  | {
      kind: 'neverApplied'
      ground: string
      age: { years: number; birth: BirthRange } | undefined
      facts: readonly Text[]
      pendingSince: LocalDate | undefined
      paidUntil: Month | undefined
      cite: Citation
    }
  /** Several records of the person are paid, and the register knows that they are one. */
  | { kind: 'paidTwice'; records: number }
  /** A missing fact decides. */
  | { kind: 'factMissing'; fact: string; cite: Citation }
  /** No single thing explains it: the two amounts are all there is to say. */
  | { kind: 'unexplained' }
