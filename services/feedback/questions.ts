import { randomInt } from 'node:crypto'
import type { FeedbackLanguage } from './tables.ts'

const numbers = {
  vi: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
} as const

const sentences = {
  vi: {
    sum: (a: string, b: string) => `Tổng của ${a} và ${b} là bao nhiêu? Xin trả lời bằng chữ số.`,
    difference: (a: string, b: string) => `Lấy ${a} trừ đi ${b} còn bao nhiêu? Xin trả lời bằng chữ số.`,
    largest: (list: string) => `Trong các số ${list}, số nào lớn nhất? Xin trả lời bằng chữ số.`,
    smallest: (list: string) => `Trong các số ${list}, số nào nhỏ nhất? Xin trả lời bằng chữ số.`,
  },
  en: {
    sum: (a: string, b: string) => `What is ${a} plus ${b}? Please answer in digits.`,
    difference: (a: string, b: string) => `What is ${a} minus ${b}? Please answer in digits.`,
    largest: (list: string) => `Which of ${list} is the largest? Please answer in digits.`,
    smallest: (list: string) => `Which of ${list} is the smallest? Please answer in digits.`,
  },
} as const

/** A question in words for those who do not see the picture; `answer` is one or two digits. */
export function askQuestion(language: FeedbackLanguage): { question: string; answer: string } {
  const say = sentences[language]
  const word = (value: number) => numbers[language][value] ?? String(value)
  const [a, b, c] = threeDifferent()
  switch (randomInt(4)) {
    case 0:
      return { question: say.sum(word(a), word(b)), answer: String(a + b) }
    case 1:
      return {
        question: say.difference(word(Math.max(a, b)), word(Math.min(a, b))),
        answer: String(Math.abs(a - b)),
      }
    case 2:
      return { question: say.largest([a, b, c].map(word).join(', ')), answer: String(Math.max(a, b, c)) }
    default:
      return { question: say.smallest([a, b, c].map(word).join(', ')), answer: String(Math.min(a, b, c)) }
  }
}

function threeDifferent(): [number, number, number] {
  const a = randomInt(1, 11)
  const b = (a + randomInt(1, 5)) % 11
  const c = (a + randomInt(5, 11)) % 11
  return [a, b, c]
}
