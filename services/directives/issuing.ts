import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { today as dayOf } from '#platform/clock'
import type { Transaction } from '#platform/database'
import type { NamedParty } from './agency-names.ts'
import { type AlikeDirective, listAlike } from './alike.ts'
import { type Draft, listDrafts } from './drafts.ts'
import { noteEvent } from './events.ts'
import { handOut, type NewTask, receiverFor } from './new-tasks.ts'
import { once, type Sent } from './once.ts'
import { namesOfParties, type Party, readActing, requireClerk } from './parties.ts'
import { type HeadOfLead, type ProposedLead, proposeLeads } from './proposed-leads.ts'
import { DirectiveRefusal, type RefusalCode } from './refusals.ts'
import { splitByCommune } from './splitting.ts'

interface IssuingRow extends HeadOfLead {
  state: 'draft' | 'issued'
  inferred: string[]
  confirmed: boolean
  version: number
}

/** What still hinders handing out, in the order in which it is best put right; nothing when all is decided. */
export async function listHindrances(transaction: Transaction, directiveId: number): Promise<RefusalCode[]> {
  const head = await readForIssuing(transaction, directiveId)
  return hindrancesOf(head, await listDrafts(transaction, directiveId))
}

function hindrancesOf(head: IssuingRow, drafts: readonly Draft[]): RefusalCode[] {
  if (head.state === 'issued') return ['alreadyIssued']
  const hindrances: RefusalCode[] = []
  if (head.inferred.length > 0 && !head.confirmed) hindrances.push('yearNotConfirmed')
  if (drafts.some(({ state }) => state === 'proposed')) hindrances.push('undecidedDrafts')
  else if (!drafts.some(({ state }) => state === 'confirmed')) hindrances.push('noTasks')
  return hindrances
}

/** What a clerk says they know of before tasks are handed out: that a paper like it has been, that some tasks have no lead. */
export const issuingWarnings = ['alikeIssued', 'leadUnknown'] as const
type IssuingWarning = (typeof issuingWarnings)[number]

/** What a clerk should see before handing out. */
export interface BeforeIssuing {
  alike: AlikeDirective[]
  /** Confirmed drafts whose lead nobody knows, by the name in the text: such tasks are held by nobody. */
  withoutLead: { draftId: number; does: string; written: string }[]
  /** Confirmed drafts given to all communes together, which each would do its own part of. */
  toCommunes: { draftId: number; does: string }[]
}

export async function readBeforeIssuing(
  transaction: Transaction,
  directiveId: number,
  today: LocalDate,
): Promise<BeforeIssuing> {
  const head = await readForIssuing(transaction, directiveId)
  const drafts = (await listDrafts(transaction, directiveId)).filter(({ state }) => state === 'confirmed')
  const leads = await proposeLeads(transaction, drafts, { head, today })
  const led = drafts.map((draft, index) => ({ draft, lead: leads[index] as ProposedLead }))
  return {
    alike: await listAlike(transaction, directiveId),
    withoutLead: led.flatMap(({ draft: { id, content }, lead: { party, written } }) =>
      party === undefined ? [{ draftId: id, does: content.does, written }] : [],
    ),
    toCommunes: led.flatMap(({ draft: { id, content }, lead: { party } }) =>
      party === allCommunes && isDoneOnce(content) ? [{ draftId: id, does: content.does }] : [],
    ),
  }
}

const allCommunes: Party = 'communeCommittee'

/** What recurs has its parts by period, and a principle is never done. */
const isDoneOnce = ({ kind, recurs }: Pick<NewTask, 'kind' | 'recurs'>) =>
  kind === 'task' && recurs === undefined

/**
 * Hands out every confirmed draft as a task of its lead. Throws DirectiveRefusal while a year is unconfirmed or a draft
 * undecided, and on what the clerk should have seen and is not among `knowing`. Agencies the names do not lead to stay as
 * written; `toChoose` counts the tasks that wait for a clerk's choice. `sharesOut` gives each commune its own part of what
 * is given to all of them together.
 */
