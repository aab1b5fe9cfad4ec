import { describe, expect, it } from 'vitest'
import { citationText } from '#rules'
import { decree224, publicationDuties } from './index.ts'

describe('what a province must say on its portal', () => {
  it('rests on Decree 224/2026, in force since 1 July 2026, each duty on a point of its own', () => {
    expect(decree224.from).toBe('2026-07-01')
    const places = Object.values(publicationDuties).map(({ cite }) => citationText(cite))
    expect(new Set(places).size).toBe(places.length)
    for (const place of places) expect(place).toMatch(/^NĐ 224\/2026, Đ(9|10|11)\.\d/)
  })

  it('names procedures, organisation, the province itself and other information, in the order of the article', () => {
    const content = ['procedures', 'organisation', 'province', 'otherInformation'] as const
    const points = content.map((key) => publicationDuties[key].cite.place)
    expect(points).toEqual(['Đ9.1.a', 'Đ9.1.b', 'Đ9.1.c', 'Đ9.1.d'])
  })
})
