import { foldText } from '#identity'
import type { NoticePart } from '#notices'

/** The degrees of secrecy that are stamped on a paper, folded (Law on Protection of State Secrets). */
const stamps = ['mat', 'toi mat', 'tuyet mat']
/** A stamp stands above or beside the head, never below the title. */
const headLines = 15
const stampLettersMax = 40

/**
 * Whether a paper is stamped as a state secret: a line or a cell of its head that says nothing but the degree, in capitals
 * (“MẬT”, “TỐI MẬT”, “TUYỆT MẬT”) or after “Độ mật:”. The word inside a sentence stamps nothing.
 */
export function isStateSecret(parts: readonly NoticePart[]): boolean {
  return linesOf(parts).slice(0, headLines).some(isStamp)
}

function linesOf(parts: readonly NoticePart[]): string[] {
  return parts
    .flatMap((part) => (part.kind === 'paragraph' ? [part.text] : part.rows.flat()))
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter(Boolean)
}

function isStamp(line: string): boolean {
  if (line.length > stampLettersMax) return false
  const degree = /^độ mật\s*:\s*(.+)$/i.exec(line.normalize('NFC'))?.[1]
  const said = foldText(degree ?? line)
    .replace(/[^a-z ]/g, '')
    .trim()
  return stamps.includes(said) && (degree !== undefined || line === line.toLocaleUpperCase('vi'))
}
