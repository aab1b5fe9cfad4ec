import { type DeadlineUnit, day, type LocalDate } from '#calendar'
import type { Certainty, Text } from '#rules'
import type { CaseFacts } from './case-facts.ts'
import type { FeedbackKind } from './kinds.ts'

/** What a clock measures: the hand-over to who is competent, taking the case on, and the answer. */
export type ClockKey = 'transfer' | 'accept' | 'answer'

export const clockNames: Readonly<Record<ClockKey, Text>> = {
  transfer: { vi: 'Chuyển đến cơ quan có thẩm quyền', en: 'Sending on to the competent authority' },
  accept: { vi: 'Thụ lý, kiểm tra ban đầu', en: 'Acceptance or first check' },
  answer: { vi: 'Giải quyết, trả lời', en: 'Resolution or answer' },
}

/** One period of law: for messages received `from` a day up to, not including, `until`. */
export interface FeedbackPeriod {
  kinds: readonly FeedbackKind[]
  clock: ClockKey
  unit: DeadlineUnit
  /** 0 is at once: the day of the event itself. */
  count: number
  /** What starts it: receipt, or (for the answer) the hand-over, or for a case that is accepted its acceptance. */
  begins: 'received' | 'sent' | 'accepted'
  /** The cases it is for; every case where it is left out. */
  only?: Partial<CaseFacts>
  /** Days that each extension adds. */
  extendsBy?: number
  from?: LocalDate
  until?: LocalDate
  basis: Text
  certainty: Certainty
}

/** Law 136/2025/QH15 and Decrees 154 to 156/2026 are in force. */
const newLaws = day('2026-07-01')
/** The Law on Access to Information of 2026 replaces 104/2016/QH13. */
const newAccessLaw = day('2026-09-01')
const own: Text = {
  vi: 'Mức của tỉnh, chờ xác nhận: NĐ 20/2008 không quy định thời hạn trả lời',
  en: 'The province’s own period, to be confirmed: Decree 20/2008 gives none for the answer',
}
const transferBasis: Text = { vi: 'Điều 9 NĐ 20/2008/NĐ-CP', en: 'Art. 9 Decree 20/2008/NĐ-CP' }
const ordinary: readonly FeedbackKind[] = ['suggestion', 'question']

/** Administrative feedback, suggestions and questions: sent on within 5 working days; the answer is the province's parameter. */
const ofFeedback: readonly FeedbackPeriod[] = [
  {
    kinds: ['administrativeRules'],
    clock: 'transfer',
    unit: 'workingDays',
    count: 5,
    begins: 'received',
    basis: transferBasis,
    certainty: 'secondary',
  },
  {
    kinds: ordinary,
    clock: 'transfer',
    unit: 'workingDays',
    count: 5,
    begins: 'received',
    basis: {
      vi: 'Mức của tỉnh, theo Điều 9 NĐ 20/2008/NĐ-CP, chờ xác nhận',
      en: 'The province’s own period, after art. 9 Decree 20/2008/NĐ-CP, to be confirmed',
    },
    certainty: 'pending',
  },
  {
    kinds: ['administrativeRules', ...ordinary],
    clock: 'answer',
    unit: 'workingDays',
    count: 10,
    begins: 'sent',
    basis: own,
    certainty: 'pending',
  },
]

/** Days to resolve a complaint from its acceptance: first or second, near or remote, plain or complex. */
const complaintDays: readonly (CaseFacts & { count: number })[] = [
  { instance: 'first', isRemote: false, isComplex: false, count: 30 },
  { instance: 'first', isRemote: false, isComplex: true, count: 45 },
  { instance: 'first', isRemote: true, isComplex: false, count: 45 },
  { instance: 'first', isRemote: true, isComplex: true, count: 60 },
  { instance: 'second', isRemote: false, isComplex: false, count: 45 },
  { instance: 'second', isRemote: false, isComplex: true, count: 60 },
  { instance: 'second', isRemote: true, isComplex: false, count: 60 },
  { instance: 'second', isRemote: true, isComplex: true, count: 70 },
]

/** Law 136/2025/QH15 amends the periods from 1/7/2026 and was not read in full: until then they are to be confirmed. */
function resolvedIn({ count, ...only }: CaseFacts & { count: number }): FeedbackPeriod[] {
  const { instance, isRemote, isComplex } = only
  const which: Text = {
    vi: [
      instance === 'first' ? 'lần đầu' : 'lần hai',
      ...(isRemote ? ['vùng sâu, vùng xa đi lại khó khăn'] : []),
      ...(isComplex ? ['vụ việc phức tạp'] : []),
    ].join(', '),
    en: [`${instance} resolution`, ...(isRemote ? ['remote'] : []), ...(isComplex ? ['complex'] : [])].join(
      ', ',
    ),
  }
  const period = {
    kinds: ['complaint'],
    clock: 'answer',
    unit: 'days',
    count,
    begins: 'accepted',
    only,
  } as const
  return [
    {
      ...period,
      until: newLaws,
      basis: {
        vi: `Luật Khiếu nại 02/2011/QH13, giải quyết ${which.vi}: ${count} ngày`,
        en: `Law on Complaints 02/2011/QH13, ${which.en}: ${count} days`,
      },
      certainty: 'secondary',
    },
    {
      ...period,
      from: newLaws,
      basis: {
        vi: `Luật Khiếu nại 02/2011/QH13, giải quyết ${which.vi}: ${count} ngày; Luật 136/2025/QH15 chưa đọc toàn văn, cần xác nhận`,
        en: `Law 02/2011/QH13, ${which.en}: ${count} days; Law 136/2025/QH15 not read in full, to be confirmed`,
      },
      certainty: 'pending',
    },
  ]
}

