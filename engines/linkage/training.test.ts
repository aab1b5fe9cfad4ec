import { expect, it } from 'vitest'
import { textsOf } from './edit-distance.ts'
import { numberFeatures } from './features.ts'
import { patternsOf } from './patterns.ts'
import { peopleSettings } from './people.ts'
import { recordFeatures } from './records.ts'
import { settingsDigest } from './settings.ts'
import { trainModel } from './training.ts'

const { count, digit } = patternsOf(peopleSettings.comparisons)

/** So many pairs of each pattern as one formula says: many that agree in much, many that agree in nothing. */
function countsBy(frequency: (agreements: number) => number): { counts: Float64Array; pairs: number } {
  const counts = Float64Array.from({ length: count }, (_, code) => {
    const first = peopleSettings.comparisons.filter((_, index) => digit(code, index) === 1).length
    return Math.round(frequency(first) * (1 + (code % 7)))
  })
  return { counts, pairs: counts.reduce((sum, each) => sum + each, 0) }
}

const features = recordFeatures(
  Float64Array.from({ length: 50 }, (_, record) => record),
  new Map(
    numberFeatures.map((name, at) => [
      name,
      Int32Array.from({ length: 50 }, (_, record) => (record * (at + 1)) % 11),
    ]),
  ),
  textsOf(Array.from({ length: 11 }, (_, index) => `ten ${index}`)),
)

/** What training makes of it, in figures that any change of its arithmetic moves. */
function trained() {
  const model = trainModel({
    features,
    blocked: countsBy((agreements) => 10 ** agreements),
    random: countsBy((agreements) => 10 ** (4 - agreements)),
    settings: peopleSettings,
    trainedAt: '2026-11-23T00:00:00Z',
  })
  const sums = model.comparisons.map(({ levels }) =>
    levels.reduce((sum, { m, u }, level) => sum + (level + 1) * (m + u), 0).toFixed(6),
  )
  return { digest: settingsDigest(peopleSettings), sums, iterations: model.iterations }
}

it('comes to the figures of its version: when it does not, raise trainingVersion, then "npm run ship-model"', () => {
  expect(trained()).toEqual({
    digest: 'a99d6b1ee3806720',
    sums: ['8.318522', '6.639129', '4.892884', '4.334931', '2.994479'],
    iterations: 36,
  })
})
