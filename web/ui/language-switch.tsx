import { useLocation } from 'react-router'
import { langOf, pathIn } from './language.ts'

/** The way to the same page in the other language, named in that language. */
export function LanguageSwitch() {
  const { pathname } = useLocation()
  const other = langOf(pathname) === 'vi' ? 'en' : 'vi'
  return (
    <a href={pathIn(other, pathname)} lang={other} hrefLang={other}>
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </a>
  )
}
