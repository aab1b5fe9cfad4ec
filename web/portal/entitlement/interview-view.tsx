import type { ReactNode } from 'react'
import { useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** Leads back to a question by its number in the interview; `label` says to which, where the words alone do not. */
export type Way = (props: { number: number; label?: string; children: ReactNode }) => ReactNode

/** A question with what was answered beside it; when there is nothing more to ask, the result comes first. */
export function InterviewView(props: { question?: ReactNode; list: ReactNode; result: ReactNode }) {
  const { question, list, result } = props
  const t = useWords(words)
  if (!question)
    return (
      <div className="page finished">
        <h1 className="h1">{t.title}</h1>
        {result}
        {list}
      </div>
    )
  return (
    <>
      <div className="calc">
        {question}
        {list}
      </div>
      {result}
    </>
  )
}
