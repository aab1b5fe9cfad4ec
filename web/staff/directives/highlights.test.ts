import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markPart, segmentsOf } from './highlights.ts'

describe('the text with the words of its drafts', () => {
  it('is cut where a draft begins or ends, and says which drafts came from which words', () => {
    const text = 'Biểu dương Sở. Giao Sở rà soát, báo cáo.'
    const cut = segmentsOf(text, [
      { words: 'Giao Sở rà soát, báo cáo', draft: 1 },
      { words: 'báo cáo', draft: 2 },
      { words: 'Biểu dương Sở.', kept: 'praise' },
      { words: 'không có', draft: 3 },
    ])
    expect(cut.map((each) => [each.text, each.drafts, each.kept])).toEqual([
      ['Biểu dương Sở.', [], 'praise'],
      [' ', [], undefined],
      ['Giao Sở rà soát, ', [1], undefined],
      ['báo cáo', [1, 2], undefined],
      ['.', [], undefined],
    ])
  })

  it('put together again is the text, whatever is marked', () => {
    const words = fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', ' ', 'ế') })
    const property = fc.property(words, fc.array(words, { maxLength: 5 }), (text, marked) => {
      const marks = marked.map((each, draft) => ({ words: each, draft: draft + 1 }))
      expect(
        segmentsOf(text, marks)
          .map((segment) => segment.text)
          .join(''),
      ).toBe(text)
    })
    fc.assert(property)
  })

  it('marks a cell of a table whole when it stands within the words', () => {
    const part = { kind: 'table' as const, rows: [['1', 'Ban hành hướng dẫn', 'Sở Y tế', '31/3/2026']] }
    const marked = markPart(part, [{ words: 'Ban hành hướng dẫn; Sở Y tế', draft: 4 }])
    const cells = marked.kind === 'table' ? (marked.rows[0]?.cells ?? []) : []
    expect(cells.map(({ segments }) => segments.map(({ drafts }) => drafts))).toEqual([
      [[]],
      [[4]],
      [[4]],
      [[]],
    ])
  })
})
