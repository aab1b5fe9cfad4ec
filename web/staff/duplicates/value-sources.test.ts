import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { amendPerson, getPerson, officerOrigin, recordPerson, recordResidence } from '#registry'
import { freshDatabase } from '#test/database'
import { readOrigins, type SourceKey, valueSources } from './value-sources.server.ts'

const database = await freshDatabase()
const unitUid = '16702@2025-07-01'
const on = day('2026-11-23')
const machine: Actor = { kind: 'system', job: 'test' }
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

it('every value of a record has its own origin: the cell of a file, an officer, a register', async () => {
  const hash = 'ab12cd34ef56ab78'
  const file = `file:${hash}#Tháng 9!9`
  const id = await as(machine, async (transaction) => {
    await sql`insert into registry.unit (uid, code, name, kind, level, valid)
      values (${unitUid}, '16702', 'Xã Nghi Lộc', 'Xã', 'commune', '[2025-07-01,)')`.execute(transaction)
    await sql`insert into intake.file (hash, name, rows, unit_uid, letters) values (${hash.padEnd(64, '0')},
      'bao-tro-09.xlsx', 1, ${unitUid}, ${JSON.stringify({ 'Tháng 9': { name: 'C', birthYear: 'D', village: 'F' } })})`.execute(
      transaction,
    )
    const birth = { from: day('1944-01-01'), to: day('1944-12-31') }
    const person = await recordPerson(transaction, { name: 'Vi Thị Hoa', birth, unitUid }, file)
    await recordResidence(transaction, {
      personId: person,
      unitUid,
      village: 'Xóm 3',
      from: day('2025-07-01'),
      origin: file,
    })
    await amendPerson(transaction, person, { citizenId: '040144000123' }, officerOrigin('lan'))
    await amendPerson(transaction, person, { sex: 'female' }, 'register:Dân cư')
    return person
  })
  const texts = await as(machine, async (transaction) => {
    const person = await getPerson(transaction, id)
    const origins = await readOrigins(transaction, person, { awards: [], on })
    const sourceOf = await valueSources(transaction, [{ person, origins }], {
      lang: 'vi',
      nameOf: (actor) => (actor === 'officer:lan' ? 'Trần Thị Lan' : actor),
    })
    const keys: SourceKey[] = ['name', 'birth', 'place', 'citizenId', 'sex', 'oldId']
    return keys.map((key) => sourceOf(id, key))
  })
  expect(texts).toEqual([
    'tệp bao-tro-09.xlsx, trang Tháng 9, ô C9',
    'tệp bao-tro-09.xlsx, trang Tháng 9, ô D9',
    'tệp bao-tro-09.xlsx, trang Tháng 9, ô F9',
    'cán bộ Trần Thị Lan',
    'cơ sở dữ liệu Dân cư',
    undefined,
  ])
})
