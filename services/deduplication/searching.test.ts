import { describe, expect, it } from 'vitest'
import { peopleSettings } from '#linkage'
import { isBelievable, isOutgrown, shippedFor } from './searching.ts'
import { shippedModel } from './shipped-model.ts'

const session = { session: 'sameIdentity', pairs: 5_000, iterations: 4, converged: true }

describe('a model', () => {
  it('that only stopped, or learnt from too few pairs, is not believed', () => {
    expect(isBelievable({ converged: true, sessions: [session] })).toBe(true)
    expect(isBelievable({ converged: false, sessions: [session] })).toBe(false)
    expect(isBelievable({ converged: true, sessions: [session, { ...session, pairs: 40 }] })).toBe(false)
    expect(isBelievable({ converged: true, sessions: [{ ...session, converged: false }] })).toBe(false)
  })

  it('is shipped for the comparisons of today: "npm run ship-model" trains it again when they have changed', () => {
    const model = shippedModel(peopleSettings)
    expect(isBelievable(model)).toBe(true)
    const before = { ...peopleSettings, smoothing: 2 * peopleSettings.smoothing }
    expect(() => shippedModel(before)).toThrow('huấn luyện lại')
    for (const { levels } of model.comparisons)
      for (const { m, u } of levels) expect(Math.min(m, u)).toBeGreaterThan(0)
  })

  it('shipped for few people expects a pair taken at random to be one person more often', () => {
    const [small, large] = [shippedFor(2_000), shippedFor(40_000)]
    expect(small.model.prior / large.model.prior).toBeCloseTo(20)
    expect(small.version).not.toBe(large.version)
  })

  it('is outgrown when shipped and the register has doubled or can train its own, and never when its own', () => {
    const { version } = shippedFor(20_000)
    expect(isOutgrown({ version }, 39_000)).toBe(false)
    expect(isOutgrown({ version }, 41_000)).toBe(true)
    expect(isOutgrown({ version: shippedFor(40_000).version }, 50_000)).toBe(true)
    expect(isOutgrown({ version: '83634be3 2026-11-23T00:00:00.000Z' }, 3_800_000)).toBe(false)
  })
})
