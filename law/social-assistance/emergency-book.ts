import type { LocalDate } from '#calendar'
import { decree20, decree335 } from '#law/instruments'
import {
  type Benefit,
  benefit,
  type Citation,
  cite,
  inForce,
  type Program,
  parameter,
  type Rulebook,
  rulebook,
} from '#rules'
import { type EmergencyPlaces, emergencyRules } from './chapter-3-emergency.ts'
import { emergencyFacts } from './emergency-facts.ts'
import { programOn } from './on-a-day.ts'
import { emergencyStandard } from './once-standard.ts'

const places20: EmergencyPlaces = {
  during: inForce(decree20),
  injury: cite(decree20, 'Đ13.1'),
  death: cite(decree20, 'Đ14.1'),
  burial: cite(decree20, 'Đ14.2'),
  destroyed: cite(decree20, 'Đ15.1'),
  relocation: cite(decree20, 'Đ15.2'),
  damaged: cite(decree20, 'Đ15.3'),
}

const places335: EmergencyPlaces = {
  during: inForce(decree335),
  injury: cite(decree335, 'Đ12.2'),
  death: cite(decree335, 'Đ12.3.a'),
  burial: cite(decree335, 'Đ12.3.b'),
  destroyed: cite(decree335, 'Đ12.4.a'),
  relocation: cite(decree335, 'Đ12.4.b'),
  damaged: cite(decree335, 'Đ12.4.c'),
}

/** Least amounts a household, the same in both decrees. */
const perHousehold = { destroyed: 40_000_000, relocation: 30_000_000, damaged: 20_000_000 }

const texts = {
  injury: { vi: 'Hỗ trợ người bị thương nặng', en: 'Support for a serious injury' },
  death: { vi: 'Hỗ trợ hộ có người chết, mất tích', en: 'Support for a death' },
  burial: {
    vi: 'Hỗ trợ chi phí mai táng người không có người thân (ít nhất; theo chi phí thực tế)',
    en: 'Burial of somebody without relatives (least; by actual cost)',
  },
  destroyed: { vi: 'Hỗ trợ làm nhà ở', en: 'Support for a destroyed house' },
  relocation: { vi: 'Hỗ trợ di dời nhà ở khẩn cấp', en: 'Support for moving at once' },
  damaged: { vi: 'Hỗ trợ sửa chữa nhà ở', en: 'Support for a damaged house' },
}

function benefitsAt(places: EmergencyPlaces): Benefit[] {
  const one = (
    id: string,
    of: keyof typeof texts,
    payee: Benefit['payee'],
    standard: string,
    highestOf: readonly string[],
  ) =>
    benefit(id, {
      text: texts[of],
      cite: places[of] as Citation,
      during: places.during,
      payee,
      highestOf,
      standard,
    })
  return [
    one('injurySupport', 'injury', 'person', 'emergencyStandard', ['E-injury']),
    one('deathSupport', 'death', 'household', 'emergencyStandard', ['E-death']),
    one('burialSupport', 'burial', 'household', 'emergencyStandard', ['E-burial']),
    one('houseDestroyedSupport', 'destroyed', 'household', 'houseDestroyed', ['E-destroyed']),
    one('relocationSupport', 'relocation', 'household', 'relocation', ['E-relocation']),
    one('houseDamagedSupport', 'damaged', 'household', 'houseDamaged', ['E-damaged']),
  ]
}

/** Emergency assistance in money (Decree 20/2021 Đ13–15, Decree 335/2026 Đ12): the least amounts. */
export const emergencyBook: Rulebook = rulebook(emergencyFacts, [
  ...emergencyStandard,
  ...parameter('houseDestroyed', rowsOf(perHousehold.destroyed, places20.destroyed, places335.destroyed)),
  ...parameter('relocation', rowsOf(perHousehold.relocation, places20.relocation, places335.relocation)),
  ...parameter('houseDamaged', rowsOf(perHousehold.damaged, places20.damaged, places335.damaged)),
  ...emergencyRules(places20),
  ...emergencyRules(places335),
  ...benefitsAt(places20),
  ...benefitsAt(places335),
])

function rowsOf(value: number, first: Citation, then: Citation) {
  return [
    { value, from: decree20.from, cite: first },
    { value, from: decree335.from, cite: then },
  ]
}

/** The rules on emergency assistance for something that happened on a day, from 1/7/2021 on. */
export function emergencyProgramOn(happenedOn: LocalDate, knownOn: LocalDate): Program {
  return programOn(emergencyBook, happenedOn, knownOn)
}
