import { tidyText } from '#identity'

/** Two words of a name, at least, on either side. */
const joined =
  /^\S+ +\S.*\s(?:và|cùng)\s+(?:(?:vợ|chồng|con|mẹ|cha|bố|em|anh|chị|cháu|ông|bà)\s+)?(?:là\s+)?\S+\s+\S+/iu
const besideThem = /^\S+ +\S.*[,;+-]\s*(?:vợ|chồng)(?:\s+là)?\s*:?\s*\S+\s+\S+/iu

/** Whether a cell of names holds two: `Nguyễn Văn A và vợ Trần Thị B`. Families are called `Và` too. */
export function holdsTwoNames(written: string): boolean {
  if (!/v[àợ]|cùng|chồng/iu.test(written.normalize('NFC'))) return false
  const text = tidyText(written)
  return joined.test(text) || besideThem.test(text)
}

const between = /[,;/\n\r|]|\s(?:và|hoặc)\s|\s-\s/iu

/** The numbers of cards in a cell that holds several, each as its digits; empty where it holds one or none. */
export function idsTogether(written: string): string[] {
  if (written.length < 2 * 9) return []
  const digitsOf = (piece: string) => piece.replace(/\D/g, '')
  const pieces = written.split(between).map(digitsOf).filter(isCard)
  if (pieces.length > 1) return pieces
  const digits = digitsOf(written)
  if (digits.length === 24) return [digits.slice(0, 12), digits.slice(12)]
  return digits.length === 18 ? [digits.slice(0, 9), digits.slice(9)] : []
}

function isCard({ length }: string): boolean {
  return length === 12 || length === 9
}
