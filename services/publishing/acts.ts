import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import type { ArticleKind } from './content.ts'
import type { ManuscriptState, PublishingActKind, PublishingTables } from './tables.ts'

/** A manuscript held until the transaction ends, so that two requests for it come one after the other. */
export interface HeldManuscript {
  id: number
  slug: string
  language: 'vi' | 'en'
  kind: ArticleKind
  unitUid: string | undefined
  version: number
  state: ManuscriptState
  translates: number | null
}

/** Undefined when there is none, or none that the actor may see. */
export async function holdManuscript(
  transaction: Transaction,
  id: number,
): Promise<HeldManuscript | undefined> {
  const row = await transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.manuscript')
    .select(['id', 'slug', 'language', 'kind', 'unit_uid', 'version', 'state', 'translates'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, unitUid: row.unit_uid ?? undefined }
}

/** Whether a request with this key was done before: then it is not done again. */
export async function wasDone(transaction: Transaction, key: string): Promise<boolean> {
  const row = await transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.act')
    .select('key')
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

/** Remembers what was done to a manuscript, for its history and for the audit log. */
export async function noteAct(
  transaction: Transaction,
  held: Pick<HeldManuscript, 'id' | 'slug' | 'language' | 'unitUid'>,
  act: { kind: PublishingActKind; key: string; details?: Record<string, unknown> },
): Promise<void> {
  const { kind, key, details = {} } = act
  await transaction
    .withTables<PublishingTables>()
    .insertInto('publishing.act')
    .values({ key, manuscript_id: held.id, kind, details: JSON.stringify(details) })
    .execute()
  const subject = {
    kind: 'manuscript',
    id: String(held.id),
    ...(held.unitUid ? { unitUid: held.unitUid } : {}),
  }
  await recordChange(transaction, `publishing.${kind}`, subject, {
    slug: held.slug,
    language: held.language,
    ...details,
  })
}

/** Puts a manuscript into another state; its version grows, so that nobody saves over it unawares. */
export async function moveManuscript(
  transaction: Transaction,
  held: Pick<HeldManuscript, 'id' | 'version'>,
  change: { state: ManuscriptState; publishAt?: Date | null; translates?: number | null },
): Promise<void> {
  await transaction
    .withTables<PublishingTables>()
    .updateTable('publishing.manuscript')
    .set({
      state: change.state,
      version: held.version + 1,
      publish_at: change.publishAt ?? null,
      ...(change.translates === undefined ? {} : { translates: change.translates }),
    })
    .where('id', '=', held.id)
    .execute()
}
