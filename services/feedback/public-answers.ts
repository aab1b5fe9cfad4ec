import { type Kysely, sql } from 'kysely'
import { foldText } from '#identity'

/** An answer as everybody reads it: copies in which persons were struck out. */
export interface PublicAnswer {
  id: number
  title: string
  content: string
  answer: string
  area: string | null
  agency: string
  unitUid: string | null
  receivedOn: string
  answeredOn: string
  publishedAt: Date
}

/** A published answer that was taken back, and why. */
export interface WithdrawnAnswer {
  id: number
  withdrawnAt: Date
  withdrawnBecause: string
}

export interface PublicAnswerFilter {
  area?: string | undefined
  /** Words that stand in title, content or answer, with or without tones. */
  text?: string | undefined
}

const columns = sql`id, title, content, answer, area, agency, unit_uid as "unitUid", received_on as "receivedOn",
  answered_on as "answeredOn", published_at as "publishedAt"`

/** Published answers, the newest first. Anybody may ask, over any connection. */
export async function listPublicAnswers(
  connection: Kysely<unknown>,
  filter: PublicAnswerFilter & { limit: number; offset: number },
): Promise<PublicAnswer[]> {
  const { rows } =
    await sql<PublicAnswer>`select ${columns} from feedback.public_answers() where ${condition(filter)}
    order by published_at desc, id desc limit ${filter.limit} offset ${filter.offset}`.execute(connection)
  return rows
}

export async function countPublicAnswers(
  connection: Kysely<unknown>,
  filter: PublicAnswerFilter = {},
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from feedback.public_answers()
    where ${condition(filter)}`.execute(connection)
  return rows[0]?.count ?? 0
}

/** One by its number: as it stands, or when and why it was withdrawn; undefined when there was none. */
export async function findPublicAnswer(
  connection: Kysely<unknown>,
  publicId: number,
): Promise<PublicAnswer | WithdrawnAnswer | undefined> {
  if (!Number.isSafeInteger(publicId) || publicId < 1) return undefined
  const { rows } = await sql<
    PublicAnswer & { withdrawnAt: Date | null; withdrawnBecause: string | null }
  >`select
    ${columns}, withdrawn_at as "withdrawnAt", withdrawn_because as "withdrawnBecause"
    from feedback.public_answers() where id = ${publicId}`.execute(connection)
  const [row] = rows
  if (!row) return undefined
  const { withdrawnAt, withdrawnBecause, ...answer } = row
  return withdrawnAt === null
    ? answer
    : { id: answer.id, withdrawnAt, withdrawnBecause: withdrawnBecause ?? '' }
}

function condition({ area, text }: PublicAnswerFilter) {
  const words = foldText((text ?? '').slice(0, 100))
    .split(' ')
    .filter(Boolean)
  const each = words.map((word) => sql`position(${word} in folded) > 0`)
  return sql.join([sql`withdrawn_at is null`, ...(area ? [sql`area = ${area}`] : []), ...each], sql` and `)
}
