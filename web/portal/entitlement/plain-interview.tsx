import { type LocalDate, type Month, monthOf } from '#calendar'
import { programFor } from '#law/social-assistance'
import { Button, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { AnswerList } from './answer-list.tsx'
import type { CalculatorFacts } from './calculator.tsx'
import { type Answers, type Course, createInterview } from './interview.ts'
import { InterviewView, type Way } from './interview-view.tsx'
import type { Question } from './question.ts'
import { QuestionFields, QuestionHead } from './question-view.tsx'
import { begun, fields, type PlainState } from './received-answers.ts'
import { ResultView } from './result-view.tsx'
import { words } from './words.ts'

/** The form of the buttons that lead back to a question. */
const changing = 'sua-cau'

/** What a sent form brings to view: a question, or the result. */
const plainPlace = 'phan-tra-loi'

/**
 * The interview where no scripts run: by the same rules, one form a question. What was answered goes back and forth in
 * hidden fields and is kept nowhere else.
 */
export function PlainInterview({ state = begun, today, dueOn }: CalculatorFacts & { state?: PlainState }) {
  const t = useWords(words)
  const lang = useLang()
  const programOf = (month: Month) => programFor({ month, knownOn: today, recipient: false })
  if (state.tooMany) return <Later answers={state.answers} />
  const course =
    state === begun ? firstCourse(today) : createInterview(programOf(monthOf(today)), today)(state.answers)
  const number = shownNumber(course, state.shown)
  const shown = number === undefined ? undefined : (course.steps[number - 1]?.question ?? course.next)
  const Way: Way = ({ number: back, label, children }) => (
    <button
      type="submit"
      form={changing}
      name={fields.change}
      value={course.steps[back - 1]?.question.key}
      className="btn text"
      aria-label={label}
    >
      {children}
    </button>
  )
  return (
    <div className="plain-interview" id={plainPlace} tabIndex={-1}>
      <form method="post" action={`#${plainPlace}`} id={changing}>
        <Given answers={state.answers} />
      </form>
      <InterviewView
        question={shown && number ? <PlainQuestion {...{ state, course, number, shown }} /> : undefined}
        list={<AnswerList course={course} now={number} way={Way} privacy={t.sentPrivate} />}
        result={
          course.next ? null : (
            <ResultView
              course={course}
              programOf={programOf}
              today={today}
              dueOn={dueOn}
              way={Way}
              acts={
                <a className="btn" href={pathIn(lang, '/toi-duoc-huong-gi')}>
                  {t.another}
                </a>
              }
            />
          )
        }
      />
    </div>
  )
}

let first: { on: LocalDate; course: Course } | undefined

/** The interview before anything is answered, the same for everybody on a day: every opening of the page draws it. */
function firstCourse(today: LocalDate): Course {
  if (first?.on !== today) {
    const program = programFor({ month: monthOf(today), knownOn: today, recipient: false })
    first = { on: today, course: createInterview(program, today)({}) }
  }
  return first.course
}

/** What a network that asks too often is told; its answers wait on the page. */
function Later({ answers }: { answers: Answers }) {
  const t = useWords(words)
  return (
    <div className="page plain-interview" id={plainPlace} tabIndex={-1}>
      <h1 className="h1">{t.title}</h1>
      <p className="err-sum" role="alert">
        {t.tooMany}
      </p>
      <form method="post" action={`#${plainPlace}`}>
        <Given answers={answers} />
        <Button weight="main" size="big" type="submit">
          {t.next}
        </Button>
      </form>
    </div>
  )
}

/** The number of the question to show; undefined for the result. */
function shownNumber({ steps, next }: Course, shown: string | undefined): number | undefined {
  const asked = steps.findIndex(({ question }) => question.key === shown)
  if (asked >= 0) return asked + 1
  return next ? steps.length + 1 : undefined
}

function PlainQuestion(props: { state: PlainState; course: Course; number: number; shown: Question }) {
  const { state, course, number, shown } = props
  const t = useWords(words)
  const isWrong = state.refused !== undefined && state.shown === shown.key
  const before = course.steps[number - 2]?.question.key
  const place = { number, total: Math.max(course.total, number), editing: number <= course.steps.length }
  return (
    <section aria-labelledby="hoi">
      <QuestionHead
        question={shown}
        about={course.about}
        place={place}
        heading={state === begun ? 'h2' : 'h1'}
      />
      <form method="post" action={`#${plainPlace}`} noValidate>
        <Given answers={state.answers} />
        <input type="hidden" name={fields.question} value={shown.key} />
        <QuestionFields
          question={shown}
          about={course.about}
          given={isWrong ? state.refused : state.answers[shown.key]}
          isWrong={isWrong}
        >
          {before ? (
            <Button size="big" type="submit" form={changing} name={fields.change} value={before}>
              {t.back}
            </Button>
          ) : null}
          {shown.kind === 'birth' ? (
            <Button weight="text" type="submit" name={fields.skip} value="1">
              {t.dontKnow}
            </Button>
          ) : null}
        </QuestionFields>
      </form>
    </section>
  )
}

/** What was answered before, carried along. */
function Given({ answers }: { answers: Answers }) {
  return Object.entries(answers).map(([key, answer]) => (
    <input key={key} type="hidden" name={fields.given(key)} value={answer} />
  ))
}
