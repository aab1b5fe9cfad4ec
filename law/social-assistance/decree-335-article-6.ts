import { decree335 } from '#law/instruments'
import { ageAtLeast, always, type Coefficient, cite, coefficient, inForce } from '#rules'
import { adultDisability, childOrElderDisability, under4 } from './coefficients.ts'
import { bornOn } from './facts.ts'

/**
 * Decree 335/2026 Điều 6 khoản 1: by what the standard is multiplied. New: a poor elder without support rises to
 * 2.0 at 75 already. The single parent of khoản 4 is paid by the child and stands with the benefit.
 */

const at = (place: string) => cite(decree335, place)
const during = inForce(decree335)

export const coefficients335: readonly Coefficient[] = [
  coefficient('K1', {
    during,
    base: [{ when: always, tenths: 15, cite: at('Đ6.1.a') }],
    exceptions: [{ when: under4, tenths: 25, cite: at('Đ6.1.a') }],
  }),
  coefficient('K2', { during, base: [{ when: always, tenths: 15, cite: at('Đ6.1.b') }] }),
  coefficient('K3', {
    during,
    base: [{ when: always, tenths: 20, cite: at('Đ6.1.c') }],
    exceptions: [{ when: under4, tenths: 25, cite: at('Đ6.1.c') }],
  }),
  coefficient('K5a', {
    during,
    base: [{ when: always, tenths: 15, cite: at('Đ6.1.đ') }],
    exceptions: [{ when: ageAtLeast(bornOn, 75), tenths: 20, cite: at('Đ6.1.đ') }],
  }),
  coefficient('K5d', { during, base: [{ when: always, tenths: 30, cite: at('Đ6.1.đ') }] }),
  coefficient('K6', {
    during,
    base: adultDisability(at('Đ6.1.e')),
    exceptions: childOrElderDisability(at('Đ6.1.e')),
  }),
  coefficient('K7', { during, base: [{ when: always, tenths: 15, cite: at('Đ6.1.g') }] }),
  coefficient('K8', { during, base: [{ when: always, tenths: 15, cite: at('Đ6.1.g') }] }),
]
