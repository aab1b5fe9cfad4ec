import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { paragraph } from './blocks/index.ts'
import { compareContents, differInFormAlone } from './comparing.ts'
import { type Content, contentSchema, emptyContent, type LegalDocument, statusOfDocument } from './content.ts'
import { problemsOf } from './problems.ts'
import { slugOf } from './slugs.ts'

const saying = (lines: readonly string[]): Content => ({
  ...emptyContent('announcement', 'Lịch chi trả'),
  body: lines.map(paragraph),
})

describe('two texts laid side by side', () => {
  it('name the lines that went and those that came, in their place', () => {
    expect(compareContents(saying(['một', 'hai', 'ba']), saying(['một', 'hai rưỡi', 'ba']))).toEqual([
      { change: 'same', text: 'Lịch chi trả' },
      { change: 'same', text: 'một' },
      { change: 'removed', text: 'hai' },
      { change: 'added', text: 'hai rưỡi' },
      { change: 'same', text: 'ba' },
    ])
  })

  it('differ where a link leads elsewhere under the same words', () => {
    const linking = (href: string): Content => ({
      ...saying([]),
      body: [{ kind: 'quote', paragraphs: [[{ text: 'Xem ' }, { text: 'tại đây', href }]] }],
    })
    expect(compareContents(linking('https://a.vn/1'), linking('https://a.vn/2')).slice(1)).toEqual([
      { change: 'removed', text: 'Xem tại đây [https://a.vn/1]' },
      { change: 'added', text: 'Xem tại đây [https://a.vn/2]' },
    ])
  })

  it('in the same words may differ in form alone, and that is told', () => {
    const bold: Content = {
      ...saying([]),
      body: [{ kind: 'paragraph', runs: [{ text: 'một', bold: true }] }],
    }
    expect(differInFormAlone(saying(['một']), bold)).toBe(true)
    expect(differInFormAlone(saying(['một']), saying(['một']))).toBe(false)
    expect(differInFormAlone(saying(['một']), saying(['hai']))).toBe(false)
  })

  it('of many thousand lines are set one after the other, in a moment', () => {
    const lines = Array.from({ length: 3_500 }, (_, number) => `dòng ${number}`)
    const compared = compareContents(saying(lines), saying(lines.toReversed()))
    expect(compared.slice(0, 2).map(({ change }) => change)).toEqual(['removed', 'removed'])
    expect(compared).toHaveLength(2 * 3_501)
  })

  it('hold every line of both, whatever they say', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const compared = compareContents(saying(one), saying(other)).slice(1)
        const side = (change: string) =>
          compared.filter((line) => line.change !== change).map(({ text }) => text)
        expect(side('added')).toEqual(one)
        expect(side('removed')).toEqual(other)
      }),
    )
  })
})

describe('a legal document', () => {
  const document: LegalDocument = {
    kind: 'legalDocument',
    ...{ number: '12/QĐ-UBND', form: 'Quyết định', issuer: 'UBND tỉnh' },
    ...{ issuedOn: '2026-06-01', effectiveOn: '2026-07-01', expiresOn: '2026-12-31', isPartlyExpired: false },
  }
  const status = (on: string, change = {}) => statusOfDocument({ ...document, ...change }, day(on))

  it('is in force from its first day until the day before it expires', () => {
    expect(['2026-06-30', '2026-07-01', '2026-12-30', '2026-12-31'].map((on) => status(on))).toEqual([
      'notYet',
      'inForce',
      'inForce',
      'expired',
    ])
  })

  it('may hold in part, and claims nothing when its first day is not known', () => {
    expect(status('2026-08-01', { isPartlyExpired: true })).toBe('partlyExpired')
    expect(status('2026-08-01', { effectiveOn: '' })).toBe('unknown')
  })

  it('is not handed in with days that contradict each other', () => {
    const content = { ...emptyContent('legalDocument', 'Quyết định 12'), details: document }
    expect(problemsOf(content, 'legalDocument')).toEqual([])
    const wrong = { ...content, details: { ...document, effectiveOn: '2026-05-01', expiresOn: '2026-04-01' } }
    expect(problemsOf(wrong, 'legalDocument')).toEqual(['effectiveBeforeIssued', 'expiresBeforeEffective'])
  })
})

describe('a procedure', () => {
  it('needs its code, agency, time limit, papers, result and law', () => {
    const content = emptyContent('procedure', 'Trợ giúp xã hội hằng tháng')
    expect(problemsOf(content, 'procedure')).toEqual([
      ...['codeWrong', 'agencyMissing', 'timeLimitMissing', 'papersMissing', 'resultMissing', 'lawMissing'],
    ])
  })
})

describe('the address of an article', () => {
  it('is its title without tones and signs, broken at a word', () => {
    expect(slugOf('Đúng đối tượng, đủ chế độ & kịp thời!')).toBe('dung-doi-tuong-du-che-do-kip-thoi')
    expect(slugOf('a'.repeat(200)).length).toBe(80)
    expect(slugOf('***')).toBe('bai')
  })

  it('fits what the database takes, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        expect(slugOf(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slugOf(title).length).toBeLessThanOrEqual(80)
      }),
    )
  })
})

describe('an empty draft of each kind', () => {
  it('is of a form that the database keeps', () => {
    for (const kind of ['article', 'announcement', 'legalDocument', 'procedure'] as const)
      expect(contentSchema.safeParse(emptyContent(kind, 'Tên')).success).toBe(true)
  })
})
