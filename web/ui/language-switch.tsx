import { useLocation } from 'react-router'
import { langOf, pathIn } from './language.ts'

/** The way to the same page in the other language, named in that language; what was asked of it is asked there too. */
export function LanguageSwitch() {
  const { pathname, search } = useLocation()
  const other = langOf(pathname) === 'vi' ? 'en' : 'vi'
  return (
    <a href={`${pathIn(other, pathname)}${search}`} lang={other} hrefLang={other}>
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </a>
  )
}
