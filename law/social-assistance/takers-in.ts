import { decree20, decree335 } from '#law/instruments'
import { type Citation, cite, type Text } from '#rules'

/** What is asked of somebody who takes in a child, an elder or a disabled person (Đ22–23 of NĐ 20, Đ19–20 of NĐ 335). */
export interface TakerCondition {
  id: 'capacity' | 'voluntary' | 'home' | 'means' | 'spouse'
  text: Text
}

const takerConditions: readonly TakerCondition[] = [
  { id: 'capacity', text: { vi: 'có năng lực hành vi dân sự đầy đủ', en: 'a capable adult' } },
  { id: 'voluntary', text: { vi: 'tự nguyện', en: 'does so freely' } },
  { id: 'home', text: { vi: 'có chỗ ở ổn định', en: 'has a stable home' } },
  {
    id: 'means',
    text: { vi: 'có điều kiện kinh tế, sức khỏe, kinh nghiệm', en: 'has the means, health and experience' },
  },
  { id: 'spouse', text: { vi: 'vợ hoặc chồng cũng đủ điều kiện', en: 'the spouse qualifies too' } },
]

/**
 * What is still asked of this taker-in. Close relatives of a child without support may be accepted with nothing but
 * their own free will (NĐ 335/2026 Đ19.2, NĐ 20/2021 Đ22).
 */
export function conditionsFor(
  taker: { childWithoutSupport: boolean; closeRelative: boolean },
  decree: 'nd-20' | 'nd-335',
): { conditions: readonly TakerCondition[]; cite: Citation } {
  const [instrument, place] = decree === 'nd-335' ? [decree335, 'Đ19.2'] : [decree20, 'Đ22']
  if (taker.childWithoutSupport && taker.closeRelative)
    return {
      conditions: takerConditions.filter((each) => each.id === 'voluntary'),
      cite: cite(instrument, place),
    }
  const general = decree === 'nd-335' ? (taker.childWithoutSupport ? 'Đ19.1' : 'Đ20') : 'Đ22, Đ23'
  return { conditions: takerConditions, cite: cite(instrument, general) }
}
