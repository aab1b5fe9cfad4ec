import { countMessages, countUnread, countUnsentLetters, listMessages } from '#feedback'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import type { Desk } from '#web/staff/access.ts'
import { communesFor, unitsOf } from '#web/staff/units.server.ts'
import { langOf } from '#web/ui/index.ts'
import { messageFilterOf, queueQueryOf } from './query.ts'
import { lineOf } from './queue.server.ts'
import { seesReserved } from './sight.ts'

const rowsAPage = 50

/** A page of the queue, of the open path or of the reserved ones. */
export async function loadQueue(desk: Desk, url: URL, { reserved }: { reserved: boolean }) {
  const lang = langOf(url.pathname)
  const units = await unitsOf(desk.database)
  const query = queueQueryOf(url.searchParams)
  const on = today()
  const filter = { ...messageFilterOf(query), reserved, today: on }
  const { messages, count, unread, unsentLetters } = await withActor(
    desk.database,
    desk.actor,
    async (transaction) => ({
      messages: await listMessages(transaction, {
        ...filter,
        limit: rowsAPage,
        offset: (query.page - 1) * rowsAPage,
      }),
      count: await countMessages(transaction, filter),
      unread: reserved ? undefined : await countUnread(transaction, on),
      unsentLetters: await countUnsentLetters(transaction, { reserved }),
    }),
  )
  return {
    reserved,
    query,
    count,
    unread,
    unsentLetters,
    pageCount: Math.ceil(count / rowsAPage),
    filter: new URLSearchParams(
      [...url.searchParams].filter(([name]) => name !== 'trang' && name !== 'da-chuyen'),
    ).toString(),
    wasSentOn: url.searchParams.has('da-chuyen'),
    communes: communesFor(units, desk.officer.unitUid, on),
    maySeeReserved: seesReserved(desk.officer),
    lines: messages.map((message) => lineOf(message, { units, lang, today: on })),
  }
}
