import type { Text } from '#rules'

/** What a message is in law: each kind has clocks of its own. */
export const feedbackKinds = [
  'administrativeRules',
  'suggestion',
  'question',
  'complaint',
  'denunciation',
  'childProtection',
  'informationRequest',
] as const

export type FeedbackKind = (typeof feedbackKinds)[number]

export const feedbackKindNames: Readonly<Record<FeedbackKind, Text>> = {
  administrativeRules: {
    vi: 'Phản ánh, kiến nghị về quy định hành chính',
    en: 'Feedback on administrative rules',
  },
  suggestion: { vi: 'Góp ý, kiến nghị', en: 'Suggestion' },
  question: { vi: 'Hỏi đáp', en: 'Question' },
  complaint: { vi: 'Khiếu nại', en: 'Complaint' },
  denunciation: { vi: 'Tố cáo', en: 'Denunciation' },
  childProtection: { vi: 'Báo tin về trẻ em', en: 'Report about a child' },
  informationRequest: { vi: 'Yêu cầu cung cấp thông tin', en: 'Request for information' },
}

export function isFeedbackKind(text: string): text is FeedbackKind {
  return feedbackKinds.some((kind) => kind === text)
}

/** The ways a message may go: the open one, and two that only those given the area by name may read. */
export const feedbackPaths = ['open', 'denunciation', 'child'] as const

export type FeedbackPath = (typeof feedbackPaths)[number]

export const feedbackPathNames: Readonly<Record<FeedbackPath, Text>> = {
  open: { vi: 'Góp ý, phản ánh thông thường', en: 'Ordinary feedback' },
  denunciation: { vi: 'Đường riêng: tố cáo', en: 'Reserved: denunciations' },
  child: { vi: 'Đường riêng: trẻ em', en: 'Reserved: children' },
}

/** The path that a kind must go: a denouncer's identity is secret (Luật Tố cáo 25/2018), and so is a child's. */
export function pathOfKind(kind: FeedbackKind): FeedbackPath {
  if (kind === 'denunciation') return 'denunciation'
  return kind === 'childProtection' ? 'child' : 'open'
}
