import { findUpload, holdFile, isHidden, isTurnTaken, noteJob, type Upload } from '#intake'
import { type Transaction, withActor } from '#platform/database'
import { namesOfOfficers } from '#platform/officer-names'
import type { Job } from '#platform/queue'
import type { Desk } from '#web/staff/access.ts'
import type { Lang } from '#web/ui/language.ts'
import { isLive, type ListJob, listJobs } from './job.ts'
import { findWork } from './receive.server.ts'
import { words } from './refused-words.ts'

/** What became of a wish about a list; `because` tells the officer why nothing was done. */
export type Asked = { ok: true; jobId: string } | { ok: false; because: string }

type Refused = { underWay: Job } | { because: keyof (typeof words)['vi']['reasons'] }

/**
 * Asks for work on a list. Officers ask one after another: while work on a list is under way nothing else is done with
 * it, whoever comes second is told so, and the same wish of the same officer is the work that is under way. `key` names
 * the wish from how the list stands then. Noted with the list in the same breath, so that whoever comes back finds it.
 */
export async function askFor(
  desk: Desk,
  asked: ListJob & { fileId: number },
  lang: Lang,
  key?: (upload: Upload) => string,
): Promise<Asked> {
  const { database, actor, officer, queue } = desk
  const answer = await withActor(
    database,
    actor,
    async (transaction): Promise<Refused | { jobId: string }> => {
      const held = await hold(desk, transaction, asked.fileId)
      if ('because' in held) return held
      if ('underWay' in held) {
        const isSame = held.underWay.name === listJobs[asked.is] && held.underWay.startedBy === officer.id
        return isSame ? { jobId: held.underWay.id } : held
      }
      const because = whyNot(asked, held.upload)
      if (because) return { because }
      const name = listJobs[asked.is]
      const options = {
        startedBy: officer.id,
        within: transaction,
        ...(key ? { key: key(held.upload) } : {}),
      }
      const jobId = await queue.send(name, { ...asked, actor }, options)
      await noteJob(transaction, asked.fileId, jobId)
      return { jobId }
    },
  )
  return 'jobId' in answer
    ? { ok: true, jobId: answer.jobId }
    : { ok: false, because: await sentenceOf(desk, answer, lang) }
}

/**
 * Does something with a list at once, unless work on it is under way; `work` says whether it could. Gives the sentence
 * for the officer when nothing was done.
 */
export async function actOn(
  desk: Desk,
  { fileId, refusal, lang }: { fileId: number; refusal: keyof (typeof words)['vi']['reasons']; lang: Lang },
  work: (transaction: Transaction) => Promise<boolean>,
): Promise<string | undefined> {
  const refused = await withActor(desk.database, desk.actor, async (transaction) => {
    const held = await hold(desk, transaction, fileId)
    if (!('upload' in held)) return held
    return (await work(transaction)) ? undefined : { because: refusal }
  })
  return refused && sentenceOf(desk, refused, lang)
}

/** The list, held until the transaction ends, or why nothing can be done with it now: work under way holds it for long. */
async function hold(
  { queue }: Desk,
  transaction: Transaction,
  fileId: number,
): Promise<Refused | { upload: Upload }> {
  const before = await findUpload(transaction, fileId)
  const underWay = before && (await findWork(queue, before, transaction))
  if (underWay && isLive(underWay)) return { underWay }
  const isThere = await holdFile(transaction, fileId)
  const upload = isThere ? await findUpload(transaction, fileId) : undefined
  if (!upload) return { because: 'gone' }
  const job = await findWork(queue, upload, transaction)
  if (job && isLive(job)) return { underWay: job }
  if (await isTurnTaken(transaction, fileId)) return { because: 'byCommand' }
  // One that was refused for what it says may be given up by who brought it.
  if (upload.isRead && (await isHidden(transaction, fileId))) return { because: 'hidden' }
  return { upload }
}

function whyNot(asked: ListJob, { finishedAt, isBegun, rounds, month }: Upload) {
  if (asked.is === 'import') {
    if (finishedAt !== undefined) return 'written'
    return month === undefined && !isBegun ? 'noMonth' : undefined
  }
  if (asked.is === 'read') return isBegun ? 'begun' : undefined
  if (asked.is === 'preview') return undefined
  if (rounds !== asked.round) return 'takenBackSince'
  return isBegun ? undefined : 'nothingWritten'
}

async function sentenceOf({ database, officer }: Desk, refused: Refused, lang: Lang): Promise<string> {
  const t = words[lang]
  if ('because' in refused) return t.reasons[refused.because]
  const { name, startedBy } = refused.underWay
  const names = await namesOfOfficers(database)
  const who = startedBy === officer.id ? t.you : (names.get(`officer:${startedBy}`) ?? t.machine)
  return t.underWay(who, t.works[name as keyof typeof t.works] ?? t.works.read)
}
