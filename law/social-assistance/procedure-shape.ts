import type { LocalDate } from '#calendar'
import type { Citation, Text } from '#rules'

/** A paper of a dossier: handed in, only shown, or looked up by the commune itself. */
export interface Paper {
  text: Text
  how: 'submit' | 'show' | 'lookup'
  cite: Citation
}

/** How a procedure runs for dossiers received from a day on. */
export interface ProcedureRule {
  from: LocalDate
  /** Working days from receipt to decision, all steps together. */
  workingDays: number
  decidedBy: Text
  cite: Citation
  papers: readonly Paper[]
}

/** An administrative procedure. Rules stand in the order of their days. */
export interface Procedure {
  id: string
  /** The code on the national list of procedures. */
  code: string
  codeCertainty: 'secondary' | 'memory'
  text: Text
  /** Where and how to hand it in. */
  where: Text
  rules: readonly ProcedureRule[]
}
