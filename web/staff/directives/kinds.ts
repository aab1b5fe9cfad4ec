import type { DirectiveKind, DraftKind, DutyArea, KeptKind, NoticeTarget } from '#notices'
import { dutyAreas } from '#notices'
import type { Text } from '#rules'

/** What a directive is called by its kind. */
export const kindNames: Readonly<Record<DirectiveKind, Text>> = {
  'conclusion-notice': { vi: 'Thông báo kết luận', en: 'Conclusion notice' },
  'urgent-dispatch': { vi: 'Công điện', en: 'Urgent dispatch' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  directive: { vi: 'Chỉ thị', en: 'Directive' },
  'official-letter': { vi: 'Công văn', en: 'Official letter' },
  assignment: { vi: 'Phiếu giao việc', en: 'Assignment' },
  other: { vi: 'Văn bản', en: 'Paper' },
}

export const directiveKinds = Object.keys(kindNames) as DirectiveKind[]

export const draftKindNames: Readonly<Record<DraftKind, Text>> = {
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  principle: { vi: 'Nguyên tắc', en: 'Principle' },
  proposal: { vi: 'Kiến nghị', en: 'Proposal' },
}

export const draftKinds = Object.keys(draftKindNames) as DraftKind[]

/** What was kept of a text that commands nothing. */
export const keptNames: Readonly<Record<KeptKind, Text>> = {
  praise: { vi: 'Ghi nhận', en: 'Praise' },
  finding: { vi: 'Tồn tại', en: 'Finding' },
  background: { vi: 'Bối cảnh', en: 'Background' },
  head: { vi: 'Phần đầu văn bản', en: 'Head' },
  recipients: { vi: 'Nơi nhận', en: 'Recipients' },
  signature: { vi: 'Ký', en: 'Signature' },
  form: { vi: 'Biểu mẫu của trang', en: 'Form of the page' },
}

export const comparisonNames: Readonly<Record<NoticeTarget['comparison'], Text>> = {
  'at-least': { vi: 'ít nhất', en: 'at least' },
  'at-most': { vi: 'nhiều nhất', en: 'at most' },
  exactly: { vi: 'đúng', en: 'exactly' },
  'more-than': { vi: 'hơn', en: 'more than' },
  'less-than': { vi: 'dưới', en: 'less than' },
}

export const comparisons = Object.keys(comparisonNames) as NoticeTarget['comparison'][]

/** Areas in the order of the house, whatever order a form sends them in. */
export function areasIn(values: readonly unknown[]): DutyArea[] {
  return dutyAreas.filter((area) => values.includes(area))
}
