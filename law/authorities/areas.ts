import type { Text } from '#rules'

/** The areas of duty whose authority the table knows: closed, so that nobody asks by a word of their own. */
export const areas = [
  'employment',
  'unemploymentInsurance',
  'labourRelations',
  'workSafety',
  'overseasWork',
  'socialInsurance',
  'vocationalTraining',
  'merit',
  'poverty',
  'socialAssistance',
  'socialPension',
  'socialAssistanceCentres',
  'children',
  'genderEquality',
  'drugRehabilitation',
  'socialEvils',
  'publicService',
] as const

export type Area = (typeof areas)[number]

export const areaNames: Readonly<Record<Area, Text>> = {
  employment: { vi: 'Việc làm', en: 'Employment' },
  unemploymentInsurance: { vi: 'Bảo hiểm thất nghiệp', en: 'Unemployment insurance' },
  labourRelations: { vi: 'Lao động, tiền lương, quan hệ lao động', en: 'Labour, wages, labour relations' },
  workSafety: { vi: 'An toàn, vệ sinh lao động', en: 'Occupational safety and health' },
  overseasWork: { vi: 'Đưa người lao động đi làm việc ở nước ngoài', en: 'Work abroad under contract' },
  socialInsurance: { vi: 'Bảo hiểm xã hội (quản lý nhà nước)', en: 'Social insurance (state management)' },
  vocationalTraining: { vi: 'Giáo dục nghề nghiệp', en: 'Vocational training' },
  merit: { vi: 'Người có công với cách mạng', en: 'People with merit' },
  poverty: { vi: 'Giảm nghèo', en: 'Poverty reduction' },
  socialAssistance: {
    vi: 'Bảo trợ xã hội, người khuyết tật, người cao tuổi',
    en: 'Social assistance, persons with disabilities, the elderly',
  },
  socialPension: { vi: 'Trợ cấp hưu trí xã hội', en: 'Social pension' },
  socialAssistanceCentres: { vi: 'Cơ sở trợ giúp xã hội', en: 'Social-assistance centres' },
  children: { vi: 'Trẻ em', en: 'Children' },
  genderEquality: { vi: 'Bình đẳng giới', en: 'Gender equality' },
  drugRehabilitation: { vi: 'Cai nghiện ma túy', en: 'Drug rehabilitation' },
  socialEvils: { vi: 'Phòng, chống tệ nạn xã hội', en: 'Prevention of social evils' },
  publicService: { vi: 'Phục vụ hành chính công', en: 'Public administrative services' },
}

export function isArea(text: string): text is Area {
  return areas.some((area) => area === text)
}
