import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NoticePart, type NoticeReading, readNotice } from './index.ts'

const article = readFileSync(new URL('./notice-440/article.txt', import.meta.url), 'utf8').split('\n')
const words = article.join(' ').split(' ')

const phrase = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((some) => some.join(' '))
const marks = fc.constantFrom(
  '; ',
  ', ',
  '. ',
  ': ',
  ' (',
  ') ',
  '“',
  '- ',
  'a) ',
  '1. ',
  '\n',
  '\t',
  ' \u00AD',
  '\u0301',
)
const scrambled = fc.array(fc.oneof(phrase, marks), { maxLength: 12 }).map((some) => some.join(''))
const line = fc.oneof(fc.constantFrom(...article), scrambled, fc.string({ unit: 'binary', maxLength: 60 }))
const part: fc.Arbitrary<NoticePart> = fc.oneof(
  line.map((text): NoticePart => ({ kind: 'paragraph', text })),
  fc
    .array(fc.array(line, { maxLength: 6 }), { maxLength: 5 })
    .map((rows): NoticePart => ({ kind: 'table', rows })),
)

function textsOf(one: NoticePart | undefined): string[] {
  return one?.kind === 'table' ? one.rows.flat() : [one?.text ?? '']
}

function quotesOf({ tasks, kept }: NoticeReading) {
  return [...tasks, ...kept]
}

describe('any text at all', () => {
  it('is read without a fault, and every quote stands verbatim in the part that is named', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        for (const { quote, paragraph } of quotesOf(readNotice({ parts })))
          expect(textsOf(parts[paragraph - 1]).some((text) => text.includes(quote))).toBe(true)
      }),
      { numRuns: 250 },
    )
  })

  it('gives every draft a number of its own, an area and words', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(article), (lines) => {
        const { tasks } = readNotice({ parts: lines.map((text) => ({ kind: 'paragraph', text })) })
        expect(tasks.map(({ id }) => id)).toEqual(tasks.map((_, index) => index + 1))
        for (const { areas, does, quote } of tasks) {
          expect(areas.length).toBeGreaterThan(0)
          expect(does).not.toBe('')
          expect(quote).not.toBe('')
        }
      }),
      { numRuns: 40 },
    )
  })

  it('answers the same whatever was read before', () => {
    const parts = article.map((text): NoticePart => ({ kind: 'paragraph', text }))
    const first = readNotice({ parts })
    readNotice({ parts: parts.toReversed() })
    expect(readNotice({ parts })).toEqual(first)
  })
})

/** Stretches that patterns with a choice too many would try in every way. */
const adversaries = [
  'giao Sở Y tế rà soát, báo cáo UBND tỉnh trước ngày 20/11/2026; ',
  'Giao Sở Y tế rà soát hộ nghèo. ',
  'Sở Y tế và Sở Nội vụ, ',
  'Luật A và b ',
  'việc các phải ',
  'lấy a làm ',
  'các nội dung ',
  '75 năm kỷ niệm (27/7) ',
  '1.234.567/',
  '((“',
  'a, ',
  'Sở ',
  'đề nghị ',
  'UBND các xã: A B, ',
  'thì đ/c An ',
  '“đề nghị ',
  'quá trình rà soát ',
  'tổng hợp gửi ',
  'trước Tết 7 ',
]

describe('a paragraph without an end', () => {
  it.each(adversaries)('of “%s” takes time in proportion', (unit) => {
    const timed = (length: number) => {
      const parts: NoticePart[] = [{ kind: 'paragraph', text: unit.repeat(Math.ceil(length / unit.length)) }]
      const before = process.cpuUsage()
      readNotice({ parts })
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    timed(20_000)
    const [small, large] = [timed(40_000), timed(160_000)]
    // Four times the text: a quadratic reader would need sixteen times as long.
    expect(large).toBeLessThan(10 * small + 300)
  })
})
