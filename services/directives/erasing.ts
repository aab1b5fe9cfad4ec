import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import { once, type Sent } from './once.ts'
import { requireClerk } from './parties.ts'
import { DirectiveRefusal } from './refusals.ts'

/** Why a draft is erased: the log, which every officer of the province reads, tells one of these and no word of anybody. */
export const erasingReasons = ['stateSecret', 'personalData', 'wrongPaper'] as const
export type ErasingReason = (typeof erasingReasons)[number]

/**
 * Erases a directive that has handed out nothing, with its text, drafts, history and what was typed of it; nothing of it
 * comes back. Returns the hash of its file when nothing else names that content: the caller removes it once the transaction
 * stands. Throws DirectiveRefusal for who is no clerk and for a directive that is issued or not there.
 */
export async function eraseDraft(
  transaction: Transaction,
  { directiveId, because, key }: Pick<Sent, 'key'> & { directiveId: number; because: ErasingReason },
): Promise<{ orphaned: string | undefined }> {
  const body = { erased: directiveId, because }
  const { orphaned } = await once(transaction, { key, kind: 'eraseDraft', body }, async () => {
    await requireClerk(transaction)
    const { rows } = await sql<{ state: string }>`select state from directives.directive
      where id = ${directiveId} for update`.execute(transaction)
    if (!rows[0]) throw new DirectiveRefusal('noSuchDirective')
    if (rows[0].state !== 'draft') throw new DirectiveRefusal('issuedStays')
    const { rows: erased } = await sql<{ orphaned: string | null }>`
      select directives.erase_draft(${directiveId}, ${because}) as orphaned`.execute(transaction)
    return { outcome: { orphaned: erased[0]?.orphaned ?? null }, subject: undefined }
  })
  return { orphaned: orphaned ?? undefined }
}
