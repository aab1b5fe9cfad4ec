import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import { plantFigures } from './indicator-rows.ts'
import { plantPairs } from './pair-rows.ts'

/** Rows of every table that neither the demonstration nor a list fills: values that were, requests, files taken back. */
export async function plantHistory(transaction: Transaction): Promise<void> {
  await sql`update registry.fact set value = value`.execute(transaction)
  await sql`update registry.household_fact set value = value`.execute(transaction)
  for (const table of ['registry.person', 'registry.household'])
    await sql`update ${sql.table(table)} set village = concat(village, ' cũ')`.execute(transaction)
  for (const table of [
    'registry.residence',
    'registry.membership',
    'registry.household_life',
    'awards.award',
  ])
    await sql`update ${sql.table(table)} set valid = valid`.execute(transaction)
  await sql`update registry.person set name = concat(name, ' Cả'), name_folded = concat(name_folded, ' ca')
    where id in (select max(id) from registry.person group by unit_uid)`.execute(transaction)
  await sql`insert into registry.former_value (person_id, key, value, valid, origin)
    select id, 'name', 'Tên cũ', '[2000-01-01,2001-01-01)', 'officer:test' from registry.person`.execute(
    transaction,
  )
  await sql`insert into registry.act (key, kind, body, reason, unit_uid, outcome)
    select uid, 'endFact', '{}', 'Ghi nhầm', uid, '{}' from registry.unit`.execute(transaction)
  await sql`insert into registry.change_request (key, kind, act, reason, base, unit_uid)
    select uid, 'endFact', '{}', 'Ghi nhầm', '{}', uid from registry.unit`.execute(transaction)
  await plantPairs(transaction)
  await plantFigures(transaction)
  await sql`insert into findings.turning (month, person_id) select '2026-10-01', id from registry.person limit 5`.execute(
    transaction,
  )
  await sql`insert into intake.upload (file_id, summary) select id, '{}' from intake.file`.execute(
    transaction,
  )
  await sql`insert into intake.original (file_id, part, bytes) select id, 0, '\\x00' from intake.file`.execute(
    transaction,
  )
  await sql`insert into intake.undoing (file_id, round, counts, reason) select id, 1, '{}', 'nhầm'
    from intake.file`.execute(transaction)
  await sql`insert into intake.mapping (unit_uid, signature, columns, headings)
    select distinct unit_uid, 'ab', '{}'::jsonb, '[]'::jsonb from intake.file`.execute(transaction)
  await sql`insert into intake.preview (file_id, number, state, remarks, changes)
    select file_id, number, 'new', '[]', '[]' from intake.row`.execute(transaction)
}
