import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { boardReasons, council, councilDays, degreeByPercentage, degrees, forms } from './index.ts'

const concluded = (percent: number, on: string, cannotCareForSelf = false) =>
  degreeByPercentage({ percent, cannotCareForSelf, concludedOn: day(on) })?.degree

describe('the degree an old medical conclusion stands for', () => {
  it('turns at 61 and 81 %', () => {
    expect([60, 61, 80, 81].map((percent) => concluded(percent, '2011-05-01'))).toEqual([
      'light',
      'severe',
      'severe',
      'extreme',
    ])
  })

  it('is extremely severe for who cannot care for themselves', () => {
    expect(concluded(40, '2012-05-31', true)).toBe('extreme')
  })

  it('edge 6: percentages concluded from 1/6/2012 are no degree', () => {
    expect(concluded(85, '2012-06-01')).toBeUndefined()
  })
})

describe('determining the degree of disability', () => {
  it('has three degrees and six forms, in both languages', () => {
    expect(Object.values(degrees).map((each) => each.cite.place)).toEqual(['Đ3.1', 'Đ3.2', 'Đ3.3'])
    expect(new Set(forms.map((each) => each.vi)).size).toBe(6)
  })

  it('takes the council 25 working days to the certificate, and 5 for a complaint or a new copy', () => {
    expect(councilDays.assess.workingDays + councilDays.postAndIssue.workingDays).toBe(25)
    expect([councilDays.complaint.workingDays, councilDays.reissue.workingDays]).toEqual([5, 5])
  })

  it('names the council, says that its make-up is open since 7/2025, and when a board decides', () => {
    expect(council.members).toHaveLength(8)
    expect([council.cite.certainty, council.cite.note?.en]).toEqual([
      'secondary',
      'No text read on its make-up after 1/7/2025.',
    ])
    expect(boardReasons).toHaveLength(3)
  })
})
