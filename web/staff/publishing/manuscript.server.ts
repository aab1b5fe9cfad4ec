import type { Transaction } from '#platform/database'
import { canWrite, findManuscript, type Manuscript } from '#publishing'
import type { Desk } from '#web/staff/access.ts'
import { numberIn } from '#web/staff/numbers.ts'

/** The manuscript of an address; the same 404 for what is not there and what is not theirs to see. */
export async function getManuscript(transaction: Transaction, id: string | undefined): Promise<Manuscript> {
  const manuscript = await findManuscript(transaction, numberIn(id))
  if (!manuscript) throw new Response(null, { status: 404 })
  return manuscript
}

/** Whether the officer may change its words now: nobody does while it waits, or stands before readers. */
export function canEdit(
  { actor }: Pick<Desk, 'actor'>,
  manuscript: Pick<Manuscript, 'kind' | 'state'>,
): boolean {
  return canWrite(actor, manuscript.kind) && (manuscript.state === 'draft' || manuscript.state === 'returned')
}

/** As `getManuscript`, for who is about to change it. */
export async function getEditable(
  transaction: Transaction,
  desk: Pick<Desk, 'actor'>,
  id: string | undefined,
): Promise<Manuscript> {
  const manuscript = await getManuscript(transaction, id)
  if (!canWrite(desk.actor, manuscript.kind)) throw new Response(null, { status: 403 })
  return manuscript
}
