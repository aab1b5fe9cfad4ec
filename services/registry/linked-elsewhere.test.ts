import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { listAuditOf } from '#platform/audit'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { linkedRecords, listLinks, recordLink, undoLink } from './links.ts'
import { listPersons } from './people.ts'

const database = await freshDatabase()
const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01']
const officer = (unitUid: string, role = 'communeOfficer'): Actor => ({
  kind: 'officer',
  id: unitUid,
  name: unitUid,
  role,
  unitUid,
  areas: ['*'],
})
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

it('a record whose person speaks in another commune tells nothing of the other record', async () => {
  await as({ kind: 'system', job: 'test' }, async (transaction) => {
    for (const uid of [ours, theirs])
      await sql`insert into registry.unit (uid, code, name, level, kind, valid)
        values (${uid}, ${uid.slice(0, 5)}, ${`Xã ${uid}`}, 'commune', 'xã', '[2025-07-01,)')`.execute(
        transaction,
      )
    await sql`insert into registry.person (id, name, name_folded, unit_uid, citizen_id, origin) values
      (901, 'Vi Thị Hoa', 'vi thi hoa', ${ours}, '040150000001', 'test'),
      (902, 'Vi Thị Bí Mật', 'vi thi bi mat', ${theirs}, '040150000002', 'test')`.execute(transaction)
  })
  const linked = await as(officer('province', 'provinceOfficer'), (transaction) =>
    recordLink(transaction, {
      records: [901, 902],
      speaks: 902,
      mistakenNumber: '040150000001',
      because: { by: 'Lan', reason: 'Giấy khai sinh' },
    }),
  )
  expect(linked.ok).toBe(true)
  await as(officer(ours), async (transaction) => {
    const told = [
      await linkedRecords(transaction, 901),
      await listLinks(transaction, [901]),
      await listPersons(transaction, { limit: 10 }),
    ]
    expect(JSON.stringify(told)).not.toMatch(/Bí Mật|040150000002|17827/)
    expect(await linkedRecords(transaction, 902)).toEqual([])
    if (linked.ok) expect(await undoLink(transaction, linked.linkId, 'nhầm')).toMatchObject({ ok: false })
  })
})

it('a commune is told of a link no more than it may know of both records', async () => {
  const told = (actor: Actor) => as(actor, (transaction) => listLinks(transaction, [901, 902]))
  const [whole] = await told(officer('province', 'provinceOfficer'))
  expect(whole).toMatchObject({
    mistakenNumber: '040150000001',
    because: { by: 'Lan', reason: 'Giấy khai sinh' },
  })
  const [own] = await told(officer(ours))
  expect(own).toMatchObject({ recordA: 901, recordB: 902, mistakenNumber: '040150000001', because: {} })
  const [beside] = await told(officer(theirs))
  expect(beside).toMatchObject({ recordA: 901, recordB: 902, mistakenNumber: undefined, because: {} })
  for (const column of ['because', 'mistaken_number', 'unlinked_because', '*'])
    await expect(
      as(officer(theirs), (transaction) =>
        sql`select ${sql.raw(column)} from registry.link`.execute(transaction),
      ),
    ).rejects.toThrow('permission denied')
})

it('why a link was taken back is told to who sees both records', async () => {
  const province = officer('province', 'provinceOfficer')
  const [link] = await as(province, (transaction) => listLinks(transaction, [901]))
  await as(province, (transaction) => undoLink(transaction, link?.id ?? 0, 'Chị của bà Hoa ở xã bên'))
  const [own] = await as(officer(ours), (transaction) => listLinks(transaction, [901]))
  expect(own?.unlinked).toMatchObject({ because: '' })
  const log = await as(officer(ours), (transaction) =>
    listAuditOf(transaction, { kind: 'person', id: '901' }),
  )
  expect(log.map(({ action }) => action)).toContain('unlink')
  expect(JSON.stringify(log)).not.toContain('Chị của bà Hoa')
  const [whole] = await as(province, (transaction) => listLinks(transaction, [901]))
  expect(whole?.unlinked).toMatchObject({ because: 'Chị của bà Hoa ở xã bên' })
})
