import { expect, it } from 'vitest'
import { shownFigure } from './shown-figure.ts'

const figure = (
  key: string,
  reported: number | undefined,
  measured: number | undefined,
  diverges = false,
) => ({
  ...{ key, reported, measured, diverges },
})

it('a list lays a report beside what is measured of the same metric, never of another', () => {
  const onTime = figure('on-time', undefined, 81.2)
  const identity = figure('identity-number', 99, 97)
  const apart = figure('right-person', 99, 81, true)
  const onlyReported = figure('paper-captured', 99, undefined)
  expect(shownFigure([onTime, identity])?.key).toBe('identity-number')
  expect(shownFigure([onTime, identity, apart])?.key).toBe('right-person')
  // A report of something nobody measures stands beside “not yet”, not beside the share of something else.
  expect(shownFigure([onTime, onlyReported])).toEqual(onlyReported)
  expect(shownFigure([figure('none', undefined, undefined), onTime])?.key).toBe('on-time')
  expect(shownFigure([figure('none', undefined, undefined)])?.key).toBe('none')
  expect(shownFigure([])).toBeUndefined()
})
