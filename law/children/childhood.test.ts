import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { isChildOn } from './index.ts'

const born = (from: string, to = from) => ({ from: day(from), to: day(to) })

describe('a child', () => {
  it('is who is under 16, and no more from the birthday on', () => {
    expect(isChildOn(born('2010-11-24'), day('2026-11-23'))).toBe(true)
    expect(isChildOn(born('2010-11-23'), day('2026-11-23'))).toBe(false)
    expect(isChildOn(born('2012-02-29'), day('2028-02-28'))).toBe(true)
    expect(isChildOn(born('2012-02-29'), day('2028-02-29'))).toBe(false)
  })

  it('is not certain of who may have been born on either side', () => {
    expect(isChildOn(born('2010-01-01', '2010-12-31'), day('2026-11-23'))).toBeUndefined()
    expect(isChildOn(born('2011-01-01', '2011-12-31'), day('2026-11-23'))).toBe(true)
    expect(isChildOn(born('2009-01-01', '2009-12-31'), day('2026-11-23'))).toBe(false)
  })
})
