import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { DirectiveKind, InferredField, KeptPassage, NoticePart } from '#notices'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import { type Draft, listDrafts } from './drafts.ts'
import { type ProposedLead, proposeLeads } from './proposed-leads.ts'
import { DirectiveRefusal } from './refusals.ts'
import { stateOn } from './task-rows.ts'

/** A directive as lists show it. */
export interface DirectiveSummary {
  id: number
  number: string | undefined
  kind: DirectiveKind
  title: string | undefined
  issuedOn: LocalDate | undefined
  issuedBy: string | undefined
  addressee: string | undefined
  state: 'draft' | 'issued'
  /** The day its tasks were handed out. */
  handedOn: LocalDate | undefined
  articleSlug: string | undefined
  enteredAt: Date
  /** Whole tasks in the actor's sight and how many of them are done; how many are late, their parts among them. */
  tasks: { total: number; done: number; late: number }
  /** Drafts that nobody has decided; undefined when it is not the actor's to see. */
  undecided: number
}

export interface DirectiveFilter {
  state?: 'draft' | 'issued'
  number?: string
  articleSlug?: string
}

/** Directives in the actor's sight, the latest first. */
export async function listDirectives(
  transaction: Transaction,
  question: DirectiveFilter & { today: LocalDate; limit: number; offset?: number },
): Promise<DirectiveSummary[]> {
  const { today, state = null, number = null, articleSlug = null, limit, offset = 0 } = question
  const { rows } = await sql<
    WithNulls<DirectiveSummary>
  >`select id, number, kind, title, issued_on as "issuedOn",
      issued_by as "issuedBy", addressee, state, handed_on as "handedOn", article_slug as "articleSlug",
      entered_at as "enteredAt",
      (select jsonb_build_object('total', count(*) filter (where task.parent_id is null),
          'done', count(*) filter (where task.parent_id is null and task.state = 'done'),
          'late', count(*) filter (where ${stateOn(today)} = 'late'))
        from directives.task where task.directive_id = directive.id and task.state <> 'withdrawn') as tasks,
      (select count(*) from directives.draft where draft.directive_id = directive.id and draft.state = 'proposed')
        as undecided
    from directives.directive
    where (${state}::text is null or state = ${state}) and (${number}::text is null or number = ${number})
      and (${articleSlug}::text is null or article_slug = ${articleSlug})
    order by coalesce(issued_on, entered_at::date) desc, id desc limit ${limit} offset ${offset}`.execute(
    transaction,
  )
  return rows.map((row) => withoutNulls<DirectiveSummary>(row))
}

/** How many directives of the filter are in the actor's sight. */
export async function countDirectives(
  transaction: Transaction,
  { state, number, articleSlug }: DirectiveFilter = {},
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from directives.directive
    where (${state ?? null}::text is null or state = ${state ?? null})
      and (${number ?? null}::text is null or number = ${number ?? null})
      and (${articleSlug ?? null}::text is null or article_slug = ${articleSlug ?? null})`.execute(
    transaction,
  )
  return rows[0]?.count ?? 0
}

/** A draft with whom it would be handed to today. */
export type DraftToDecide = Draft & { proposedLead: ProposedLead }

/** A directive whole: its head, its text, what was kept of it, and for clerks and leaders its drafts. */
export interface Directive {
  id: number
  number: string | undefined
  kind: DirectiveKind
  title: string | undefined
  issuedOn: LocalDate | undefined
  issuedBy: string | undefined
  concludedByName: string | undefined
  concludedByTitle: string | undefined
  meetingOn: LocalDate | undefined
  meetingWith: string | undefined
  addressee: string | undefined
  byline: string | undefined
  /** Days whose year the reader inferred; a person confirms them before anything is handed out. */
  inferred: InferredField[]
  inferredFrom: string | undefined
  confirmedBy: string | undefined
  confirmedAt: Date | undefined
  state: 'draft' | 'issued'
  sourceName: string | undefined
  sourceSha256: string | undefined
  /** What its text was read from; undefined for what was kept before that was noted. */
  readAs: 'text' | 'docx' | 'pdf' | 'scan' | undefined
  /** How sure the machine was of a scan, 0 to 100. */
  scanConfidence: number | undefined
  parts: NoticePart[]
  kept: KeptPassage[]
  articleSlug: string | undefined
  version: number
  enteredBy: string
  enteredAt: Date
  handedBy: string | undefined
  handedOn: LocalDate | undefined
  drafts: DraftToDecide[]
}

/** Throws DirectiveRefusal when it is not there or not in the actor's sight. */
export async function getDirective(
  transaction: Transaction,
  id: number,
  today: LocalDate,
): Promise<Directive> {
  const { rows } = await sql<WithNulls<Omit<Directive, 'drafts'>>>`select id, number, kind, title,
      issued_on as "issuedOn", issued_by as "issuedBy", concluded_by_name as "concludedByName",
      concluded_by_title as "concludedByTitle", meeting_on as "meetingOn", meeting_with as "meetingWith", addressee,
      byline, inferred, inferred_from as "inferredFrom", confirmed_by as "confirmedBy", confirmed_at as "confirmedAt",
      state, source_name as "sourceName", source_sha256 as "sourceSha256", read_as as "readAs",
      scan_confidence as "scanConfidence", parts, kept, article_slug as "articleSlug",
      version, entered_by as "enteredBy", entered_at as "enteredAt", handed_by as "handedBy", handed_on as "handedOn"
    from directives.directive where id = ${id}`.execute(transaction)
  if (!rows[0]) throw new DirectiveRefusal('noSuchDirective')
  const directive = withoutNulls<Omit<Directive, 'drafts'>>(rows[0])
  const drafts = await listDrafts(transaction, id)
  const leads = await proposeLeads(transaction, drafts, { head: directive, today })
  return {
    ...directive,
    drafts: drafts.map((draft, index) => ({ ...draft, proposedLead: leads[index] as ProposedLead })),
  }
}
