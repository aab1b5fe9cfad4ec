import type { About, Question } from './question.ts'
import { careQuestions } from './questions-care.ts'
import { familyQuestions } from './questions-family.ts'
import { personQuestions } from './questions-person.ts'

/** Every question; of several that settle the same fact, the first named is asked first. */
export const questions: readonly Question[] = [...personQuestions, ...familyQuestions, ...careQuestions]

/** The first question: it decides only how the others are worded. */
export const aboutQuestion: Question = {
  key: 'about',
  kind: 'choice',
  settles: [],
  text: { vi: 'Ông/bà hỏi cho ai?', en: 'For whom are you asking?' },
  short: { vi: 'Hỏi cho ai', en: 'Asking for' },
  why: {
    vi: 'để xưng hô cho đúng. Kết quả của mỗi người được tính riêng.',
    en: 'to word the questions. Each person is worked out alone.',
  },
  paper: { vi: '', en: '' },
  options: [
    { value: 'self', text: { vi: 'Cho tôi', en: 'For myself' }, facts: {} },
    { value: 'elder', text: { vi: 'Cho cha mẹ, ông bà', en: 'For my parents or grandparents' }, facts: {} },
    { value: 'child', text: { vi: 'Cho con, cháu', en: 'For a child' }, facts: {} },
    { value: 'other', text: { vi: 'Cho người khác', en: 'For somebody else' }, facts: {} },
  ],
}

export function isAbout(value: string | undefined): value is About {
  return aboutQuestion.options.some((option) => option.value === value)
}
