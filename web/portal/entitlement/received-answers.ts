import type { LocalDate } from '#calendar'
import { type Answers, dontKnow, isAnswer } from './interview.ts'
import type { Question } from './question.ts'
import { aboutQuestion, questions } from './questions.ts'

/** Where an interview stands that goes back and forth as a form. */
export interface PlainState {
  answers: Answers
  /** The question to be changed or mended; undefined for the next one, or the result. */
  shown: string | undefined
  /** What was written there and could not be used. */
  refused: string | undefined
  /** This network sent too many forms: nothing was worked out. */
  tooMany: boolean
}

export const begun: PlainState = { answers: {}, shown: undefined, refused: undefined, tooMany: false }

/** Names of the fields of the form. */
export const fields = {
  /** The question that is answered. */
  question: 'cau',
  answer: 'answer',
  /** The button "I do not know". */
  skip: 'chua-ro',
  /** The buttons that lead back to a question, by its key. */
  change: 'sua',
  /** What was answered before, by question. */
  given: (key: string) => `da-${key}`,
} as const

const typedMax = 40

/** Reads a form of the interview; whatever is no answer to a question of ours is left out. */
export function readAnswers(form: FormData, today: LocalDate): PlainState {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim().slice(0, typedMax) : undefined
  }
  const all = [aboutQuestion, ...questions]
  const find = (key: string | undefined) => all.find((each) => each.key === key)
  const answers = Object.fromEntries(all.flatMap((question) => givenTo(question, text, today)))
  const changed = find(text(fields.change))
  if (changed) return { ...begun, answers, shown: changed.key }
  const question = find(text(fields.question))
  if (!question) return { ...begun, answers }
  const answer = text(fields.skip) === undefined ? (text(fields.answer) ?? '') : dontKnow
  if (isAnswer(question, answer, today)) return { ...begun, answers: { ...answers, [question.key]: answer } }
  return { ...begun, answers, shown: question.key, refused: answer }
}

function givenTo(
  question: Question,
  text: (name: string) => string | undefined,
  today: LocalDate,
): [string, string][] {
  const answer = text(fields.given(question.key))
  return answer !== undefined && isAnswer(question, answer, today) ? [[question.key, answer]] : []
}
