import { describe, expect, it } from 'vitest'
import { sampleLaw } from '#rules/samples'
import { foldAmounts } from './amounts.ts'
import { newOutput } from './run.ts'
import { VerdictFold } from './verdicts.ts'

const program = sampleLaw()

describe('the verdicts of many persons', () => {
  it('are folded once for each different one, to the same amounts as one by one', () => {
    const count = 5_000
    const out = newOutput(program, count)
    program.benefits.forEach(({ id }, benefit) => {
      for (let i = 0; i < count; i++) {
        const low = (i * (benefit + 3)) % 11 < 8 ? 0 : ((i + benefit) % 3) * 10
        out.low[id]?.set([low], i)
        out.high[id]?.set([low + (i % 5 === 0 ? 10 : 0)], i)
      }
    })
    const fold = new VerdictFold(program)
    const numbers = fold.fold(out, count)
    for (let i = 0; i < count; i++) {
      const one = foldAmounts(program, out, i)
      if (numbers[i] === 0) expect([...one.values()].every(({ amount }) => amount.high === 0)).toBe(true)
      else expect(fold.amountsOf(numbers[i] as number)).toEqual(one)
    }
    expect(fold.count).toBeLessThan(500)
    expect(() => fold.amountsOf(fold.count)).toThrow('No verdict')
  })
})
