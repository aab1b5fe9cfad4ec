import { placeCodes } from '#identity'
import { nothing, offsetOf, type RecordFeatures } from '#linkage'

/** Each record's valid citizen ID as a number, −1 for none: twelve digits that begin with the code of a place. */
export function identitiesOf(features: RecordFeatures): Float64Array {
  const { ids, rows, width } = features
  const [high, low] = [offsetOf(features, 'citizen_high'), offsetOf(features, 'citizen_low')]
  const places = new Set([...placeCodes.keys()].map(Number))
  const identities = new Float64Array(ids.length).fill(nothing)
  for (let record = 0; record < ids.length; record++) {
    const first = rows[record * width + high] as number
    const last = rows[record * width + low] as number
    if (last >= 0 && places.has(Math.floor(first / 1_000))) identities[record] = first * 1_000_000 + last
  }
  return identities
}
