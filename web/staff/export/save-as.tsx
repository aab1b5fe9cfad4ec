import { useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** The two ways to take a list out: `path` without its ending, and the filter of the page. */
export function SaveAs({ path, search = '' }: { path: string; search?: string }) {
  const t = useWords(words)
  return (
    <span className="acts">
      <a className="btn sm" href={`${path}.xlsx${search}`} download>
        {t.excel}
      </a>
      <a className="btn sm" href={`${path}.csv${search}`} download>
        {t.csv}
      </a>
    </span>
  )
}
