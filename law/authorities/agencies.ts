import type { Text } from '#rules'

/** Levels of government; the district was abolished on 1/7/2025. */
export const levels = ['ministry', 'province', 'district', 'commune'] as const
export type Level = (typeof levels)[number]

export const levelNames: Readonly<Record<Level, Text>> = {
  ministry: { vi: 'Bộ', en: 'Ministry' },
  province: { vi: 'Tỉnh', en: 'Province' },
  district: { vi: 'Huyện', en: 'District' },
  commune: { vi: 'Xã, phường', en: 'Commune, ward' },
}

export interface Agency {
  name: Text
  /** Its name with that of its unit, where `…` stands for the unit; undefined where there is only one. */
  ofUnit?: Text
}

/**
 * Keys of our own: no list of the codes of departments and communes was found (the province's own is H41).
 */
const competentAgencies = {
  moLabour: {
    name: {
      vi: 'Bộ Lao động – Thương binh và Xã hội',
      en: 'Ministry of Labour, War Invalids and Social Affairs',
    },
  },
  moHomeAffairs: { name: { vi: 'Bộ Nội vụ', en: 'Ministry of Home Affairs' } },
  moHealth: { name: { vi: 'Bộ Y tế', en: 'Ministry of Health' } },
  moAgriculture: {
    name: { vi: 'Bộ Nông nghiệp và Môi trường', en: 'Ministry of Agriculture and Environment' },
  },
  moEducation: { name: { vi: 'Bộ Giáo dục và Đào tạo', en: 'Ministry of Education and Training' } },
  moPublicSecurity: { name: { vi: 'Bộ Công an', en: 'Ministry of Public Security' } },
  dpLabour: {
    name: {
      vi: 'Sở Lao động – Thương binh và Xã hội',
      en: 'Department of Labour, War Invalids and Social Affairs',
    },
  },
  dpHomeAffairs: { name: { vi: 'Sở Nội vụ', en: 'Department of Home Affairs' } },
  dpHealth: { name: { vi: 'Sở Y tế', en: 'Department of Health' } },
  dpAgriculture: {
    name: { vi: 'Sở Nông nghiệp và Môi trường', en: 'Department of Agriculture and Environment' },
  },
  dpEducation: { name: { vi: 'Sở Giáo dục và Đào tạo', en: 'Department of Education and Training' } },
  provincePolice: { name: { vi: 'Công an tỉnh', en: 'Provincial police' } },
  provinceOffice: { name: { vi: 'Văn phòng UBND tỉnh', en: 'Office of the provincial People’s Committee' } },
  provinceServiceCentre: {
    name: { vi: 'Trung tâm Phục vụ hành chính công tỉnh', en: 'Provincial public-service centre' },
  },
  districtLabour: {
    name: {
      vi: 'Phòng Lao động – Thương binh và Xã hội',
      en: 'District office of labour and social affairs',
    },
    ofUnit: {
      vi: 'Phòng Lao động – Thương binh và Xã hội …',
      en: 'Office of labour and social affairs of …',
    },
  },
  districtHomeAffairs: {
    name: { vi: 'Phòng Nội vụ', en: 'District office of home affairs' },
    ofUnit: { vi: 'Phòng Nội vụ …', en: 'Office of home affairs of …' },
  },
  communeCommittee: {
    name: { vi: 'UBND cấp xã', en: 'People’s Committee of the commune' },
    ofUnit: { vi: 'UBND …', en: 'People’s Committee of …' },
  },
  communePolice: {
    name: { vi: 'Công an cấp xã', en: 'Commune police' },
    ofUnit: { vi: 'Công an …', en: 'Police of …' },
  },
  communeServiceCentre: {
    name: { vi: 'Trung tâm Phục vụ hành chính công cấp xã', en: 'Public-service centre of the commune' },
    ofUnit: { vi: 'Trung tâm Phục vụ hành chính công …', en: 'Public-service centre of …' },
  },
} as const satisfies Record<string, Agency>

/** Agencies without an area of this table that are given tasks, asked for opinions or hold cases all the same. */
const otherAgencies = {
  provinceCommittee: { name: { vi: 'UBND tỉnh', en: 'Provincial People’s Committee' } },
  provinceInspectorate: { name: { vi: 'Thanh tra tỉnh', en: 'Provincial inspectorate' } },
  dpFinance: { name: { vi: 'Sở Tài chính', en: 'Department of Finance' } },
  dpJustice: { name: { vi: 'Sở Tư pháp', en: 'Department of Justice' } },
  dpTrade: { name: { vi: 'Sở Công Thương', en: 'Department of Industry and Trade' } },
  dpScience: { name: { vi: 'Sở Khoa học và Công nghệ', en: 'Department of Science and Technology' } },
  dpConstruction: { name: { vi: 'Sở Xây dựng', en: 'Department of Construction' } },
  dpCulture: {
    name: { vi: 'Sở Văn hóa, Thể thao và Du lịch', en: 'Department of Culture, Sports and Tourism' },
  },
  dpEthnic: { name: { vi: 'Sở Dân tộc và Tôn giáo', en: 'Department of Ethnic and Religious Affairs' } },
  economicZoneBoard: {
    name: { vi: 'Ban Quản lý Khu kinh tế Đông Nam', en: 'Board of the Đông Nam economic zone' },
  },
  socialInsurance: { name: { vi: 'Bảo hiểm xã hội tỉnh', en: 'Provincial social insurance' } },
} as const satisfies Record<string, Agency>

export const agencies = { ...competentAgencies, ...otherAgencies }

export type AgencyCode = keyof typeof agencies

export function isAgencyCode(text: string): text is AgencyCode {
  return Object.hasOwn(agencies, text)
}
