import { findAwardOnPaper } from '#archive'
import { type AwardRequest, type BaseAward, listAwardRequests, readAwardBase, weighAward } from '#awards'
import { addMonths, type LocalDate, monthOf } from '#calendar'
import { groundTexts } from '#law/social-assistance'
import { coefficientText } from '#law/wording'
import type { Transaction } from '#platform/database'
import { type Desk, signerOf } from '#web/staff/access.ts'
import { monthText } from '#web/staff/people/texts.ts'
import { formatDay, formatInstant, formatMoney, type Lang } from '#web/ui/index.ts'

/** A line of what is on record, or would be: money, ground and months as they are shown. */
export interface AwardLine {
  amount: string
  category: string
  from: string
  to: string
}

/** What a decision gives, what is on record beside it, and what was proposed of it. */
export interface AwardView {
  amount: string
  coefficient: string | undefined
  fromMonth: string
  payee: string | undefined
  decisionNumber: string
  signedOn: string
  categories: readonly { code: string; text: { vi: string; en: string } | undefined }[]
  now: AwardLine[]
  requests: {
    id: number
    state: AwardRequest['state']
    proposed: { by: string; at: string }
    decided: { by: string; at: string; because: string } | undefined
    isOwn: boolean
    line: AwardLine
    payee: string | undefined
    /** The award that would end, and with which month. */
    ends: { line: AwardLine; month: string } | undefined
    /** What the decider is shown as on record, to be sent back. */
    seen: string
  }[]
  mayPropose: boolean
}

const texts: Readonly<Record<string, { vi: string; en: string }>> = groundTexts

function lineOf({ amountDong, category, fromMonth, toMonth }: Omit<BaseAward, 'id'>, lang: Lang): AwardLine {
  return {
    amount: formatMoney(amountDong, lang),
    category,
    from: monthText(fromMonth),
    to: toMonth ? monthText(toMonth) : '',
  }
}

/** How names and money are shown. */
interface Shown {
  nameOf: (actor: string) => string
  lang: Lang
}

/** What the page of an entered decision shows of its award; undefined for a paper that gives none. */
export async function awardView(
  transaction: Transaction,
  desk: Pick<Desk, 'officer'>,
  asked: { scanId: number; mayWrite: boolean; today: LocalDate } & Shown,
): Promise<AwardView | undefined> {
  const { scanId, mayWrite, today, lang } = asked
  const paper = await findAwardOnPaper(transaction, scanId, { today })
  if (!paper) return undefined
  const requests = await listAwardRequests(transaction, { origin: `scan:${scanId}` })
  const benefits = new Set([...paper.benefits, ...requests.map(({ benefit }) => benefit)])
  const now: BaseAward[] = []
  for (const benefit of benefits)
    now.push(...(await readAwardBase(transaction, { personId: paper.personId, benefit })))
  const isOpen = requests.some(({ state }) => state === 'proposed' || state === 'approved')
  const shown: AwardView['requests'] = []
  for (const request of requests) shown.push(await requestView(transaction, desk, request, asked))
  const { amountDong, coefficientTenths, fromMonth, payee, decisionNumber, signedOn, categories } = paper
  const begins = fromMonth ?? (signedOn && monthOf(signedOn))
  return {
    amount: formatMoney(amountDong, lang),
    coefficient: coefficientTenths && coefficientText(coefficientTenths, lang),
    fromMonth: begins ? monthText(begins) : '',
    payee,
    decisionNumber: decisionNumber ?? '',
    signedOn: signedOn ? formatDay(signedOn) : '',
    categories: categories.map((code) => ({ code, text: texts[code] })),
    now: now.map((each) => lineOf(each, lang)),
    requests: shown,
    mayPropose: mayWrite && !isOpen,
  } as AwardView
}

async function requestView(
  transaction: Transaction,
  desk: Pick<Desk, 'officer'>,
  request: AwardRequest,
  { nameOf, lang }: Shown,
): Promise<AwardView['requests'][number]> {
  const { id, state, proposedBy, proposedAt, decidedBy, decidedAt, decidedBecause, payee, fromMonth } =
    request
  const weighed = state === 'proposed' ? await weighAward(transaction, request) : undefined
  const ends = weighed?.ok ? weighed.ends : undefined
  const toMonth = (weighed?.ok ? weighed.endsWith : undefined) ?? request.toMonth
  return {
    id,
    state,
    proposed: { by: nameOf(proposedBy), at: formatInstant(proposedAt) },
    decided:
      decidedBy && decidedAt
        ? { by: nameOf(decidedBy), at: formatInstant(decidedAt), because: decidedBecause ?? '' }
        : undefined,
    isOwn: proposedBy === signerOf(desk),
    line: lineOf({ ...request, toMonth }, lang),
    payee,
    ends: ends && { line: lineOf(ends, lang), month: monthText(addMonths(fromMonth, -1)) },
    seen: JSON.stringify(await readAwardBase(transaction, request)),
  }
}
