import { ageOn, type LocalDate, monthOf } from '#calendar'
import { withImplied } from '#law/social-assistance'
import { type BirthRange, type FactValues, nextQuestion, type Program } from '#rules'
import { parseBirth } from './birth-answer.ts'
import type { About, Question } from './question.ts'
import { aboutQuestion, isAbout, questions } from './questions.ts'

/** What was answered, by question: an option's value, a number, an age as it was written, or `dontKnow`. */
export type Answers = Readonly<Record<string, string>>

/** "I don't know" is an answer: the fact stays unknown and is not asked again. */
export const dontKnow = '?'

export interface Step {
  question: Question
  answer: string
}

/** How far an interview is. */
export interface Course {
  about: About
  /** The questions answered that the law still needs, in the order asked. */
  steps: readonly Step[]
  /** What to ask now; undefined when nothing unknown can change an amount. */
  next: Question | undefined
  /** About how many questions there will be in all. */
  total: number
  facts: FactValues
}

/** What somebody who asks for the first time is taken to be; the result says so. */
export const assumed: FactValues = { alive: 'yes', resident: 'yes', inPrison: 'no', pensionRequested: 'yes' }

/** Asks by one program of the law on one day. Remembers what it worked out, so going back costs nothing. */
export function createInterview(program: Program, today: LocalDate) {
  const asked = new Map<string, string | undefined>()
  const ask = (facts: FactValues, skip: readonly string[]) => {
    const key = JSON.stringify([facts, skip])
    if (!asked.has(key)) asked.set(key, nextQuestion(program, facts, skip))
    return asked.get(key)
  }
  return (answers: Answers): Course => {
    const { steps, next } = replay(answers, today, ask)
    const about = isAbout(answers.about) ? answers.about : 'self'
    const total = next
      ? replay({ ...typicalAnswers(about), ...answers }, today, ask).steps.length
      : steps.length
    return { about, steps, next, total, facts: factsOf(steps, today) }
  }
}

type Ask = (facts: FactValues, skip: readonly string[]) => string | undefined

/** Walks the interview from its start: an answer that the law no longer needs simply does not come up. */
function replay(answers: Answers, today: LocalDate, ask: Ask): { steps: Step[]; next: Question | undefined } {
  const steps: Step[] = []
  for (let next: Question | undefined = aboutQuestion; next; next = needed(steps, today, ask)) {
    const answer = answers[next.key]
    if (answer === undefined || !isAnswer(next, answer, today)) return { steps, next }
    steps.push({ question: next, answer })
  }
  return { steps, next: undefined }
}

/** The question that settles what the law asks for next. The exact birthday comes last: it rarely matters. */
function needed(steps: readonly Step[], today: LocalDate, ask: Ask): Question | undefined {
  const facts = factsOf(steps, today)
  const done = new Set(steps.map((step) => step.question.key))
  const skip = done.has('age') ? ['birth'] : []
  for (;;) {
    const fact = ask(facts, skip)
    if (fact === undefined) break
    const question = questions.find((each) => each.settles.includes(fact) && !done.has(each.key))
    if (question) return plainerFirst(question, done)
    skip.push(fact)
  }
  if (done.has('birthday') || !('birth' in facts) || facts.birth === undefined) return undefined
  const others = skip.filter((fact) => fact !== 'birth')
  return ask(facts, others) === 'birth' ? questions.find((each) => each.key === 'birthday') : undefined
}

/** The question itself, or one that is to be asked before it. */
function plainerFirst(question: Question, done: ReadonlySet<string>): Question {
  const before = questions.find(({ key }) => question.after?.includes(key) && !done.has(key))
  return before ? plainerFirst(before, done) : question
}

/** Whether an answer can be used for a question; one that came with a changed question cannot. */
export function isAnswer(question: Question, answer: string, today: LocalDate): boolean {
  if (answer === dontKnow) return question.key !== aboutQuestion.key
  if (question.kind === 'birth') {
    const range = parseBirth(answer, today)
    return range !== undefined && (question.key !== 'birthday' || range.from === range.to)
  }
  if (question.kind === 'count') return /^\d{1,2}$/.test(answer) && Number(answer) <= (question.max ?? 0)
  return question.options.some((option) => option.value === answer)
}

/** What the answers say in the law's own facts, with what follows from them by plain sense. */
function factsOf(steps: readonly Step[], today: LocalDate): FactValues {
  const facts: Record<string, FactValues[string]> = { ...assumed }
  for (const { question, answer } of steps) {
    if (answer === dontKnow) continue
    if (question.kind === 'birth') facts.birth = parseBirth(answer, today)
    else if (question.kind === 'count') facts[question.settles[0] as string] = Number(answer)
    else Object.assign(facts, question.options.find((option) => option.value === answer)?.facts)
  }
  return plainSense(facts, today)
}

/** What nobody of that age, or with that pension, needs to be asked, beyond what follows for everybody. */
function plainSense(facts: FactValues, today: LocalDate): FactValues {
  const sense: Record<string, string | number> = {}
  const birth = facts.birth as BirthRange | undefined
  const youngest = birth ? ageOn(birth.to, today) : 0
  if (youngest >= 30) sense.studying = 'no'
  if (youngest >= 65) sense.childrenUnder36Months = 0
  const { insurance } = facts
  if (insurance === 'pension' || insurance === 'monthlyInsurance' || insurance === 'survivor')
    sense.stableIncome = 'yes'
  if (facts.marriage === 'neverMarried' || facts.marriage === 'widowed') sense.parentCarePaidToSpouse = 'no'
  return withImplied({ ...sense, ...facts }, monthOf(today))
}

/** The commonest answers, to tell about how many questions are still to come. */
function typicalAnswers(about: About): Answers {
  const age = { self: '45', elder: '76', child: '8', other: '45' }[about]
  return {
    about,
    age,
    disability: 'none',
    insurance: 'none',
    poverty: 'none',
    area: 'ordinary',
    parents: 'both',
    father: 'present',
    mother: 'present',
    formerly: 'no',
    studying: 'no',
    children: '0',
    marriage: 'married',
    living: 'family',
    supporter: 'able',
    centreEligible: 'alone',
    pregnant: 'no',
    toddlers: '0',
    spouseCare: 'no',
    hiv: 'no',
    income: 'no',
    birthday: dontKnow,
  }
}
