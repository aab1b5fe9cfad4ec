import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { DirectiveKind } from '#notices'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'

/** Another directive that may be the same paper. */
export interface AlikeDirective {
  id: number
  kind: DirectiveKind
  number: string | undefined
  state: 'draft' | 'issued'
  /** The day its tasks were handed out. */
  handedOn: LocalDate | undefined
}

/** Directives of the same file as one, or with its number and issuer, as its head stands now; the first entered first. */
export async function listAlike(transaction: Transaction, directiveId: number): Promise<AlikeDirective[]> {
  const { rows } = await sql<
    WithNulls<AlikeDirective>
  >`select other.id, other.kind, other.number, other.state,
      other.handed_on as "handedOn"
    from directives.directive as own join directives.directive as other on other.id <> own.id
      and (other.number = own.number and other.issued_by is not distinct from own.issued_by
        or other.source_sha256 = own.source_sha256)
    where own.id = ${directiveId} order by other.id`.execute(transaction)
  return rows.map((row) => withoutNulls<AlikeDirective>(row))
}
