import { decree20, decree176 } from '#law/instruments'
import { ageAtLeast, always, type Coefficient, cite, coefficient, inForce } from '#rules'
import { adultDisability, childOrElderDisability, under4 } from './coefficients.ts'
import { bornOn } from './facts.ts'

/**
 * Decree 20/2021 Điều 6 khoản 1: by what the standard is multiplied. The single parent of khoản 4 is paid by the
 * child and stands with the benefit itself (`benefits.ts`).
 */

const at = (place: string) => cite(decree20, place)
const during = inForce(decree20)
const untilPension = inForce(decree20, { until: decree176.from, untilKnownFrom: decree176.issuedOn })
const from80 = cite(decree20, 'Đ6.1.đ', 'gazette', {
  vi: 'Người vừa đủ 80 tuổi được đọc là hệ số 2,0.',
  en: 'Somebody who has just turned 80 is read as 2.0.',
})

export const coefficients20: readonly Coefficient[] = [
  // Điểm a, b: a child without support 2.5 under 4, then 1.5; the former one 1.5.
  coefficient('K1', {
    during,
    base: [{ when: always, tenths: 15, cite: at('Đ6.1.a') }],
    exceptions: [{ when: under4, tenths: 25, cite: at('Đ6.1.a') }],
  }),
  coefficient('K2', { during, base: [{ when: always, tenths: 15, cite: at('Đ6.1.b') }] }),
  // Điểm c: a child with HIV 2.5 under 4, then 2.0.
  coefficient('K3', {
    during,
    base: [{ when: always, tenths: 20, cite: at('Đ6.1.c') }],
    exceptions: [{ when: under4, tenths: 25, cite: at('Đ6.1.c') }],
  }),
  // Điểm đ: elders. Poor without support 1.5, from 80 years 2.0; the other two 1.0; taken in 3.0.
  coefficient('K5a', {
    during,
    base: [{ when: always, tenths: 15, cite: at('Đ6.1.đ') }],
    exceptions: [{ when: ageAtLeast(bornOn, 80), tenths: 20, cite: from80 }],
  }),
  coefficient('K5b', { during: untilPension, base: [{ when: always, tenths: 10, cite: at('Đ6.1.đ') }] }),
  coefficient('K5c', { during: untilPension, base: [{ when: always, tenths: 10, cite: at('Đ6.1.đ') }] }),
  coefficient('K5d', { during, base: [{ when: always, tenths: 30, cite: at('Đ6.1.đ') }] }),
  // Điểm e: disability.
  coefficient('K6', {
    during,
    base: adultDisability(at('Đ6.1.e')),
    exceptions: childOrElderDisability(at('Đ6.1.e')),
  }),
  // Điểm g: small children in difficult areas and poor persons with HIV.
  coefficient('K7', { during, base: [{ when: always, tenths: 15, cite: at('Đ6.1.g') }] }),
  coefficient('K8', { during, base: [{ when: always, tenths: 15, cite: at('Đ6.1.g') }] }),
]
