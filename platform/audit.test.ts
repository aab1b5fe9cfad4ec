import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { asOwner, freshDatabase } from '#test/database'
import { listAuditOf, recordChange, recordRead, type Subject, sealAudit, verifyAudit } from './audit.ts'
import { type Actor, withActor } from './database.ts'

function officer(id: string, unitUid: string): Actor {
  return { kind: 'officer', id, name: id, role: 'communeOfficer', unitUid, areas: ['*'] }
}

const lan = officer('lan', 'vinh-phu')
const hoa = officer('hoa', 'vinh-phu')
const son = officer('son', 'cua-lo')
const person: Subject = { kind: 'person', id: '42', unitUid: 'vinh-phu' }

describe('the audit log', () => {
  it('names who looked and who changed, the newest first', async () => {
    const database = await freshDatabase()
    await withActor(database, lan, (transaction) => recordRead(transaction, person, { page: 'person' }))
    await withActor(database, hoa, (transaction) =>
      recordChange(transaction, 'changeName', person, { to: 'Lê Đào' }),
    )
    const lines = await withActor(database, lan, (transaction) => listAuditOf(transaction, person))
    expect(lines.map(({ actor, action, details }) => [actor, action, details])).toEqual([
      ['officer:hoa', 'changeName', { to: 'Lê Đào' }],
      ['officer:lan', 'read', { page: 'person' }],
    ])
  })

  it('shows an officer of another commune only what they did themselves', async () => {
    const database = await freshDatabase()
    await withActor(database, lan, (transaction) => recordRead(transaction, person))
    await withActor(database, son, (transaction) => recordRead(transaction, person))
    const lines = await withActor(database, son, (transaction) => listAuditOf(transaction, person))
    expect(lines.map(({ actor }) => actor)).toEqual(['officer:son'])
  })

  it('lets nobody write in another name, or in none', async () => {
    const database = await freshDatabase()
    const forged = withActor(database, lan, (transaction) =>
      sql`insert into platform.audit (actor, action, subject_kind, subject_id)
        values ('officer:hoa', 'read', 'person', '42')`.execute(transaction),
    )
    await expect(forged).rejects.toMatchObject({ code: '42501' })
    const nameless = sql`insert into platform.audit (action, subject_kind, subject_id)
      values ('read', 'person', '42')`.execute(database.query)
    await expect(nameless).rejects.toThrow()
  })

  it.each([
    ['changed', sql`update platform.audit set action = 'nothing'`],
    ['deleted', sql`delete from platform.audit`],
    ['emptied', sql`truncate platform.audit`],
    ['sealed again', sql`update platform.audit_seal set lines = 0`],
    ['unsealed', sql`delete from platform.audit_seal`],
  ])('cannot be %s by the application', async (_, statement) => {
    const database = await freshDatabase()
    await expect(statement.execute(database.query)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('the seals over the log', () => {
  async function threeLines() {
    const database = await freshDatabase()
    for (const actor of [lan, hoa, lan]) {
      await withActor(database, actor, (transaction) => recordRead(transaction, person, { page: 'person' }))
    }
    return database
  }

  it('cover every line once and verify', async () => {
    const database = await threeLines()
    expect(await sealAudit(database)).toBe(3)
    expect(await sealAudit(database)).toBe(0)
    await withActor(database, lan, (transaction) => recordRead(transaction, person))
    expect(await sealAudit(database)).toBe(1)
    expect(await verifyAudit(database)).toEqual({ ok: true, seals: 2, lines: 4 })
  })

  it.each([
    ['a line changed', sql`update platform.audit set details = '{}' where number = 2`, 'lines changed'],
    ['a line removed', sql`delete from platform.audit where number = 2`, 'lines changed'],
    [
      'two lines in another order',
      sql`update platform.audit set (at, actor, action, details) = (other.at, other.actor, other.action, other.details)
        from platform.audit other where audit.number + other.number = 4 and audit.number in (1, 3)`,
      'lines changed',
    ],
    [
      'a moment moved',
      sql`update platform.audit set at = at - interval '1 day' where number = 3`,
      'lines changed',
    ],
    [
      'a line slipped in',
      sql`insert into platform.audit (number, actor, action, subject_kind, subject_id)
        overriding system value values (0, 'system:crime', 'read', 'person', '7')`,
      'lines changed',
    ],
    [
      'a seal rewritten',
      sql`update platform.audit_seal set previous_hash = decode(repeat('ab', 32), 'hex')`,
      'seals changed',
    ],
  ])('find %s by the owner of the tables', async (_, statement, because) => {
    const database = await threeLines()
    await sealAudit(database)
    const owner = asOwner(database)
    await withActor(owner, { kind: 'system', job: 'crime' }, async (transaction) => {
      await sql`alter table platform.audit no force row level security`.execute(transaction)
      await statement.execute(transaction)
      await sql`alter table platform.audit force row level security`.execute(transaction)
    })
    expect(await verifyAudit(database)).toMatchObject({ because, seal: 1 })
  })

  it('find a block taken out of the middle', async () => {
    const database = await threeLines()
    for (let block = 0; block < 3; block++) {
      await sealAudit(database)
      await withActor(database, lan, (transaction) => recordRead(transaction, person))
    }
    await sql`delete from platform.audit_seal where number = 2`.execute(asOwner(database).query)
    expect(await verifyAudit(database)).toMatchObject({ ok: false, because: 'seals changed', seal: 3 })
  })

  it('wait for a writer whose transaction is open, and make no writer wait for another', async () => {
    const database = await threeLines()
    await withActor(database, lan, async (open) => {
      await recordRead(open, person)
      await withActor(database, hoa, (transaction) => recordRead(transaction, person))
      expect(await sealAudit(database)).toBe(0)
    })
    expect(await sealAudit(database)).toBe(5)
    expect((await verifyAudit(database)).ok).toBe(true)
  })
})
