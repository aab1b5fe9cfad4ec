import { useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** The commune a page is of, by its Vietnamese name, or the whole province. */
export function UnitName({ name }: { name: string | undefined }) {
  const t = useWords(words)
  return name === undefined ? t.province : <span lang="vi">{name}</span>
}
