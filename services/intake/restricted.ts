import { sql } from 'kysely'
import { BilingualError } from '#platform/bilingual-error'
import type { Transaction } from '#platform/database'
import type { ListReading, ListRow } from './list-rows.ts'
import type { ListProblem } from './problems.ts'

/** What the register cuts by area of work, lists are cut by too: whether somebody lives with HIV. */
const restrictedFacts: ReadonlySet<string> = new Set(['hiv'])
/** The grounds of an allowance that say it: children, and poor people, who live with HIV. */
const restrictedGrounds: ReadonlySet<string | undefined> = new Set(['K3', 'K8'])
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
export function lookingForRestricted<Piece extends Pick<ListReading, 'rows' | 'problems'>>(
  {
    columns,
    columnsNotRead,
    shown,
    firstRows,
    problems,
  }: Pick<ListReading, 'columns' | 'columnsNotRead' | 'shown' | 'firstRows' | 'problems'>,
  pieces: Iterable<Piece>,
): { pieces: Iterable<Piece>; isFound: () => boolean } {
  let isFound =
    columns.some(({ column }) => restrictedFacts.has(column.replace(/^fact:/, ''))) ||
    [...columns, ...columnsNotRead, ...shown].some(({ heading }) => restrictedWords.test(heading)) ||
    shown.some(({ samples }) => samples.some((sample) => restrictedWords.test(sample))) ||
    firstRows.some((cells) => cells.some((cell) => restrictedWords.test(cell))) ||
    problems.some(isRestrictedCell)
  function* watched() {
    for (const piece of pieces) {
      if (!isFound) isFound = piece.rows.some(isRestrictedRow) || piece.problems.some(isRestrictedCell)
      yield piece
    }
  }
  return { pieces: watched(), isFound: () => isFound }
}

function isRestrictedCell({ reads }: ListProblem): boolean {
  return restrictedWords.test(String(reads))
}

function isRestrictedRow(row: ListRow): boolean {
  const { facts, award, earlierAwards = [] } = row
  const awards = award === undefined ? earlierAwards : [award, ...earlierAwards]
  const { name, village, household, relation, note, unitAsWritten } = row
  const written = [name, village, household, relation, note, ...unitAsWritten]
  const texts = [...written, ...awards.map((each) => each.categoryAsWritten)]
  return (
    awards.some(({ category }) => restrictedGrounds.has(category)) ||
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
