import { sql } from 'kysely'
import { firstDayOf, type LocalDate, type Month, monthOf } from '#calendar'
import type { Transaction } from '#platform/database'
import type { HeadingRows, ListReading } from './list-rows.ts'

/** What an officer said of one list that the list itself does not say. */
export interface ListChoices {
  month?: Month
  /** Where the headings of the first sheet stand. */
  headings?: HeadingRows
}

export async function readChoices(transaction: Transaction, fileId: number): Promise<ListChoices> {
  const { rows } = await sql<{
    month: LocalDate | null
    first: number | null
    last: number | null
  }>`select month_named as month, heading_first as first, heading_last as last from intake.file
    where id = ${fileId}`.execute(transaction)
  const { month = null, first = null, last = null } = rows[0] ?? {}
  return {
    ...(month === null ? {} : { month: monthOf(month) }),
    ...(first === null || last === null ? {} : { headings: { first, last } }),
  }
}

/** Names the month a list pays; it is to be read again with it. Of a list already written nothing changes. */
export async function nameMonth(
  transaction: Transaction,
  { fileId, month }: { fileId: number; month: Month },
): Promise<void> {
  await sql`update intake.file set month_named = ${firstDayOf(month)} where id = ${fileId}
    and finished_at is null`.execute(transaction)
}

/** Says which rows of the first sheet are its headings; undefined: those that are recognised. To be read again. */
export async function chooseHeadings(
  transaction: Transaction,
  { fileId, headings }: { fileId: number; headings: HeadingRows | undefined },
): Promise<void> {
  await sql`update intake.file set heading_first = ${headings?.first ?? null}, heading_last = ${headings?.last ?? null}
    where id = ${fileId} and finished_at is null`.execute(transaction)
}

/** Keeps from which column of each sheet every field was read: with the row of an origin it names the cell. */
export async function keepLetters(
  transaction: Transaction,
  fileId: number,
  { sheetsRead }: Pick<ListReading, 'sheetsRead'>,
): Promise<void> {
  const letters = Object.fromEntries(sheetsRead.map(({ name, letters: of }) => [name, of]))
  await sql`update intake.file set letters = ${JSON.stringify(letters)}::jsonb where id = ${fileId}`.execute(
    transaction,
  )
}
