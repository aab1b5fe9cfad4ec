import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import {
  componentLayouts,
  components,
  documentKinds,
  kindSources,
  layoutSources,
  offeredLayout,
  pageLayout,
  signingMarks,
  signingSources,
} from './index.ts'
import { unsignedPlaceAndDay, writtenNumber, writtenPlaceAndDay } from './writing.ts'

describe('papers by Decree 30/2020', () => {
  it('knows 29 kinds, no two with the same abbreviation', () => {
    const kinds = Object.values(documentKinds)
    expect(kinds).toHaveLength(29)
    const abbreviations = kinds.flatMap(({ abbreviation }) => abbreviation ?? [])
    expect(new Set(abbreviations).size).toBe(abbreviations.length)
  })

  it('writes the day with a zero before days below 10 and before the months 1 and 2', () => {
    expect(writtenPlaceAndDay('Nghệ An', day('2026-02-05'))).toBe('Nghệ An, ngày 05 tháng 02 năm 2026')
    expect(writtenPlaceAndDay('Nghệ An', day('2026-03-09'))).toBe('Nghệ An, ngày 09 tháng 3 năm 2026')
    expect(writtenPlaceAndDay('Nghệ An', day('2026-11-23'))).toBe('Nghệ An, ngày 23 tháng 11 năm 2026')
  })

  it('numbers a paper by kind and body, a letter by body and unit, from 01', () => {
    expect(writtenNumber({ number: 440, kind: 'notice', body: 'UBND' })).toBe('Số: 440/TB-UBND')
    expect(writtenNumber({ number: 7, kind: 'report', body: 'VP' })).toBe('Số: 07/BC-VP')
    expect(writtenNumber({ number: 15, kind: 'letter', body: 'UBND', unit: 'VX' })).toBe('Số: 15/UBND-VX')
  })

  it('leaves room for the number and the day of a paper that nobody signed', () => {
    expect(writtenNumber({ number: undefined, kind: 'report', body: 'VP' })).toMatch(/^Số: {7}\/BC-VP$/)
    expect(unsignedPlaceAndDay('Nghệ An', 2026)).toMatch(/^Nghệ An, ngày +tháng +năm 2026$/)
  })

  it('keeps every bound in order, and leaves A4 at least 155 mm for a line', () => {
    const { widthMm, marginsMm } = pageLayout
    const bounds = [...Object.values(marginsMm), ...components.map((each) => componentLayouts[each].sizePt)]
    for (const { least, most } of bounds) expect(least).toBeLessThanOrEqual(most)
    expect(widthMm - marginsMm.left.most - marginsMm.right.most).toBe(155)
  })

  it('offers one layout within all bounds', () => {
    const offered = offeredLayout()
    for (const side of ['top', 'bottom', 'left', 'right'] as const) {
      const { least, most } = pageLayout.marginsMm[side]
      expect(offered.marginsMm[side]).toBeGreaterThanOrEqual(least)
      expect(offered.marginsMm[side]).toBeLessThanOrEqual(most)
    }
    for (const name of components)
      expect(offered.components[name].sizePt).toBe(componentLayouts[name].sizePt.least)
  })

  it('says of every source how sure it is, and claims to have read no annex', () => {
    const sources = [kindSources, layoutSources, signingSources].flatMap((each) => Object.values(each))
    const annexes = sources.filter(({ place }) => place.startsWith('Phụ lục'))
    expect(annexes).toHaveLength(5)
    for (const { certainty } of annexes) expect(['secondary', 'memory']).toContain(certainty)
    for (const { certainty } of sources.filter((each) => !annexes.includes(each)))
      expect(certainty).toBe('gazette')
  })

  it('tells the five marks before a signature apart', () => {
    expect(Object.values(signingMarks).map(({ mark }) => mark)).toEqual(['TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'])
  })
})
