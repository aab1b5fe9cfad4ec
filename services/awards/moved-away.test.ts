import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import {
  type Act,
  amendPerson,
  getChangeRequest,
  listChangeRequests,
  proposeChange,
  recordPerson,
  recordResidence,
  recordUnits,
  refuseChange,
} from '#registry'
import { freshDatabase } from '#test/database'
import { approveChange } from './index.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const origin = 'officer:before'
const from = day('2025-07-01')
const [ours, theirs, third] = ['16702@2025-07-01', '17827@2025-07-01', '17830@2025-07-01']
const machine: Actor = { kind: 'system', job: 'test' }
const officer = (id: string, unitUid: string, role = 'communeOfficer'): Actor => ({
  kind: 'officer',
  id,
  name: id,
  role,
  unitUid,
  areas: ['socialAssistance'],
})
const [lan, mai] = [officer('lan', ours), officer('mai', ours)]
const hung = officer('hung', theirs)
const [sen, sau] = [officer('sen', third), officer('sau', third)]
const tinh = officer('tinh', 'province', 'provinceOfficer')
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const propose = (actor: Actor, act: Act) =>
  as(actor, (transaction) =>
    proposeChange(transaction, { act, reason: 'Giấy 12', key: JSON.stringify(act) }, { today }),
  )
const approve = (actor: Actor, id: number) =>
  as(actor, async (transaction) => {
    const { baseNow } = await getChangeRequest(transaction, id)
    return approveChange(transaction, id, { today, ...(baseNow && { confirmed: baseNow }) })
  })
const read = (actor: Actor, id: number) =>
  as(actor, (transaction) => getChangeRequest(transaction, id)).then(
    (request) => JSON.stringify(request),
    (error: Error) => error.name,
  )

await as(machine, (transaction) =>
  recordUnits(
    transaction,
    `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${ours},,
17827,Xã Nghi Lộc,xã,commune,40,2025-07-01,,,${theirs},,
17830,Xã Đông Lộc,xã,commune,40,2025-07-01,,,${third},,`,
  ),
)

/** Somebody of ours, about whom ours proposed two changes, who then moved to the third commune and was renamed there. */
async function moveOnWithRequests(): Promise<{ personId: number; rename: number; move: number }> {
  const personId = await as(machine, async (transaction) => {
    const id = await recordPerson(transaction, { name: 'Vi Thị Hoa', unitUid: ours }, origin)
    await recordResidence(transaction, { personId: id, unitUid: ours, from, origin })
    return id
  })
  const { id: rename } = await propose(lan, {
    kind: 'correctPerson',
    personId,
    change: { name: 'Vi Thị Hoà' },
  })
  const { id: move } = await propose(lan, {
    kind: 'move',
    personId,
    to: { unitUid: theirs },
    on: day('2026-11-02'),
  })
  const away = await propose(mai, {
    kind: 'move',
    personId,
    to: { unitUid: third },
    on: day('2026-11-01'),
  })
  await approve(sen, away.id)
  await as(sau, (transaction) =>
    amendPerson(transaction, personId, { name: 'Vi Thị Bí Mật', citizenId: '040150009999' }, origin),
  )
  return { personId, rename, move }
}

describe('a request about somebody who has moved on', () => {
  it('tells neither commune what stands in the third, in lists or alone', async () => {
    const { rename, move } = await moveOnWithRequests()
    for (const [actor, ids] of [
      [lan, [rename, move]],
      [mai, [rename, move]],
      [hung, [move]],
    ] as const) {
      for (const id of ids) expect(await read(actor, id)).not.toMatch(/Bí Mật|040150009999|17830/)
      const all = await as(actor, (transaction) => listChangeRequests(transaction, { limit: 50 }))
      const open = all.filter(({ state }) => state === 'proposed')
      expect(open.length).toBeGreaterThan(0)
      expect(JSON.stringify(open)).not.toMatch(/Bí Mật|040150009999|17830/)
    }
    expect(await read(tinh, move)).toMatch(/Bí Mật/)
  })

  it('is carried out by no commune behind the back of the third, and can be refused', async () => {
    const { rename, move } = await moveOnWithRequests()
    await expect(approve(hung, move)).rejects.toThrow('đã chuyển sang xã khác')
    await expect(approve(mai, rename)).rejects.toThrow('đã chuyển sang xã khác')
    const refuse = (id: number) =>
      as(hung, (transaction) => refuseChange(transaction, id, { because: 'Đã đi nơi khác' }))
    expect((await refuse(move)).state).toBe('refused')
  })
})
