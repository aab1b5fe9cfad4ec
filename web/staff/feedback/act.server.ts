import {
  addresseeOfMessage,
  decidePublication,
  FeedbackNotFound,
  findMessages,
  type Handler,
  type Handling,
  type HandlingAct,
  handleMessage,
  proposePublication,
  tickCall,
  withdrawPublication,
} from '#feedback'
import { type Ending, feedbackPaths, isCompetentBody, isEnding, isFeedbackKind } from '#law/feedback'
import { now, today } from '#platform/clock'
import { type Transaction, withActor } from '#platform/database'
import type { Desk } from '#web/staff/access.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { actOnLetter, isLetterAct } from './letters.server.ts'
import { chosenStrikes, previewOf } from './publication.server.ts'

export type Asked =
  | { ok: true; hasGone: boolean }
  | { ok: false; preview: ReturnType<typeof previewOf> & { missing: string[]; more: string } }

/**
 * Does what a form of the message's page asks for; throws what the service refuses. `hasGone` when the message left the
 * officer's sight by it.
 */
export async function actOnMessage(
  desk: Pick<Desk, 'database' | 'actor'>,
  by: Handler,
  id: string,
  form: FormData,
): Promise<Asked> {
  const read = (name: string) => String(form.get(name) ?? '')
  const what = read('viec')
  return withActor(desk.database, desk.actor, async (transaction) => {
    const [message] = await findMessages(transaction, [id])
    if (!message) throw new FeedbackNotFound()
    const at = now()
    if (what === 'preview' || what === 'propose') {
      const choice = chosenStrikes(message, form.getAll('che').map(String), read('che-them'))
      if (what === 'preview' || choice.missing.length > 0)
        return {
          ok: false,
          preview: {
            ...previewOf(message, choice),
            missing: choice.missing,
            more: choice.missing.join('\n'),
          },
        }
      await proposePublication(transaction, { id, strikes: choice.strikes, by })
    } else if (what === 'publish' || what === 'refuse')
      await decidePublication(transaction, { id, copyId: numberIn(read('ban')), verdict: what, by, now: at })
    else if (what === 'withdraw')
      await withdrawPublication(transaction, { id, because: read('ly-do'), by, now: at })
    else if (isLetterAct(what)) await actOnLetter(transaction, { by, form })
    else if (what === 'tick') await tickCall(transaction, { id, callId: numberIn(read('cuoc-goi')), now: at })
    else {
      const isBoth = what === 'classifyAndSend'
      const act = handlingActOf(isBoth ? 'classify' : what, form)
      if (!act) throw new Response(null, { status: 400 })
      const done = { id, by, key: keyOf(read('khoa')), now: at }
      await handleMessage(transaction, { ...done, act })
      if (isBoth) await sendClassified(transaction, done, form)
    }
    return { ok: true, hasGone: (await findMessages(transaction, [id])).length === 0 }
  })
}

/** Sends on what was just classified: to whom was chosen, or else where its area and place lead; not what went elsewhere. */
async function sendClassified(
  transaction: Transaction,
  { key, ...done }: Omit<Handling, 'act'>,
  form: FormData,
): Promise<void> {
  const [message] = await findMessages(transaction, [done.id])
  if (message?.path !== 'open' || message.state !== 'classified') return
  const chosen = {
    agency: String(form.get('co-quan') ?? ''),
    unitUid: String(form.get('xa') ?? '') || undefined,
  }
  const { agency, unitUid } = chosen.agency === '' ? addresseeOfMessage(message, today(done.now)) : chosen
  await handleMessage(transaction, {
    ...done,
    act: { act: 'send', agency, unitUid },
    key: key && `${key}-send`,
  })
}

function keyOf(text: string): string | undefined {
  return /^[\w-]{8,40}$/.test(text) ? text : undefined
}

/** A place that was chosen, null where "not known" was; undefined where nobody was asked. */
function placeIn(form: FormData): string | null | undefined {
  return form.has('noi') ? String(form.get('noi')) || null : undefined
}

function endingIn(text: string): Ending | undefined {
  return isEnding(text) ? text : undefined
}

function referralIn(form: FormData, because: string): HandlingAct | undefined {
  const to = String(form.get('noi-nhan') ?? '')
  const unitUid = String(form.get('xa') ?? '') || undefined
  const name = String(form.get('ten-noi-nhan') ?? '')
  return isCompetentBody(to) ? { act: 'refer', to, unitUid, name, because } : undefined
}

/** The act a form asks for; undefined for what is none. What is wrong inside it the service says. */
function handlingActOf(what: string, form: FormData): HandlingAct | undefined {
  const read = (name: string) => String(form.get(name) ?? '')
  const kind = read('loai')
  const path = feedbackPaths.find((each) => each !== 'open' && each === read('duong'))
  const because = read('ly-do')
  switch (what) {
    case 'classify':
      if (!isFeedbackKind(kind)) return undefined
      return {
        act: 'classify',
        kind,
        area: read('linh-vuc') || undefined,
        placeUid: placeIn(form),
        facts: {
          instance: read('lan') === 'second' ? 'second' : 'first',
          isRemote: read('vung-xa') === '1',
          isComplex: read('phuc-tap') === '1',
        },
        complexBecause: read('phuc-tap-vi'),
      }
    case 'send':
      return {
        act: 'send',
        agency: read('co-quan'),
        unitUid: read('xa') || undefined,
        because: because || undefined,
      }
    case 'answer':
      return { act: 'answer', text: read('tra-loi') }
    case 'returnAnswer':
    case 'release':
    case 'extend':
      return { act: what, because }
    case 'close':
      return { act: 'close', because: because || undefined, ending: endingIn(read('bao-nguoi-gui')) }
    case 'accept':
      return { act: 'accept', because: because || undefined }
    case 'refer':
      return referralIn(form, because)
    case 'restrict':
      return path && path !== 'open' ? { act: 'restrict', path, because } : undefined
    case 'join':
      return { act: 'join', leadingId: read('gop-vao') }
    case 'approve':
      return { act: 'approve', answerId: numberIn(read('cau-tra-loi')) }
    case 'take':
    case 'unjoin':
      return { act: what }
    default:
      return undefined
  }
}
