import { day } from '#calendar'
import { type Citation, cite, type Instrument, type Text } from '#rules'

/** Decree on carrying out the Law on Digital Transformation; it took the place of NĐ 42/2022. */
export const decree224: Instrument = {
  id: 'nd-224-2026',
  number: '224/2026/NĐ-CP',
  short: 'NĐ 224/2026',
  title: {
    vi: 'Quy định chi tiết và hướng dẫn thi hành Luật Chuyển đổi số',
    en: 'Details and guides the Law on Digital Transformation',
  },
  issuedOn: day('2026-06-24'),
  from: day('2026-07-01'),
}

/** One thing that the portal of a province must say or be. */
export interface PublicationDuty {
  what: Text
  cite: Citation
}

/** What a portal must publish (article 9), by which ways it must be reached (10) and how it must be built (11). */
export const publicationDuties = {
  procedures: {
    what: {
      vi: 'Thủ tục hành chính, dịch vụ công trực tuyến, lấy từ Cổng Dịch vụ công quốc gia',
      en: 'Procedures and online services, taken from the National Public Service Portal',
    },
    cite: cite(decree224, 'Đ9.1.a'),
  },
  organisation: {
    what: {
      vi: 'Cơ cấu tổ chức, chức năng, nhiệm vụ; tiểu sử tóm tắt và nhiệm vụ của người lãnh đạo',
      en: 'Structure, functions and duties; short biographies and tasks of leaders',
    },
    cite: cite(decree224, 'Đ9.1.b'),
  },
  province: {
    what: {
      vi: 'Bản đồ địa giới hành chính, điều kiện tự nhiên, lịch sử, văn hóa, di tích',
      en: 'Administrative map, natural conditions, history, culture, monuments',
    },
    cite: cite(decree224, 'Đ9.1.c'),
  },
  otherInformation: {
    what: {
      vi: 'Thông tin khác theo Luật Chuyển đổi số và pháp luật về tiếp cận thông tin',
      en: 'Other information under the Law on Digital Transformation and the law on access to information',
    },
    cite: cite(decree224, 'Đ9.1.d'),
  },
  upToDate: {
    what: { vi: 'Cập nhật ngay khi có thay đổi', en: 'Updated immediately on change' },
    cite: cite(decree224, 'Đ9.3'),
  },
  accessible: {
    what: {
      vi: 'Người khuyết tật tiếp cận được',
      en: 'Within reach of people with disabilities',
    },
    cite: cite(decree224, 'Đ10.3.c'),
  },
  partsOfThePortal: {
    what: {
      vi: 'Trang của sở và của xã, phường là thành phần của cổng tỉnh',
      en: 'The sites of departments and communes are parts of the provincial portal',
    },
    cite: cite(decree224, 'Đ11.1'),
  },
  metadata: {
    what: {
      vi: 'Có dữ liệu đặc tả để tìm kiếm, liên kết, trao đổi',
      en: 'Metadata for search, linking and exchange',
    },
    cite: cite(decree224, 'Đ11.5'),
  },
} as const satisfies Record<string, PublicationDuty>

export type PublicationDutyKey = keyof typeof publicationDuties
