import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import type { FormKind } from './fields/field-names.ts'
import { type PageProposals, proposeFields } from './fields/propose.ts'
import { listPages } from './scans.ts'

export type AgainRefusal = 'notUnread' | 'noSuchPage'

/**
 * Says which form a scan is; its fields are proposed anew for that form from the words the machine has read already. Only
 * while nobody has signed a reading of it.
 */
export async function chooseForm(
  transaction: Transaction,
  scanId: number,
  { form, today }: { form: FormKind; today: LocalDate },
): Promise<{ ok: true } | { ok: false; because: AgainRefusal }> {
  if (!(await holdUnread(transaction, scanId))) return { ok: false, because: 'notUnread' }
  const pages = await listPages(transaction, scanId)
  const proposals = firstOfEach(pages.map(({ words }) => proposeFields(words, { today }, form)))
  for (const [at, { number }] of pages.entries())
    await sql`update archive.page set proposals = ${JSON.stringify(proposals[at] ?? [])}::jsonb
      where scan_id = ${scanId} and number = ${number}`.execute(transaction)
  await sql`update archive.scan set form = ${form} where id = ${scanId}`.execute(transaction)
  return { ok: true }
}

/** Of a field that several pages name, the first speaks. */
export function firstOfEach(pages: readonly PageProposals[]): PageProposals['proposals'][] {
  const known = new Set<string>()
  return pages.map(({ proposals }) =>
    proposals.filter(({ field }) => {
      if (known.has(field)) return false
      known.add(field)
      return true
    }),
  )
}

/**
 * Has the machine read a scan again with one of its pages turned by so many quarters to the right, more than it is turned
 * already. It waits until a job has read it (`readScans`); only while nobody has signed a reading of it.
 */
export async function turnPage(
  transaction: Transaction,
  scanId: number,
  { page, quarters }: { page: number; quarters: 1 | 2 | 3 },
): Promise<{ ok: true } | { ok: false; because: AgainRefusal }> {
  if (!(await holdUnread(transaction, scanId))) return { ok: false, because: 'notUnread' }
  const pages = await listPages(transaction, scanId)
  if (!pages.some(({ number }) => number === page)) return { ok: false, because: 'noSuchPage' }
  await sql`update archive.scan set state = 'waiting', turns = turns || jsonb_build_object(${String(page)}::text,
      (coalesce((turns ->> ${String(page)}::text)::integer, 0) + ${quarters}::integer) % 4)
    where id = ${scanId}`.execute(transaction)
  return { ok: true }
}

async function holdUnread(transaction: Transaction, scanId: number): Promise<boolean> {
  const { rows } =
    await sql`select from archive.scan where id = ${scanId} and state = 'unread' for update`.execute(
      transaction,
    )
  return rows.length > 0
}
