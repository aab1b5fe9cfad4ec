/** What a paper of a dossier says of a person that the register wants to know. */
export const fieldNames = [
  'name',
  'birth',
  'sex',
  'citizenId',
  'oldId',
  'ethnicity',
  'village',
  'commune',
  'district',
  'phone',
  'guardian',
  'head',
  'relation',
  'poverty',
  'disabilityKind',
  'disabilityDegree',
  'decisionNumber',
  'signedOn',
  'benefit',
  'amountDong',
  'coefficient',
  'fromMonth',
  'payee',
] as const

export type FieldName = (typeof fieldNames)[number]

/** Values as text, the way officers write them: `12/03/1944`, `Nữ`, `1.260.000`; a field left out is not on the paper. */
export type FieldValues = Partial<Record<FieldName, string>>

/** Said of a field in place of a value: the paper has no such thing. */
export const notOnPaper = '[không có trên giấy]'

/** Said of a field in place of a value: something stands there, and nobody can read it. */
export const illegible = '[không đọc được]'

/** The forms that are known; a page of another form gives its text and no field. */
export const forms = ['application', 'disabilityCertificate', 'decision', 'identityCard'] as const

export type FormKind = (typeof forms)[number]

const ofEverybody = ['name', 'birth', 'sex', 'citizenId', 'oldId'] as const
const ofPlace = ['village', 'commune', 'district'] as const

const fieldsOfForms: Record<FormKind, readonly FieldName[]> = {
  application: [...ofEverybody, 'ethnicity', ...ofPlace, 'phone', 'guardian', 'head', 'relation', 'poverty'],
  disabilityCertificate: [
    ...ofEverybody,
    ...ofPlace,
    'disabilityKind',
    'disabilityDegree',
    'decisionNumber',
    'signedOn',
  ],
  decision: [
    ...ofEverybody,
    ...ofPlace,
    'decisionNumber',
    'signedOn',
    'benefit',
    'amountDong',
    'coefficient',
    'fromMonth',
    'payee',
  ],
  identityCard: ofEverybody,
}

/** The fields two officers read on a form, in the order of the paper; all of them on a form that is not known. */
export function fieldsOf(form: FormKind | undefined): readonly FieldName[] {
  return form ? fieldsOfForms[form] : fieldNames
}

const sexes = ['Nam', 'Nữ'] as const

/** The degrees on a disability certificate (Law 51/2010/QH12, art. 3(2)), as it prints them. */
const disabilityDegrees = ['Đặc biệt nặng', 'Nặng', 'Nhẹ'] as const

/** The kinds of disability (Law 51/2010/QH12, art. 3(1)). */
const disabilityKinds = ['Vận động', 'Nghe, nói', 'Nhìn', 'Thần kinh, tâm thần', 'Trí tuệ', 'Khác'] as const

/** What a decision may be about, as its heading says it. */
export const benefits = [
  'Trợ cấp xã hội hằng tháng',
  'Trợ cấp hưu trí xã hội',
  'Hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng',
] as const

/** How a household is classed, as an application says it. */
const povertyStates = ['Hộ nghèo', 'Hộ cận nghèo', 'Không nghèo'] as const

/** What somebody is to the head of the household. */
const householdRelations = [
  'Chủ hộ',
  'Vợ, chồng',
  'Con',
  'Con nuôi',
  'Bố, mẹ',
  'Cháu',
  'Ông, bà',
  'Anh, chị, em',
  'Khác',
] as const

/** What may be chosen in a field; undefined where anything may be written. */
export function choicesOf(field: FieldName): readonly string[] | undefined {
  const choices: Partial<Record<FieldName, readonly string[]>> = {
    sex: sexes,
    disabilityDegree: disabilityDegrees,
    disabilityKind: disabilityKinds,
    benefit: benefits,
    poverty: povertyStates,
    relation: householdRelations,
  }
  return choices[field]
}
