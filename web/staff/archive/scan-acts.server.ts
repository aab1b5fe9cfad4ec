import {
  type AgainRefusal,
  chooseForm,
  countBeyond,
  enteredFields,
  enterScan,
  type FieldValues,
  fieldNames,
  fieldsOf,
  findBook,
  findScan,
  forms,
  illegible,
  listScans,
  noteReadingJob,
  notOnPaper,
  type PaperAwardRefusal,
  placeScan,
  proposeAwardOf,
  type ReopeningRefusal,
  reopenScan,
  type Scan,
  setAside,
  signReading,
  turnPage,
  voteOn,
} from '#archive'
import { type DecisionRefusal, decideAward } from '#awards'
import type { LocalDate } from '#calendar'
import { type Category, categories, parseListMonth } from '#intake'
import { recordChange } from '#platform/audit'
import { type Transaction, withActor } from '#platform/database'
import { type Desk, signerOf } from '#web/staff/access.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { scanSubject } from './picture.server.ts'
import type { FieldProblem } from './reading-words.ts'
import { countIn, textIn } from './tools.server.ts'

/** Why something was not done; the page has a sentence for each, and keeps what was typed. */
export type Refusal =
  | {
      kind: 'plain'
      because:
        | 'nothingRead'
        | 'alreadyRead'
        | 'notToBeRead'
        | 'notOpen'
        | 'needReason'
        | 'notAgreed'
        | 'alreadyEntered'
        | 'noName'
        | 'notACandidate'
    }
  | { kind: 'fields'; in: 'read' | 'settle'; problems: Record<string, FieldProblem> }
  | { kind: 'place'; because: 'badBook' }
  | { kind: 'place'; because: 'badPlace'; from: number; to: number }
  | { kind: 'place'; because: 'beyond'; pages: number; last: number }
  | { kind: 'again'; because: AgainRefusal | 'needReopenReason' | 'reopenEntered' }
  | { kind: 'award'; because: PaperAwardRefusal | DecisionRefusal | 'badMonth' | 'badToMonth' }
  | { kind: 'register'; sentence: { vi: string; en: string } }

/** What came of an act on a scan: where to go, a note, or why not. */
export type Done =
  | { go: 'next'; turn: 'unread' | 'readOnce' }
  | { go: 'here' }
  | { go: 'batch'; batchId: number }
  | { note: 'settled' }
  | { refused: Refusal }

interface Doing {
  transaction: Transaction
  desk: Desk
  scan: Scan
  subject: ReturnType<typeof scanSubject>
  form: FormData
  today: LocalDate
}

const acts: Readonly<Record<string, (doing: Doing) => Promise<Done>>> = {
  read: sign,
  settle,
  enter,
  aside,
  place,
  form: takeForm,
  turn,
  reopen,
  propose: proposeIt,
  decide,
}

/** Does what the form of a scan's page asks for, in one transaction, with a line in the log. */
export async function actOnScan(desk: Desk, scanId: number, form: FormData, today: LocalDate): Promise<Done> {
  return withActor(desk.database, desk.actor, async (transaction) => {
    const scan = await findScan(transaction, scanId)
    const act = ownOf(acts, textIn(form, 'what'))
    if (!scan || !act) throw new Response(null, { status: scan ? 400 : 404 })
    return act({ transaction, desk, scan, subject: scanSubject(scanId, scan.unitUid), form, today })
  })
}

/** What stands under a name that somebody sent, never what every object answers to. */
function ownOf<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

const plain = (because: Extract<Refusal, { kind: 'plain' }>['because']): Done => ({
  refused: { kind: 'plain', because },
})

async function sign({ transaction, scan, subject, form, today }: Doing): Promise<Done> {
  const { values, problems } = readFields(scan, form)
  if (Object.keys(problems).length > 0) return { refused: { kind: 'fields', in: 'read', problems } }
  const signed = await signReading(transaction, scan.id, { values, today })
  if (!signed.ok)
    return signed.because === 'problems'
      ? { refused: { kind: 'fields', in: 'read', problems: signed.problems } }
      : plain(signed.because)
  await recordChange(transaction, 'signReading', subject, { turn: signed.turn, state: signed.state })
  return { go: 'next', turn: signed.turn === 1 ? 'unread' : 'readOnce' }
}

/** Every field of the form: its text, or why there is none. */
function readFields(
  scan: Scan,
  form: FormData,
): { values: FieldValues; problems: Record<string, FieldProblem> } {
  const values: FieldValues = {}
  const problems: Record<string, FieldProblem> = {}
  for (const field of fieldsOf(scan.form)) {
    const text = textIn(form, field)
    const said = ownOf(marks, textIn(form, `${field}-state`))
    if (said && text !== '') problems[field] = 'both'
    values[field] = said ?? text
  }
  return { values, problems }
}

const marks: Readonly<Record<string, string>> = { notOnPaper, illegible }

async function settle({ transaction, scan, subject, form, today }: Doing): Promise<Done> {
  const { values, problems } = chosenIn(form)
  if (Object.keys(problems).length > 0) return { refused: { kind: 'fields', in: 'settle', problems } }
  const voted = await voteOn(transaction, scan.id, { values, today })
  if (!voted.ok)
    return voted.because === 'problems'
      ? { refused: { kind: 'fields', in: 'settle', problems: voted.problems } }
      : plain(voted.because)
  await recordChange(transaction, 'settleScan', subject, { state: voted.state })
  return voted.state === 'agreed' ? { go: 'here' } : { note: 'settled' }
}

