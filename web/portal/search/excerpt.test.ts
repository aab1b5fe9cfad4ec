import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, inTurns, markFound, type Piece, readable } from './excerpt.ts'

const shown = (pieces: readonly Piece[]) =>
  pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('')

describe('what a search found', () => {
  it('is marked however it is toned, the last word perhaps only begun', () => {
    expect(shown(markFound('Mức trợ cấp xã hội', ['tro', 'cap']))).toBe('Mức [trợ cấp] xã hội')
    expect(shown(markFound('Giảm nghèo, giám sát', ['giam']))).toBe('[Giảm] nghèo, [giám] sát')
    expect(shown(markFound('nghèo đa chiều', ['ngh']))).toBe('[nghèo] đa chiều')
    expect(shown(markFound('nghèo đa chiều', ['ngh', 'da']))).toBe('nghèo [đa] chiều')
    expect(shown(markFound('Thông báo 440/TB-UBND', ['440', 'tb', 'ubnd']))).toBe(
      'Thông báo [440]/[TB]-[UBND]',
    )
  })

  it('is shown where most of the words stand together', () => {
    const text = `${'Mở đầu dài dòng. '.repeat(40)}Người cao tuổi được trợ cấp hưu trí. ${'Kết. '.repeat(60)}`
    const cut = shown(excerptOf(readable(text), ['huu', 'tri']))
    expect(cut).toContain('[hưu trí]')
    expect(cut).toMatch(/^… \S/)
    expect(cut).toMatch(/ …$/)
    expect(cut.length).toBeLessThan(270)
  })

  it('is the beginning of the text where no word stands in it', () => {
    expect(shown(excerptOf(readable('Chỉ là một câu.'), ['huu']))).toBe('Chỉ là một câu.')
    expect(shown(excerptOf(readable(''), ['huu']))).toBe('')
  })

  it('is marked alike however its letters are kept', () => {
    const text = 'Hưu trí, hưu trí xã hội; hưu-trí: 1e5'
    const asWritten = shown(excerptOf(readable(text), ['huu', 'tri', 'hu']))
    expect(asWritten).toBe('[Hưu trí], [hưu trí] xã hội; [hưu]-[trí]: 1e5')
    expect(readable(text).folded).toBe(' huu tri  huu tri xa hoi  huu tri  1e5 ')
    const inParts = readable(text.normalize('NFD'))
    expect(inParts.folded).toBeUndefined()
    expect(shown(excerptOf(inParts, ['huu', 'tri', 'hu'])).normalize('NFC')).toBe(asWritten)
  })

  it('marks in an excerpt what is marked in a title', () => {
    const word = fc.constantFrom('Trợ', 'cấp', 'xã', 'hội', 'trợ-cấp', 'x', 'cap,', '·')
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        fc.uniqueArray(fc.constantFrom('tro', 'cap', 'x', 'ho'), { minLength: 1 }),
        (parts, words) => {
          const text = parts.join(' ')
          expect(shown(excerptOf(readable(text), words))).toBe(shown(markFound(text, words)))
        },
      ),
    )
  })

  it('is told by turns, beginning with what was not found', () => {
    expect(inTurns(markFound('Mức trợ cấp', ['tro', 'cap']))).toEqual(['Mức ', 'trợ cấp'])
    expect(inTurns(markFound('Trợ cấp xã hội', ['tro', 'cap']))).toEqual(['', 'Trợ cấp', ' xã hội'])
    expect(inTurns([])).toEqual([])
  })

  it('loses and adds no letter by being marked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.constantFrom('a', 'tro', '1')),
        (text, words) => {
          expect(
            markFound(text, words)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text)
          expect(excerptOf(readable(text), words).length).toBeLessThan(300)
        },
      ),
    )
  })
})
