import { sql } from 'kysely'
import { type Actor, type Database, withActor } from './database.ts'
import { connectToMailServer, type Delivery, type MailServer } from './mail-server.ts'

/** What a look at the outbox did. */
export interface SendingRun {
  sent: number
  /** To be tried again. */
  failed: number
  givenUp: number
}

export interface SendingOptions {
  /** Undefined sends nothing; letters wait, and are given up when they have become old news. */
  smtpUrl: string | undefined
  from: string
  /** The address of the portal, put under every letter. */
  baseUrl: string
  now: () => Date
  /** Aborted to stop after the letter under way. */
  signal?: AbortSignal
}

const machine: Actor = { kind: 'system', job: 'sendMail' }
/** Minutes to wait after the first, second… refusal; after the last one a letter is given up. */
const waits = [1, 5, 15, 60, 240, 720]
/** A letter says that there is news: later it says nothing. */
const newsDays = 3
/** Longer than any server takes to answer: a letter still under way then lost its process. */
const underWayMinutes = 15
/** Addresses and subjects of letters that are over. */
const keptDays = 90

interface Taken {
  id: string
  recipient: string
  subject: string
  text: string
  tries: number
  key: string
}

/**
 * Sends what is due in the outbox, one letter after the other; any number of processes may do it at once. A letter is
 * marked before its text is handed over and never handed over again unless the server refused it: a process that is
 * killed in that moment sends nothing twice, and the letter is given up with that reason. Throws when the mail server
 * cannot be reached; letters then wait as they are, with the reason.
 */
export async function sendLetters(database: Database, options: SendingOptions): Promise<SendingRun> {
  const { smtpUrl, now, signal } = options
  const run: SendingRun = { sent: 0, failed: 0, givenUp: await giveUpLost(database, now()) }
  if (!smtpUrl || !(await isAnythingDue(database, now()))) return run
  const server = await connected(database, smtpUrl, now())
  try {
    while (!signal?.aborted && server.isOpen()) {
      const letter = await takeNext(database, now())
      if (!letter) return run
      const delivery = await handOver(server, letter, options)
      const outcome = await record(database, letter, { delivery, now: now() })
      run[outcome] += 1
    }
    return run
  } finally {
    server.close()
  }
}

async function connected(database: Database, smtpUrl: string, now: Date): Promise<MailServer> {
  try {
    return await connectToMailServer(smtpUrl)
  } catch (error) {
    await change(
      database,
      sql`update platform.outgoing_mail set reason_vi = ${reasons.unreachable.vi}, reason_en = ${reasons.unreachable.en}
        where state in ('waiting', 'failed') and next_try_at <= ${now}`,
    )
    throw error
  }
}

function handOver(
  server: MailServer,
  { recipient, subject, text, key }: Taken,
  { from, baseUrl }: SendingOptions,
): Promise<Delivery> {
  const body = `${text}\n\nAn Sinh: ${baseUrl}\n`
  return server.deliver({ from, to: recipient, subject, text: body, idempotencyKey: key })
}

/** The letter that waited longest, marked as under way in a transaction that has committed. */
async function takeNext(database: Database, now: Date): Promise<Taken | undefined> {
  const until = new Date(now.getTime() + underWayMinutes * 60_000)
  const rows = await change<Taken>(
    database,
    sql<Taken>`update platform.outgoing_mail set state = 'sending', tries = tries + 1, next_try_at = ${until}
      where id = (select id from platform.outgoing_mail where state in ('waiting', 'failed') and next_try_at <= ${now}
        order by next_try_at, id limit 1 for update skip locked)
      returning id, recipient, subject, text, tries, idempotency_key as key`,
  )
  return rows[0]
}

async function record(
  database: Database,
  { id, tries }: Taken,
  { delivery, now }: { delivery: Delivery; now: Date },
): Promise<keyof SendingRun> {
  if (delivery.is === 'accepted') {
    await change(
      database,
      sql`update platform.outgoing_mail set state = 'sent', sent_at = ${now}, reason_vi = null, reason_en = null
        where id = ${id}`,
    )
    return 'sent'
  }
  const wait = waits[tries - 1]
  const isOver = delivery.is === 'unknown' || delivery.forGood || wait === undefined
  const reason = delivery.is === 'unknown' ? reasons.unknown : refusal(delivery.said, isOver)
  const next = new Date(now.getTime() + (wait ?? 0) * 60_000)
  await change(
    database,
    sql`update platform.outgoing_mail set state = ${isOver ? 'givenUp' : 'failed'}, next_try_at = ${next},
      reason_vi = ${reason.vi}, reason_en = ${reason.en} where id = ${id}`,
  )
  return isOver ? 'givenUp' : 'failed'
}

/** Letters whose process died while they were handed over, and those that are old news; old ones are deleted. */
async function giveUpLost(database: Database, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const { unknown, tooOld } = reasons
  const lost = await change(
    database,
    sql`update platform.outgoing_mail set state = 'givenUp', reason_vi = ${unknown.vi}, reason_en = ${unknown.en}
      where state = 'sending' and next_try_at <= ${now} returning id`,
  )
  const old = await change(
    database,
    sql`update platform.outgoing_mail set state = 'givenUp', reason_vi = ${tooOld.vi}, reason_en = ${tooOld.en}
      where state in ('waiting', 'failed') and coalesce(news_since, written_at) < ${before(newsDays)} returning id`,
  )
  await change(
    database,
    sql`delete from platform.outgoing_mail where state in ('sent', 'givenUp', 'toldOtherwise')
      and coalesce(news_since, written_at) < ${before(keptDays)}`,
  )
  return lost.length + old.length
}

async function isAnythingDue(database: Database, now: Date): Promise<boolean> {
  const due = await change(
    database,
    sql`select 1 from platform.outgoing_mail where state in ('waiting', 'failed') and next_try_at <= ${now} limit 1`,
  )
  return due.length > 0
}

/** One statement in a transaction of its own: what it says has happened must outlive this process. */
function change<Row>(database: Database, statement: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return withActor(database, machine, async (transaction) => (await statement.execute(transaction)).rows)
}

function refusal(said: string, isOver: boolean): { vi: string; en: string } {
  const words = said.replaceAll(/\s+/g, ' ').slice(0, 200)
  return {
    vi: `Máy chủ thư từ chối (${words})${isOver ? '; không gửi nữa' : '; sẽ thử lại'}`,
    en: `The mail server refused it (${words})${isOver ? '; given up' : '; to be tried again'}`,
  }
}

const reasons = {
  unreachable: {
    vi: 'Chưa nối được máy chủ thư; thư đợi và được thử lại',
    en: 'The mail server could not be reached; the letter waits and is tried again',
  },
  unknown: {
    vi: 'Đứt giữa lúc trao thư: không biết thư đã đến chưa, và không gửi lại để không ai nhận hai lần',
    en: 'Cut off while it was handed over: it may have arrived, and is not sent again so that nobody gets it twice',
  },
  tooOld: {
    vi: `Không gửi được trong ${newsDays} ngày: tin đã cũ nên không gửi nữa`,
    en: `Could not be sent within ${newsDays} days: it is old news and is given up`,
  },
} as const
