import {
  addDraft,
  confirmDrafts,
  confirmYear,
  type Directive,
  type Draft,
  dropDraft,
  editDraft,
  editHead,
  eraseDraft,
  erasingReasons,
  getDirective,
  issueDirective,
  issuingWarnings,
  joinDrafts,
  listEvents,
  restoreDraft,
  type SeenDraft,
  splitDraft,
} from '#directives'
import { now, today } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { numberIn } from '#web/staff/numbers.ts'
import { mergeContents, partsAt, splitContents } from './draft-contents.ts'
import { type DraftProblem, readDraftForm, readHeadForm, textOf } from './draft-form.server.ts'
import { findUndo } from './undo.ts'

/** What came of an act: where the page goes on, or which fields are wrong. */
export type DraftAnswer =
  | { ok: true; next: 'issued' | 'head' | number | undefined }
  /** Nothing of it is kept; `orphaned` is its file, for the page to remove once the transaction stands. */
  | { ok: true; next: 'erased'; orphaned: string | undefined }
  | { ok: false; problems: Record<string, DraftProblem> }

interface Asked {
  transaction: Transaction
  directive: Directive
  form: FormData
  key: string
  at: Date
}

/** Does what a form of the desk of drafts asks for; throws DirectiveRefusal where the service refuses. */
export async function actOnDrafts(
  transaction: Transaction,
  directiveId: number,
  form: FormData,
): Promise<DraftAnswer> {
  const directive = await getDirective(transaction, directiveId, today())
  const asked: Asked = { transaction, directive, form, key: keyOf(form), at: now() }
  const act = acts[String(form.get('viec'))]
  if (!act) throw new Response(null, { status: 400 })
  return act(asked)
}

/** A key a browser was given; without one the deed is done as often as it is sent. */
function keyOf(form: FormData): string {
  const key = textOf(form, 'khoa')
  return /^[\w-]{8,60}$/.test(key) ? `${textOf(form, 'viec')} ${key}` : crypto.randomUUID()
}

const acts: Readonly<Record<string, ((asked: Asked) => Promise<DraftAnswer>) | undefined>> = Object.assign(
  Object.create(null),
  {
    'xac-nhan': confirmOne,
    'xac-nhan-het': confirmRest,
    sua: edit,
    gop: join,
    tach: split,
    bo: drop,
    'khoi-phuc': restore,
    them: add,
    'hoan-tac': undo,
    'sua-dau': changeHead,
    'xac-nhan-nam': confirmHead,
    giao: issue,
    'xoa-han': erase,
  },
)

/** The draft a form names, as its sender saw it. */
function seenIn(form: FormData): SeenDraft {
  return { id: numberIn(form.get('du-thao')), version: numberIn(form.get('ban')) }
}

function draftIn({ directive, form }: Asked): Draft {
  const { id } = seenIn(form)
  const draft = directive.drafts.find((each) => each.id === id)
  if (!draft) throw new Response(null, { status: 404 })
  return draft
}

/** The first draft after this one that nobody has decided, or the first of all. */
function nextAfter({ directive: { drafts } }: Asked, id: number): number | undefined {
  const open = drafts.filter((draft) => draft.state === 'proposed' && draft.id !== id)
  const position = drafts.find((draft) => draft.id === id)?.position ?? 0
  return (open.find((draft) => draft.position > position) ?? open[0])?.id
}

async function confirmOne(asked: Asked): Promise<DraftAnswer> {
  const { transaction, key, at } = asked
  const seen = seenIn(asked.form)
  await confirmDrafts(transaction, { drafts: [seen], key, at })
  return { ok: true, next: nextAfter(asked, seen.id) }
}

/** Those that were shown as undecided, each as it was shown. */
async function confirmRest({ transaction, form, key, at }: Asked): Promise<DraftAnswer> {
  const drafts = form.getAll('con-lai').flatMap((each): SeenDraft[] => {
    const [id, version] = String(each).split(':')
    return [{ id: numberIn(id), version: numberIn(version) }]
  })
  await confirmDrafts(transaction, { drafts, key, at })
  return { ok: true, next: undefined }
}

async function edit(asked: Asked): Promise<DraftAnswer> {
  const { transaction, form, key, at } = asked
  const read = readDraftForm(form)
  if (!read.ok) return read
  const draft = seenIn(form)
  const confirm = form.get('xac-nhan') === 'co'
  const { content, lead } = read
  await editDraft(transaction, { draft, content, lead, confirm, key, at })
  return { ok: true, next: confirm ? nextAfter(asked, draft.id) : draft.id }
}

