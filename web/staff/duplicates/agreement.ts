import { foldText } from '#identity'

/** How the values of one field stand to each other, among the two records of a pair. */
export type Agreement = 'same' | 'spelling' | 'differs' | 'oneSide' | 'nothing'

/**
 * Of the two records of the pair, which stand first. `DANG VAN DUNG` is another spelling of `Đặng Văn Dũng`: only the tones, the letters' case or the blanks differ.
 */
export function agreementOf([a, b]: readonly { text: string | undefined }[]): Agreement {
  if (a?.text === undefined && b?.text === undefined) return 'nothing'
  if (a?.text === undefined || b?.text === undefined) return 'oneSide'
  if (a.text === b.text) return 'same'
  return foldText(a.text) === foldText(b.text) ? 'spelling' : 'differs'
}
