import { day, type LocalDate } from '#calendar'
import type { Certainty, Text } from '#rules'
import type { AgencyCode, Level } from './agencies.ts'
import type { Area } from './areas.ts'

/** One authority for some areas at one level, from a day up to, not including, another. */
export interface Tenure {
  areas: readonly Area[]
  level: Level
  agency: AgencyCode
  /** Undefined: older than the table. */
  from?: LocalDate
  until?: LocalDate
  basis: readonly string[]
  certainty: Certainty
  /** What it does in the area, where that is not the whole of it. */
  does?: Text
  /** The office within it that does the work. */
  office?: Text
}

/** The ministry and the departments of labour cease. */
const ministriesMerged = day('2025-03-01')
/** The districts are abolished; the commune is the base. */
const twoLevels = day('2025-07-01')
const decree276 = day('2026-07-08')
const decree335 = day('2026-10-05')

const homeAffairs: readonly Area[] = [
  'merit',
  'labourRelations',
  'workSafety',
  'employment',
  'unemploymentInsurance',
  'overseasWork',
  'socialInsurance',
  'genderEquality',
]
const labour: readonly Area[] = ['labourRelations', 'workSafety', 'genderEquality']
const jobs: readonly Area[] = ['employment', 'unemploymentInsurance', 'overseasWork']
const health: readonly Area[] = ['socialAssistance', 'socialAssistanceCentres', 'children', 'socialEvils']
const ofLabourOffice: readonly Area[] = ['merit', 'socialAssistance', 'poverty']
const beforeMerger: readonly Area[] = [
  ...homeAffairs,
  ...health,
  'drugRehabilitation',
  'poverty',
  'vocationalTraining',
]

const cultureOffice: Text = { vi: 'Phòng Văn hóa – Xã hội', en: 'office of culture and social affairs' }
const localDepartments = ['NĐ 150/2025', 'NĐ 370/2025']

const ministries: readonly Tenure[] = [
  {
    areas: beforeMerger,
    level: 'ministry',
    agency: 'moLabour',
    until: ministriesMerged,
    basis: [],
    certainty: 'memory',
  },
  {
    areas: homeAffairs,
    level: 'ministry',
    agency: 'moHomeAffairs',
    from: ministriesMerged,
    until: decree276,
    basis: ['NĐ 25/2025'],
    certainty: 'memory',
  },
  {
    areas: homeAffairs,
    level: 'ministry',
    agency: 'moHomeAffairs',
    from: decree276,
    basis: ['NĐ 276/2026'],
    certainty: 'gazette',
  },
  {
    areas: health,
    level: 'ministry',
    agency: 'moHealth',
    from: ministriesMerged,
    basis: ['NĐ 42/2025'],
    certainty: 'memory',
  },
  {
    areas: ['poverty'],
    level: 'ministry',
    agency: 'moAgriculture',
    from: ministriesMerged,
    basis: [],
    certainty: 'memory',
  },
  {
    areas: ['drugRehabilitation'],
    level: 'ministry',
    agency: 'moPublicSecurity',
    from: ministriesMerged,
    basis: [],
    certainty: 'memory',
  },
  {
    areas: ['vocationalTraining'],
    level: 'ministry',
    agency: 'moEducation',
    from: ministriesMerged,
    basis: ['NĐ 37/2025'],
    certainty: 'secondary',
  },
]

/** Two rows: the decree on local departments changed with the second level. */
function department(
  ofAreas: readonly Area[],
  agency: AgencyCode,
  certainty: Certainty,
  basis: readonly string[] = [],
): Tenure[] {
  const common = { areas: ofAreas, level: 'province' as const, agency, certainty }
  return [
    { ...common, from: ministriesMerged, until: twoLevels, basis: ['NĐ 45/2025'] },
    { ...common, from: twoLevels, basis: [...localDepartments, ...basis] },
  ]
}

