import { describe, expect, it } from 'vitest'
import { drawCode, normalizeAnswer } from './image-code.ts'
import { askQuestion } from './questions.ts'

const digitWords = {
  vi: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
}

describe('the question in words', () => {
  it('never gives its numbers or its answer in digits', () => {
    for (let round = 0; round < 300; round++) {
      for (const language of ['vi', 'en'] as const) {
        const { question, answer } = askQuestion(language)
        expect(question).not.toMatch(/\d/)
        expect(answer).toMatch(/^\d{1,2}$/)
      }
    }
  })

  it('asks of different numbers, so that the largest and the smallest are one each', () => {
    for (let round = 0; round < 300; round++) {
      const { question } = askQuestion('en')
      const numbers = question.match(new RegExp(`\\b(${digitWords.en.join('|')})\\b`, 'g')) ?? []
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(numbers.length).toBeGreaterThanOrEqual(2)
    }
  })
})

describe('the code in a picture', () => {
  it('has four characters that are not mistaken for one another, and not as text in the picture', () => {
    for (let round = 0; round < 50; round++) {
      const { svg, code } = drawCode()
      expect(code).toMatch(/^[ACDEFHJKLMNPQRTUVWXY34679]{4}$/)
      expect(svg).not.toContain('<text')
      expect(svg).not.toContain(code)
    }
  })

  it('is compared without regard to case and spaces', () => {
    expect(normalizeAnswer(' h7 qm ')).toBe('H7QM')
  })
})
