import { data } from 'react-router'
import { followAllowance, followFeedback } from '#feedback'
import { now } from '#platform/clock'
import { withActor } from '#platform/database'
import { servicesContext } from '#web/context.ts'
import { langOf } from '#web/ui/index.ts'
import { type Asked, contactRefusal, refusalOf, spend } from './track.server.ts'
import { trackingWords } from './tracking-words.ts'

/** What came of asking to be told of a published answer. */
export interface Followed {
  contact: string
  isDone: boolean
  errors: Record<string, string>
}

/** Remembers who wants to be told of a published answer; 422 with what to mend, 429 with the time to come back. */
export async function followAnswer(
  asked: Asked,
  { publicId, request }: { publicId: number; request: Request },
) {
  const contact = String((await request.formData()).get('contact') ?? '').slice(0, 200)
  const services = asked.context.get(servicesContext)
  const lang = langOf(asked.url.pathname)
  const refused = (sentence: string, status: number) =>
    reply({ contact, isDone: false, errors: { contact: sentence } }, status)
  const tryAgainAt = await spend(asked, followAllowance)
  if (tryAgainAt) return refused(trackingWords[lang].tooMany(tryAgainAt), 429)
  let isThere = false
  const refusal =
    contactRefusal(services, contact, lang) ??
    (await refusalOf(async () => {
      isThere = await withActor(services.database, { kind: 'citizen' }, (transaction) =>
        followFeedback(transaction, { publicId, contact, now: now() }),
      )
    }, lang))
  if (refusal) return refused(refusal, 422)
  if (!isThere) throw data(null, { status: 404 })
  return reply({ contact: '', isDone: true, errors: {} }, 200)
}

function reply(followed: Followed, status: number) {
  return data(followed, { status, headers: { 'cache-control': 'private, no-store' } })
}
