import type { ReactNode } from 'react'
import { Button, Icon, useLang, useWords } from '#web/ui/index.ts'
import { dontKnow } from './interview.ts'
import { type About, type Question, speak } from './question.ts'
import { aboutQuestion } from './questions.ts'
import { words } from './words.ts'

interface Asked {
  question: Question
  about: About
  /** The answer given before, to be changed. */
  given: string | undefined
}

/** Which question of about how many, and the question itself. */
export function QuestionHead(props: {
  question: Question
  about: About
  place: { number: number; total: number; editing: boolean }
  heading?: 'h1' | 'h2'
}) {
  const { question, about, place, heading: Heading = 'h1' } = props
  const t = useWords(words)
  return (
    <>
      <p className="label">
        {t.questionOf(place.number, place.total)}
        {place.editing ? `. ${t.editing}` : ''}
      </p>
      <Heading className="q" id="hoi" tabIndex={-1}>
        {speak(question.text[useLang()], about)}
      </Heading>
    </>
  )
}

/** What stands within the form of a question: its field or its choices, why it is asked, and what to do with it. */
export function QuestionFields({
  question,
  about,
  given,
  isWrong,
  children,
}: Asked & { isWrong: boolean /** Other ways than to answer. */; children: ReactNode }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <>
      {question.hint ? (
        <p className="lead" id="hint">
          {speak(question.hint[lang], about)}
        </p>
      ) : null}
      {isWrong ? (
        <p className="err" role="alert" id="problem">
          <Icon name="warn" />
          {problemOf(question, t)}
        </p>
      ) : null}
      {question.kind === 'birth' ? (
        <BirthField question={question} given={given} wrong={isWrong} />
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
        {children}
      </div>
    </>
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
        className={wrong || question.key === 'birthday' ? 'wide' : undefined}
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

function Choices({ question, about, given }: Asked) {
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
