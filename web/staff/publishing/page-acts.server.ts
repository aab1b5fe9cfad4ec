import { data, redirect } from 'react-router'
import { now } from '#platform/clock'
import type { Transaction } from '#platform/database'
import {
  approveManuscript,
  beginCorrection,
  beginTranslation,
  type ContentProblem,
  canReview,
  canWrite,
  changeAddress,
  type FileProblem,
  type Manuscript,
  refuseManuscript,
  rescheduleManuscript,
  restoreArticle,
  saveManuscript,
  submitManuscript,
  takeBackManuscript,
  withdrawArticle,
} from '#publishing'
import type { Desk } from '#web/staff/access.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { pathIn } from '#web/ui/language.ts'
import type { actWords } from './act-words.ts'
import { contentIn } from './content-form.server.ts'
import { showAtIn } from './show-at.ts'

/** Why what was asked for was not done. */
type Refusal =
  | { because: keyof (typeof actWords)['vi']['refused'] }
  | { because: 'problems'; problems: (ContentProblem | FileProblem)[] }
  | { because: 'conflict' }
  /** Fields that lack something, each with why. */
  | { because: 'fields'; fields: Record<string, keyof (typeof actWords)['vi']['refused']> }

interface Asked {
  desk: Pick<Desk, 'actor'>
  manuscript: Manuscript
  form: FormData
  /** The same request sent twice has the same key. */
  key: string
}

type Outcome = { ok: true; goTo?: number } | ({ ok: false } & Refusal)

const textIn = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value.normalize('NFC').trim().slice(0, 1_000) : ''
}

type Acts = Readonly<Record<string, (transaction: Transaction, asked: Asked) => Promise<Outcome>>>

/** What the second person does with a text that was handed in. */
const decisions: Acts = {
  async approve(transaction, { desk, manuscript, form, key }) {
    mustReview(desk)
    const publishAt = futureIn(form)
    if (publishAt === 'wrong') return { ok: false, because: 'badTime' }
    return approveManuscript(transaction, {
      ...{ id: manuscript.id, actor: desk.actor, key, publishAt, now: now() },
      revision: numberIn(form.get('revision')),
    })
  },
  async reschedule(transaction, { desk, manuscript, form, key }) {
    mustReview(desk)
    const publishAt = futureIn(form)
    if (publishAt === 'wrong') return { ok: false, because: 'badTime' }
    const asked = { id: manuscript.id, actor: desk.actor, key, publishAt, now: now() }
    return rescheduleManuscript(transaction, asked)
  },
  async refuse(transaction, { desk, manuscript, form, key }) {
    mustReview(desk)
    const reason = textIn(form, 'reason')
    const revision = numberIn(form.get('revision'))
    return refuseManuscript(transaction, { id: manuscript.id, actor: desk.actor, key, reason, revision })
  },
}

/** What each button of the page does. Who may not do it gets 403, whatever the button said. */
export const intents: Acts = {
  async save(transaction, { desk, manuscript, form }) {
    mustWrite(desk, manuscript)
    const { content, problems } = contentIn(form, manuscript.content, manuscript.kind)
    if (problems.body) return { ok: false, because: 'notKept' }
    const version = numberIn(form.get('version'))
    const saved = await saveManuscript(transaction, { id: manuscript.id, version, content })
    if (saved.ok) return saved
    return { ok: false, because: saved.because === 'conflict' ? 'conflict' : 'wrongState' }
  },
  async submit(transaction, { desk, manuscript, form, key }) {
    mustWrite(desk, manuscript)
    const publishAt = futureIn(form)
    if (publishAt === 'wrong') return { ok: false, because: 'badTime' }
    return submitManuscript(transaction, {
      ...{ id: manuscript.id, key, publishAt },
      version: numberIn(form.get('version')),
      correction: textIn(form, 'correction'),
      isUpToDate: form.get('isUpToDate') !== null,
    })
  },
  async takeBack(transaction, { desk, manuscript, key }) {
    mustWrite(desk, manuscript)
    return takeBackManuscript(transaction, { id: manuscript.id, key })
  },
  ...decisions,
  async correct(transaction, { desk, manuscript, key }) {
    mustWrite(desk, manuscript)
    return beginCorrection(transaction, { id: manuscript.id, key })
  },
  async withdraw(transaction, { desk, manuscript, form, key }) {
    mustReview(desk)
    const reason = textIn(form, 'withdrawReason')
    const fields = missingToWithdraw(form)
    if (Object.keys(fields).length > 0) return { ok: false, because: 'fields', fields }
    return withdrawArticle(transaction, { id: manuscript.id, actor: desk.actor, key, reason, now: now() })
  },
  async restore(transaction, { desk, manuscript, form, key }) {
    mustReview(desk)
    const reason = textIn(form, 'restoreReason')
    return restoreArticle(transaction, { id: manuscript.id, actor: desk.actor, key, reason, now: now() })
  },
  async readdress(transaction, { desk, manuscript, form, key }) {
    mustWrite(desk, manuscript)
    const address = textIn(form, 'address')
    return changeAddress(transaction, { id: manuscript.id, actor: desk.actor, key, address })
  },
  async translate(transaction, { desk, manuscript, key }) {
    mustWrite(desk, manuscript)
    const goTo = await beginTranslation(transaction, { id: manuscript.id, key })
    return goTo === undefined ? { ok: false, because: 'notFound' } : { ok: true, goTo }
  },
}

/** What must still be said before a text is withdrawn. */
export function missingToWithdraw(form: FormData): Record<string, 'reasonMissing' | 'notConfirmed'> {
  return {
    ...(textIn(form, 'withdrawReason') === '' ? { withdrawReason: 'reasonMissing' } : {}),
    ...(form.get('isSure') === null ? { isSure: 'notConfirmed' } : {}),
  }
}

/** The answer to a form: the page again, the page it leads to, or why not. */
export function answerOf(
  outcome: Outcome,
  { lang, id, intent }: { lang: 'vi' | 'en'; id: number; intent: string },
) {
  if (outcome.ok) throw redirect(pathIn(lang, `/can-bo/cong/${outcome.goTo ?? id}`))
  const { ok: _ok, ...refusal } = outcome
  return data(ofField(refusal as Refusal, intent), { status: refusal.because === 'notFound' ? 404 : 422 })
}

/** The field that a refusal is about, so that it is said beside it. */
const fieldsOfRefusals: Readonly<Record<string, string>> = {
  'refuse reasonMissing': 'reason',
  'restore reasonMissing': 'restoreReason',
  'submit correctionMissing': 'correction',
  'readdress addressWrong': 'address',
  'readdress addressTaken': 'address',
  ...{ 'submit badTime': 'showOn', 'approve badTime': 'showOn', 'reschedule badTime': 'showOn' },
}

function ofField(refusal: Refusal, intent: string): Refusal {
  const field = fieldsOfRefusals[`${intent} ${refusal.because}`]
  const { because } = refusal
  if (field === undefined || because === 'problems' || because === 'conflict' || because === 'fields')
    return refusal
  return { because: 'fields', fields: { [field]: because } }
}

function futureIn(form: FormData): Date | undefined | 'wrong' {
  const at = showAtIn(textIn(form, 'showOn'), textIn(form, 'showTime'))
  return at instanceof Date && at <= now() ? 'wrong' : at
}

function mustWrite({ actor }: Pick<Desk, 'actor'>, { kind }: Manuscript): void {
  if (!canWrite(actor, kind)) throw new Response(null, { status: 403 })
}

function mustReview({ actor }: Pick<Desk, 'actor'>): void {
  if (!canReview(actor)) throw new Response(null, { status: 403 })
}
