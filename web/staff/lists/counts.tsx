import type { ImportCounts } from '#intake'
import { formatCount, useLang, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

const states = ['new', 'changed', 'identical', 'doubtful', 'faulty'] as const

/** How many rows are new, changed, the same, doubtful and faulty. */
export function Counts({ counts }: { counts: ImportCounts }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <dl className="counts">
      {states.map((state) => (
        <div key={state} data-count={state}>
          <dt>{t.states[state]}</dt>
          <dd>{formatCount(counts[state], lang)}</dd>
        </div>
      ))}
    </dl>
  )
}
