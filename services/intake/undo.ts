import { sql } from 'kysely'
import { recordChange, recordChanges } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { holdLinks } from '#registry'
import { applyLock } from './apply.ts'
import { effectsOf } from './effects.ts'
import { getStaged, type StagedFile } from './files.ts'
import { ofCells } from './staging.ts'
import { listObstacles, type Obstacle } from './undo-grounds.ts'

/** How much of each a list wrote, and would be taken back. */
export interface UndoCounts {
  people: number
  completed: number
  facts: number
  households: number
  members: number
  awards: number
  awardsEnded: number
}

/** What a list wrote. */
export async function countEffects(transaction: Transaction, fileId: number): Promise<UndoCounts> {
  const { rows } = await sql<{
    kind: string
    count: number
  }>`select kind, count(*) as count from ${effectsOf(fileId)} as e group by kind`.execute(transaction)
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0
  return {
    people: of('person'),
    completed: of('completed'),
    facts: of('facts'),
    households: of('household'),
    members: of('member'),
    awards: of('award'),
    awardsEnded: of('awardEnded'),
  }
}

export type UndoOutcome = { ok: true; counts: UndoCounts } | { ok: false; obstacles: Obstacle[] }

/**
 * Takes back everything a list wrote, in the transaction given: who and what it added goes, what it completed is
 * unknown again, facts and awards stand as before. What gives way stays readable as it was known. Nothing is done when
 * something was built on it since. The list may be written again afterwards.
 */
export async function undoList(
  transaction: Transaction,
  fileId: number,
  reason: string,
): Promise<UndoOutcome> {
  await sql`select pg_advisory_xact_lock(hashtext(${applyLock}))`.execute(transaction)
  // What a killed process left on its way is in the register before it is looked at.
  await sql`select pg_advisory_xact_lock(hashtext(${`${applyLock} beside`}))`.execute(transaction)
  const file = await getStaged(transaction, fileId)
  await holdPeople(transaction, fileId)
  const obstacles = await listObstacles(transaction, fileId)
  if (obstacles.length > 0) return { ok: false, obstacles }
  const counts = await countEffects(transaction, fileId)
  await noteUndoing(transaction, file, { counts, reason })
  await putAwardsBack(transaction, fileId)
  await putFactsBack(transaction, fileId)
  await emptyCompletions(transaction, file)
  await removeAdded(transaction, fileId)
  await waitAgain(transaction, fileId)
  return { ok: true, counts }
}

/**
 * Nobody is linked, and nothing is recorded of the people of a list, until the transaction ends: what was on its way is
 * awaited and stands in the way like everything that was built on the list.
 */
async function holdPeople(transaction: Transaction, fileId: number): Promise<void> {
  await holdLinks(transaction)
  await sql`select from registry.person where id in (select person_id from intake.effect where file_id = ${fileId})
    order by id for update`.execute(transaction)
}

/** The undoing is recorded before anything goes: in the log, of the list and of each person, and with the list. */
async function noteUndoing(
  transaction: Transaction,
  file: StagedFile,
  { counts, reason }: { counts: UndoCounts; reason: string },
): Promise<void> {
  await sql`insert into intake.undoing (file_id, round, counts, reason)
    values (${file.id}, ${file.rounds + 1}, ${JSON.stringify(counts)}::jsonb, ${reason})`.execute(transaction)
  const of = file.unitUid === undefined ? {} : { unitUid: file.unitUid }
  await recordChange(transaction, 'undoList', { kind: 'list', id: file.hash, ...of }, { counts, reason })
  const { rows } = await sql<{ id: number; unit_uid: string | null; origin: string }>`
    select p.id, p.unit_uid, min(e.origin) as origin from intake.effect e join registry.person p on p.id = e.person_id
    where e.file_id = ${file.id} group by p.id, p.unit_uid order by p.id`.execute(transaction)
  await recordChanges(
    transaction,
    'undoImport',
    rows.map(({ id, unit_uid: unitUid, origin }) => ({
      subject: { kind: 'person', id: String(id), ...(unitUid === null ? {} : { unitUid }) },
      details: { origin },
    })),
  )
}

