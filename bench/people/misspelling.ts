import type { Random } from './random.ts'

const tones = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const keys = 'aeiouhntgyk'

export function tonesRemoved(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

/** One tone replaced by another; a name without tones stays. */
export function retoned(name: string, random: Random): string {
  const letters = [...name.normalize('NFD')]
  const places = letters.flatMap((letter, at) => (tones.includes(letter) ? [at] : []))
  if (places.length === 0) return name
  const at = random.pick(places)
  letters[at] = random.pick(tones.filter((tone) => tone !== letters[at]))
  return letters.join('').normalize('NFC')
}

/** `Hòa` as `Hoà`, the way newer schoolbooks place the mark. */
export function withLaterTone(name: string): string {
  return name
    .normalize('NFD')
    .replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?![\p{L}\p{M}])/giu, '$1$3$2')
    .normalize('NFC')
}

/** One slip of the keyboard after the first letter: a letter lost, doubled with its neighbour's place, or another. */
export function misspelt(name: string, random: Random): string {
  const letters = [...name]
  const at = 1 + random.below(Math.max(1, letters.length - 2))
  const slip = random.below(3)
  if (slip === 0) letters.splice(at, 1)
  else if (slip === 1) letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '')
  else letters[at] = keys[random.below(keys.length)] ?? 'a'
  return letters.join('').replace(/\s+/g, ' ').trim()
}
