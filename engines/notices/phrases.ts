/** No letter or digit before, none after: the edges of a word in Vietnamese, which `\b` does not know. */
export const before = '(?<![\\p{L}\\p{N}])'
export const after = '(?![\\p{L}\\p{N}])'

/** The phrases of a list written `a | b | c`, the longest first, so that the longest is found. */
function phrasesOf(list: string): string[] {
  return list
    .split('|')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
    .sort((one, other) => other.length - one.length)
}

/** One of the phrases as the source of a regular expression, whole words only. */
export function anyOf(list: string): string {
  const escaped = phrasesOf(list).map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return `${before}(?:${escaped.join('|')})${after}`
}

/** Finds one of the phrases anywhere. */
export function finding(list: string): RegExp {
  return new RegExp(anyOf(list), 'u')
}

/** Matches at one place only: set by `matchAt`. */
export function placed(source: string): RegExp {
  return new RegExp(source, 'uy')
}

/** The match of a placed pattern that begins exactly at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/** Where the next word begins: past blanks, commas of an enumeration are not blanks. */
export function skipBlanks(text: string, at: number): number {
  let next = at
  while (text[next] === ' ') next += 1
  return next
}
