import { useLang, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** Says beside a title in which language a text is, where that is not the reader's. */
export function InLanguage({ language }: { language: 'vi' | 'en' }) {
  const t = useWords(words)
  return language === useLang() ? null : <span className="quiet"> ({t.writtenIn[language]})</span>
}
