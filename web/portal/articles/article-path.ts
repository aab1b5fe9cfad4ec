import { type Lang, pathIn } from '#web/ui/language.ts'

/** Where an article of any kind is read, in the language of the page that leads to it. */
export function articlePath(lang: Lang, slug: string): string {
  return pathIn(lang, `/bai-viet/${slug}`)
}
