import { describe, expect, it } from 'vitest'
import { monthlyBook, openPoints } from './index.ts'

describe('what no text read settles', () => {
  it('is listed, with what is done meanwhile, in both languages', () => {
    const texts = openPoints.flatMap(({ text, meanwhile }) => [text.vi, text.en, meanwhile.vi, meanwhile.en])
    expect(texts.every((each) => each.length > 5)).toBe(true)
    expect(new Set(openPoints.map((each) => each.id)).size).toBe(openPoints.length)
  })

  it('is pending wherever an amount touches it', () => {
    const pending = monthlyBook.provisions.flatMap((each) => {
      if (each.kind === 'coefficient')
        return [...each.base, ...each.exceptions].some((one) => one.cite.certainty === 'pending')
          ? [each.ground]
          : []
      return each.cite.certainty === 'pending' && each.kind === 'ground' ? [each.id] : []
    })
    expect(new Set(pending)).toEqual(new Set(['SP-centre', 'SP-prison', 'K5a']))
  })
})
