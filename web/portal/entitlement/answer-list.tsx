import { useLang, useWords } from '#web/ui/index.ts'
import { type Course, dontKnow } from './interview.ts'
import type { Way } from './interview-view.tsx'
import type { Question } from './question.ts'
import { choicesOf } from './question-view.tsx'
import { words } from './words.ts'

/** What was answered, each with the way back to its question. */
export function AnswerList(props: {
  course: Course
  now: number | undefined
  way: Way
  /** What becomes of the answers. */
  privacy: string
}) {
  const { course, now, way: Way, privacy } = props
  const t = useWords(words)
  const lang = useLang()
  return (
    <aside aria-labelledby="da">
      <h2 className="h3" id="da">
        {t.answered}
      </h2>
      <ul className="ans">
        {course.steps.map(({ question, answer }, index) => {
          const here = now === index + 1
          return (
            <li
              key={question.key}
              className={here ? 'now' : undefined}
              aria-current={here ? 'step' : undefined}
            >
              <span>{question.short[lang]}</span>
              <b>{answerText(question, answer, lang)}</b>
              <Way number={index + 1} label={t.editNamed(question.short[lang])}>
                {here ? t.beingEdited : t.edit}
              </Way>
            </li>
          )
        })}
      </ul>
      <p className="hint">{privacy}</p>
    </aside>
  )
}

function answerText(question: Question, answer: string, lang: 'vi' | 'en'): string {
  if (answer === dontKnow) return words[lang].dontKnowShort
  if (question.kind === 'birth') return /^\d{1,3}$/.test(answer) ? `${answer} ${words[lang].years}` : answer
  return choicesOf(question, lang).find(({ value }) => value === answer)?.text ?? answer
}
