import { day, type LocalDate } from '#calendar'
import {
  confirmDrafts,
  confirmYear,
  type Draft,
  dropDraft,
  getDirective,
  issueDirective,
  joinDrafts,
  keepDraft,
} from '#directives'
import { type NoticeDocument, readNotice } from '#notices'
import type { Transaction } from '#platform/database'
import { notice440 } from '#publishing'
import { type NoticeEntry, noticeEntries } from './directive-440-entries.ts'

/** The day after the notice, when its tasks are handed out. */
export const handedOn = day('2022-06-29')

/** What an act is sent with: a key of its own, so that what was done before a start was killed is not done twice. */
export function sent(what: string, on: LocalDate): { key: string; at: Date } {
  return { key: `notice 440 ${what}`, at: new Date(`${on}T08:30:00+07:00`) }
}

/** The notice as its public article has it: title, lead, paragraphs, byline. */
function documentOfNotice(): NoticeDocument {
  const { title, lead, body, byline } = notice440
  const texts = body.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
  )
  const parts = [title, lead, ...texts, byline ?? ''].filter((text) => text !== '')
  return { parts: parts.map((text) => ({ kind: 'paragraph', text })) }
}

/** Reads the notice, confirms its year, decides its drafts and hands its tasks out. Returns the directive’s id. */
export async function handOutNotice(transaction: Transaction): Promise<number> {
  const document = documentOfNotice()
  const { id: directiveId } = await keepDraft(transaction, {
    reading: readNotice(document),
    source: { parts: document.parts, articleSlug: notice440.slug },
    ...sent('keep', handedOn),
  })
  const { version, state, drafts } = await getDirective(transaction, directiveId, handedOn)
  if (state === 'issued') return directiveId
  const head = await confirmYear(transaction, { directiveId, version, ...sent('year', handedOn) })
  await decideDrafts(transaction, drafts)
  await issueDirective(transaction, {
    ...{ directiveId, version: head.version },
    knowing: ['leadUnknown'],
    ...sent('issue', handedOn),
  })
  return directiveId
}

/** Joins the drafts of one entry, confirms one draft for each, and drops what belongs to none. */
async function decideDrafts(transaction: Transaction, drafts: readonly Draft[]): Promise<void> {
  const ofEntries = noticeEntries.map((entry) => drafts.filter((draft) => isOfEntry(draft, entry)))
  const confirmed: { id: number; version: number }[] = []
  for (const [index, own] of ofEntries.entries()) {
    const [first] = own
    const { words, joined } = noticeEntries[index] as NoticeEntry
    if (!first) throw new Error(`Nothing was read of entry ${index + 1} of the notice, “${words[0]}”`)
    if (own.length === 1) {
      confirmed.push(first)
      continue
    }
    const content = { ...first.content, ...joined }
    const act = { drafts: own, content, ...sent(`join ${index}`, handedOn) }
    confirmed.push({ ...(await joinDrafts(transaction, act)), version: 1 })
  }
  const because = 'Không phải nhiệm vụ được giao'
  for (const draft of drafts.filter((each) => !ofEntries.flat().includes(each)))
    await dropDraft(transaction, { draft, because, ...sent(`drop ${draft.id}`, handedOn) })
  await confirmDrafts(transaction, { drafts: confirmed, ...sent('confirm', handedOn) })
}

/** Whether the words a draft or a task came from are those of an entry. */
export function isOfEntry({ quotes }: Pick<Draft, 'quotes'>, { words }: Pick<NoticeEntry, 'words'>): boolean {
  const plain = (text: string) => text.normalize('NFC').toLowerCase()
  return quotes.some(({ quote }) => words.some((each) => plain(quote).includes(plain(each))))
}
