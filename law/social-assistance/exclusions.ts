import { circular02, decree20, decree136, decree335 } from '#law/instruments'
import {
  type Citation,
  cite,
  type Ground,
  ground,
  inForce,
  isNo,
  isYes,
  type Period,
  type Text,
} from '#rules'
import { alive, inCentre, inPrison, parentCarePaidToSpouse, resident } from './facts.ts'
import { groundTexts } from './ground-texts.ts'

/**
 * What stops a benefit whatever the ground. All are read as they stood when the month began, so that the month in
 * which it happens is still paid (SP1: NĐ 20/2021 Đ8.2, NĐ 335/2026 Đ8.4).
 */
interface StopPlaces {
  during: Period
  dead: Citation
  prison: Citation
  centre: Citation
  elsewhere: Citation
  spouseDraws: Citation
}

const restated: Text = {
  vi: 'Đ25.5 của NĐ 20/2021 ghi rõ; ở NĐ 335/2026 được hiểu như vậy.',
  en: 'Decree 20/2021 Đ25.5 says so outright; in Decree 335/2026 it is read so.',
}

const stops: readonly StopPlaces[] = [
  {
    during: inForce(decree136),
    dead: cite(decree136, 'Đ8', 'memory'),
    prison: cite(decree136, 'Đ8', 'memory'),
    centre: cite(decree136, 'Đ26', 'memory'),
    elsewhere: cite(decree136, 'Đ8', 'memory'),
    spouseDraws: cite(decree136, 'Đ20', 'memory'),
  },
  {
    during: inForce(decree20),
    dead: cite(decree20, 'Đ8.2'),
    prison: cite(circular02, 'Đ2.1'),
    centre: cite(decree20, 'Đ25.5'),
    elsewhere: cite(decree20, 'Đ8.3'),
    spouseDraws: cite(decree20, 'Đ20.2.a'),
  },
  {
    during: inForce(decree335),
    dead: cite(decree335, 'Đ9.2'),
    prison: cite(decree335, 'Đ9.2'),
    centre: cite(decree335, 'Đ22', 'secondary', restated),
    elsewhere: cite(decree335, 'Đ8.3'),
    spouseDraws: cite(decree335, 'Đ17.2.a'),
  },
]

function statedBy(places: StopPlaces): readonly Ground[] {
  const state = (id: 'dead' | 'prison' | 'centre' | 'elsewhere' | 'spouseDraws', when: Ground['when']) =>
    ground(id, { text: groundTexts[id], cite: places[id], during: knownWith(places, id), when })
  return [
    state('dead', isNo(alive)),
    state('prison', isYes(inPrison)),
    state('centre', isYes(inCentre)),
    state('elsewhere', isNo(resident)),
    state('spouseDraws', isYes(parentCarePaidToSpouse)),
  ]
}

/** A circular that came after its decree is known only since then. */
function knownWith({ during, ...places }: StopPlaces, id: keyof typeof places): Period {
  const { issuedOn } = places[id].instrument
  return issuedOn > during.knownFrom ? { ...during, knownFrom: issuedOn } : during
}

export const exclusions: readonly Ground[] = stops.flatMap(statedBy)

type Exclusion = { ground: string; cite: Citation }

/** The exclusions named, with the places of the decree that is in force from `during.from`. */
export function excludedBy(
  during: Period,
  ...ids: ('dead' | 'prison' | 'centre' | 'elsewhere' | 'spouseDraws')[]
) {
  const places = stops.find((each) => each.during.from === during.from)
  if (!places) throw new Error(`No decree on exclusions is in force from ${during.from}`)
  return ids.map((id): Exclusion => ({ ground: id, cite: places[id] }))
}
