import { randomUUID } from 'node:crypto'
import { data, type RouterContextProvider, redirect } from 'react-router'
import {
  challengeAllowance,
  type FeedbackField,
  issueQuestion,
  receiveFeedback,
  spendAllowance,
} from '#feedback'
import { now } from '#platform/clock'
import { withActor } from '#platform/database'
import { requestContext, servicesContext } from '#web/context.ts'
import { formatInstant, type Lang, langOf, pathIn } from '#web/ui/index.ts'
import { challengeCookie } from './challenge-cookie.ts'
import type { FormState } from './form.tsx'
import { receiptCookie } from './receipt-cookie.ts'
import { type ReceivedForm, readForm } from './received-form.server.ts'
import { words } from './words.ts'

interface Asked {
  request: Request
  context: Readonly<RouterContextProvider>
  url: URL
}

/**
 * Answers the feedback form, on whichever page it stands: 303 to the receipt; 422 with the form as it was and what to
 * mend; 429 with the time to come back; 200 when the visitor asked for another picture or a question.
 */
export async function answerFeedback(asked: Asked) {
  const form = await readForm(asked.request)
  const { typed, act } = form
  if (act === 'image' || act === 'question')
    return showAgain(asked, { ...typed, proofKind: act }, { status: 200 })
  const t = words[langOf(asked.url.pathname)]
  if (form.isTrapped) return showAgain(asked, typed, { status: 422, alert: t.once })
  return take(asked, form)
}

async function take(asked: Asked, { typed, picture, proof }: ReceivedForm) {
  const { context, url } = asked
  const lang = langOf(url.pathname)
  const { text, about, place, mayPublish, proofKind } = typed
  const outcome = await withActor(context.get(servicesContext).database, { kind: 'citizen' }, (transaction) =>
    receiveFeedback(transaction, {
      text,
      place,
      picture,
      mayPublish,
      saidPath: about === 'ordinary' ? undefined : about,
      proof,
      page: pathIn('vi', url.pathname),
      language: lang,
      address: context.get(requestContext).address,
      now: now(),
    }),
  )
  if (outcome.ok)
    throw redirect(pathIn(lang, '/gop-y/da-nhan'), {
      status: 303,
      headers: { 'set-cookie': receiptCookie(outcome.receiptCode, url.protocol === 'https:') },
    })
  if (outcome.because === 'tooMany') {
    const alert = words[lang].tooMany(formatInstant(outcome.tryAgainAt))
    const seconds = Math.ceil((outcome.tryAgainAt.getTime() - now().getTime()) / 1000)
    return showAgain(asked, typed, { status: 429, alert, retryAfter: Math.max(1, seconds) })
  }
  return showAgain(asked, typed, { status: 422, errors: sentencesOf(outcome, proofKind, lang) })
}

function sentencesOf(
  { fields, picture, proof }: Extract<Awaited<ReturnType<typeof receiveFeedback>>, { because: 'problems' }>,
  proofKind: FormState['proofKind'],
  lang: Lang,
): Record<string, string> {
  const t = words[lang]
  const sentences: Record<string, string> = {}
  for (const [field, problem] of Object.entries(fields)) {
    if (problem) sentences[field] = t.problems[field as FeedbackField][problem]
  }
  if (picture) sentences.picture = t.pictureProblems[picture]
  if (proof) sentences.code = (proofKind === 'question' ? t.answer : t.proof)[proof]
  return sentences
}

/** The form with everything that was typed, and a new challenge: a picture fetches its own, a question comes along. */
async function showAgain(
  { context, url }: Asked,
  typed: ReceivedForm['typed'],
  back: Partial<Pick<FormState, 'errors' | 'alert'>> & { status: number; retryAfter?: number },
) {
  const { errors = {}, alert, status, retryAfter } = back
  const headers = new Headers({ 'cache-control': 'private, no-store' })
  if (retryAfter) headers.set('retry-after', String(retryAfter))
  let question: string | undefined
  if (typed.proofKind === 'question') {
    const lang = langOf(url.pathname)
    const issued = await newQuestion(context, lang)
    if (!issued) {
      headers.set('retry-after', String(challengeAllowance.minutes * 60))
      const refused = { ...typed, proofKind: 'image', alert: words[lang].tooManyQuestions } as const
      return data<FormState>(
        { ...refused, question, errors, challenge: randomUUID().slice(0, 8) },
        { status: 429, headers },
      )
    }
    question = issued.question
    headers.append('set-cookie', challengeCookie(issued.id, url.protocol === 'https:'))
  }
  const state: FormState = { ...typed, question, errors, alert, challenge: randomUUID().slice(0, 8) }
  return data(state, { status, headers })
}

/** A question in words, counted like a picture; undefined when this network has asked for too many. */
function newQuestion(context: Asked['context'], lang: Lang) {
  const { address } = context.get(requestContext)
  return withActor(context.get(servicesContext).database, { kind: 'citizen' }, async (transaction) => {
    const allowance = await spendAllowance(transaction, challengeAllowance, { address, now: now() })
    return allowance.ok ? issueQuestion(transaction, lang, now()) : undefined
  })
}
