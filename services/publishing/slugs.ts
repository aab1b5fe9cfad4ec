import { foldText } from '#identity'

const lettersMax = 80

/** The address of an article made from its title: no tones, no signs, broken at a word. */
export function slugOf(title: string): string {
  const folded = foldText(title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (folded.length <= lettersMax) return folded || 'bai'
  const end = folded.lastIndexOf('-', lettersMax)
  return folded.slice(0, end > 0 ? end : lettersMax)
}
