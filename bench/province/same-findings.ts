import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { copyOut } from '#platform/bulk'
import { type Database, withActor } from '#platform/database'

/** Everything the latest run says, in one short text: open findings row by row and the sums by unit. */
export async function sameFindings(database: Database): Promise<string> {
  return withActor(database, { kind: 'system', job: 'bench' }, async (transaction) => {
    const hash = createHash('sha256')
    for await (const row of copyOut(
      transaction,
      `select person_id, benefit, kind, month, unit_uid, law_low_dong, law_high_dong, recorded_dong, difference_dong,
        arrears_dong, since_month, due_on, due_by, reasons, next_step from findings.finding where closed_run is null
      order by person_id, benefit, kind, month`,
    ))
      hash.update(row.join('\t'))
    const { rows } =
      await sql`select unit_uid, people, recipients, recipients_right, entitled, entitled_fully, clocks,
      clocks_kept from findings.measure where run_id = (select max(id) from findings.run) order by 1`.execute(
        transaction,
      )
    return hash.update(JSON.stringify(rows)).digest('hex')
  })
}
