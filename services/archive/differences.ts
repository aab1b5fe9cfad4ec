import type { LocalDate } from '#calendar'
import { spellingOf } from '#identity'
import type { Person } from '#registry'
import type { HouseholdKept, HouseholdOnPaper } from './entry-households.ts'
import type { FieldName } from './fields/field-names.ts'
import { birthOf, citizenIdOf, degreeOf, oldIdOf, type Paper, povertyOf, sexOf } from './paper-values.ts'

/** What the register takes from a scan when it is entered; what a decision gives is proposed after it. */
export const enteredFields = [
  'name',
  'birth',
  'sex',
  'citizenId',
  'oldId',
  'unit',
  'village',
  'household',
  'poverty',
  'disabilityDegree',
] as const

export type EnteredField = (typeof enteredFields)[number]

/** A field as the register has it and as the paper says it. */
export interface Difference {
  field: EnteredField
  before: string | undefined
  after: string
  /** The page on which it stands, where that is known. */
  page?: number | undefined
}

/** Why a value stays with the scan and is not entered. */
type KeptReason =
  /** The register has no place for it. */
  | 'noPlace'
  /** It cannot be what it is called: a number with a digit too few. */
  | 'notValid'
  /** The paper is of another commune than the person: a move is an act. */
  | 'otherCommune'
  /** No unit, or more than one, may be meant. */
  | 'unknownCommune'
  | 'noHousehold'
  /** It belongs to an award, which is proposed after the entry. */
  | 'ofAward'
  | HouseholdKept

/** A value that stays with the scan, and why. */
export interface Kept {
  field: FieldName
  value: string
  because: KeptReason
}

/** What is known of the person beside their own record. */
export interface Standing {
  person?: Person | undefined
  degree?: string | undefined
  household: HouseholdOnPaper
  /** The commune that the paper names, as it is called today. */
  unit: { uid: string; name: string } | undefined
  /** Where somebody new is admitted. */
  unitUid: string | undefined
  today: LocalDate
}

/** The paper's field that a field of the register is read from. */
export const paperFieldOf: Readonly<Record<EnteredField, FieldName>> = {
  name: 'name',
  birth: 'birth',
  sex: 'sex',
  citizenId: 'citizenId',
  oldId: 'oldId',
  unit: 'commune',
  village: 'village',
  household: 'head',
  poverty: 'poverty',
  disabilityDegree: 'disabilityDegree',
}

/** The fields that can be entered and are not already so. */
export function differencesFrom(paper: Paper, standing: Standing): Difference[] {
  const { person, degree, household } = standing
  const after = valuesOf(paper, standing)
  const before: Partial<Record<EnteredField, string | undefined>> = {
    name: person?.name,
    birth: person?.birthWritten ?? person?.birth?.from,
    sex: person?.sex,
    citizenId: person?.citizenId,
    oldId: person?.oldId,
    village: person?.village,
    poverty: household.is === 'none' ? undefined : household.poverty,
    disabilityDegree: degree,
  }
  return enteredFields.flatMap((field) => {
    const [was, is] = [before[field], after[field]]
    if (is === undefined || (was !== undefined && spellingOf(was) === spellingOf(is))) return []
    const page = paper.pageOf[paperFieldOf[field]]
    return [{ field, before: was, after: is, ...(page !== undefined && { page }) }]
  })
}

function valuesOf({ values }: Paper, standing: Standing): Partial<Record<EnteredField, string | undefined>> {
  const { person, household, unit, unitUid, today } = standing
  const birth = birthOf(values, today)
  const isSameBirth = person?.birth?.from === birth?.from && person?.birth?.to === birth?.to
  const fits = unit !== undefined && (unitUid === undefined || unit.uid === unitUid)
  return {
    name: values.name,
    birth: birth && (isSameBirth ? undefined : values.birth),
    sex: sexOf(values),
    citizenId: citizenIdOf(values),
    oldId: oldIdOf(values),
    unit: person?.unitUid === undefined && fits ? unit.name : undefined,
    village: isElsewhere(standing) ? undefined : values.village,
    household:
      household.is === 'joined' ? household.headName : household.is === 'founded' ? 'head' : undefined,
    poverty: household.is === 'none' ? undefined : povertyOf(values),
    disabilityDegree: degreeOf(values),
  }
}

/** The village of another commune is none of the person's. */
function isElsewhere({ person, unit, unitUid }: Standing): boolean {
  const place = person ? person.unitUid : unitUid
  return unit !== undefined && place !== undefined && place !== unit.uid
}

const ofAward: readonly FieldName[] = ['benefit', 'amountDong', 'coefficient', 'fromMonth', 'payee']

/** What was read and stays with the scan, each with its reason. */
export function keptFrom({ values }: Paper, standing: Standing): Kept[] {
  const { person, household, unit, unitUid } = standing
  const place = person?.unitUid ?? unitUid
  const reasons: Partial<Record<FieldName, KeptReason | undefined>> = {
    citizenId: citizenIdOf(values) ? undefined : 'notValid',
    oldId: oldIdOf(values) ? undefined : 'notValid',
    ethnicity: 'noPlace',
    phone: 'noPlace',
    guardian: 'noPlace',
    disabilityKind: 'noPlace',
    commune:
      unit === undefined ? 'unknownCommune' : unit.uid === place || !place ? undefined : 'otherCommune',
    village: isElsewhere(standing) ? 'otherCommune' : undefined,
    head: household.is === 'own' ? 'inHousehold' : household.is === 'none' ? household.because : undefined,
    relation: household.is === 'none' ? household.because : undefined,
    poverty: household.is === 'none' ? 'noHousehold' : undefined,
    decisionNumber: values.amountDong === undefined ? 'noPlace' : 'ofAward',
  }
  for (const field of ofAward) reasons[field] = 'ofAward'
  return (Object.keys(reasons) as FieldName[]).flatMap((field) => {
    const [value, because] = [values[field], reasons[field]]
    return value === undefined || because === undefined ? [] : [{ field, value, because }]
  })
}
