import type { Transaction } from '#platform/database'
import type { Content } from './content.ts'
import type { PublishingActKind, PublishingTables } from './tables.ts'

/** What was done to a manuscript. */
export interface PublishingAct {
  kind: PublishingActKind
  by: string
  at: Date
  details: Record<string, unknown>
}

/** The newest first. */
export async function listActs(transaction: Transaction, manuscriptId: number): Promise<PublishingAct[]> {
  return transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.act')
    .select(['kind', 'by', 'at', 'details'])
    .where('manuscript_id', '=', manuscriptId)
    .orderBy('at', 'desc')
    .limit(200)
    .execute()
}

/** A text as it was handed in, with what the second person said of it. */
export interface Revision {
  id: number
  number: number
  correction: string | undefined
  submittedBy: string
  submittedAt: Date
  review: { isApproved: boolean; reason: string | undefined; by: string; at: Date } | undefined
}

/** The newest first. */
export async function listRevisions(transaction: Transaction, manuscriptId: number): Promise<Revision[]> {
  const rows = await transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.revision as r')
    .leftJoin('publishing.review as decided', 'decided.revision_id', 'r.id')
    .select(['r.id', 'r.number', 'r.correction', 'r.submitted_by', 'r.submitted_at'])
    .select(['decided.is_approved', 'decided.reason', 'decided.by', 'decided.reviewed_at'])
    .where('r.manuscript_id', '=', manuscriptId)
    .orderBy('r.number', 'desc')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, correction: row.correction ?? undefined },
    ...{ submittedBy: row.submitted_by, submittedAt: row.submitted_at },
    review:
      row.is_approved === null || row.by === null || row.reviewed_at === null
        ? undefined
        : {
            isApproved: row.is_approved,
            reason: row.reason ?? undefined,
            by: row.by,
            at: row.reviewed_at,
          },
  }))
}

/** Why the newest text was sent back; undefined when it was not. */
export async function findRefusal(
  transaction: Transaction,
  manuscriptId: number,
): Promise<{ reason: string; by: string; at: Date } | undefined> {
  const review = (await listRevisions(transaction, manuscriptId))[0]?.review
  if (!review || review.isApproved) return undefined
  return { reason: review.reason ?? '', by: review.by, at: review.at }
}

/** The words of one revision of a manuscript; undefined when it is of another. */
export async function findRevisionContent(
  transaction: Transaction,
  manuscriptId: number,
  number: number,
): Promise<Content | undefined> {
  const row = await transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.revision')
    .select('content')
    .where('manuscript_id', '=', manuscriptId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.content
}

/** Words of a draft that were written over, without the words themselves. */
export interface KeptDraft {
  version: number
  editedBy: string
  editedAt: Date
}

/** The newest first. */
export async function listKeptDrafts(transaction: Transaction, manuscriptId: number): Promise<KeptDraft[]> {
  return transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.manuscript_before')
    .select(['version', 'edited_by as editedBy', 'edited_at as editedAt'])
    .where('manuscript_id', '=', manuscriptId)
    .orderBy('version', 'desc')
    .limit(100)
    .execute()
}

export async function findKeptDraft(
  transaction: Transaction,
  manuscriptId: number,
  version: number,
): Promise<Content | undefined> {
  const row = await transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.manuscript_before')
    .select('content')
    .where('manuscript_id', '=', manuscriptId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.content
}
