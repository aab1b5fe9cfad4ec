const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g
/** Precomposed letters with single spaces: nothing to tidy. */
const tidy = /^(?!.*[Ðð])[\x21-\x7e\u00c0-\u024f\u1e00-\u1eff]+(?: [\x21-\x7e\u00c0-\u024f\u1e00-\u1eff]+)*$/
/** Letters and digits as wide as Chinese ones, which some keyboards type. */
const fullWidth = /[\uff01-\uff5e]/g
/** What fonts and code pages of before Unicode left of Đ and đ: letters of Icelandic that look the same. */
const eths: Readonly<Record<string, string>> = { Ð: 'Đ', ð: 'đ' }
const ourLetters = /^[A-Za-zĐđ\P{L}]*$/u
const marks = /\p{M}/gu
const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/g
const laterTone = /(o(?=[ae])|(?<!q)u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/giu
const wordStart = /(^|[\s\-'’.(])(\p{L})/gu

/**
 * Text as one would copy it by hand: NFC, one space between words, none at the ends, nothing invisible, letters and
 * digits of the usual width, and Đ the letter of Vietnamese.
 */
export function tidyText(text: string): string {
  if (tidy.test(text)) return text
  return ofOneAlphabet(text.replace(invisible, '')).normalize('NFC').replace(/\s+/g, ' ').trim()
}

function ofOneAlphabet(text: string): string {
  return text
    .replace(fullWidth, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[Ðð]/g, (eth) => eths[eth] ?? eth)
}

/** A name kept as it is written, in NFC; one written all in capitals or all small becomes `Hồ Công Sáu`. */
export function tidyName(text: string): string {
  const name = tidyText(text)
  if (/\p{Ll}/u.test(name) === /\p{Lu}/u.test(name) || !ourLetters.test(name.normalize('NFD'))) return name
  return name
    .toLocaleLowerCase('vi')
    .replace(wordStart, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'))
}

/**
 * The form in which names, headings and places are searched: small letters without tones or marks, đ as d, only
 * letters and digits with one space between words. Folding a folded text changes nothing.
 */
export function foldText(text: string): string {
  foldings ??= foldEachLetter()
  let folded = ''
  let spaceDue = false
  for (let index = 0; index < text.length; index++) {
    const letter = foldings[text.charCodeAt(index)]
    if (letter === undefined) return foldAnyText(text)
    if (letter === '') continue
    if (letter === ' ') {
      spaceDue = folded !== ''
      continue
    }
    folded += spaceDue ? ` ${letter}` : letter
    spaceDue = false
  }
  return folded
}

/** What each Latin letter and mark folds to, by its code: a million names are folded in a fifth of a second. */
let foldings: readonly (string | undefined)[] | undefined

function foldEachLetter(): (string | undefined)[] {
  return Array.from({ length: 0x1f00 }, (_, code) => {
    const isLatin = code < 0x250 || (code >= 0x300 && code < 0x370) || code >= 0x1e00
    return isLatin ? foldAnyText(`a${String.fromCharCode(code)}a`).slice(1, -1) : undefined
  })
}

function foldAnyText(text: string): string {
  const small = ofOneAlphabet(text.replace(invisible, '')).normalize('NFD').replace(marks, '').toLowerCase()
  return small
    .normalize('NFD')
    .replace(marks, '')
    .replaceAll('đ', 'd')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The tone over the first vowel of an open `oa`, `oe`, `uy`, as the registers of places write it: `Hoà` as `Hòa`.
 * For showing spellings in one way; what is stored stays as written.
 */
export function withToneOnFirstVowel(text: string): string {
  return text.normalize('NFD').replace(laterTone, '$1$3$2').normalize('NFC')
}

/**
 * The spelling with its tones, wherever they were put: `Hòa` and `Hoà` are one spelling, `Hoa` is another. For
 * ranking names that fold alike.
 */
export function spellingOf(text: string): string {
  return tidyText(text)
    .toLocaleLowerCase('vi')
    .normalize('NFD')
    .split(' ')
    .map((syllable) => syllable.replace(toneMark, '') + (syllable.match(toneMark) ?? []).join(''))
    .join(' ')
    .normalize('NFC')
}
