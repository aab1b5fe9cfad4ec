import { data, type RouterContextProvider, redirect } from 'react-router'
import {
  findFeedbackByReceipt,
  followAllowance,
  followFeedback,
  isEmail,
  lookupAllowance,
  markSatisfaction,
  reopenFeedback,
  spendAllowance,
  withdrawConsent,
} from '#feedback'
import { sentenceOf } from '#platform/bilingual-error'
import { now } from '#platform/clock'
import { type Transaction, withActor } from '#platform/database'
import { readUnits } from '#registry'
import { requestContext, type Services, servicesContext } from '#web/context.ts'
import { formatInstant, type Lang, langOf, pathIn } from '#web/ui/index.ts'
import { forgottenReceipt, receiptCookie } from './receipt-cookie.ts'
import { type SentView, viewOf } from './sent-view.server.ts'
import { trackingWords } from './tracking-words.ts'

export interface Asked {
  context: Readonly<RouterContextProvider>
  url: URL
}

/** What a sender can do on their page, and the field that each act reads. */
const fieldOf = { reopen: 'reason', mark: 'mark', follow: 'contact', withdraw: '' } as const
export type SenderAct = keyof typeof fieldOf

/** The page of a receipt: the message, or why it is not shown; what was done, or what has to be mended. */
export interface Tracked {
  /** The code as it was typed. */
  typed: string
  view?: SentView
  done?: SenderAct
  /** Sentences by field. */
  errors: Record<string, string>
  /** What was typed into the forms below the message. */
  written: Record<string, string>
}

/** A code as people type it: small letters, spaces, no hyphens. Anything else stays what it is, and is found nowhere. */
export function readReceiptCode(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  const [, first, second] = /^(?:GY)?([A-Z0-9]{4})([A-Z0-9]{4})$/.exec(letters) ?? []
  return first && second ? `GY-${first}-${second}` : typed.trim()
}

/** Looks a receipt up, counted by the visitor's address so that none is guessed. */
export async function lookUp(asked: Asked, typed: string): Promise<{ tracked: Tracked; status: number }> {
  const lang = langOf(asked.url.pathname)
  const t = trackingWords[lang]
  const tracked: Tracked = { typed: typed.slice(0, 40), errors: {}, written: {} }
  const tryAgainAt = await spend(asked, lookupAllowance)
  if (tryAgainAt) return { tracked: { ...tracked, errors: { ma: t.tooMany(tryAgainAt) } }, status: 429 }
  const view = await readView(asked, readReceiptCode(typed))
  if (!view) return { tracked: { ...tracked, errors: { ma: t.unknown } }, status: 422 }
  return { tracked: { ...tracked, typed: view.receiptCode, view }, status: 200 }
}

/** Answers the forms of the page: look a code up, do something with its message, or forget it on this machine. */
export async function answerSender(asked: Asked, request: Request) {
  const form = await request.formData()
  const read = (name: string) => String(form.get(name) ?? '')
  const act = read('act')
  const lang = langOf(asked.url.pathname)
  if (act === 'forget')
    throw redirect(pathIn(lang, '/gop-y/tra-cuu'), {
      status: 303,
      headers: { 'set-cookie': forgottenReceipt },
    })
  const { tracked, status } = await lookUp(asked, read('ma'))
  if (!tracked.view || !isSenderAct(act)) return answer(asked, tracked, status)
  const written = { reason: read('reason'), mark: read('mark'), comment: read('comment') }
  const wanted = { ...written, contact: read('contact') }
  const problem = await carryOut(asked, { act, code: tracked.view.receiptCode, wanted, lang })
  if (problem) {
    const errors = { [fieldOf[act] || 'ma']: problem }
    return answer(asked, { ...tracked, errors, written: wanted }, 422)
  }
  const view = await readView(asked, tracked.view.receiptCode)
  return answer(asked, { ...tracked, done: act, ...(view ? { view } : {}) }, 200)
}

function isSenderAct(act: string): act is SenderAct {
  return Object.hasOwn(fieldOf, act)
}

/** Does it; a sentence when it cannot be done. */
async function carryOut(
  asked: Asked,
  { act, code, wanted, lang }: { act: SenderAct; code: string; wanted: Record<string, string>; lang: Lang },
): Promise<string | undefined> {
  const services = asked.context.get(servicesContext)
  const { reason = '', mark = '', comment = '', contact = '' } = wanted
  if (act === 'follow') {
    const refusal = contactRefusal(services, contact, lang)
    if (refusal) return refusal
    const tryAgainAt = await spend(asked, followAllowance)
    if (tryAgainAt) return trackingWords[lang].tooMany(tryAgainAt)
  }
  const asSender = { receiptCode: code, now: now() }
  const acts: Record<SenderAct, (transaction: Transaction) => Promise<unknown>> = {
    reopen: (transaction) => reopenFeedback(transaction, { ...asSender, reason }),
    mark: (transaction) => markSatisfaction(transaction, { ...asSender, mark: Number(mark), comment }),
    follow: (transaction) => followFeedback(transaction, { ...asSender, contact }),
    withdraw: (transaction) => withdrawConsent(transaction, asSender),
  }
  return refusalOf(() => withActor(services.database, { kind: 'citizen' }, acts[act]), lang)
}

/** Why a contact cannot be told anything: this machine may have nobody to send letters by. */
export function contactRefusal({ config }: Services, contact: string, lang: Lang): string | undefined {
  return isEmail(contact.trim()) && !config.smtpUrl ? trackingWords[lang].noMailHere : undefined
}

/** What an act that is refused says; throws whatever else went wrong. */
export async function refusalOf(act: () => Promise<unknown>, lang: Lang): Promise<string | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    const sentence = sentenceOf(error)
    if (!sentence) throw error
    return `${sentence[lang]}.`
  }
}

/** Counts one act of this visitor, in a transaction of its own: what is refused later was tried all the same. */
export async function spend(
  { context }: Asked,
  allowance: typeof lookupAllowance,
): Promise<string | undefined> {
  const { address } = context.get(requestContext)
  const spent = await withActor(context.get(servicesContext).database, { kind: 'citizen' }, (transaction) =>
    spendAllowance(transaction, allowance, { address, now: now() }),
  )
  return spent.ok ? undefined : formatInstant(spent.tryAgainAt)
}

async function readView({ context, url }: Asked, code: string): Promise<SentView | undefined> {
  const { database } = context.get(servicesContext)
  const lang = langOf(url.pathname)
  return withActor(database, { kind: 'citizen' }, async (transaction) => {
    const sent = await findFeedbackByReceipt(transaction, code, now())
    return sent && viewOf(sent, { units: await readUnits(transaction), lang })
  })
}

/** With the cookie that lets the sender come back to the page, and nothing that a proxy or another person keeps. */
function answer({ url }: Asked, tracked: Tracked, status: number) {
  const headers = new Headers({ 'cache-control': 'private, no-store' })
  if (tracked.view)
    headers.set('set-cookie', receiptCookie(tracked.view.receiptCode, url.protocol === 'https:'))
  return data(tracked, { status, headers })
}
