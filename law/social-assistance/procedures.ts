import type { LocalDate } from '#calendar'
import type { Procedure, ProcedureRule } from './procedure-shape.ts'
import { careProcedures, monthlyProcedures } from './procedures-monthly.ts'
import { onceProcedures } from './procedures-once.ts'

export const procedures: readonly Procedure[] = [...monthlyProcedures, ...careProcedures, ...onceProcedures]

const byBenefit: Readonly<Record<string, string>> = {
  socialAllowance: 'monthlyAllowance',
  careSupport: 'careSupport',
  parentCareSupport: 'careSupport',
  socialPension: 'socialPension',
  centreNurture: 'centreAdmission',
  funeralSupport: 'funeralSupport',
  pensionFuneralSupport: 'pensionFuneral',
  injurySupport: 'emergencyAid',
  deathSupport: 'emergencyAid',
  burialSupport: 'emergencyAid',
  houseDestroyedSupport: 'emergencyAid',
  relocationSupport: 'emergencyAid',
  houseDamagedSupport: 'emergencyAid',
}

/** The procedure by which a benefit of these books is asked for, if there is one. */
export function findProcedure(benefit: string): Procedure | undefined {
  return procedures.find((each) => each.id === byBenefit[benefit])
}

/**
 * How a dossier received on a day is handled. What was received before 5/10/2026 keeps the old rule to its end
 * (T2: NĐ 335/2026 Đ33). Undefined before the first rule known.
 */
export function procedureRuleOn(procedure: Procedure, receivedOn: LocalDate): ProcedureRule | undefined {
  return procedure.rules.findLast((each) => each.from <= receivedOn)
}
