import { day, type LocalDate } from '#calendar'
import { circular01, decree28, law51 } from '#law/instruments'
import { type Citation, cite, type Text } from '#rules'

export type Degree = 'light' | 'severe' | 'extreme'

/** Decree 28/2012 Điều 3: what each degree means, in short. */
export const degrees: Readonly<Record<Degree, { text: Text; cite: Citation }>> = {
  extreme: {
    text: {
      vi: 'mất hoàn toàn chức năng, không tự làm được việc sinh hoạt hằng ngày, cần người chăm sóc hoàn toàn',
      en: 'function wholly lost: cannot manage daily life and needs full care',
    },
    cite: cite(decree28, 'Đ3.1'),
  },
  severe: {
    text: {
      vi: 'mất một phần chức năng, không tự làm được một số việc sinh hoạt hằng ngày, cần người giúp',
      en: 'function partly lost: cannot manage some of daily life and needs help',
    },
    cite: cite(decree28, 'Đ3.2'),
  },
  light: { text: { vi: 'các trường hợp còn lại', en: 'all other cases' }, cite: cite(decree28, 'Đ3.3') },
}

/** Decree 28/2012 Điều 2: the forms of disability. */
export const forms: readonly Text[] = [
  { vi: 'vận động', en: 'mobility' },
  { vi: 'nghe, nói', en: 'hearing and speech' },
  { vi: 'nhìn', en: 'vision' },
  { vi: 'thần kinh, tâm thần', en: 'neurological or psychiatric' },
  { vi: 'trí tuệ', en: 'intellectual' },
  { vi: 'khuyết tật khác', en: 'other' },
]

/** Decree 28/2012 took effect here; percentages concluded later are not a degree. */
const percentagesUntil = day('2012-06-01')

/**
 * The degree an old conclusion of a medical board stands for (Decree 28/2012 Đ4.3): 81 % or no self-care is
 * extremely severe, 61 to 80 % severe, less light. Undefined for a conclusion of 1/6/2012 or later: then only
 * the council's certificate counts.
 */
export function degreeByPercentage(conclusion: {
  percent: number
  cannotCareForSelf: boolean
  concludedOn: LocalDate
}): { degree: Degree; cite: Citation } | undefined {
  if (conclusion.concludedOn >= percentagesUntil) return undefined
  const place = cite(decree28, 'Đ4.3')
  if (conclusion.percent >= 81 || conclusion.cannotCareForSelf) return { degree: 'extreme', cite: place }
  return { degree: conclusion.percent >= 61 ? 'severe' : 'light', cite: place }
}

/** Working days of the commune council (Circular 01/2019); the law's 30 days to convene are longer. */
export const councilDays: Readonly<
  Record<'assess' | 'postAndIssue' | 'complaint' | 'reissue', { workingDays: number; cite: Citation }>
> = {
  assess: { workingDays: 20, cite: cite(circular01, 'Đ5') },
  postAndIssue: { workingDays: 5, cite: cite(circular01, 'Đ6') },
  complaint: { workingDays: 5, cite: cite(circular01, 'Đ6') },
  reissue: { workingDays: 5, cite: cite(circular01, 'Đ9.2') },
}

/** Who sits on the council, and how many must be there. Its make-up after 7/2025 is not known. */
export const council: { members: readonly Text[]; quorum: Text; cite: Citation } = {
  members: [
    { vi: 'Chủ tịch UBND xã (chủ tịch hội đồng)', en: 'chair of the commune (presides)' },
    { vi: 'trạm trưởng trạm y tế', en: 'head of the health station' },
    { vi: 'công chức lao động, xã hội', en: 'officer for labour and social affairs' },
    { vi: 'người đứng đầu hoặc cấp phó Mặt trận Tổ quốc', en: 'head or deputy of the Fatherland Front' },
    { vi: 'Hội Liên hiệp Phụ nữ', en: "Women's Union" },
    { vi: 'Đoàn Thanh niên', en: 'Youth Union' },
    { vi: 'Hội Cựu chiến binh', en: "Veterans' Association" },
    { vi: 'tổ chức của người khuyết tật', en: 'organisation of disabled persons' },
  ],
  quorum: {
    vi: 'ít nhất hai phần ba thành viên; theo đa số, ngang nhau thì theo chủ tịch hội đồng',
    en: 'two thirds present; by majority, the chair decides a tie',
  },
  cite: cite(law51, 'Đ16', 'secondary', {
    vi: 'Thành phần sau 01/7/2025 chưa có văn bản đọc được.',
    en: 'No text read on its make-up after 1/7/2025.',
  }),
}

/** When the case goes to a medical assessment board (Law 51/2010 Đ15.2). */
export const boardReasons: readonly Text[] = [
  { vi: 'hội đồng không kết luận được', en: 'the council cannot conclude' },
  { vi: 'người khuyết tật không đồng ý', en: 'the person disagrees' },
  {
    vi: 'có bằng chứng hội đồng không khách quan',
    en: 'there is evidence that the council was not objective',
  },
]