export async function issueDirective(
  transaction: Transaction,
  issued: Sent & {
    directiveId: number
    version: number
    knowing: readonly IssuingWarning[]
    sharesOut?: boolean
  },
): Promise<{ tasks: number; toChoose: number }> {
  const { directiveId, version, knowing, sharesOut = false, key, at } = issued
  const body = { directiveId, version, ...(sharesOut && { sharesOut }) }
  return once(transaction, { key, kind: 'issueDirective', body }, async () => {
    await requireClerk(transaction)
    // So that no draft is decided or restored between being looked at and being handed out.
    await sql`select from directives.directive where id = ${directiveId} for update`.execute(transaction)
    const head = await readForIssuing(transaction, directiveId)
    const drafts = await listDrafts(transaction, directiveId)
    const [hindrance] = hindrancesOf(head, drafts)
    if (hindrance) throw new DirectiveRefusal(hindrance)
    if (head.version !== version) throw new DirectiveRefusal('changedMeanwhile')
    const before = await readBeforeIssuing(transaction, directiveId, dayOf(at))
    const unknown = warningsOf(before).find((warning) => !knowing.includes(warning))
    if (unknown) throw new DirectiveRefusal(unknown)
    const { name } = await readActing(transaction)
    await sql`update directives.directive set state = 'issued', handed_by = ${name}, handed_on = ${dayOf(at)},
      version = version + 1 where id = ${directiveId}`.execute(transaction)
    const tasks = await tasksOf(transaction, drafts, { head, at })
    for (const task of tasks) {
      const taskId = await handOut(transaction, task, { at, because: 'handed' })
      if (sharesOut && task.lead === allCommunes && isDoneOnce(task))
        await splitByCommune(transaction, { taskId, key: `${key} ${taskId}`, at })
    }
    const toChoose = tasks.filter(({ lead }) => lead === undefined).length
    await noteEvent(transaction, 'issued', { directiveId, at, details: { tasks: tasks.length, toChoose } })
    return { outcome: { tasks: tasks.length, toChoose }, subject: { directiveId } }
  })
}

function warningsOf({ alike, withoutLead }: BeforeIssuing): IssuingWarning[] {
  const isIssued = alike.some(({ state }) => state === 'issued')
  return [
    ...(isIssued ? ['alikeIssued' as const] : []),
    ...(withoutLead.length > 0 ? ['leadUnknown' as const] : []),
  ]
}

async function readForIssuing(transaction: Transaction, directiveId: number): Promise<IssuingRow> {
  const { rows } = await sql<{
    state: 'draft' | 'issued'
    inferred: string[]
    confirmed: boolean
    version: number
    addressee: string | null
    meetingWith: string | null
    issuedOn: LocalDate | null
  }>`select state, inferred, confirmed_by is not null as confirmed, version, addressee, meeting_with as "meetingWith",
      issued_on as "issuedOn" from directives.directive where id = ${directiveId}`.execute(transaction)
  const row = rows[0]
  if (!row) throw new DirectiveRefusal('noSuchDirective')
  const { addressee, meetingWith, issuedOn, ...rest } = row
  return {
    ...rest,
    addressee: addressee ?? undefined,
    meetingWith: meetingWith ?? undefined,
    issuedOn: issuedOn ?? undefined,
  }
}

async function tasksOf(
  transaction: Transaction,
  drafts: readonly Draft[],
  { head, at }: { head: IssuingRow; at: Date },
): Promise<NewTask[]> {
  const confirmed = drafts.filter(({ state }) => state === 'confirmed')
  const leads = await proposeLeads(transaction, confirmed, { head, today: dayOf(at) })
  const names = await namesOfParties(
    transaction,
    leads.flatMap(({ party }) => party ?? []),
  )
  return confirmed.map((draft, index) => {
    const { party, written, cooperating } = leads[index] as ProposedLead
    return taskOfDraft(draft, {
      number: String(index + 1),
      cooperating,
      lead: party,
      leadName: (party && names.get(party)?.vi) ?? written,
    })
  })
}

function taskOfDraft(
  { id, directiveId, content, quotes }: Draft,
  told: { number: string; lead: Party | undefined; leadName: string; cooperating: readonly NamedParty[] },
): NewTask {
  const { number, lead, leadName, cooperating } = told
  return {
    directiveId,
    draftId: id,
    number,
    does: content.does,
    kind: content.kind,
    areas: content.areas,
    lead,
    leadName: leadName || '—',
    cooperating,
    receiver: receiverFor(lead),
    reportsTo: content.reportsTo,
    dueOn: content.due,
    recurs: content.recurs,
    product: content.product,
    cites: content.cites ?? [],
    targets: content.targets ?? [],
    quotes,
  }
}
