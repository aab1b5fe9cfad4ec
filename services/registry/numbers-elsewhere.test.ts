import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { listNumbersElsewhere } from './index.ts'

const database = await freshDatabase()
const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01'] as const
const officer = (unitUid: string): Actor => ({
  kind: 'officer',
  id: unitUid,
  name: unitUid,
  role: unitUid === 'province' ? 'provinceOfficer' : 'communeOfficer',
  unitUid,
  areas: ['*'],
})
const machine: Actor = { kind: 'system', job: 'test' }
const asked = { citizenId: ['040150001234', '040150001243', '040150001252'], oldId: ['181234567'] }
const elsewhere = (actor: Actor) =>
  withActor(database, actor, async (transaction) => ({
    numbers: await listNumbersElsewhere(transaction, asked),
    seen: (await sql`select from registry.person`.execute(transaction)).rows.length,
  }))

beforeAll(() =>
  withActor(database, machine, async (transaction) => {
    for (const uid of [ours, theirs])
      await sql`insert into registry.unit (uid, code, name, level, kind, valid)
        values (${uid}, ${uid.slice(0, 5)}, ${`Xã ${uid}`}, 'commune', 'xã', '[2025-07-01,)')`.execute(
        transaction,
      )
    await sql`insert into registry.person (name, name_folded, unit_uid, citizen_id, old_id, origin) values
      ('Vi Thị Hoa', 'vi thi hoa', ${ours}, '040150001234', null, 'test'),
      ('Lô Văn Sáu', 'lo van sau', ${theirs}, '040150001243', '181234567', 'test')`.execute(transaction)
  }),
)

it('a commune is told which numbers stand on records of others, and sees no more of them than before', async () => {
  expect(await elsewhere(officer(ours))).toEqual({
    numbers: [
      { kind: 'citizenId', number: '040150001243' },
      { kind: 'oldId', number: '181234567' },
    ],
    seen: 1,
  })
  expect((await elsewhere(officer(theirs))).numbers).toEqual([{ kind: 'citizenId', number: '040150001234' }])
})

it('the province, which sees everybody, has nobody elsewhere', async () => {
  expect((await elsewhere(officer('province'))).numbers).toEqual([])
})
