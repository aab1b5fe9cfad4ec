import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, withActor } from '#platform/database'
import { actorOf, type Officer } from '#platform/sessions'
import { freshDatabase } from '#test/database'
import { unitsOf } from '#web/staff/units.server.ts'
import { queryOf } from './query.ts'
import { readQueue } from './queue.server.ts'

const database = await freshDatabase()
const [ours, theirs] = ['17611@2025-07-01', '17950@2025-07-01']
const machine: Actor = { kind: 'system', job: 'test' }

beforeAll(() =>
  withActor(database, machine, async (transaction) => {
    for (const [uid, name, count] of [
      [ours, 'Xã Vân Tụ', 3],
      [theirs, 'Xã Kim Liên', 4],
    ] as const) {
      await sql`insert into registry.unit (uid, code, name, kind, level, parent_code, valid)
        values (${uid}, ${uid.slice(0, 5)}, ${name}, 'xã', 'commune', '40', '[2025-07-01,)')`.execute(
        transaction,
      )
      await sql`insert into registry.person (name, name_folded, unit_uid, origin)
        select 'Vi Thị Lài', 'vi thi lai', ${uid}, 'test' from generate_series(1, ${count}::integer)`.execute(
        transaction,
      )
    }
    await sql`insert into deduplication.model (version, model, converged, settings_digest, people, in_use)
      values ('m1', '{}', true, '', 0, true)`.execute(transaction)
    await sql`insert into deduplication.run (mode, model_version, people, compared, waiting, conflicts, took_ms)
      values ('full', 'm1', 7, 21, 0, 0, 1)`.execute(transaction)
  }),
)

describe('the line that says over how many records was searched', () => {
  const peopleFor = async (unitUid: string) => {
    const role = unitUid === 'province' ? 'leader' : 'communeOfficer'
    const officer: Officer = { id: unitUid, username: 'lan', name: 'Lan', role, unitUid, areas: ['*'] }
    const units = await unitsOf(database)
    const query = queryOf(new URLSearchParams())
    const { run } = await withActor(database, actorOf(officer), (transaction) =>
      readQueue(transaction, { query, officer, units }),
    )
    return run?.people
  }

  it('counts those the officer may see, and nobody beyond', async () => {
    expect([await peopleFor('province'), await peopleFor(ours), await peopleFor(theirs)]).toEqual([7, 3, 4])
  })
})
