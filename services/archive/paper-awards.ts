import { type AskedAward, type AwardRefusal, proposeAward, weighAward } from '#awards'
import type { LocalDate, Month } from '#calendar'
import { foldText, parseAmountDong, parseTenths } from '#identity'
import { benefitOf, type Category, categories, parseListMonth } from '#intake'
import type { Transaction } from '#platform/database'
import { findEntry, findPaper } from './entering.ts'
import { originOf, type Paper, signedOnOf } from './paper-values.ts'

/** What a decision gives, as two officers read it; what it does not say is undefined. */
export interface AwardOnPaper {
  personId: number
  /** The grounds that the benefit it names can have, and what those are called in the law. */
  categories: readonly Category[]
  benefits: readonly string[]
  amountDong: number
  coefficientTenths: number | undefined
  fromMonth: Month | undefined
  payee: string | undefined
  decisionNumber: string | undefined
  signedOn: LocalDate | undefined
}

/** What the paper does not say, or says in words that leave a choice: the ground and the months. */
export interface AwardChoice {
  category: Category
  fromMonth: Month
  toMonth: Month | undefined
}

const groundsOf: Readonly<Record<string, (category: Category) => boolean>> = {
  'tro cap xa hoi hang thang': (category) => category.startsWith('K'),
  'tro cap huu tri xa hoi': (category) => category === 'SP',
  'ho tro kinh phi cham soc, nuoi duong hang thang': (category) => category.startsWith('C'),
}

/**
 * What an entered decision gives to whom; undefined when nobody was entered from the scan yet, or when it names no benefit
 * or no amount.
 */
export async function findAwardOnPaper(
  transaction: Transaction,
  scanId: number,
  { today }: { today: LocalDate },
): Promise<AwardOnPaper | undefined> {
  const [entry, paper] = [await findEntry(transaction, scanId), await findPaper(transaction, scanId)]
  if (!entry || !paper) return undefined
  return awardFrom(paper, entry.personId, today)
}

function awardFrom({ values }: Paper, personId: number, today: LocalDate): AwardOnPaper | undefined {
  const grounds = groundsOf[foldText(values.benefit ?? '')]
  const amountDong = parseAmountDong((values.amountDong ?? '').replace(/[^\d.,]/g, ''))
  if (!grounds || !amountDong) return undefined
  return {
    personId,
    categories: categories.filter(grounds),
    benefits: [...new Set(categories.filter(grounds).map(benefitOf))],
    amountDong,
    coefficientTenths: parseTenths(values.coefficient ?? '') || undefined,
    fromMonth: parseListMonth(values.fromMonth ?? ''),
    payee: values.payee,
    decisionNumber: values.decisionNumber,
    signedOn: signedOnOf(values, today),
  }
}

export type PaperAwardRefusal = AwardRefusal | 'noAward' | 'notItsGround'

/** What the award would change if it were recorded with this ground and these months. Writes nothing. */
export async function weighAwardOf(
  transaction: Transaction,
  scanId: number,
  asked: AwardChoice & { today: LocalDate },
) {
  const award = await askedAward(transaction, scanId, asked)
  return award.ok ? weighAward(transaction, award.asked) : award
}

/**
 * Proposes what a decision gives as an award, its origin the page on which the amount stands. Another officer decides it
 * (`#awards`: `decideAward`).
 */
export async function proposeAwardOf(
  transaction: Transaction,
  scanId: number,
  asked: AwardChoice & { today: LocalDate },
): Promise<{ ok: true; id: number } | { ok: false; because: PaperAwardRefusal }> {
  const award = await askedAward(transaction, scanId, asked)
  return award.ok ? proposeAward(transaction, award.asked) : award
}

async function askedAward(
  transaction: Transaction,
  scanId: number,
  { category, fromMonth, toMonth, today }: AwardChoice & { today: LocalDate },
): Promise<{ ok: true; asked: AskedAward } | { ok: false; because: 'noAward' | 'notItsGround' }> {
  const paper = await findPaper(transaction, scanId)
  const found = await findAwardOnPaper(transaction, scanId, { today })
  if (!paper || !found) return { ok: false, because: 'noAward' }
  const { categories: grounds, benefits: _, ...award } = found
  if (!grounds.includes(category)) return { ok: false, because: 'notItsGround' }
  const origin = originOf(paper, ['amountDong'])
  return { ok: true, asked: { ...award, benefit: benefitOf(category), category, fromMonth, toMonth, origin } }
}
