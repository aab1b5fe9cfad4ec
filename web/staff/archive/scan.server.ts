import {
  choicesOf,
  type EnteredField,
  enteredFields,
  enterScan,
  type FieldName,
  type FieldValues,
  fieldNames,
  fieldsOf,
  findEntry,
  findScan,
  hasRead,
  isSure,
  listLedger,
  listOutcomes,
  listPages,
  listScans,
  placeScan,
  proposeEntry,
  type Scan,
  type ScanPage,
  setAside,
  signReading,
  voteOn,
} from '#archive'
import type { LocalDate } from '#calendar'
import { recordChange, recordRead } from '#platform/audit'
import { type Transaction, withActor } from '#platform/database'
import type { Desk } from '#web/staff/access.ts'
import { formatDay, formatInstant } from '#web/ui/index.ts'
import { scanSubject } from './picture.server.ts'
import { numberIn, signerOf } from './tools.server.ts'

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
) {
  const scan = await findScan(transaction, scanId)
  if (!scan) throw new Response(null, { status: 404 })
  await recordRead(transaction, scanSubject(scanId, scan.unitUid))
  const pages = await listPages(transaction, scanId)
  const mayWrite = desk.officer.role !== 'leader'
  const haveRead = await hasRead(transaction, scanId)
  const isBlind = scan.state === 'readOnce'
  const { state, because, form, fileName, batchId, bookName, numberFrom } = scan
  return {
    scan: { id: scan.id, state, because, form, fileName, batchId, bookName, numberFrom },
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
    places: placesOf(pages),
    fields: mayWrite && !haveRead ? fieldViews(scan, pages, isBlind) : [],
    outcomes: await listOutcomes(transaction, scanId),
    entry: mayWrite && state === 'agreed' ? await entryView(transaction, scanId, today) : undefined,
    entered: await enteredView(transaction, scanId),
    books: mayWrite && scan.bookId === undefined ? await booksOf(transaction, scan) : [],
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
  const { candidates, ofNew, doubts } = proposal
  return {
    ofNew,
    doubts,
    mayAdd: proposal.values.name !== undefined,
    candidates: candidates.map(({ person, by, differences }) => ({
      id: person.id,
      name: person.name,
      birth: person.birthWritten ?? (person.birth && formatDay(person.birth.from)),
      village: person.village,
      by,
      differences,
    })),
  }
}

async function enteredView(transaction: Transaction, scanId: number) {
  const entry = await findEntry(transaction, scanId)
  return entry && { personId: entry.personId, at: formatInstant(entry.enteredAt), changes: entry.changes }
}

async function booksOf(transaction: Transaction, { unitUid }: Scan) {
  const collections = await listLedger(transaction)
  return collections
    .filter((each) => each.unitUid === unitUid)
    .flatMap(({ name, books }) => books.map((book) => ({ id: book.id, name: `${name}, ${book.name}` })))
}

/** What an officer may do on the page of a scan, and what came of it: where to go, or the sentence to show. */
export type Done =
  | { go: 'next'; turn: 'unread' | 'readOnce' }
  | { go: 'here' }
  | {
      stay:
        | 'nothingRead'
        | 'alreadyRead'
        | 'notToBeRead'
        | 'notOpen'
        | 'settled'
        | 'needReason'
        | 'badPlace'
        | 'notAgreed'
        | 'alreadyEntered'
        | 'noName'
        | 'notACandidate'
    }

/** Does what the form of a scan's page asks for, in one transaction, with a line in the log. */
export async function actOnScan(desk: Desk, scanId: number, form: FormData, today: LocalDate): Promise<Done> {
  return withActor(desk.database, desk.actor, async (transaction) => {
    const scan = await findScan(transaction, scanId)
    if (!scan) throw new Response(null, { status: 404 })
    const subject = scanSubject(scanId, scan.unitUid)
    const what = String(form.get('what'))
    if (what === 'read') return sign(transaction, { scan, subject, values: valuesIn(form), today })
    if (what === 'settle') {
      const voted = await voteOn(transaction, scanId, { values: chosenIn(form), today })
      if (!voted.ok) return { stay: voted.because }
      await recordChange(transaction, 'settleScan', subject, { state: voted.state })
      return voted.state === 'agreed' ? { go: 'here' } : { stay: 'settled' }
    }
    if (what === 'enter') return enter(transaction, scanId, form, today)
    if (what === 'aside') {
      const because = String(form.get('because') ?? '')
        .trim()
        .slice(0, 200)
      if (because === '') return { stay: 'needReason' }
      await setAside(transaction, scanId, because)
      await recordChange(transaction, 'setScanAside', subject, { because })
      return { go: 'next', turn: 'unread' }
    }
    const place = { bookId: numberIn(form.get('bookId')), number: numberIn(form.get('number')) }
    if (!(await placeScan(transaction, scanId, place))) return { stay: 'badPlace' }
    await recordChange(transaction, 'placeScan', subject, place)
    return { go: 'here' }
  })
}

async function sign(
  transaction: Transaction,
  reading: { scan: Scan; subject: ReturnType<typeof scanSubject>; values: FieldValues; today: LocalDate },
): Promise<Done> {
  const { scan, subject, values, today } = reading
  const signed = await signReading(transaction, scan.id, { values, today })
  if (!signed.ok) return { stay: signed.because }
  await recordChange(transaction, 'signReading', subject, { turn: signed.turn, state: signed.state })
  return { go: 'next', turn: signed.turn === 1 ? 'unread' : 'readOnce' }
}

async function enter(
  transaction: Transaction,
  scanId: number,
  form: FormData,
  today: LocalDate,
): Promise<Done> {
  const person = String(form.get('personId'))
  const fields = enteredFields.filter((field) => form.getAll('take').includes(field)) as EnteredField[]
  const personId = person === 'new' ? ('new' as const) : numberIn(person)
  const entered = await enterScan(transaction, scanId, { personId, fields, today })
  return entered.ok ? { go: 'here' } : { stay: entered.because }
}

function valuesIn(form: FormData): FieldValues {
  return Object.fromEntries(
    fieldNames.flatMap((field) => {
      const value = form.get(field)
      return typeof value === 'string' ? [[field, value]] : []
    }),
  )
}

/** The value chosen among two readings, or the other one that was typed. */
function chosenIn(form: FormData): FieldValues {
  return Object.fromEntries(
    fieldNames.flatMap((field) => {
      const choice = form.get(`${field}-choice`)
      if (typeof choice !== 'string') return []
      const value = choice === 'other' ? form.get(`${field}-other`) : form.get(`${field}-${choice}`)
      return [[field, typeof value === 'string' ? value : '']]
    }),
  )
}

/** The next scan this officer may read at a step; undefined when there is none. */
export function findNext(desk: Desk, turn: 'unread' | 'readOnce'): Promise<number | undefined> {
  return withActor(desk.database, desk.actor, async (transaction) => {
    const [next] = await listScans(transaction, { states: [turn], unreadBy: signerOf(desk), limit: 1 })
    return next?.id
  })
}
