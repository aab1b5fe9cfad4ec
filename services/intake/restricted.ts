import { sql } from 'kysely'
import { BilingualError } from '#platform/bilingual-error'
import type { Transaction } from '#platform/database'
import type { ListReading, ListRow } from './list-rows.ts'

/** What the register cuts by area of work, lists are cut by too: whether somebody lives with HIV. */
const restrictedFacts: ReadonlySet<string> = new Set(['hiv'])
const restrictedWords = /(?<!\p{L})(hiv|aids|sida)(?!\p{L})/iu

/** A list that says of somebody that they live with HIV, brought in or asked for by who does not work with that. */
export class RestrictedList extends BilingualError {
  constructor() {
    super({
      vi: 'Danh sách có nội dung về HIV, chỉ cán bộ trợ giúp xã hội được nhập và xem từng dòng. Bỏ nội dung đó khỏi tệp rồi nạp lại, hoặc nhờ cán bộ trợ giúp xã hội làm.',
      en: 'The list speaks of HIV; only officers of social assistance bring it in and see its rows. Take that out of the file and upload it again, or ask an officer of social assistance.',
    })
    this.name = 'RestrictedList'
  }
}

/** Looks at the rows of a list as they pass, and at its headings, read or not, for what is restricted. */
export function lookingForRestricted<Piece extends { rows: readonly ListRow[] }>(
  {
    columns,
    columnsNotRead,
    shown,
    firstRows,
  }: Pick<ListReading, 'columns' | 'columnsNotRead' | 'shown' | 'firstRows'>,
  pieces: Iterable<Piece>,
): { pieces: Iterable<Piece>; isFound: () => boolean } {
  let isFound =
    columns.some(({ column }) => restrictedFacts.has(column.replace(/^fact:/, ''))) ||
    [...columns, ...columnsNotRead, ...shown].some(({ heading }) => restrictedWords.test(heading)) ||
    shown.some(({ samples }) => samples.some((sample) => restrictedWords.test(sample))) ||
    firstRows.some((cells) => cells.some((cell) => restrictedWords.test(cell)))
  function* watched() {
    for (const piece of pieces) {
      if (!isFound) isFound = piece.rows.some(isRestrictedRow)
      yield piece
    }
  }
  return { pieces: watched(), isFound: () => isFound }
}

function isRestrictedRow({ facts, note, award, earlierAwards = [] }: ListRow): boolean {
  const texts = [note, award?.categoryAsWritten, ...earlierAwards.map((each) => each.categoryAsWritten)]
  return (
    Object.keys(facts).some((key) => restrictedFacts.has(key)) ||
    texts.some((text) => text !== undefined && restrictedWords.test(text))
  )
}

/** Notes whether what a list says is restricted; throws `RestrictedList` when it is and the actor may not see it. */
export async function noteRestricted(
  transaction: Transaction,
  fileId: number,
  isRestricted: boolean,
): Promise<void> {
  const { rows } = await sql<{
    sees: boolean
  }>`select intake.sees_restricted() as sees`.execute(transaction)
  if (isRestricted && rows[0]?.sees !== true) throw new RestrictedList()
  await sql`update intake.file set restricted = ${isRestricted} where id = ${fileId}`.execute(transaction)
}

/** Keeps a list that was refused for what it says out of sight of whoever may not see that, and says why. */
export async function refuseRestricted(
  transaction: Transaction,
  fileId: number,
  { vi, en }: RestrictedList,
): Promise<void> {
  await sql`update intake.file set read_at = null, rows = 0, refused = ${JSON.stringify({ vi, en })}::jsonb,
    restricted = true where id = ${fileId}`.execute(transaction)
}

/** Whether the list is there, and what it says is not the actor's to see. */
export async function isHidden(transaction: Transaction, fileId: number): Promise<boolean> {
  const { rows } = await sql<{
    hidden: boolean
  }>`select restricted and not intake.sees_restricted() as hidden from intake.file where id = ${fileId}`.execute(
    transaction,
  )
  return rows[0]?.hidden === true
}
