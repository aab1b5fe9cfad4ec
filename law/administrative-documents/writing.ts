import type { LocalDate } from '#calendar'
import { type Citation, cite, type Text } from '#rules'
import { decree30 } from './instruments.ts'
import { type DocumentKindCode, documentKinds } from './kinds.ts'

/** The nation and its motto, at the head of every paper. */
export const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'

/**
 * A day as papers write it: `Nghệ An, ngày 05 tháng 02 năm 2026`. Days below 10 and the months 1 and 2 take a leading
 * zero (annex I, from memory), so that nobody can write a figure before them.
 */
export function writtenPlaceAndDay(place: string, on: LocalDate): string {
  const [year = '', month = '', date = ''] = on.split('-')
  const plain = Number(month)
  return `${place}, ngày ${date} tháng ${plain <= 2 ? month : plain} năm ${year}`
}

/** The same line while nobody has signed yet: room is left for the day and the month. */
export function unsignedPlaceAndDay(place: string, year: number): string {
  return `${place}, ngày      tháng      năm ${year}`
}

/**
 * Number and sign: `Số: 440/TB-UBND`; a letter names who drafted it: `Số: 15/UBND-VX`. Numbers run from 01 on
 * 1 January to 31 December (art. 15(1)); below 10 they take a leading zero. Unsigned papers have no number yet.
 */
export function writtenNumber(sign: {
  number: number | undefined
  kind: DocumentKindCode
  /** Short for the body that issues: `UBND`, `SYT`. */
  body: string
  /** Short for the unit that drafts, in letters only. */
  unit?: string
}): string {
  const { kind, body, unit } = sign
  const number = sign.number === undefined ? '      ' : String(sign.number).padStart(2, '0')
  const { abbreviation } = documentKinds[kind]
  const rest = abbreviation ? `${abbreviation}-${body}` : [body, unit].filter(Boolean).join('-')
  return `Số: ${number}/${rest}`
}

/** For whom somebody signs, before their office (article 13; the marks from memory). */
interface SigningMark {
  mark: 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | 'Q.'
  name: Text
  when: Text
}

export const signingMarks = {
  onBehalf: {
    mark: 'TM.',
    name: { vi: 'thay mặt', en: 'on behalf of' },
    when: {
      vi: 'ký thay mặt tập thể: UBND, HĐND',
      en: 'for a collective body: a People’s Committee or Council',
    },
  },
  forHead: {
    mark: 'KT.',
    name: { vi: 'ký thay', en: 'for the head' },
    when: {
      vi: 'cấp phó ký thay cấp trưởng trong lĩnh vực được giao',
      en: 'a deputy, in the field assigned',
    },
  },
  byOrder: {
    mark: 'TL.',
    name: { vi: 'thừa lệnh', en: 'by order' },
    when: { vi: 'người đứng đầu đơn vị ký thừa lệnh', en: 'the head of a unit' },
  },
  byAuthority: {
    mark: 'TUQ.',
    name: { vi: 'thừa ủy quyền', en: 'by authority given' },
    when: {
      vi: 'theo ủy quyền bằng văn bản, có thời hạn, không ủy quyền lại',
      en: 'by written authority for a time, which cannot be passed on',
    },
  },
  inCharge: {
    mark: 'Q.',
    name: { vi: 'quyền', en: 'acting' },
    when: { vi: 'được giao quyền cấp trưởng', en: 'in charge without the title' },
  },
} as const satisfies Record<string, SigningMark>

/** Who may sign was read in the article, the abbreviations are from memory. */
export const signingSources: { who: Citation; marks: Citation } = {
  who: cite(decree30, 'Đ13'),
  marks: cite(decree30, 'Phụ lục I', 'memory'),
}

/** What stands over a paper that nobody has signed. */
export const draftMark = 'DỰ THẢO'
