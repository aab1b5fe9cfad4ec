import type { Certainty, Text } from '#rules'

/** How sure a provision is, as screens and the command line say it. */
export const certaintyTexts: Readonly<Record<Certainty, Text>> = {
  gazette: { vi: 'đã đọc văn bản gốc', en: 'read in the gazetted text' },
  secondary: { vi: 'theo nguồn dẫn lại', en: 'from a secondary source' },
  memory: {
    vi: 'chưa đối chiếu văn bản, cần cán bộ xác nhận',
    en: 'from memory, an officer must confirm it',
  },
  pending: { vi: 'chờ xác nhận', en: 'awaiting confirmation' },
}
