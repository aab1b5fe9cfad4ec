import { useLocation } from 'react-router'

/** The two languages of the screens: Vietnamese at `/…`, English at `/en/…`. */
export type Lang = 'vi' | 'en'

/** A catalogue keeps every sentence of a page twice; a missing English sentence is a type error. */
export interface Catalogue<Words> {
  vi: Words
  en: Words
}

/** The language an address speaks. */
export function langOf(pathname: string): Lang {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'vi'
}

/**
 * The same page in another language; `path` may be in either (`/en/gop-y` in `vi` is `/gop-y`). It begins with one
 * slash: two would lead to another host, and an address that a stranger made up is no reason to.
 */
export function pathIn(lang: Lang, path: string): string {
  const plain = (langOf(path) === 'en' ? path.slice(3) || '/' : path).replace(/^[/\\]+/, '/')
  if (lang === 'vi') return plain
  return plain === '/' ? '/en' : `/en${plain}`
}

/** The language of the page being shown. */
export function useLang(): Lang {
  return langOf(useLocation().pathname)
}

/** The words of the page being shown, in its language. */
export function useWords<Words>(catalogue: Catalogue<Words>): Words {
  return catalogue[useLang()]
}
