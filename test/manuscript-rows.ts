import { sql } from 'kysely'
import { type Actor, type Database, withActor } from '#platform/database'
import { emptyContent } from '#publishing'

const writer: Actor = { kind: 'system', job: 'writer' }
const rewriter: Actor = { kind: 'system', job: 'rewriter' }

/** A text of each unit and one of the province: written, written over, handed in and approved by `reviewer`. */
export async function plantManuscripts(
  database: Database,
  unitUids: readonly string[],
  reviewer: Actor,
): Promise<void> {
  const content = JSON.stringify(emptyContent('announcement', 'Lịch chi trả'))
  await withActor(database, writer, (transaction) =>
    sql`insert into publishing.manuscript (slug, language, kind, unit_uid, content)
      select 'tin-' || number, 'vi', 'announcement', unit, ${content}::jsonb
      from unnest(${[...unitUids, null]}::text[]) with ordinality as each (unit, number)`.execute(
      transaction,
    ),
  )
  await withActor(database, rewriter, async (transaction) => {
    await sql`update publishing.manuscript set content = content || '{"lead": "Tháng 12"}', version = 2`.execute(
      transaction,
    )
    await sql`insert into publishing.revision (manuscript_id) select id from publishing.manuscript`.execute(
      transaction,
    )
    await sql`update publishing.manuscript set state = 'inReview'`.execute(transaction)
    await sql`insert into publishing.act (key, manuscript_id, kind)
      select 'submitted ' || id, id, 'submitted' from publishing.manuscript`.execute(transaction)
    await sql`insert into publishing.correction (slug, language, revision, sentence, corrected_at)
      values ('tin-1', 'vi', 2, 'Sửa ngày chi trả', now())`.execute(transaction)
    await sql`insert into publishing.withdrawal (slug, reason, withdrawn_at)
      values ('tin-1', 'Nhầm tháng', now())`.execute(transaction)
    await sql`insert into publishing.section_check (key, section) values ('history-1', 'history')`.execute(
      transaction,
    )
    await sql`insert into publishing.picture (sizes, file_name) values ('[{}]', 'anh.jpg')`.execute(
      transaction,
    )
    await sql`insert into publishing.attachment (file_name, type, bytes, sha256)
      values ('lich.pdf', 'application/pdf', 1, repeat('a', 64))`.execute(transaction)
  })
  await withActor(database, reviewer, (transaction) =>
    sql`insert into publishing.review (revision_id, is_approved) select id, true from publishing.revision`.execute(
      transaction,
    ),
  )
}