const provinces: readonly Tenure[] = [
  {
    areas: beforeMerger,
    level: 'province',
    agency: 'dpLabour',
    until: ministriesMerged,
    basis: [],
    certainty: 'memory',
  },
  ...department(['merit'], 'dpHomeAffairs', 'secondary', ['NĐ 129/2025', 'TT 10/2025/TT-BNV']),
  ...department([...labour, ...jobs, 'socialInsurance'], 'dpHomeAffairs', 'memory', ['TT 10/2025/TT-BNV']),
  ...department(['socialAssistance'], 'dpHealth', 'secondary'),
  ...department(['socialAssistanceCentres', 'children', 'socialEvils'], 'dpHealth', 'memory'),
  ...department(['poverty'], 'dpAgriculture', 'memory'),
  ...department(['vocationalTraining'], 'dpEducation', 'memory', ['TT 15/2025/TT-BGDĐT']),
  {
    areas: ['drugRehabilitation'],
    level: 'province',
    agency: 'provincePolice',
    from: ministriesMerged,
    basis: [],
    certainty: 'memory',
  },
  {
    areas: ['socialPension'],
    level: 'province',
    agency: 'dpHealth',
    from: twoLevels,
    basis: localDepartments,
    certainty: 'secondary',
    does: {
      vi: 'quản lý nhà nước; chính sách bảo hiểm xã hội thuộc Sở Nội vụ',
      en: 'state management; social-insurance policy is with Home Affairs',
    },
  },
  {
    areas: ['publicService'],
    level: 'province',
    agency: 'provinceOffice',
    until: twoLevels,
    basis: ['NĐ 61/2018'],
    certainty: 'secondary',
  },
  {
    areas: ['publicService'],
    level: 'province',
    agency: 'provinceServiceCentre',
    from: twoLevels,
    basis: ['NĐ 118/2025'],
    certainty: 'secondary',
    does: { vi: 'thuộc Văn phòng UBND tỉnh', en: 'part of the Office of the People’s Committee' },
  },
]

const districts: readonly Tenure[] = [
  {
    areas: [...ofLabourOffice, 'labourRelations'],
    level: 'district',
    agency: 'districtLabour',
    until: ministriesMerged,
    basis: [],
    certainty: 'memory',
  },
  {
    areas: ['merit', 'labourRelations'],
    level: 'district',
    agency: 'districtHomeAffairs',
    from: ministriesMerged,
    until: twoLevels,
    basis: ['NĐ 45/2025'],
    certainty: 'memory',
  },
]

const decides: Text = { vi: 'quyết định', en: 'decides' }
const decree147Basis = {
  from: twoLevels,
  until: decree335,
  basis: ['NĐ 147/2025'],
  certainty: 'secondary' as const,
}
const decree335Basis = { from: decree335, basis: ['NĐ 335/2026'], certainty: 'gazette' as const }
const ofCommune = { level: 'commune', agency: 'communeCommittee', office: cultureOffice } as const

const communes: readonly Tenure[] = [
  { ...ofCommune, areas: ['socialAssistance'], ...decree147Basis, does: decides },
  { ...ofCommune, areas: ['socialAssistance'], ...decree335Basis, does: decides },
  {
    ...ofCommune,
    areas: ['socialPension'],
    from: twoLevels,
    basis: ['NĐ 176/2025'],
    certainty: 'secondary',
    does: decides,
  },
  { ...ofCommune, areas: ['merit'], from: twoLevels, basis: ['NĐ 129/2025'], certainty: 'secondary' },
  {
    ...ofCommune,
    areas: ['labourRelations', 'workSafety'],
    from: twoLevels,
    basis: ['NĐ 129/2025'],
    certainty: 'memory',
    office: {
      vi: 'Phòng Văn hóa – Xã hội hoặc Phòng Kinh tế (phường: Phòng Kinh tế, Hạ tầng và Đô thị)',
      en: 'office of culture and social affairs, or of the economy',
    },
  },
  {
    ...ofCommune,
    areas: jobs,
    from: twoLevels,
    basis: ['NĐ 129/2025'],
    certainty: 'memory',
    does: { vi: 'phối hợp, hỗ trợ', en: 'supports' },
  },
  { ...ofCommune, areas: ['children', 'socialEvils'], from: twoLevels, basis: [], certainty: 'memory' },
  {
    ...ofCommune,
    areas: ['genderEquality'],
    from: twoLevels,
    basis: ['TT 10/2025/TT-BNV'],
    certainty: 'memory',
  },
  {
    ...ofCommune,
    areas: ['poverty'],
    from: twoLevels,
    basis: [],
    certainty: 'memory',
    does: { vi: 'công nhận hộ nghèo, hộ cận nghèo', en: 'recognises poor and near-poor households' },
  },
  {
    areas: ['drugRehabilitation'],
    level: 'commune',
    agency: 'communePolice',
    from: twoLevels,
    basis: [],
    certainty: 'memory',
  },
  {
    areas: ['publicService'],
    level: 'commune',
    agency: 'communeServiceCentre',
    from: twoLevels,
    basis: ['NĐ 118/2025'],
    certainty: 'secondary',
  },
]

/** Every authority of the table; nothing is said of what is not in it. */
export const tenures: readonly Tenure[] = [...ministries, ...provinces, ...districts, ...communes]
