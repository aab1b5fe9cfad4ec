import { describe, expect, it } from 'vitest'
import { readPlainText } from './plain-text.ts'

describe('plain text as a document', () => {
  it('makes a paragraph of every line that is not blank', () => {
    expect(readPlainText('Một\n\n  \r\nHai  ba\n').parts).toEqual([
      { kind: 'paragraph', text: 'Một' },
      { kind: 'paragraph', text: 'Hai ba' },
    ])
  })

  it('makes one table of lines of cells, without the rule under its head', () => {
    expect(readPlainText('Trước\n| TT | Việc |\n|---|---|\n| 1 | Rà soát |\nSau').parts).toEqual([
      { kind: 'paragraph', text: 'Trước' },
      {
        kind: 'table',
        rows: [
          ['TT', 'Việc'],
          ['1', 'Rà soát'],
        ],
      },
      { kind: 'paragraph', text: 'Sau' },
    ])
  })

  it('takes cells between tabs, empty ones too, as they come from the clipboard', () => {
    expect(readPlainText('1\tRà soát\t\n2\t\tSở Y tế').parts).toEqual([
      {
        kind: 'table',
        rows: [
          ['1', 'Rà soát', ''],
          ['2', '', 'Sở Y tế'],
        ],
      },
    ])
  })

  it('leaves a single line with a tab a paragraph', () => {
    expect(readPlainText('Số: 12/TB-UBND\tNghệ An').parts).toEqual([
      { kind: 'paragraph', text: 'Số: 12/TB-UBND Nghệ An' },
    ])
  })

  it('composes letters and drops soft hyphens and marks of no width', () => {
    expect(readPlainText('\ufeffSo\u031b\u0309 Y t\u00adê\u0301').parts).toEqual([
      { kind: 'paragraph', text: 'Sở Y tế' },
    ])
  })
})