const ofComplaints: readonly FeedbackPeriod[] = [
  {
    kinds: ['complaint'],
    clock: 'accept',
    unit: 'days',
    count: 10,
    begins: 'received',
    until: newLaws,
    basis: { vi: 'Điều 27 Luật Khiếu nại 02/2011/QH13', en: 'Art. 27 Law on Complaints 02/2011/QH13' },
    certainty: 'secondary',
  },
  {
    kinds: ['complaint'],
    clock: 'accept',
    unit: 'workingDays',
    count: 7,
    begins: 'received',
    from: newLaws,
    basis: {
      vi: 'khoản 1 Điều 16 NĐ 124/2020/NĐ-CP, thay bởi Điều 10 NĐ 155/2026/NĐ-CP',
      en: 'Art. 16.1 Decree 124/2020/NĐ-CP as replaced by art. 10 Decree 155/2026/NĐ-CP',
    },
    certainty: 'gazette',
  },
  ...complaintDays.flatMap(resolvedIn),
]

const denunciationLaw: Text = { vi: 'Luật Tố cáo 25/2018/QH14', en: 'Law on Denunciations 25/2018/QH14' }

const ofReserved: readonly FeedbackPeriod[] = [
  {
    kinds: ['denunciation'],
    clock: 'transfer',
    unit: 'workingDays',
    count: 5,
    begins: 'received',
    basis: denunciationLaw,
    certainty: 'secondary',
  },
  {
    kinds: ['denunciation'],
    clock: 'accept',
    unit: 'workingDays',
    count: 7,
    begins: 'received',
    only: { isComplex: false },
    basis: {
      vi: 'Luật Tố cáo 25/2018/QH14 (phải xác minh ở nhiều nơi: 10 ngày làm việc)',
      en: 'Law on Denunciations 25/2018/QH14 (checked in many places: 10 working days)',
    },
    certainty: 'secondary',
  },
  {
    kinds: ['denunciation'],
    clock: 'accept',
    unit: 'workingDays',
    count: 10,
    begins: 'received',
    only: { isComplex: true },
    basis: {
      vi: 'Luật Tố cáo 25/2018/QH14, phải xác minh ở nhiều nơi',
      en: 'Law on Denunciations 25/2018/QH14, checked in many places',
    },
    certainty: 'secondary',
  },
  {
    kinds: ['denunciation'],
    clock: 'answer',
    unit: 'days',
    count: 30,
    begins: 'accepted',
    extendsBy: 30,
    basis: {
      vi: 'Luật Tố cáo 25/2018/QH14 (gia hạn một lần 30 ngày; đặc biệt phức tạp: hai lần)',
      en: 'Law on Denunciations 25/2018/QH14 (extended once by 30 days; very complex: twice)',
    },
    certainty: 'secondary',
  },
  {
    kinds: ['childProtection'],
    clock: 'transfer',
    unit: 'days',
    count: 0,
    begins: 'received',
    basis: {
      vi: 'Báo tin về trẻ em phải xem xét và chuyển ngay đến nơi bảo vệ trẻ; thời hạn của luật chưa đọc, chờ xác nhận',
      en: 'A report about a child goes at once to who protects it; the law’s period was not read, to be confirmed',
    },
    certainty: 'pending',
  },
]

const ofInformation: readonly FeedbackPeriod[] = [
  {
    kinds: ['informationRequest'],
    clock: 'accept',
    unit: 'workingDays',
    count: 3,
    begins: 'received',
    until: newAccessLaw,
    basis: {
      vi: 'Điều 30 Luật Tiếp cận thông tin 104/2016/QH13, thông báo khi thông tin không có sẵn',
      en: 'Art. 30 Law on Access to Information 104/2016/QH13, notice where it is not at hand',
    },
    certainty: 'secondary',
  },
  {
    kinds: ['informationRequest'],
    clock: 'answer',
    unit: 'workingDays',
    count: 15,
    begins: 'received',
    until: newAccessLaw,
    basis: {
      vi: 'Điều 29–31 Luật Tiếp cận thông tin 104/2016/QH13, qua mạng (có sẵn: 3 ngày làm việc; tại chỗ: 10)',
      en: 'Art. 29–31 Law 104/2016/QH13, online (at hand: 3 working days; at the counter: 10)',
    },
    certainty: 'secondary',
  },
  {
    kinds: ['informationRequest'],
    clock: 'answer',
    unit: 'workingDays',
    count: 15,
    begins: 'received',
    from: newAccessLaw,
    basis: {
      vi: 'Luật Tiếp cận thông tin mới (từ 01/09/2026): thời hạn chưa đọc, tạm tính như luật cũ, chờ xác nhận',
      en: 'The new Law on Access to Information (from 01/09/2026): periods not read, counted as before, to be confirmed',
    },
    certainty: 'pending',
  },
]

export const feedbackPeriods: readonly FeedbackPeriod[] = [
  ...ofFeedback,
  ...ofComplaints,
  ...ofReserved,
  ...ofInformation,
]

/** What the province sets itself, until somebody with the power to do so confirms it. */
export const feedbackRules = {
  /** Civil days after the answer in which its receiver may say that it solved nothing. */
  reopenDays: 15,
  /** Marks an authority must have before their mean is shown, so that no rater is known by their mark. */
  marksShownFrom: 5,
  certainty: 'pending',
} as const satisfies { reopenDays: number; marksShownFrom: number; certainty: Certainty }
