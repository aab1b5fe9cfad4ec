import { randomUUID } from 'node:crypto'
import { data, type RouterContextProvider, redirect } from 'react-router'
import { type FeedbackField, type FeedbackText, issueQuestion, type Proof, receiveFeedback } from '#feedback'
import { now } from '#platform/clock'
import { withActor } from '#platform/database'
import { requestContext, servicesContext } from '#web/context.ts'
import { formatInstant, type Lang, langOf, pathIn } from '#web/ui/index.ts'
import { challengeCookie, challengeOf } from './challenge-cookie.ts'
import type { FormState } from './form.tsx'
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
  const form = await asked.request.formData()
  const read = (name: string) => String(form.get(name) ?? '')
  const text: FeedbackText = {
    fullName: read('fullName'),
    title: read('title'),
    content: read('content'),
    contact: read('contact'),
  }
  const act = read('act')
  if (act === 'image' || act === 'question') return showAgain(asked, { text, proofKind: act, status: 200 })
  const proofKind = read('proofKind') === 'question' ? 'question' : 'image'
  const t = words[langOf(asked.url.pathname)]
  if (read('website') !== '') return showAgain(asked, { text, proofKind, status: 422, alert: t.once })
  const work = read('altcha')
  const proof: Proof = work
    ? { kind: 'work', field: work }
    : { kind: 'answer', id: challengeOf(asked.request.headers), answer: read('code') }
  return take(asked, { text, proof, proofKind })
}

async function take(
  asked: Asked,
  sent: { text: FeedbackText; proof: Proof; proofKind: FormState['proofKind'] },
) {
  const { context, url } = asked
  const lang = langOf(url.pathname)
  const { text, proof, proofKind } = sent
  const outcome = await withActor(context.get(servicesContext).database, { kind: 'citizen' }, (transaction) =>
    receiveFeedback(transaction, {
      text,
      proof,
      page: pathIn('vi', url.pathname),
      language: lang,
      address: context.get(requestContext).address,
      now: now(),
    }),
  )
  if (outcome.ok) throw redirect(`${pathIn(lang, '/gop-y/da-nhan')}?so=${outcome.receiptCode}`, 303)
  if (outcome.because === 'tooMany') {
    const alert = words[lang].tooMany(formatInstant(outcome.tryAgainAt))
    const seconds = Math.ceil((outcome.tryAgainAt.getTime() - now().getTime()) / 1000)
    return showAgain(asked, { text, proofKind, status: 429, alert, retryAfter: Math.max(1, seconds) })
  }
  return showAgain(asked, { text, proofKind, status: 422, errors: sentencesOf(outcome, proofKind, lang) })
}

function sentencesOf(
  { fields, proof }: Extract<Awaited<ReturnType<typeof receiveFeedback>>, { because: 'problems' }>,
  proofKind: FormState['proofKind'],
  lang: Lang,
): Record<string, string> {
  const t = words[lang]
  const sentences: Record<string, string> = {}
  for (const [field, problem] of Object.entries(fields)) {
    if (problem) sentences[field] = t.problems[field as FeedbackField][problem]
  }
  if (proof) sentences.code = (proofKind === 'question' ? t.answer : t.proof)[proof]
  return sentences
}

/** The form with everything that was typed, and a new challenge: a picture fetches its own, a question comes along. */
async function showAgain(
  { context, url }: Asked,
  back: Pick<FormState, 'text' | 'proofKind'> &
    Partial<Pick<FormState, 'errors' | 'alert'>> & { status: number; retryAfter?: number },
) {
  const { text, proofKind, errors = {}, alert, status, retryAfter } = back
  const headers = new Headers({ 'cache-control': 'private, no-store' })
  if (retryAfter) headers.set('retry-after', String(retryAfter))
  let question: string | undefined
  if (proofKind === 'question') {
    const { database } = context.get(servicesContext)
    const issued = await withActor(database, { kind: 'citizen' }, (transaction) =>
      issueQuestion(transaction, langOf(url.pathname), now()),
    )
    question = issued.question
    headers.append('set-cookie', challengeCookie(issued.id, url.protocol === 'https:'))
  }
  const state: FormState = { text, proofKind, question, errors, alert, picture: randomUUID().slice(0, 8) }
  return data(state, { status, headers })
}