/** The value chosen among two readings, that there is none, or the other one that was typed. */
function chosenIn(form: FormData): { values: FieldValues; problems: Record<string, FieldProblem> } {
  const values: FieldValues = {}
  const problems: Record<string, FieldProblem> = {}
  for (const field of fieldNames) {
    const choice = textIn(form, `${field}-choice`)
    if (choice === '') continue
    const text = textIn(form, `${field}-${choice}`)
    if (choice === 'other' && text === '') problems[field] = 'empty'
    values[field] = ownOf(marks, choice) ?? text
  }
  return { values, problems }
}

async function enter({ transaction, scan, form, today }: Doing): Promise<Done> {
  const person = textIn(form, 'personId')
  const fields = enteredFields.filter((field) => form.getAll('take').includes(field))
  const personId = person === 'new' ? ('new' as const) : numberIn(person)
  const entered = await enterScan(transaction, scan.id, { personId, fields, today })
  if (entered.ok) return { go: 'here' }
  return entered.because === 'refused'
    ? { refused: { kind: 'register', sentence: entered.sentence } }
    : plain(entered.because)
}

async function aside({ transaction, scan, subject, form }: Doing): Promise<Done> {
  const because = textIn(form, 'because').slice(0, 200)
  if (because === '') return plain('needReason')
  await setAside(transaction, scan.id, because)
  await recordChange(transaction, 'setScanAside', subject, { because })
  return { go: 'next', turn: 'unread' }
}

async function place({ transaction, scan, subject, form }: Doing): Promise<Done> {
  const book = await findBook(transaction, numberIn(form.get('bookId')))
  if (!book || book.unitUid !== scan.unitUid) return { refused: { kind: 'place', because: 'badBook' } }
  const number = countIn(form.get('number'))
  if (number === undefined || number < book.numberFrom || number > book.numberTo)
    return { refused: { kind: 'place', because: 'badPlace', from: book.numberFrom, to: book.numberTo } }
  const at = { bookId: book.id, number, beyondBecause: textIn(form, 'beyondBecause') || undefined }
  if (!(await placeScan(transaction, scan.id, at))) {
    const pages = await countBeyond(transaction, scan.id, at)
    return { refused: { kind: 'place', because: 'beyond', pages, last: book.numberTo } }
  }
  await recordChange(transaction, 'placeScan', subject, at)
  return { go: 'here' }
}

async function takeForm({ transaction, scan, subject, form, today }: Doing): Promise<Done> {
  const chosen = forms.find((each) => each === form.get('form'))
  if (!chosen) throw new Response(null, { status: 400 })
  const done = await chooseForm(transaction, scan.id, { form: chosen, today })
  if (!done.ok) return { refused: { kind: 'again', because: done.because } }
  await recordChange(transaction, 'chooseForm', subject, { form: chosen, was: scan.form })
  return { go: 'here' }
}

async function turn({ transaction, desk, scan, subject, form }: Doing): Promise<Done> {
  const quarters = ([1, 2, 3] as const).find((each) => String(each) === form.get('quarters')) ?? 1
  const page = numberIn(form.get('page'))
  const done = await turnPage(transaction, scan.id, { page, quarters })
  if (!done.ok) return { refused: { kind: 'again', because: done.because } }
  await recordChange(transaction, 'turnPage', subject, { page, quarters })
  const { batchId } = scan
  const sending = { startedBy: desk.officer.id, within: transaction }
  const jobId = await desk.queue.send('readScans', { batchId, actor: desk.actor }, sending)
  await noteReadingJob(transaction, batchId, jobId)
  return { go: 'batch', batchId }
}

const reopeningRefusals = {
  needReason: { kind: 'again', because: 'needReopenReason' },
  alreadyEntered: { kind: 'again', because: 'reopenEntered' },
  notAgreed: { kind: 'plain', because: 'notAgreed' },
} as const satisfies Record<ReopeningRefusal, Refusal>

async function reopen({ transaction, scan, form }: Doing): Promise<Done> {
  const done = await reopenScan(transaction, scan.id, { reason: textIn(form, 'reason') })
  return done.ok ? { go: 'here' } : { refused: reopeningRefusals[done.because] }
}

async function proposeIt({ transaction, scan, form, today }: Doing): Promise<Done> {
  const refuse = (because: Extract<Refusal, { kind: 'award' }>['because']): Done => ({
    refused: { kind: 'award', because },
  })
  const category = categories.find((each) => each === form.get('category')) as Category | undefined
  const fromMonth = parseListMonth(textIn(form, 'fromMonth'))
  const toMonth = parseListMonth(textIn(form, 'toMonth'))
  if (!category) return refuse('notItsGround')
  if (!fromMonth) return refuse('badMonth')
  if (textIn(form, 'toMonth') !== '' && (!toMonth || toMonth < fromMonth)) return refuse('badToMonth')
  const done = await proposeAwardOf(transaction, scan.id, { category, fromMonth, toMonth, today })
  return done.ok ? { go: 'here' } : refuse(done.because)
}

async function decide({ transaction, form }: Doing): Promise<Done> {
  const id = numberIn(form.get('requestId'))
  const how = textIn(form, 'decision')
  const done = await decideAward(
    transaction,
    id,
    how === 'approved'
      ? { decision: 'approved', seen: String(form.get('seen') ?? '') }
      : how === 'withdrawn'
        ? { decision: 'withdrawn' }
        : { decision: 'refused', because: textIn(form, 'because') },
  )
  return done.ok ? { go: 'here' } : { refused: { kind: 'award', because: done.because } }
}

/** The next scan this officer may read at a step; undefined when there is none. */
export function findNext(desk: Desk, turn: 'unread' | 'readOnce'): Promise<number | undefined> {
  return withActor(desk.database, desk.actor, async (transaction) => {
    const [next] = await listScans(transaction, { states: [turn], unreadBy: signerOf(desk), limit: 1 })
    return next?.id
  })
}
