import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import type { CellValue } from '#platform/sheets'
import { findMonthFirst, mayBeExchanged } from './month-first.ts'

const days = (...written: string[]): CellValue[] => written.map((each) => ({ day: day(each) }))

describe('a column of births', () => {
  it('is written month first when a text has no month otherwise and none speaks against it', () => {
    expect(findMonthFirst(['12/03/1950', '03/25/1948', 1944, null])).toBe('texts')
    expect(findMonthFirst(['12/03/1950', '01/13/2020', '20/11/2017'])).toBeUndefined()
    expect(findMonthFirst(['12/03/1950', '05-06-1948'])).toBeUndefined()
  })

  it('was turned when its days all lie in the first twelve and its texts all beyond', () => {
    const texts = ['25/03/1944', '13/03/1944', '30/3/1944']
    const early = days('1950-12-03', '1951-08-07', '1950-02-09')
    expect(findMonthFirst([...texts, ...early])).toBe('days')
    expect(findMonthFirst([...texts, ...early, ...days('1950-02-19')])).toBeUndefined()
    expect(findMonthFirst([...texts, '02/03/1950', ...early])).toBeUndefined()
    expect(findMonthFirst([...texts.slice(1), ...early])).toBeUndefined()
  })

  it('leaves no doubt about a day that is the same either way', () => {
    expect(mayBeExchanged('12/03/1950', 'texts')).toBe(true)
    expect(mayBeExchanged('03/03/1950', 'texts')).toBe(false)
    expect(mayBeExchanged('03/25/1950', 'texts')).toBe(false)
    expect(mayBeExchanged('12/03/1950', 'days')).toBe(false)
    expect(mayBeExchanged({ day: day('1950-12-03') }, 'days')).toBe(true)
    expect(mayBeExchanged({ day: day('1950-03-03') }, 'days')).toBe(false)
    expect(mayBeExchanged({ day: day('1950-12-03') }, undefined)).toBe(false)
  })
})
