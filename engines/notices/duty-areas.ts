/** The fifteen areas of duty of social protection, in the order in which a directive usually names them. */
export const dutyAreas = [
  'direction',
  'employment',
  'work-safety',
  'labour-relations',
  'overseas-work',
  'vocational-training',
  'merit',
  'poverty',
  'social-assistance',
  'children',
  'gender-equality',
  'coordination',
  'communication',
  'organisation',
  'digital',
] as const

export type DutyArea = (typeof dutyAreas)[number]

export const dutyAreaNames: Readonly<Record<DutyArea, { vi: string; en: string }>> = {
  direction: { vi: 'Chỉ đạo, điều hành', en: 'Direction' },
  employment: { vi: 'Việc làm', en: 'Employment' },
  'work-safety': { vi: 'An toàn, vệ sinh lao động', en: 'Safety and health at work' },
  'labour-relations': { vi: 'Quan hệ lao động', en: 'Labour relations' },
  'overseas-work': { vi: 'Đi làm việc ở nước ngoài', en: 'Work abroad' },
  'vocational-training': { vi: 'Giáo dục nghề nghiệp', en: 'Vocational training' },
  merit: { vi: 'Người có công', en: 'People with merit' },
  poverty: { vi: 'Giảm nghèo', en: 'Poverty reduction' },
  'social-assistance': { vi: 'Trợ giúp xã hội', en: 'Social assistance' },
  children: { vi: 'Trẻ em', en: 'Children' },
  'gender-equality': { vi: 'Bình đẳng giới', en: 'Gender equality' },
  coordination: { vi: 'Phối hợp liên ngành', en: 'Coordination between agencies' },
  communication: { vi: 'Truyền thông, công khai', en: 'Communication and openness' },
  organisation: { vi: 'Tổ chức bộ máy, cán bộ', en: 'Organisation and staff' },
  digital: { vi: 'Cải cách hành chính, chuyển đổi số', en: 'Administrative reform and digital work' },
}
