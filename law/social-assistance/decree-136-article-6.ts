import { decree28, decree136 } from '#law/instruments'
import { ageAtLeast, always, atLeast, type Case, type Coefficient, cite, coefficient, inForce } from '#rules'
import { adultDisability, childOrElderDisability, under4 } from './coefficients.ts'
import { bornOn, k4Children } from './facts.ts'

/** Coefficients of Decree 136/2013 Đ6 and Decree 28/2012 Đ16, known from memory. */

const article6 = cite(decree136, 'Đ6.1', 'memory')
const article16 = cite(decree28, 'Đ16', 'memory')
const during = inForce(decree136)

function flat(of: string, tenths: number, exceptions: readonly Case[] = []): Coefficient {
  return coefficient(of, { during, base: [{ when: always, tenths, cite: article6 }], exceptions })
}

export const coefficients136: readonly Coefficient[] = [
  flat('K1', 15, [{ when: under4, tenths: 25, cite: article6 }]),
  flat('K2', 15),
  flat('K3', 20, [{ when: under4, tenths: 25, cite: article6 }]),
  // One amount for one child, one for two or more: Decree 20/2021 first paid by the head.
  flat('K4', 10, [{ when: atLeast(k4Children, 2), tenths: 20, cite: article6 }]),
  flat('K5a', 15, [{ when: ageAtLeast(bornOn, 80), tenths: 20, cite: article6 }]),
  flat('K5c', 10),
  flat('K5d', 30),
  coefficient('K6', {
    during,
    base: adultDisability(article16),
    exceptions: childOrElderDisability(article16),
  }),
  flat('K8', 15),
]
