import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { type LocalDate, type Month, monthOf } from '#calendar'
import { programFor } from '#law/social-assistance'
import { Button, useWords } from '#web/ui/index.ts'
import { AnswerList } from './answer-list.tsx'
import { type Answers, createInterview } from './interview.ts'
import { InterviewView, type Way } from './interview-view.tsx'
import { QuestionForm } from './question-form.tsx'
import { ResultView } from './result-view.tsx'
import { words } from './words.ts'

/** What the page knows before anything is answered. */
export interface CalculatorFacts {
  today: LocalDate
  /** By when a dossier handed in today is decided, by its number of working days. */
  dueOn: Record<number, LocalDate | undefined>
}

const resultPlace = '#ket-qua'
const placeOf = (number: number) => `#cau-${number}`

const AnchorWay: Way = ({ number, label, children }) => (
  <a href={placeOf(number)} aria-label={label}>
    {children}
  </a>
)

/** One question a screen. Answers live in memory; the address only says which question is shown, so that Back works. */
export function Calculator({ today, dueOn }: CalculatorFacts) {
  const t = useWords(words)
  const [answers, setAnswers] = useState<Answers>({})
  const programOf = useMemo(
    () => (month: Month) => programFor({ month, knownOn: today, recipient: false }),
    [today],
  )
  const interview = useMemo(() => createInterview(programOf(monthOf(today)), today), [programOf, today])
  const course = useMemo(() => interview(answers), [interview, answers])
  const navigate = useNavigate()
  const number = shownNumber(useLocation().hash, course.steps.length, course.next !== undefined)
  const shown = number === undefined ? undefined : (course.steps[number - 1]?.question ?? course.next)
  useEffect(loadFonts, [])
  useFocusOn(number === undefined ? 'result' : `question ${shown?.key}`)

  const answer = (key: string, value: string) => {
    const next = { ...answers, [key]: value }
    setAnswers(next)
    const after = interview(next)
    void navigate(after.next ? placeOf(after.steps.length + 1) : resultPlace)
  }
  const restart = () => {
    setAnswers({})
    void navigate(placeOf(1))
  }
  return (
    <InterviewView
      question={
        shown && number ? (
          <QuestionForm
            key={shown.key}
            question={shown}
            about={course.about}
            today={today}
            place={{ number, total: Math.max(course.total, number), editing: number <= course.steps.length }}
            given={answers[shown.key]}
            backTo={number > 1 ? placeOf(number - 1) : undefined}
            onAnswer={(value) => answer(shown.key, value)}
          />
        ) : undefined
      }
      list={<AnswerList course={course} now={number} way={AnchorWay} privacy={t.private} />}
      result={
        course.next ? null : (
          <ResultView
            course={course}
            programOf={programOf}
            today={today}
            dueOn={dueOn}
            way={AnchorWay}
            acts={
              <>
                <Button weight="main" type="button" onClick={() => window.print()}>
                  {t.print}
                </Button>
                <Button type="button" onClick={restart}>
                  {t.another}
                </Button>
              </>
            }
          />
        )
      }
    />
  )
}

/** The number of the question that an address shows; undefined for the result. Never beyond the next question. */
function shownNumber(hash: string, answered: number, more: boolean): number | undefined {
  const asked = Number(/^#cau-(\d{1,2})$/.exec(hash)?.[1])
  if (!more && (hash === resultPlace || !asked || asked > answered)) return undefined
  return Math.min(asked || answered + 1, answered + 1)
}

/** Every face at once, so that no answer makes the browser ask for a letter it has not met yet. */
function loadFonts(): void {
  for (const weight of [400, 500, 600, 700])
    void document.fonts.load(`${weight} 16px "Be Vietnam Pro"`, 'aạđ')
}

/** Moves the reader to what has changed, except when the page has just been opened. */
function useFocusOn(what: string) {
  const before = useRef(what)
  useEffect(() => {
    if (before.current === what) return
    before.current = what
    document.querySelector<HTMLElement>(what === 'result' ? '#kq' : '#hoi')?.focus()
  }, [what])
}