async function putAwardsBack(transaction: Transaction, fileId: number): Promise<void> {
  await sql`delete from awards.award using ${effectsOf(fileId)} as e where e.kind = 'award'
    and award.person_id = e.person_id and award.origin = e.origin`.execute(transaction)
  // Of several endings of one award the first saw what stood before the list.
  await sql`update awards.award set valid = daterange(lower(valid),
      case when e.before->>'lastMonth' is null then null
        else (((e.before->>'lastMonth') || '-01')::date + interval '1 month')::date end)
    from (select distinct on (key) key, before from intake.effect
      where file_id = ${fileId} and kind = 'awardEnded' order by key, place) as e
    where award.id = e.key::bigint`.execute(transaction)
}

async function putFactsBack(transaction: Transaction, fileId: number): Promise<void> {
  await sql`delete from registry.fact using intake.effect e where e.file_id = ${fileId} and e.kind = 'facts'
    and fact.person_id = e.person_id and fact.key = e.key`.execute(transaction)
  await sql`insert into registry.fact (person_id, key, value, valid, origin)
    select e.person_id, e.key, each.value, daterange(nullif(each."from", '-infinity'), nullif(each.until, 'infinity')),
      each.origin
    from (select distinct on (person_id, key) person_id, key, before from intake.effect
      where file_id = ${fileId} and kind = 'facts' order by person_id, key, place) as e,
      jsonb_to_recordset(e.before) as each (value text, "from" date, until date, origin text)`.execute(
    transaction,
  )
}

async function emptyCompletions(transaction: Transaction, { id, hash }: StagedFile): Promise<void> {
  const gives = (field: string) => sql`jsonb_path_exists(e.after, ${`$[*].${field}`}::jsonpath)`
  await sql`update registry.person set
      sex = case when ${gives('sex')} then null else person.sex end,
      birth_from = case when ${gives('birthWritten')} then null else birth_from end,
      birth_to = case when ${gives('birthWritten')} then null else birth_to end,
      birth_written = case when ${gives('birthWritten')} then null else birth_written end,
      citizen_id = case when ${gives('citizenId')} then null else citizen_id end,
      old_id = case when ${gives('oldId')} then null else old_id end,
      death_on = case when ${gives('deathOn')} then null else death_on end,
      village = case when ${gives('village')} then null else village end,
      amended_at = clock_timestamp(), amended_origin = ${`undo:${hash.slice(0, 16)}`}
    from (select person_id, jsonb_agg(after) as after from intake.effect
      where file_id = ${id} and kind = 'completed' group by person_id) as e
    where person.id = e.person_id`.execute(transaction)
}

async function removeAdded(transaction: Transaction, fileId: number): Promise<void> {
  await sql`delete from registry.membership m using ${effectsOf(fileId)} as e
    where e.kind = 'member' and m.person_id = e.person_id and m.origin = e.origin`.execute(transaction)
  for (const table of ['registry.fact', 'registry.residence'] as const)
    await sql`delete from ${sql.table(table)} using intake.effect e
      where e.file_id = ${fileId} and e.kind = 'person'
        and ${sql.ref(`${table}.person_id`)} = e.person_id`.execute(transaction)
  await sql`update intake.row set person_id = null where file_id = ${fileId}`.execute(transaction)
  await sql`update intake.preview set person_id = null where file_id = ${fileId}`.execute(transaction)
  await sql`select registry.remove_records(
      coalesce(array_agg(person_id) filter (where kind = 'person'), '{}'),
      coalesce(array_agg(household_id) filter (where kind = 'household'), '{}'))
    from intake.effect where file_id = ${fileId}`.execute(transaction)
}

/** The list stands as if it had been read just now. */
async function waitAgain(transaction: Transaction, fileId: number): Promise<void> {
  await sql`delete from intake.effect where file_id = ${fileId}`.execute(transaction)
  await sql`update intake.row set state = 'waiting', because = ${ofCells}
    where file_id = ${fileId} and state <> 'faulty'`.execute(transaction)
  await sql`update intake.upload set previewed_at = null where file_id = ${fileId}`.execute(transaction)
  await sql`update intake.file set finished_at = null, written_at = null, rounds = rounds + 1
    where id = ${fileId}`.execute(transaction)
}
