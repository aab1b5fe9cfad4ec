import type { Certainty, Text } from '#rules'
import type { FeedbackPath } from './kinds.ts'

export type ReservedPath = Exclude<FeedbackPath, 'open'>

/** Who a reserved message may be sent on to when somebody else is competent, or when a child needs help at once. */
const competentBodies = [
  'childLine',
  'communeChair',
  'communePolice',
  'provincePolice',
  'socialWorkCentre',
  'provinceChair',
  'provinceInspectorate',
  'procuracy',
  'other',
] as const

export type CompetentBody = (typeof competentBodies)[number]

interface BodyTerms {
  name: Text
  /** One of many: the commune is named with it. */
  isOfCommune?: true
  paths: readonly ReservedPath[]
}

const both = ['denunciation', 'child'] as const

/** By whom each is answered: Luật Trẻ em 102/2016/QH13 (the protection line, police, commune), Luật Tố cáo 25/2018/QH14. */
export const bodyTerms: Readonly<Record<CompetentBody, BodyTerms>> = {
  childLine: {
    name: {
      vi: 'Tổng đài điện thoại quốc gia bảo vệ trẻ em 111',
      en: 'National child protection line 111',
    },
    paths: ['child'],
  },
  communeChair: {
    name: { vi: 'Chủ tịch UBND cấp xã', en: 'Chair of the commune People’s Committee' },
    isOfCommune: true,
    paths: both,
  },
  communePolice: {
    name: { vi: 'Công an cấp xã', en: 'Commune police' },
    isOfCommune: true,
    paths: both,
  },
  provincePolice: { name: { vi: 'Công an tỉnh', en: 'Provincial police' }, paths: both },
  socialWorkCentre: {
    name: { vi: 'Trung tâm công tác xã hội tỉnh', en: 'Provincial social-work centre' },
    paths: ['child'],
  },
  provinceChair: {
    name: { vi: 'Chủ tịch UBND tỉnh', en: 'Chair of the provincial People’s Committee' },
    paths: ['denunciation'],
  },
  provinceInspectorate: {
    name: { vi: 'Chánh Thanh tra tỉnh', en: 'Chief of the provincial inspectorate' },
    paths: ['denunciation'],
  },
  procuracy: {
    name: { vi: 'Viện kiểm sát nhân dân', en: 'People’s procuracy' },
    paths: ['denunciation'],
  },
  other: {
    name: { vi: 'Cơ quan khác, ghi tên', en: 'Another authority, by name' },
    paths: both,
  },
}

export function isCompetentBody(text: string): text is CompetentBody {
  return competentBodies.some((body) => body === text)
}

/** The bodies offered on a path, whoever is reached first on top. */
export function listBodies(path: ReservedPath): CompetentBody[] {
  return competentBodies.filter((body) => bodyTerms[body].paths.includes(path))
}

/** How a reserved message ended, in words that its sender may read wherever they open the page. */
const endings = ['settled', 'referred', 'safe', 'notAccepted', 'withdrawn', 'unfounded', 'toldApart'] as const

export type Ending = (typeof endings)[number]

export function isEnding(text: string): text is Ending {
  return endings.some((ending) => ending === text)
}

const endingPaths: Readonly<Record<Ending, readonly ReservedPath[]>> = {
  settled: ['denunciation'],
  referred: both,
  safe: ['child'],
  notAccepted: ['denunciation'],
  withdrawn: ['denunciation'],
  unfounded: ['child'],
  toldApart: both,
}

export function listEndings(path: ReservedPath): Ending[] {
  return endings.filter((ending) => endingPaths[ending].includes(path))
}

/** The sentence under the receipt; the officer’s own reason stays with those who may read the message. */
export const endingSentences: Readonly<Record<Ending, Text>> = {
  settled: {
    vi: 'Việc ông/bà gửi đã được giải quyết xong theo thẩm quyền.',
    en: 'What you sent has been dealt with by who is competent for it.',
  },
  referred: {
    vi: 'Việc ông/bà gửi đã được chuyển đến cơ quan có thẩm quyền; cơ quan ấy xem xét và báo cho ông/bà.',
    en: 'What you sent was passed to the competent authority, which looks into it and informs you.',
  },
  safe: {
    vi: 'Cơ quan có trách nhiệm đã xem xét và có biện pháp. Cảm ơn ông/bà đã báo tin.',
    en: 'Those responsible have looked into it and acted. Thank you for telling us.',
  },
  notAccepted: {
    vi: 'Việc ông/bà gửi chưa đủ điều kiện để thụ lý. Khi có thêm nội dung hoặc căn cứ, ông/bà gửi lại được.',
    en: 'What you sent does not meet the conditions to be taken up. With more facts, you may send it again.',
  },
  withdrawn: {
    vi: 'Việc xem xét đã dừng theo yêu cầu rút của ông/bà.',
    en: 'It was ended because you withdrew it.',
  },
  unfounded: {
    vi: 'Cơ quan có trách nhiệm đã kiểm tra và không thấy điều phải lo. Cảm ơn ông/bà đã báo tin.',
    en: 'Those responsible checked and found nothing to fear. Thank you for telling us.',
  },
  toldApart: {
    vi: 'Việc xem xét đã kết thúc; kết quả được báo riêng cho ông/bà.',
    en: 'It has ended; the outcome is told to you apart.',
  },
}

/** A child in danger: somebody able to protect it is told within this many hours of receipt. */
export const urgentChild: { hours: number; basis: Text; certainty: Certainty } = {
  hours: 12,
  basis: {
    vi: 'Biện pháp bảo vệ khẩn cấp trong 12 giờ: NĐ 56/2017/NĐ-CP thi hành Luật Trẻ em',
    en: 'Urgent protection within 12 hours: Decree 56/2017/NĐ-CP on the Law on Children',
  },
  certainty: 'memory',
}

/** Until when a report that came at an instant must be with somebody who can protect the child. */
export function urgentUntil(receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + urgentChild.hours * 3_600_000)
}
