import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { explain, resolve, yes } from '#rules'
import { povertyBook } from './index.ts'

describe('the poverty standards', () => {
  it.each([2016, 2021, 2022, 2026, 2027, 2030])(
    'call nobody two things at once on the list of %i',
    (year) => {
      const program = resolve(povertyBook, { month: month(`${year}-01`), knownOn: day('2026-11-22') })
      for (const settlement of ['rural', 'urban'])
        for (const deprivations of [0, 2, 3, 12])
          for (let incomePerHead = 400_000; incomePerHead <= 3_200_000; incomePerHead += 50_000) {
            const { grounds } = explain(program, { settlement, deprivations, incomePerHead })
            const called = ['poor', 'nearPoor', 'average'].filter((id) => grounds.get(id)?.truth === yes)
            expect(called.length, `${settlement} ${incomePerHead} ${deprivations}`).toBeLessThan(2)
          }
    },
  )
})
