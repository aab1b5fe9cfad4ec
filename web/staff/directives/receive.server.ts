import { createHash } from 'node:crypto'
import { DirectiveRefusal, keepDraft } from '#directives'
import { type DirectiveReadingAsked, directiveReading } from '#jobs/read-directive'
import { stateCalendar } from '#law/holidays'
import { readNotice, readPlainText } from '#notices'
import { now } from '#platform/clock'
import { withActor } from '#platform/database'
import { FileTooLarge, filesFolder, openFiles } from '#platform/files'
import { plainFileName } from '#platform/multipart'
import type { Desk } from '#web/staff/access.ts'

export type ReceivedDirective =
  | { ok: true; path: string }
  | { ok: false; field: 'van-ban' | 'tep'; because: 'needText' | 'tooLong' | 'tooLarge'; text: string }

/** Degrees of secrecy a clerk can say a paper has; none of them is taken. */
const secrecies: readonly string[] = ['mat', 'toi-mat', 'tuyet-mat']
const lettersMax = 300_000
const bytesMax = 30 * 1024 * 1024

/** What was pasted is read at once; a file is kept and read as a job, for a scan takes its time. */
export async function receiveDirective(desk: Desk, request: Request): Promise<ReceivedDirective> {
  if (Number(request.headers.get('content-length')) > bytesMax + 64 * 1024)
    return { ok: false, field: 'tep', because: 'tooLarge', text: '' }
  const form = await request.formData()
  const given = String(form.get('khoa') ?? '')
  const key = /^[\w-]{8,60}$/.test(given) ? given : crypto.randomUUID()
  const file = form.get('tep')
  // Before anything is read or kept: the clerk saw the stamp.
  if (secrecies.includes(String(form.get('do-mat')))) throw new DirectiveRefusal('stateSecret')
  return file instanceof File ? receiveFile(desk, file, key) : readPasted(desk, form, key)
}

async function readPasted(desk: Desk, form: FormData, key: string): Promise<ReceivedDirective> {
  const text = String(form.get('van-ban') ?? '')
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
  if (text.length > lettersMax) return { ok: false, field: 'van-ban', because: 'tooLong', text: '' }
  const { parts } = readPlainText(text)
  if (parts.length === 0) return { ok: false, field: 'van-ban', because: 'needText', text }
  const reading = readNotice({ parts }, { calendar: stateCalendar })
  // Another text from the same page is another directive, whatever the page was given to know it by.
  const hash = createHash('sha256').update(text).digest('hex')
  const { id } = await withActor(desk.database, desk.actor, (transaction) =>
    keepDraft(transaction, {
      reading,
      source: { parts, readAs: 'text' },
      key: `paste ${hash} ${key}`,
      at: now(),
    }),
  )
  return { ok: true, path: draftPath(id) }
}

async function receiveFile(desk: Desk, file: File, key: string): Promise<ReceivedDirective> {
  const { actor, officer, queue, config } = desk
  if (file.size === 0) return { ok: false, field: 'tep', because: 'needText', text: '' }
  try {
    const { sha256, isRepeated } = await openFiles(filesFolder(config)).keep(file.stream(), { bytesMax })
    const asked: DirectiveReadingAsked = {
      ...{ sha256, name: plainFileName(file.name), actor },
      isNew: !isRepeated,
    }
    const id = await queue.send(directiveReading, asked, { key: `${sha256} ${key}`, startedBy: officer.id })
    return { ok: true, path: `/can-bo/chi-dao/nhap/viec/${id}` }
  } catch (error) {
    if (error instanceof FileTooLarge) return { ok: false, field: 'tep', because: 'tooLarge', text: '' }
    throw error
  }
}

/** The desk of a directive’s drafts. */
export function draftPath(id: number): string {
  return `/can-bo/chi-dao/nhap/${id}`
}
