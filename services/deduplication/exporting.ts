import { join } from 'node:path'
import type { LocalDate } from '#calendar'
import { streamCsv } from '#platform/bulk'
import type { Transaction } from '#platform/database'
import { type Duckdb, sqlText } from '#platform/duckdb'
import { keepPrivately } from '#platform/temporary-folder'
import { findSuccessor, readUnits } from '#registry'

/** The records as DuckDB has them: table `record` as the linkage reads it, and `commune` of every unit today. */
export interface ExportedRecords {
  people: number
  /** New, or not as they were when they were last compared; by number. */
  changed: { recordId: number; digest: number }[]
}

/**
 * Copies what tells people apart into DuckDB, by a file in `folder` that only this user reads. Who belongs to which
 * household is asked for the day `on`.
 */
export async function exportRecords(
  transaction: Transaction,
  duckdb: Duckdb,
  { on, folder }: { on: LocalDate; folder: string },
): Promise<ExportedRecords> {
  const path = join(folder, 'records.csv')
  await keepPrivately(await streamCsv(transaction, recordsSelect(on)), path)
  await duckdb.run(`create table record as select * from read_csv(${sqlText(path)}, header = true, columns = {
    record_id: 'BIGINT', name: 'VARCHAR', sex: 'VARCHAR', birth_from: 'DATE', birth_to: 'DATE', citizen_id: 'VARCHAR',
    old_id: 'VARCHAR', unit_uid: 'VARCHAR', village: 'VARCHAR', household_id: 'BIGINT', phone: 'VARCHAR',
    digest: 'INTEGER', changed: 'BOOLEAN'})`)
  await writeCommunes(transaction, duckdb, on)
  const [count] = await duckdb.rows<{ people: number }>('select count(*) as people from record')
  const [ids, digests] = await duckdb.columns(
    'select record_id::double as id, digest from record where changed order by record_id',
  )
  const changed = [...(ids ?? [])].map((recordId, index) => ({ recordId, digest: digests?.[index] ?? 0 }))
  return { people: count?.people ?? 0, changed }
}

function recordsSelect(on: LocalDate): string {
  return `select record_id, name, sex, birth_from, birth_to, citizen_id, old_id, unit_uid, village, household_id, phone,
      digest, digest is distinct from before as changed from (
    select p.id as record_id, p.name, p.sex, p.birth_from, p.birth_to, p.citizen_id, p.old_id, p.unit_uid, p.village,
      m.household_id, null::text as phone,
      hashtext((p.name, p.sex, p.birth_from, p.birth_to, p.citizen_id, p.old_id, p.unit_uid, p.village,
        m.household_id)::text) as digest,
      c.digest::integer as before
    from registry.person p
    left join registry.membership m on m.person_id = p.id and m.valid @> '${on}'::date
    left join deduplication.compared c on c.person_id = p.id) as record`
}

/** A unit that ended in one commune is that commune; one that was split stands for itself. */
async function writeCommunes(transaction: Transaction, duckdb: Duckdb, on: LocalDate): Promise<void> {
  const units = await readUnits(transaction)
  await duckdb.run('create table commune (unit_uid VARCHAR, commune VARCHAR)')
  const appender = await duckdb.appender('commune')
  for (const uid of units.byUid.keys()) appender.append([uid, findSuccessor(units, uid, on)?.uid ?? uid])
  appender.close()
}
