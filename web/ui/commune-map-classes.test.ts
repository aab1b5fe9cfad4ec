import { describe, expect, it } from 'vitest'
import { classesOf, classFor } from './commune-map-classes.ts'

const of = (...numbers: (number | undefined)[]) => numbers.map((value) => ({ value }))
const tens = of(...Array.from({ length: 10 }, (_, index) => (index + 1) * 10))

describe('the classes of a map', () => {
  it('holds a fifth of the communes each where a metric has no thresholds of its own', () => {
    expect(classesOf(tens, { better: 'higher' }).map(({ count }) => count)).toEqual([2, 2, 2, 2, 2])
  })

  it('hatches the lowest where more is better, the highest where less is better', () => {
    const marks = (better: 'higher' | 'lower') => classesOf(tens, { better }).map(({ mark }) => mark)
    expect(marks('higher')).toEqual(['kx', 'k1', 'k2', 'k3', 'k4'])
    expect(marks('lower')).toEqual(['k4', 'k3', 'k2', 'k1', 'kx'])
  })

  it('hatches nothing of a plain count', () => {
    const marks = classesOf(tens, { better: 'higher', isPlain: true }).map(({ mark }) => mark)
    expect(marks).toEqual(['k0', 'k1', 'k2', 'k3', 'k4'])
  })

  it('takes the thresholds of a metric: a number on the threshold belongs above it', () => {
    const classes = classesOf(of(69.9, 70, 90, 97, 100), { better: 'higher', cuts: [70, 80, 90, 97] })
    expect(classes.map(({ count }) => count)).toEqual([1, 1, 0, 1, 2])
    expect(classFor(classes, 97)).toMatchObject({ mark: 'k4', from: 97 })
    expect(classFor(classes, 96.9)).toMatchObject({ mark: 'k3' })
  })

  it('never parts equal numbers, and hatches nothing where all are the same', () => {
    expect(
      classesOf(of(0, 0, 0, 0, 0, 0, 7), { better: 'lower' }).map(({ mark, count }) => [mark, count]),
    ).toEqual([
      ['k4', 6],
      ['kx', 1],
    ])
    expect(classesOf(of(5, 5, 5), { better: 'lower' })).toEqual([
      { from: undefined, to: undefined, mark: 'k3', count: 3 },
    ])
  })

  it('counts what was not measured in no class', () => {
    const classes = classesOf(of(undefined, 1, 2), { better: 'higher' })
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    expect(classesOf(of(undefined), { better: 'higher' })[0]?.count).toBe(0)
  })
})
