import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { listAuditOf } from '#platform/audit'
import { type Actor, type Transaction, withActor } from '#platform/database'
import {
  type Act,
  amendPerson,
  countChangeRequests,
  findPerson,
  getChangeRequest,
  getPerson,
  listChangeRequests,
  personTimeline,
  proposeChange,
  recordFact,
  recordHousehold,
  recordMembership,
  recordPerson,
  recordResidence,
  recordUnits,
  refuseChange,
  withdrawChange,
} from '#registry'
import { administratorUrlOf, freshDatabase } from '#test/database'
import { applyAct, approveChange, ChangeConflict } from './index.ts'

const database = await freshDatabase()
const administrator = new pg.Client({ connectionString: administratorUrlOf(database) })
const today = day('2026-11-23')
const from = day('2025-07-01')
const origin = 'officer:before'
const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01']
const machine: Actor = { kind: 'system', job: 'test' }
const officer = (id: string, unitUid: string, role = 'communeOfficer'): Actor => ({
  kind: 'officer',
  id,
  name: id,
  role,
  unitUid,
  areas: ['socialAssistance'],
})
const lan = officer('lan', ours)
const mai = officer('mai', ours) as Extract<Actor, { kind: 'officer' }>
const hung = officer('hung', theirs)
const tinh = officer('tinh', 'province', 'provinceOfficer')
const leader = officer('leader', 'province', 'leader')
const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${ours},,
17827,Xã Nghi Lộc,xã,commune,40,2025-07-01,,,${theirs},,`

const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const messageOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  )

let keys = 0
const reason = 'Giấy xác nhận 12/GXN'
const propose = (act: Act, actor: Actor = lan, key = `key ${++keys}`) =>
  as(actor, (transaction) => proposeChange(transaction, { act, reason, key }, { today }))
const approve = (id: number, actor: Actor = mai, confirmed?: Readonly<Record<string, unknown>>) =>
  as(actor, (transaction) => approveChange(transaction, id, { today, ...(confirmed && { confirmed }) }))
const nameOf = async (id: number) => (await as(machine, (transaction) => getPerson(transaction, id))).name

async function settle(name = 'Nguyễn Thị Hòa', unitUid: string = ours): Promise<number> {
  return as(machine, async (transaction) => {
    const birth = { from: day('1950-01-01'), to: day('1950-12-31') }
    const id = await recordPerson(transaction, { name, unitUid, birth }, origin)
    await recordResidence(transaction, { personId: id, unitUid, from, origin })
    return id
  })
}

const rename = (personId: number, name = 'Nguyễn Thị Hoà Bình'): Act => ({
  kind: 'correctPerson',
  personId,
  change: { name },
})

beforeAll(async () => {
  // The database is dropped while this connection may still stand.
  administrator.on('error', () => {})
  await administrator.connect()
  await as(machine, (transaction) => recordUnits(transaction, units))
  return () => administrator.end()
})

describe('an act of one officer', () => {
  it('is done once for its key: the same again answers alike, another content is refused', async () => {
    const id = await settle()
    const act: Act = { kind: 'correctPerson', personId: id, change: { village: 'Khối 5' } }
    const send = (change: Partial<{ act: Act; reason: string; key: string }> = {}) =>
      as(lan, (transaction) => applyAct(transaction, { act, reason, key: 'once', ...change }, { today }))
    const first = await send()
    expect(await send()).toEqual(first)
    const { rows } = await as(machine, (transaction) =>
      sql<{ count: number }>`select count(*) as count from registry.person_before
        where person_id = ${id}`.execute(transaction),
    )
    expect(rows[0]?.count).toBe(1)
    expect(await messageOf(send({ reason: 'Lý do khác' }))).toContain('đã dùng cho một nội dung khác')
    expect(await messageOf(send({ key: 'again', reason: ' ' }))).toContain('Chưa nêu lý do')
    const audit = await as(tinh, (transaction) =>
      listAuditOf(transaction, { kind: 'person', id: String(id) }),
    )
    expect(audit.map(({ actor, action }) => [actor, action])).toEqual([['officer:lan', 'correctPerson']])
  })

  it('sent twice at the same moment is done once', async () => {
    const id = await settle()
    const act: Act = { kind: 'correctPerson', personId: id, change: { village: 'Khối 6' } }
    const send = () =>
      as(lan, (transaction) => applyAct(transaction, { act, reason, key: 'twice' }, { today }))
    const [one, other] = await Promise.all([send(), send()])
    expect(one).toEqual(other)
  })

  it('needs a second person where it decides who somebody is or what they are paid', async () => {
    const id = await settle()
    const alone = (act: Act, actor: Actor = lan) =>
      messageOf(
        as(actor, (transaction) => applyAct(transaction, { act, reason, key: `${++keys}` }, { today })),
      )
    const second = expect.stringContaining('cần người thứ hai duyệt')
    const of = { personId: id }
    expect(await alone(rename(id))).toEqual(second)
    expect(await alone(rename(id), tinh)).toEqual(second)
    expect(await alone({ kind: 'death', personId: id, on: today })).toEqual(second)
    expect(await alone({ kind: 'replaceFact', of, key: 'poverty', from, value: 'poor' })).toEqual(second)
    expect(await alone({ kind: 'replaceFact', of, key: 'phone', from, value: '0912 345 678' })).toBe(
      'nothing was refused',
    )
  })

  it('that throws leaves nothing half done, even for who catches the error and goes on', async () => {
    const id = await settle()
    const fact = { key: 'phone', value: '0912 345 678', valid: { from }, origin }
    await as(machine, (transaction) => recordFact(transaction, id, fact))
    const read = () =>
      as(machine, (transaction) => personTimeline(transaction, id, { corrections: true, identity: true }))
    const before = await read()
    const act: Act = {
      kind: 'endFact',
      of: { personId: id },
      key: 'phone',
      on: today,
      lastOn: day('2025-01-01'),
    }
    await as(lan, async (transaction) => {
      const refused = applyAct(transaction, { act, reason, key: 'half' }, { today })
      expect(await messageOf(refused)).toContain('không thể kết thúc')
    })
    expect(await read()).toEqual(before)
  })

  it('killed in the middle is not done at all, and done once when it is sent again', async () => {
    const id = await settle()
    const act: Act = { kind: 'correctPerson', personId: id, change: { village: 'Khối 9' } }
    const sent = { act, reason, key: 'killed' }
    const villageOf = async () => (await as(machine, (transaction) => getPerson(transaction, id))).village
    const killed = as(lan, async (transaction) => {
      await applyAct(transaction, sent, { today })
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction)
      await administrator.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    })
    await expect(killed).rejects.toThrow()
    expect(await villageOf()).toBeUndefined()
    await as(lan, (transaction) => applyAct(transaction, sent, { today }))
    await as(lan, (transaction) => applyAct(transaction, sent, { today }))
    expect(await villageOf()).toBe('Khối 9')
  })
})

describe('a change request', () => {
  it('is proposed by one officer and approved by another, with its reason and every step in the log', async () => {
    const id = await settle()
    const request = await propose(rename(id))
    expect(request).toMatchObject({ state: 'proposed', proposedBy: 'officer:lan', reason, unitUid: ours })
    expect(await nameOf(id)).toBe('Nguyễn Thị Hòa')
    expect(await messageOf(approve(request.id, lan))).toContain('Người đề nghị không tự duyệt')
    expect(await messageOf(approve(request.id, leader))).toContain('row-level security')
    const approved = await approve(request.id)
    expect(approved).toMatchObject({ state: 'approved', decidedBy: 'officer:mai' })
    expect(await nameOf(id)).toBe('Nguyễn Thị Hoà Bình')
    expect(await approve(request.id)).toEqual(approved)
    expect(await messageOf(approve(request.id, tinh))).toContain('đã được xử lý')
    const audit = await as(tinh, (transaction) =>
      listAuditOf(transaction, { kind: 'person', id: String(id) }),
    )
    expect(audit.map(({ actor, action }) => [actor, action])).toEqual([
      ['officer:mai', 'approveChange'],
      ['officer:lan', 'proposeChange'],
    ])
  })

  it('is not decided by who proposed it even when the program would let them', async () => {
    const request = await propose(rename(await settle()))
    const forge = (statement: string) =>
      messageOf(as(lan, (transaction) => sql`${sql.raw(statement)}`.execute(transaction)))
    const decide = (
      by: string,
    ) => `update registry.change_request set state = 'approved', decided_by = '${by}',
      decided_at = now(), outcome = '{}' where id = ${request.id}`
    expect(await forge(decide('officer:lan'))).toContain('check constraint')
    expect(await forge(decide('officer:mai'))).toContain('in the name of another')
    expect(await forge(`update registry.change_request set act = '{}'`)).toContain('permission denied')
    expect(await forge(`delete from registry.change_request`)).toContain('permission denied')
    await approve(request.id)
    expect(
      await forge(`update registry.change_request set state = 'proposed', decided_by = null, decided_at = null,
      outcome = null where id = ${request.id}`),
    ).toContain('has been decided')
  })

  it('is refused with a reason by another, withdrawn by oneself, and neither changes anything', async () => {
    const id = await settle()
    const [one, other] = [await propose(rename(id)), await propose(rename(id, 'Nguyễn Thị Hòe'))]
    const refuse = (actor: Actor, because: string) =>
      as(actor, (transaction) => refuseChange(transaction, one.id, { because }))
    expect(await messageOf(refuse(mai, ''))).toContain('Chưa nêu lý do')
    expect(await messageOf(refuse(lan, 'không'))).toContain('Người đề nghị không tự duyệt')
    expect(await refuse(mai, 'Giấy tờ không khớp')).toMatchObject({
      state: 'refused',
      decidedBecause: 'Giấy tờ không khớp',
    })
    const withdraw = (actor: Actor) => as(actor, (transaction) => withdrawChange(transaction, other.id))
    expect(await messageOf(withdraw(mai))).toContain('Chỉ người đề nghị rút lại được')
    expect(await withdraw(lan)).toMatchObject({ state: 'withdrawn', decidedBy: 'officer:lan' })
    expect(await nameOf(id)).toBe('Nguyễn Thị Hòa')
  })

  it('that rests on what is no longer so shows it, and is approved only by who has seen it', async () => {
    const id = await settle()
    const request = await propose(rename(id))
    expect(request.baseNow).toBeUndefined()
    await as(machine, (transaction) => amendPerson(transaction, id, { name: 'Nguyễn Thị Hoa' }))
    const seen = await as(mai, (transaction) => getChangeRequest(transaction, request.id))
    expect(seen.base).toMatchObject({ person: { name: 'Nguyễn Thị Hòa' } })
    expect(seen.baseNow).toMatchObject({ person: { name: 'Nguyễn Thị Hoa' } })
    await expect(approve(request.id)).rejects.toBeInstanceOf(ChangeConflict)
    await expect(approve(request.id, mai, seen.base)).rejects.toBeInstanceOf(ChangeConflict)
    expect(await approve(request.id, mai, seen.baseNow)).toMatchObject({ state: 'approved' })
  })

  it('for what cannot be is refused at once, and the same key again is the same request', async () => {
    const id = await settle()
    const early = propose({ kind: 'death', personId: id, on: day('1949-01-01') })
    expect(await messageOf(early)).toContain('trước khi sinh')
    const first = await propose(rename(id), lan, 'same')
    expect((await propose(rename(id), lan, 'same')).id).toBe(first.id)
    expect(await messageOf(propose(rename(id, 'Khác'), lan, 'same'))).toContain('nội dung khác')
    expect(await messageOf(propose(rename(987_654)))).toContain('Không tìm thấy người')
  })

  it('of facts carries out what it says when approved', async () => {
    const id = await settle()
    const fact = { key: 'disability', value: 'light', valid: { from }, origin }
    await as(machine, (transaction) => recordFact(transaction, id, fact))
    const of = { personId: id }
    const act: Act = { kind: 'correctFact', of, key: 'disability', on: today, value: 'severe' }
    await approve((await propose(act)).id)
    const facts = await as(lan, (transaction) => personTimeline(transaction, id, { corrections: true }))
    expect(facts.filter(({ kind }) => kind === 'fact').map((each) => [each.value, each.origin])).toEqual([
      ['severe', 'officer:mai'],
      ['light', origin],
    ])
  })
})

describe('who sees a request', () => {
  it('a commune sees those of its own people, counts and pages alike', async () => {
    const [own, other] = [await settle(), await settle('Lê Thị Hòa', theirs)]
    await propose(rename(own))
    await propose(rename(other), hung)
    const of = async (actor: Actor, personId: number) =>
      as(actor, async (transaction) => [
        (await listChangeRequests(transaction, { personId, limit: 10 })).length,
        await countChangeRequests(transaction, { personId, state: 'proposed' }),
      ])
    expect([await of(lan, own), await of(lan, other)]).toEqual([
      [1, 1],
      [0, 0],
    ])
    expect([await of(hung, own), await of(tinh, other)]).toEqual([
      [0, 0],
      [1, 1],
    ])
    const pages = await as(tinh, async (transaction) => {
      const every = await listChangeRequests(transaction, { limit: 200 })
      const second = await listChangeRequests(transaction, { limit: 1, offset: 1 })
      return [second[0]?.id, every[1]?.id, every.length, await countChangeRequests(transaction)]
    })
    expect(pages[0]).toBe(pages[1])
    expect(pages[2]).toBe(pages[3])
  })

  it('who works in another area learns neither from a request nor from the log who lives with HIV', async () => {
    const id = await settle()
    const of = { personId: id }
    await propose({ kind: 'replaceFact', of, key: 'hiv', from, value: 'yes' })
    const other: Actor = { ...mai, areas: ['employment'] }
    const seen = (actor: Actor) =>
      as(actor, async (transaction) => {
        const requests = await listChangeRequests(transaction, { personId: id, limit: 10 })
        const audit = await listAuditOf(transaction, { kind: 'person', id: String(id) })
        return { requests: requests.length, log: JSON.stringify(audit) }
      })
    expect((await seen(mai)).requests).toBe(1)
    const { requests, log } = await seen(other)
    expect(requests).toBe(0)
    expect(log).toContain('proposeChange')
    expect(log).not.toContain('hiv')
  })

  it('a move is seen by both communes and decided by the receiving one, which sees the person only then', async () => {
    const id = await settle('Hà Văn Sơn')
    const act: Act = { kind: 'move', personId: id, to: { unitUid: theirs }, on: day('2026-11-02') }
    const request = await propose(act)
    expect(request.otherUnitUid).toBe(theirs)
    const seen = await as(hung, (transaction) => getChangeRequest(transaction, request.id))
    expect([seen.subject.name, seen.baseNow]).toEqual(['Hà Văn Sơn', undefined])
    expect(await as(hung, (transaction) => findPerson(transaction, id))).toBeUndefined()
    expect(await messageOf(approve(request.id, mai))).toContain('xã tiếp nhận hoặc tỉnh duyệt')
    expect(await approve(request.id, hung)).toMatchObject({ state: 'approved', decidedBy: 'officer:hung' })
    expect((await as(hung, (transaction) => findPerson(transaction, id)))?.unitUid).toBe(theirs)
    expect(await as(lan, (transaction) => findPerson(transaction, id))).toBeUndefined()
    expect((await as(lan, (transaction) => getChangeRequest(transaction, request.id))).state).toBe('approved')
  })

  it('somebody who left comes back to another commune when that commune says so', async () => {
    const id = await settle('Hà Thị Xuân')
    const left: Act = { kind: 'move', personId: id, to: 'away', on: day('2026-01-05') }
    await approve((await propose(left)).id, mai)
    const back: Act = { kind: 'return', personId: id, unitUid: theirs, on: day('2026-09-01') }
    const request = await propose(back)
    expect(await messageOf(approve(request.id, mai))).toContain('xã tiếp nhận hoặc tỉnh duyệt')
    await approve(request.id, hung)
    expect((await as(hung, (transaction) => findPerson(transaction, id)))?.unitUid).toBe(theirs)
  })

  it('a household with people of another commune is the province’s to change', async () => {
    const [own, other] = [await settle('Kha Văn A'), await settle('Kha Văn B', theirs)]
    const householdId = await as(machine, async (transaction) => {
      const house = await recordHousehold(transaction, { unitUid: ours, origin })
      for (const [personId, relation] of [[own, 'head'] as const, [other, 'child'] as const])
        await recordMembership(transaction, {
          personId,
          householdId: house,
          relation,
          valid: { from },
          origin,
        })
      return house
    })
    const act: Act = { kind: 'changeHead', householdId, headId: other, on: today }
    const send = (actor: Actor) =>
      messageOf(as(actor, (transaction) => applyAct(transaction, { act, reason, key: 'mixed' }, { today })))
    expect([await send(lan), await send(tinh)]).toEqual([
      expect.stringContaining('nhờ cán bộ tỉnh'),
      'nothing was refused',
    ])
  })
})
