import { type Citation, cite, type Text } from '#rules'
import { decree30 } from './instruments.ts'

/** One of the kinds of administrative papers. */
interface DocumentKind {
  name: Text
  /** What stands for it in a number (`440/TB-UBND`); a letter and a letter of thanks have none. */
  abbreviation: string | undefined
}

/** The list was read in the article, the abbreviations are from memory. */
export const kindSources: { list: Citation; abbreviations: Citation } = {
  list: cite(decree30, 'Đ7'),
  abbreviations: cite(decree30, 'Phụ lục III', 'memory'),
}

const kind = (vi: string, en: string, abbreviation?: string): DocumentKind => ({
  name: { vi, en },
  abbreviation,
})

/** The 29 kinds, in the order of the article. */
export const documentKinds = {
  resolution: kind('nghị quyết (cá biệt)', 'resolution (individual)', 'NQ'),
  decision: kind('quyết định (cá biệt)', 'decision (individual)', 'QĐ'),
  directive: kind('chỉ thị', 'directive', 'CT'),
  statute: kind('quy chế', 'statute', 'QC'),
  regulation: kind('quy định', 'regulation', 'QyĐ'),
  communique: kind('thông cáo', 'communiqué', 'TC'),
  notice: kind('thông báo', 'notice', 'TB'),
  guidance: kind('hướng dẫn', 'guidance', 'HD'),
  programme: kind('chương trình', 'programme', 'CTr'),
  plan: kind('kế hoạch', 'plan', 'KH'),
  option: kind('phương án', 'option', 'PA'),
  scheme: kind('đề án', 'scheme', 'ĐA'),
  project: kind('dự án', 'project', 'DA'),
  report: kind('báo cáo', 'report', 'BC'),
  minutes: kind('biên bản', 'minutes', 'BB'),
  submission: kind('tờ trình', 'submission', 'TTr'),
  contract: kind('hợp đồng', 'contract', 'HĐ'),
  letter: kind('công văn', 'official letter'),
  dispatch: kind('công điện', 'urgent dispatch', 'CĐ'),
  memorandum: kind('bản ghi nhớ', 'memorandum', 'BGN'),
  agreement: kind('bản thỏa thuận', 'agreement', 'BTT'),
  powerOfAttorney: kind('giấy ủy quyền', 'power of attorney', 'GUQ'),
  invitation: kind('giấy mời', 'invitation', 'GM'),
  introduction: kind('giấy giới thiệu', 'letter of introduction', 'GGT'),
  leave: kind('giấy nghỉ phép', 'leave paper', 'GNP'),
  sendingSlip: kind('phiếu gửi', 'sending slip', 'PG'),
  transferSlip: kind('phiếu chuyển', 'transfer slip', 'PC'),
  noticeSlip: kind('phiếu báo', 'notice slip', 'PB'),
  officialPersonalLetter: kind('thư công', 'official personal letter'),
} as const satisfies Record<string, DocumentKind>

export type DocumentKindCode = keyof typeof documentKinds
