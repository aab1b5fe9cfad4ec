import { describe, expect, it } from 'vitest'
import { paragraph } from './blocks/index.ts'
import { type Content, emptyContent } from './content.ts'
import { untranslatedParts } from './translating.ts'

const original: Content = {
  ...emptyContent('article', 'Lịch chi trả'),
  lead: 'Chi trả tháng 12.',
  body: [
    paragraph('Mang căn cước.'),
    paragraph('con'),
    paragraph('540.000 đ'),
    { kind: 'figure', pictureId: 'a', alt: 'Bàn chi trả', caption: 'Ảnh: xã' },
  ],
  tags: ['Chi trả', 'QR'],
}

describe('a translation', () => {
  it('just begun is Vietnamese in every part', () => {
    expect(untranslatedParts(original, original)).toEqual([
      ...['title', 'lead', 'body', 'alts', 'captions', 'tags'],
    ])
  })

  it('keeps figures and names that are the same in both languages', () => {
    const english: Content = {
      ...original,
      ...{ title: 'Paying days', lead: 'In December.', tags: ['Payment', 'QR'] },
      body: [
        paragraph('Bring your card.'),
        paragraph('540.000 d'),
        { kind: 'figure', pictureId: 'a', alt: 'A desk', caption: '' },
      ],
    }
    expect(untranslatedParts(original, english)).toEqual([])
  })

  it('is told of the paragraphs and descriptions that were left', () => {
    const figure = original.body[3]
    const body = [paragraph('Bring your card.'), paragraph('Mang căn cước.'), ...(figure ? [figure] : [])]
    expect(untranslatedParts(original, { ...original, title: 'Days', lead: 'In December', body })).toEqual([
      ...['someParagraphs', 'alts', 'captions', 'tags'],
    ])
  })
})
