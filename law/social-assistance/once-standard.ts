import { day } from '#calendar'
import { decree20, decree76, decree176, decree335 } from '#law/instruments'
import { cite, parameter, type Text } from '#rules'

/** The standard that support paid once is counted from: on the day of the death or event, for everybody alike. */

const betweenDecrees: Text = {
  vi: 'Sự việc từ 01/7 đến 04/10/2026: chưa có quy định riêng, tính theo mức 500.000 đ.',
  en: 'For events between 1/7 and 4/10/2026 nothing says otherwise: counted from 500,000 đ.',
}

const first = { value: 360_000, from: decree20.from, cite: cite(decree20, 'Đ4.2') }
const second = { value: 500_000, from: decree76.from, cite: cite(decree76, 'Đ1', 'secondary') }
const third = { value: 540_000, from: decree335.from, cite: cite(decree335, 'Đ4.2') }
const summer2026 = { from: day('2026-07-01'), until: decree335.from, knownFrom: decree335.issuedOn }

/** T6: what the funeral of somebody who drew a benefit is counted from is open, so an officer must confirm. */
export const funeralStandard = parameter('funeralStandard', [
  first,
  second,
  { ...summer2026, value: 500_000, cite: cite(decree76, 'Đ1', 'pending', betweenDecrees) },
  third,
])

/** The same for social pensioners, whose level rose on 1/7/2026 while the support still stood in Decree 176/2025. */
export const pensionFuneralLevel = parameter('pensionFuneralLevel', [
  { value: 500_000, from: decree176.from, cite: cite(decree176, 'Đ5', 'secondary') },
  { ...summer2026, value: 500_000, cite: cite(decree176, 'Đ5', 'pending', betweenDecrees) },
  { value: 540_000, from: decree335.from, cite: cite(decree335, 'Đ31') },
])

/** Emergencies of that summer: an interpretation as well. */
export const emergencyStandard = parameter('emergencyStandard', [
  first,
  second,
  { ...summer2026, value: 500_000, cite: cite(decree76, 'Đ1', 'pending', betweenDecrees) },
  third,
])
