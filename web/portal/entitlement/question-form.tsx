import { type FormEvent, useState } from 'react'
import type { LocalDate } from '#calendar'
import { useWords } from '#web/ui/index.ts'
import { dontKnow, isAnswer } from './interview.ts'
import type { About, Question } from './question.ts'
import { QuestionFields, QuestionHead } from './question-view.tsx'
import { words } from './words.ts'

interface Props {
  question: Question
  about: About
  today: LocalDate
  place: { number: number; total: number; editing: boolean }
  /** The answer given before, to be changed. */
  given: string | undefined
  backTo: string | undefined
  onAnswer: (answer: string) => void
}

/** One question where scripts run: its answer goes nowhere but to the interview on the same page. */
export function QuestionForm({ question, about, today, place, given, backTo, onAnswer }: Props) {
  const t = useWords(words)
  const [isWrong, setIsWrong] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = String(new FormData(event.currentTarget).get('answer') ?? '').trim()
    if (isAnswer(question, answer, today)) onAnswer(answer)
    else setIsWrong(true)
  }
  return (
    <section aria-labelledby="hoi">
      <QuestionHead question={question} about={about} place={place} />
      <form onSubmit={submit} noValidate>
        <QuestionFields question={question} about={about} given={given} isWrong={isWrong}>
          {backTo ? (
            <a className="btn big" href={backTo}>
              {t.back}
            </a>
          ) : null}
          {question.kind === 'birth' ? (
            <button type="button" className="btn text" onClick={() => onAnswer(dontKnow)}>
              {t.dontKnow}
            </button>
          ) : null}
        </QuestionFields>
      </form>
    </section>
  )
}
