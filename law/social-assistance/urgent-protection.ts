import type { LocalDate } from '#calendar'
import { circular02, decree20, decree335 } from '#law/instruments'
import { type Citation, cite, type Text } from '#rules'

/** Somebody who must be protected at once is cared for up to three months, with food, treatment and the way home. */
export interface UrgentProtection {
  foodDongADay: number
  monthsMax: number
  /** Who it is for, in short. */
  groups: readonly Text[]
  /** Where there is no public transport: litres of petrol a kilometre; undefined where other norms apply. */
  petrolLitresAKm: number | undefined
  cite: Citation
}

const children: Text = {
  vi: 'trẻ em có cha, mẹ đều chết hoặc mất tích mà không có người thân nuôi được',
  en: 'children whose parents both died or are missing, without relatives able to care',
}
const victims: Text = {
  vi: 'nạn nhân bạo lực gia đình, xâm hại tình dục, thân thể, mua bán người, cưỡng bức lao động',
  en: 'victims of domestic violence, sexual or physical abuse, trafficking or forced labour',
}
const victims335: Text = {
  vi: 'nạn nhân bạo lực gia đình, ngược đãi, bỏ mặc, xâm hại, mua bán người, cưỡng bức lao động',
  en: 'victims of domestic violence, ill-treatment, abandonment, abuse, trafficking or forced labour',
}
const begging: Text = {
  vi: 'trẻ em, người lang thang xin ăn trong thời gian chờ đưa về nơi cư trú',
  en: 'children and vagrants who beg, until they are taken home',
}
const others: Text = {
  vi: 'người khác theo quyết định của tỉnh',
  en: 'others by decision of the province',
}

/** The terms of urgent protection for somebody taken in on a day since 1/7/2021 (NĐ 20/2021 Đ18, NĐ 335/2026 Đ15–16). */
export function urgentProtectionOn(on: LocalDate): UrgentProtection {
  if (on >= decree335.from)
    return {
      foodDongADay: 100_000,
      monthsMax: 3,
      groups: [children, victims335, begging, others],
      petrolLitresAKm: undefined,
      cite: cite(decree335, 'Đ16.2'),
    }
  return {
    foodDongADay: 60_000,
    monthsMax: 3,
    groups: [children, victims, begging, others],
    petrolLitresAKm: 0.2,
    cite: on >= circular02.from ? cite(circular02, 'Đ3') : cite(decree20, 'Đ18'),
  }
}