async function join(asked: Asked): Promise<DraftAnswer> {
  const { transaction, directive, form, key, at } = asked
  const draft = draftIn(asked)
  const other = directive.drafts.find(({ id }) => id === numberIn(form.get('voi')))
  if (!other) throw new Response(null, { status: 404 })
  const { id } = await joinDrafts(transaction, {
    drafts: [seenIn(form), { id: other.id, version: numberIn(form.get('ban-voi')) }],
    content: mergeContents(draft.content, other.content),
    lead: draft.lead ?? other.lead,
    ...{ key, at },
  })
  return { ok: true, next: id }
}

async function split(asked: Asked): Promise<DraftAnswer> {
  const { transaction, form, key, at } = asked
  const draft = draftIn(asked)
  const [only] = draft.quotes
  const words =
    draft.quotes.length === 1 && only
      ? partsAt(only.quote, numberIn(form.get('cho')))
      : draft.quotes.map(({ quote }) => quote)
  const contents = splitContents(draft.content, words)
  const parts = contents.map((content, index) => ({
    content,
    lead: draft.lead,
    ...(words[index] && { quote: words[index] }),
  }))
  const { ids } = await splitDraft(transaction, { draft: seenIn(form), parts, key, at })
  return { ok: true, next: ids[0] }
}

async function drop(asked: Asked): Promise<DraftAnswer> {
  const { transaction, form, key, at } = asked
  const draft = seenIn(form)
  await dropDraft(transaction, { draft, because: textOf(form, 'ly-do'), key, at })
  return { ok: true, next: nextAfter(asked, draft.id) }
}

async function restore({ transaction, form, key, at }: Asked): Promise<DraftAnswer> {
  const { restored } = await restoreDraft(transaction, { draft: seenIn(form), key, at })
  return { ok: true, next: restored[0] }
}

async function add({ transaction, directive, form, key, at }: Asked): Promise<DraftAnswer> {
  const read = readDraftForm(form)
  if (!read.ok) return read
  const { content, lead } = read
  const { id } = await addDraft(transaction, {
    directiveId: directive.id,
    ...{ content, lead, key, at },
    quote: { paragraph: numberIn(form.get('doan')), quote: textOf(form, 'trich') },
  })
  return { ok: true, next: id }
}

async function undo({ transaction, directive, key, at }: Asked): Promise<DraftAnswer> {
  const found = findUndo(await listEvents(transaction, { directiveId: directive.id }), directive.drafts)
  if (!found) return { ok: true, next: undefined }
  if (found.is === 'edit') {
    const { draft, content, lead } = found
    await editDraft(transaction, { draft, content, lead, key, at })
    return { ok: true, next: draft.id }
  }
  for (const draft of found.drafts) await restoreDraft(transaction, { draft, key: `${key} ${draft.id}`, at })
  return { ok: true, next: found.drafts[0]?.id }
}

async function changeHead({ transaction, directive, form, key, at }: Asked): Promise<DraftAnswer> {
  const read = readHeadForm(form)
  if (!read.ok) return read
  const version = numberIn(form.get('ban'))
  await editHead(transaction, { directiveId: directive.id, version, head: read.head, key, at })
  return { ok: true, next: 'head' }
}

async function confirmHead({ transaction, directive, form, key, at }: Asked): Promise<DraftAnswer> {
  const version = numberIn(form.get('ban'))
  await confirmYear(transaction, { directiveId: directive.id, version, key, at })
  return { ok: true, next: 'head' }
}

async function issue({ transaction, directive, form, key, at }: Asked): Promise<DraftAnswer> {
  const version = numberIn(form.get('ban'))
  const told = form.getAll('biet')
  await issueDirective(transaction, {
    ...{ directiveId: directive.id, version, key, at },
    knowing: issuingWarnings.filter((each) => told.includes(each)),
    sharesOut: form.get('chia-xa') === 'co',
  })
  return { ok: true, next: 'issued' }
}

async function erase({ transaction, directive, form, key }: Asked): Promise<DraftAnswer> {
  const because = erasingReasons.find((each) => each === form.get('vi-sao'))
  if (!because) return { ok: false, problems: { 'vi-sao': 'needReason' } }
  const { orphaned } = await eraseDraft(transaction, { directiveId: directive.id, because, key })
  return { ok: true, next: 'erased', orphaned }
}
