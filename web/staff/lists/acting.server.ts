import { type RouterContextProvider, redirect } from 'react-router'
import { addMonths, monthOf } from '#calendar'
import { acceptByName, decideRow, discardList, findUpload, isBegun, nameMonth, parseListMonth } from '#intake'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { type Desk, getDesk } from '#web/staff/access.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { type Lang, langOf, pathIn } from '#web/ui/language.ts'
import { actOn, askFor } from './asking.server.ts'
import { previewPath } from './preview-path.ts'
import { words as refusedWords } from './refused-words.ts'

/** Why nothing was done; the page tells it above the list as it stands now. */
interface Refusal {
  because: string
}

interface Wish {
  fileId: number
  form: FormData
  lang: Lang
}

/**
 * Writes the list, tries it again, gives it up, or keeps what an officer says of a doubtful row. Moves on where that was
 * done, and says why where it was not: of two officers one is first.
 */
export async function act({
  context,
  params,
  request,
  url,
}: {
  context: Readonly<RouterContextProvider>
  params: { fileId: string }
  request: Request
  url: URL
}): Promise<Refusal> {
  const desk = await getDesk(context, url)
  const { database, actor, officer } = desk
  if (officer.role === 'leader') throw new Response(null, { status: 403 })
  const fileId = numberIn(params.fileId)
  const upload = await withActor(database, actor, (transaction) => findUpload(transaction, fileId))
  if (!upload) throw new Response(null, { status: 404 })
  const form = await request.formData()
  const wish = { fileId, form, lang: langOf(url.pathname) }
  const kind = String(form.get('viec') ?? '')
  if (kind === 'bo') return discard(desk, wish)
  if (kind === 'cung' || kind === 'moi' || kind === 'thoi') return decide(desk, wish, kind)
  if (kind === 'thang') return nameMonthOf(desk, wish)
  if (kind === 'xem' || kind === 'theo-ten') return tryAgain(desk, wish, kind === 'theo-ten')
  // What is not asked for in so many words is not done.
  if (kind !== 'ghi') throw new Response(null, { status: 400 })
  return write(desk, wish)
}

async function discard(desk: Desk, { fileId, lang }: Wish): Promise<Refusal> {
  const because = await actOn(desk, { fileId, refusal: 'notDiscarded', lang }, (transaction) =>
    discardList(transaction, fileId),
  )
  if (because) return { because }
  throw redirect(pathIn(lang, '/can-bo/danh-sach'))
}

async function decide(
  desk: Desk,
  { fileId, form, lang }: Wish,
  kind: 'cung' | 'moi' | 'thoi',
): Promise<Refusal> {
  const number = numberIn(form.get('dong'))
  const because = await actOn(desk, { fileId, refusal: 'decided', lang }, (transaction) =>
    decideRow(transaction, { fileId, number, decision: said(kind, form) }),
  )
  if (because) return { because }
  throw redirect(`${previewPath(fileId, lang)}?dong=doubtful#cac-dong`)
}

const monthsAheadMax = 3

/** Keeps the month an officer names and has the list read again with it. */
async function nameMonthOf(desk: Desk, { fileId, form, lang }: Wish): Promise<Refusal> {
  const month = parseListMonth(String(form.get('thang') ?? ''))
  const latest = addMonths(monthOf(today()), monthsAheadMax)
  if (month === undefined || month > latest || month < '2000-01')
    return { because: refusedWords[lang].reasons.notAMonth }
  const because = await actOn(desk, { fileId, refusal: 'begun', lang }, async (transaction) => {
    if (await isBegun(transaction, fileId)) return false
    await nameMonth(transaction, { fileId, month })
    return true
  })
  if (because) return { because }
  const asked = await askFor(desk, { is: 'read', fileId }, lang)
  if (!asked.ok) return asked
  throw redirect(previewPath(fileId, lang))
}

async function tryAgain(desk: Desk, { fileId, lang }: Wish, byName: boolean): Promise<Refusal> {
  if (byName) {
    const because = await actOn(desk, { fileId, refusal: 'decided', lang }, async (transaction) => {
      await acceptByName(transaction, fileId)
      return true
    })
    if (because) return { because }
  }
  const asked = await askFor(desk, { is: 'preview', fileId }, lang)
  if (!asked.ok) return asked
  throw redirect(previewPath(fileId, lang))
}

async function write(desk: Desk, { fileId, lang }: Wish): Promise<Refusal> {
  // The same wish twice is one work, until something was written.
  const asked = await askFor(desk, { is: 'import', fileId }, lang, ({ rounds, writtenAt }) =>
    [fileId, rounds, writtenAt?.getTime() ?? 0].join(' '),
  )
  if (!asked.ok) return asked
  throw redirect(pathIn(lang, `/can-bo/danh-sach/${asked.jobId}`))
}

function said(kind: 'cung' | 'moi' | 'thoi', form: FormData) {
  if (kind === 'thoi') return undefined
  return kind === 'moi'
    ? ({ is: 'new' } as const)
    : ({ is: 'same', personId: numberIn(form.get('nguoi')) } as const)
}
