import { poverty } from '#law/people'
import {
  all,
  always,
  any,
  atLeast,
  type Citation,
  type Coefficient,
  type Condition,
  coefficient,
  type Ground,
  ground,
  is,
  isNo,
  isYes,
  type Period,
  type Text,
} from '#rules'
import {
  buriedByCommune,
  cause,
  emergencyAdmission,
  hardship,
  harm,
  house,
  treatmentDays,
} from './emergency-facts.ts'

/** Chapter III: the same supports in Decree 20/2021 (Đ13–15) and Decree 335/2026 (Đ12), each by its own places. */
export interface EmergencyPlaces {
  during: Period
  injury: Citation
  death: Citation
  burial: Citation
  destroyed: Citation
  relocation: Citation
  damaged: Citation
}

const named = is(cause, 'disaster', 'fire', 'traffic', 'labour', 'forceMajeure')
const inNeed = any(is(poverty, 'poor', 'nearPoor'), isYes(hardship))

const conditions: Readonly<
  Record<string, { text: Text; tenths: number; when: Condition; of: keyof EmergencyPlaces }>
> = {
  // Serious means an emergency admission and at least three days of treatment (NĐ 20/2021 Đ2.2).
  'E-injury': {
    text: {
      vi: 'bị thương nặng: cấp cứu và điều trị từ 3 ngày',
      en: 'seriously injured: treated 3 days or more',
    },
    tenths: 100,
    of: 'injury',
    when: all(named, is(harm, 'injured'), isYes(emergencyAdmission), atLeast(treatmentDays, 3)),
  },
  'E-death': {
    text: { vi: 'hộ có người chết, mất tích', en: 'the household lost somebody' },
    tenths: 500,
    of: 'death',
    when: all(named, is(harm, 'deadOrMissing'), isNo(buriedByCommune)),
  },
  'E-burial': {
    text: { vi: 'mai táng người không có người thân', en: 'burial of somebody without relatives' },
    tenths: 500,
    of: 'burial',
    when: all(named, is(harm, 'deadOrMissing'), isYes(buriedByCommune)),
  },
  'E-destroyed': {
    text: { vi: 'nhà đổ, sập, trôi, cháy hoàn toàn', en: 'house destroyed' },
    tenths: 10,
    of: 'destroyed',
    when: all(named, is(house, 'destroyed'), inNeed),
  },
  'E-relocation': {
    text: { vi: 'phải di dời nhà ở khẩn cấp', en: 'ordered to move at once' },
    tenths: 10,
    of: 'relocation',
    when: all(named, is(house, 'relocated')),
  },
  'E-damaged': {
    text: { vi: 'nhà hư hỏng nặng không ở được', en: 'house badly damaged and unusable' },
    tenths: 10,
    of: 'damaged',
    when: all(named, is(house, 'damaged'), inNeed),
  },
}

export function emergencyRules(places: EmergencyPlaces): readonly (Ground | Coefficient)[] {
  const { during } = places
  return Object.entries(conditions).flatMap(([id, { text, tenths, when, of }]) => {
    const place = places[of] as Citation
    return [
      ground(id, { text, cite: place, during, when }),
      coefficient(id, { during, base: [{ when: always, tenths, cite: place }] }),
    ]
  })
}
