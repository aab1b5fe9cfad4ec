import { sql } from 'kysely'
import { addDays, type LocalDate, weekdayOf } from '#calendar'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'

/** A weekly briefing as it was told: an unsigned draft, its files named by their content. */
export interface Briefing {
  id: number
  /** The Monday of the week in which it was made. */
  weekOn: LocalDate
  /** The day its figures are of. */
  toldOn: LocalDate
  pdfSha256: string
  docxSha256: string
  madeAt: Date
}

/** The Monday of a day's week. */
export function weekOf(on: LocalDate): LocalDate {
  return addDays(on, -((weekdayOf(on) + 6) % 7))
}

const columns = sql`id, week_on as "weekOn", told_on as "toldOn", pdf_sha256 as "pdfSha256",
  docx_sha256 as "docxSha256", made_at as "madeAt"`

/** The briefings in the actor's sight, the latest first: those of the province's office and of its leaders. */
export async function listBriefings(transaction: Transaction, limit = 12): Promise<Briefing[]> {
  const { rows } = await sql<Briefing>`select ${columns} from directives.briefing
    order by told_on desc, id desc limit ${limit}`.execute(transaction)
  return rows
}

export async function findBriefing(transaction: Transaction, id: number): Promise<Briefing | undefined> {
  const { rows } = await sql<Briefing>`select ${columns} from directives.briefing where id = ${id}`.execute(
    transaction,
  )
  return rows[0]
}

/** The briefing of a day that tells these very figures: it need not be made again. */
export async function findBriefingThatTells(
  transaction: Transaction,
  { toldOn, figures }: { toldOn: LocalDate; figures: unknown },
): Promise<Briefing | undefined> {
  const { rows } = await sql<Briefing>`select ${columns} from directives.briefing
    where told_on = ${toldOn}::date and figures = ${JSON.stringify(figures)}::jsonb
    order by id desc limit 1`.execute(transaction)
  return rows[0]
}

/** Keeps a briefing for good; the machine alone makes them. */
export async function keepBriefing(
  transaction: Transaction,
  briefing: Omit<Briefing, 'id' | 'weekOn'> & { figures: unknown },
): Promise<Briefing> {
  const { toldOn, figures, pdfSha256, docxSha256, madeAt } = briefing
  const { rows } = await sql<Briefing>`insert into directives.briefing
      (week_on, told_on, figures, pdf_sha256, docx_sha256, made_at)
    values (${weekOf(toldOn)}, ${toldOn}, ${JSON.stringify(figures)}::jsonb, ${pdfSha256}, ${docxSha256}, ${madeAt})
    returning ${columns}`.execute(transaction)
  const kept = rows[0]
  if (!kept) throw new Error('A briefing was not kept: the insert returned no row')
  await recordChange(
    transaction,
    'keepBriefing',
    { kind: 'briefing', id: String(kept.id) },
    { toldOn, pdfSha256 },
  )
  return kept
}
