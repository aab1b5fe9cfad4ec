import {
  canReadPapers,
  choicesOf,
  type FieldName,
  fieldsOf,
  findEntry,
  findScan,
  hasRead,
  illegible,
  isSure,
  listLedger,
  listOutcomes,
  listPages,
  listRounds,
  proposeEntry,
  type Scan,
  type ScanPage,
} from '#archive'
import type { LocalDate } from '#calendar'
import { failureIn } from '#jobs/read-scans'
import { recordRead } from '#platform/audit'
import type { Transaction } from '#platform/database'
import type { Desk } from '#web/staff/access.ts'
import { formatDay, formatInstant, type Lang } from '#web/ui/index.ts'
import { type AwardView, awardView } from './award.server.ts'
import { scanSubject } from './picture.server.ts'

/** A field of the reading screen; a second reader is shown where it stands and nothing of what was read. */
export interface FieldView {
  field: FieldName
  value: string
  choices: readonly string[] | undefined
  /** What the machine says of itself; undefined for who reads blind. */
  hint: { kind: 'sure'; percent: number } | { kind: 'unsure' } | { kind: 'unseen' } | undefined
  doubts: ('unknownPlaceCode' | 'sexMismatch' | 'birthYearMismatch')[]
}

/** Where a field stands: the page and its box on it. */
export interface PlaceOnPage {
  field: FieldName
  page: number
  box: { left: number; top: number; right: number; bottom: number }
}

/** Everything the page of a scan shows, for this officer and the step it is at; a look is a line in the log. */
export async function readScanPage(
  transaction: Transaction,
  desk: Pick<Desk, 'officer'>,
  scanId: number,
  today: LocalDate,
  { nameOf = (actor) => actor, lang = 'vi' }: { nameOf?: (actor: string) => string; lang?: Lang } = {},
) {
  const scan = await findScan(transaction, scanId)
  if (!scan) throw new Response(null, { status: 404 })
  await recordRead(transaction, scanSubject(scanId, scan.unitUid))
  const pages = await listPages(transaction, scanId)
  const mayRead = await canReadPapers(transaction)
  const mayWrite = desk.officer.role !== 'leader' && mayRead
  const haveRead = await hasRead(transaction, scanId)
  const isBlind = scan.state === 'readOnce'
  const because = failureIn(scan.because, lang)
  const { state, form, fileName, batchId, bookName, numberFrom, beyondBecause } = scan
  return {
    scan: { id: scan.id, state, because, form, fileName, batchId, bookName, numberFrom, beyondBecause },
    mayRead,
    mayWrite,
    haveRead,
    isBlind,
    pages: pages.map(({ number, width, height, words }) => ({
      number,
      width,
      height,
      // What the machine read would lead a second reader.
      text: isBlind ? undefined : textOf(words),
    })),
    isBlank: state === 'unread' && pages.length > 0 && pages.every(({ words }) => words.length === 0),
    places: placesOf(pages),
    fields: mayWrite && !haveRead ? fieldViews(scan, pages, isBlind) : [],
    outcomes: await listOutcomes(transaction, scanId),
    illegible,
    entry: mayWrite && state === 'agreed' ? await entryView(transaction, scanId, today) : undefined,
    entered: await enteredView(transaction, scanId),
    award: await awardOf(transaction, desk, { scan, mayWrite, today, nameOf, lang }),
    rounds: (await listRounds(transaction, scanId)).map(({ reopenedAt, by, readings, ...round }) => ({
      ...round,
      by: nameOf(by),
      at: formatInstant(reopenedAt),
      readings: readings.map((each) => ({ ...each, by: nameOf(each.by) })),
    })),
    books: mayWrite ? await booksOf(transaction, scan) : [],
  }
}

function textOf(words: ScanPage['words']): string {
  let [text, line] = ['', words[0]?.line]
  for (const word of words) {
    text += word.line === line ? ` ${word.text}` : `\n${word.text}`
    line = word.line
  }
  return text.trim()
}

function placesOf(pages: readonly ScanPage[]): PlaceOnPage[] {
  return pages.flatMap(({ number, proposals }) =>
    proposals.map(({ field, box }) => ({ field, page: number, box })),
  )
}

function fieldViews(scan: Scan, pages: readonly ScanPage[], isBlind: boolean): FieldView[] {
  const proposals = pages.flatMap((page) => page.proposals)
  return fieldsOf(scan.form).map((field) => {
    const proposal = isBlind ? undefined : proposals.find((each) => each.field === field)
    const sure = proposal !== undefined && isSure(proposal)
    return {
      field,
      value: sure ? proposal.value : '',
      choices: choicesOf(field),
      hint: isBlind
        ? undefined
        : sure
          ? { kind: 'sure' as const, percent: Math.round(proposal.confidence) }
          : { kind: proposal ? ('unsure' as const) : ('unseen' as const) },
      doubts: proposal?.doubts ?? [],
    }
  })
}

async function entryView(transaction: Transaction, scanId: number, today: LocalDate) {
  const proposal = await proposeEntry(transaction, scanId, { today })
  if (!proposal) return undefined
  const { candidates, ofNew, keptOfNew, doubts } = proposal
  return {
    ofNew,
    keptOfNew,
    doubts,
    mayAdd: proposal.values.name !== undefined,
    candidates: candidates.map(({ person, by, differences, kept }) => ({
      id: person.id,
      name: person.name,
      birth: person.birthWritten ?? (person.birth && formatDay(person.birth.from)),
      village: person.village,
      by,
      differences,
      kept,
    })),
  }
}

async function enteredView(transaction: Transaction, scanId: number) {
  const entry = await findEntry(transaction, scanId)
  return (
    entry && {
      personId: entry.personId,
      at: formatInstant(entry.enteredAt),
      changes: entry.changes,
      kept: entry.kept,
    }
  )
}

async function awardOf(
  transaction: Transaction,
  desk: Pick<Desk, 'officer'>,
  asked: {
    scan: Scan
    mayWrite: boolean
    today: LocalDate
    nameOf: (actor: string) => string
    lang: Lang
  },
): Promise<AwardView | undefined> {
  const { scan, ...rest } = asked
  return scan.state === 'entered' ? awardView(transaction, desk, { scanId: scan.id, ...rest }) : undefined
}

async function booksOf(transaction: Transaction, { unitUid }: Scan) {
  const collections = await listLedger(transaction)
  return collections
    .filter((each) => each.unitUid === unitUid)
    .flatMap(({ name, books }) =>
      books.map((book) => ({
        id: book.id,
        name: `${name}, ${book.name} (${book.numberFrom}–${book.numberTo})`,
      })),
    )
}
