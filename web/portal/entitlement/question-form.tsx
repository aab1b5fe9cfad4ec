import { type FormEvent, useState } from 'react'
import type { LocalDate } from '#calendar'
import { Button, Icon, useLang, useWords } from '#web/ui/index.ts'
import { dontKnow, isAnswer } from './interview.ts'
import { type About, type Question, speak } from './question.ts'
import { aboutQuestion } from './questions.ts'
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

/** One question: its field or its choices, why it is asked, and a way not to answer it. */
export function QuestionForm(props: Props) {
  const { question, about, today, place, given, backTo, onAnswer } = props
  const t = useWords(words)
  const lang = useLang()
  const [problem, setProblem] = useState<string>()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = String(new FormData(event.currentTarget).get('answer') ?? '').trim()
    if (isAnswer(question, answer, today)) onAnswer(answer)
    else setProblem(problemOf(question, t))
  }
  return (
    <section aria-labelledby="hoi">
      <p className="label">
        {t.questionOf(place.number, place.total)}
        {place.editing ? `. ${t.editing}` : ''}
      </p>
      <h1 className="q" id="hoi" tabIndex={-1}>
        {speak(question.text[lang], about)}
      </h1>
      <form onSubmit={submit} noValidate>
        {question.hint ? (
          <p className="lead" id="hint">
            {speak(question.hint[lang], about)}
          </p>
        ) : null}
        {problem ? (
          <p className="err" role="alert" id="problem">
            <Icon name="warn" />
            {problem}
          </p>
        ) : null}
        {question.kind === 'birth' ? (
          <BirthField question={question} given={given} wrong={problem !== undefined} />
        ) : (
          <Choices question={question} about={about} given={given} />
        )}
        <p className="why">
          {t.whyAsked}: {speak(question.why[lang], about)}
        </p>
        <div className="acts">
          <Button weight="main" size="big" type="submit">
            {t.next} <Icon name="go" />
          </Button>
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
        </div>
      </form>
    </section>
  )
}

function problemOf(question: Question, t: (typeof words)['vi']): string {
  if (question.kind !== 'birth') return t.problems.choose
  return question.key === 'birthday' ? t.problems.birthday : t.problems.birth
}

function BirthField({
  question,
  given,
  wrong,
}: {
  question: Question
  given: string | undefined
  wrong: boolean
}) {
  const t = useWords(words)
  return (
    <div className="bigin">
      <input
        type="text"
        name="answer"
        inputMode="decimal"
        autoComplete="off"
        className={question.key === 'birthday' ? 'wide' : undefined}
        aria-labelledby="hoi"
        aria-describedby={wrong ? 'problem hint' : 'hint'}
        aria-invalid={wrong || undefined}
        defaultValue={given === dontKnow ? '' : given}
      />
      {question.key === 'birthday' ? null : <span className="h2">{t.years}</span>}
    </div>
  )
}

/** The answers offered, as the list of answers names them too. */
export function choicesOf(question: Question, lang: 'vi' | 'en'): { value: string; text: string }[] {
  const { max = 0 } = question
  const t = words[lang]
  const offered =
    question.kind === 'count'
      ? Array.from({ length: max + 1 }, (_, number) => ({
          value: String(number),
          text: number === 0 ? t.noChildren : t.children(number, number === max),
        }))
      : question.options.map(({ value, text }) => ({ value, text: text[lang] }))
  return question.key === aboutQuestion.key
    ? offered
    : [...offered, { value: dontKnow, text: t.dontKnowShort }]
}

function Choices({
  question,
  about,
  given,
}: {
  question: Question
  about: About
  given: string | undefined
}) {
  const lang = useLang()
  return (
    <fieldset className="choices" aria-labelledby="hoi">
      {choicesOf(question, lang).map(({ value, text }) => (
        <label className="choice" key={value}>
          <input type="radio" name="answer" value={value} defaultChecked={value === given} />
          {speak(text, about)}
        </label>
      ))}
    </fieldset>
  )
}
