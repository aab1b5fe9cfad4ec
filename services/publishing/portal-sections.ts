import type { AgencyCode } from '#law/authorities'
import type { PublicationDutyKey } from '#law/publication'
import type { Text } from '#rules'

/** A page of the portal filled by the articles that name it as their section. */
export interface PortalSection {
  /** The last part of its address: `/gioi-thieu/lich-su`. */
  slug: string
  name: Text
  means: Text
  /** What of Decree 224/2026 it fills. */
  duty: PublicationDutyKey
  /** Whom to ask: the agency of the field, as departments are divided since 1/3/2025; the province may name another. */
  owner: AgencyCode
  /**
   * After how many months it is read through again. The decree asks for an update at once on every change (Đ9.3) and
   * names no period: this one is ours, so that a section nobody looks after comes to light.
   */
  readAgainMonths: number
}

/**
 * The sections that articles may belong to, in the order of the menu. Procedures have a list of their own, because
 * they are a kind of article.
 */
export const portalSections = {
  organisation: {
    slug: 'to-chuc-bo-may',
    name: { vi: 'Tổ chức bộ máy', en: 'Organisation' },
    means: {
      vi: 'Cơ cấu tổ chức, chức năng, nhiệm vụ của các cơ quan.',
      en: 'The agencies, their structure, functions and duties.',
    },
    duty: 'organisation',
    owner: 'dpHomeAffairs',
    readAgainMonths: 6,
  },
  leaders: {
    slug: 'lanh-dao',
    name: { vi: 'Lãnh đạo', en: 'Leaders' },
    means: {
      vi: 'Tiểu sử tóm tắt và nhiệm vụ của người lãnh đạo.',
      en: 'Short biographies and the tasks of the leaders.',
    },
    duty: 'organisation',
    owner: 'provinceOffice',
    readAgainMonths: 3,
  },
  map: {
    slug: 'ban-do-hanh-chinh',
    name: { vi: 'Bản đồ hành chính', en: 'Administrative map' },
    means: {
      vi: 'Địa giới, diện tích, các xã, phường và những lần sắp xếp.',
      en: 'Boundaries, area, communes and wards, and how they came about.',
    },
    duty: 'province',
    owner: 'dpHomeAffairs',
    readAgainMonths: 12,
  },
  nature: {
    slug: 'dieu-kien-tu-nhien',
    name: { vi: 'Điều kiện tự nhiên', en: 'Natural conditions' },
    means: { vi: 'Địa hình, khí hậu, sông ngòi, tài nguyên.', en: 'Land, climate, rivers, resources.' },
    duty: 'province',
    owner: 'dpAgriculture',
    readAgainMonths: 24,
  },
  history: {
    slug: 'lich-su',
    name: { vi: 'Lịch sử', en: 'History' },
    means: { vi: 'Lịch sử hình thành và phát triển của tỉnh.', en: 'How the province came to be.' },
    duty: 'province',
    owner: 'dpCulture',
    readAgainMonths: 24,
  },
  culture: {
    slug: 'van-hoa',
    name: { vi: 'Văn hóa', en: 'Culture' },
    means: { vi: 'Phong tục, lễ hội, dân ca ví, giặm.', en: 'Customs, festivals, ví and giặm folk songs.' },
    duty: 'province',
    owner: 'dpCulture',
    readAgainMonths: 24,
  },
  monuments: {
    slug: 'di-tich',
    name: { vi: 'Di tích, danh thắng', en: 'Monuments and sights' },
    means: { vi: 'Di tích lịch sử, danh lam, thắng cảnh.', en: 'Historic monuments and places of beauty.' },
    duty: 'province',
    owner: 'dpCulture',
    readAgainMonths: 24,
  },
  otherInformation: {
    slug: 'thong-tin-khac',
    name: { vi: 'Thông tin khác', en: 'Other information' },
    means: {
      vi: 'Thông tin phải công khai theo luật, ngoài các mục trên.',
      en: 'What the law makes public beside the sections above.',
    },
    duty: 'otherInformation',
    owner: 'provinceOffice',
    readAgainMonths: 6,
  },
} as const satisfies Record<string, PortalSection>

export type PortalSectionKey = keyof typeof portalSections

export const portalSectionKeys = Object.keys(portalSections) as readonly PortalSectionKey[]

export function isPortalSection(text: string): text is PortalSectionKey {
  return Object.hasOwn(portalSections, text)
}

/** The section at an address below `/gioi-thieu/`. */
export function findPortalSection(slug: string): PortalSectionKey | undefined {
  return portalSectionKeys.find((key) => portalSections[key].slug === slug)
}
