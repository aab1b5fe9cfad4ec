import type { ReactNode } from 'react'

/** Shape and word, never colour alone: disc done, diamond soon, square late, ring not known. */
export function State({ is, children }: { is: 'ok' | 'cham' | 'sai' | 'open'; children: ReactNode }) {
  return <span className={`state ${is}`}>{children}</span>
}

/** An empty list: one sentence, and the next step as `children` (a link). */
export function Empty({ sentence, children }: { sentence: string; children?: ReactNode }) {
  return (
    <p className="empty">
      {sentence} {children}
    </p>
  )
}

/** Long work: count and time left in words above a thin bar. `words` also says whether the page may be left. */
export function Progress({ done, total, words }: { done: number; total: number; words: string }) {
  return (
    <div className="progress">
      <span aria-live="polite">{words}</span>
      <progress value={done} max={Math.max(total, 1)} aria-label={words} />
    </div>
  )
}
