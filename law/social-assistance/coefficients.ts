import { ageAtLeast, ageUnder, all, any, type Case, type Citation, type Condition, is } from '#rules'
import { bornOn, disability } from './facts.ts'

/**
 * Changes of level count from the month in which the age is reached (NĐ 20/2021 Đ8.1.đ, NĐ 335/2026 Đ8.4), so
 * ages are read on the last day of the month here, while grounds are kept to the end of the month.
 */
export const under4: Condition = ageUnder(bornOn, 4, 'lastDay')
export const under16: Condition = ageUnder(bornOn, 16, 'lastDay')
const childOrElder: Condition = any(under16, ageAtLeast(bornOn, 60))

/** The degrees of disability of adults: 1.5 and 2.0. */
export function adultDisability(cite: Citation): readonly Case[] {
  return [
    { when: is(disability, 'severe'), tenths: 15, cite },
    { when: is(disability, 'extreme'), tenths: 20, cite },
  ]
}

/** Half a step more for children and elders: 2.0 and 2.5. */
export function childOrElderDisability(cite: Citation): readonly Case[] {
  return [
    { when: all(is(disability, 'severe'), childOrElder), tenths: 20, cite },
    { when: all(is(disability, 'extreme'), childOrElder), tenths: 25, cite },
  ]
}
