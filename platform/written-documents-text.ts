import type { NoticePart } from '#notices'
import { readDialect } from './csv-dialects.ts'
import { refuseDocument } from './written-documents-refusals.ts'

/** The text of bytes: UTF-8, UTF-16 or the old Vietnamese code page of Windows. */
export function decodeText(bytes: Uint8Array, name: string): string {
  const text = decodeUtf8(bytes) ?? readDialect(bytes)?.text
  if (text !== undefined) return text.replace(/^\ufeff/, '')
  // TCVN3 and VNI are no encodings of their own: Western letters wearing a Vietnamese font.
  const western = new TextDecoder('windows-1252').decode(bytes)
  throw refuseDocument(
    name,
    oldLettersIn(western) ?? (noText.test(western) ? 'notADocument' : 'unknownLetters'),
  )
}

/** Also with the controls that text broken on its way is full of: it is told from others by its letters. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return noText.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

/** What no text holds: bytes of another kind of file. */
const noText = /[^\P{Cc}\t\n\r\f\u0080-\u009f]/u

/** Refuses a document whose letters only look Vietnamese in an old font, or were broken on their way. */
export function refuseOldLetters(parts: readonly NoticePart[], name: string): void {
  const text = parts.map((part) => (part.kind === 'paragraph' ? part.text : part.rows.flat().join(' ')))
  const because = oldLettersIn(text.join(' '))
  if (because) throw refuseDocument(name, because)
}

/** Fewer of them may be chance. */
const signsMin = 8
/** Letters that only Vietnamese has. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/gi

const signs = [
  // UTF-8 that somebody read as Western: “Ä‘”, “á»™”, “Æ°”.
  { because: 'brokenLetters', is: /á[º»][\u0080-\u024f‘-›€™]?|Ä[‘ƒ\u0090\u0091]|Æ[°¡]/g },
  // A tone as a letter behind its vowel: “Coäng hoøa xaõ hoäi”.
  { because: 'vni', is: /[aeiouyôö][ùøûõïäáàåãéèúüëê](?![a-z]*[đăơư])/gi },
  // Letters in the places of signs: “Céng hßa x· héi chñ nghÜa ViÖt Nam”.
  { because: 'tcvn3', is: /[µ¶·¸¹»¼½¾ÆÇÈÉËÌÎÏÐÑÖ×ØÜÞßæç®¨©ª«¬]/g },
] as const

function oldLettersIn(text: string): (typeof signs)[number]['because'] | undefined {
  const rightly = text.match(vietnamese)?.length ?? 0
  return signs.find(({ is }) => {
    const count = text.match(is)?.length ?? 0
    return count >= signsMin && count > rightly
  })?.because
}
