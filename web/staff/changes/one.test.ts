import { RouterContextProvider } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { withActor } from '#platform/database'
import { actorOf, type Officer } from '#platform/sessions'
import { proposeChange, recordPerson, recordResidence, recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { requestContext, type Services, servicesContext } from '#web/context.ts'
import { action, loader } from './one.tsx'

const database = await freshDatabase()
const unitUid = '16702@2025-07-01'
const today = day('2026-11-23')

function officerOf(id: string, role: string, place: string): Officer {
  return { id, username: id, name: id, role, unitUid: place, areas: ['*'] } as Officer
}
const lan = officerOf('lan', 'communeOfficer', unitUid)
const leader = officerOf('leader', 'leader', 'province')
const stranger = officerOf('xa-khac', 'communeOfficer', '17827@2025-07-01')

/** What the page is given when this officer asks for it, or sends its form. */
function asked(officer: Officer, id: number, form?: Record<string, string>) {
  const context = new RouterContextProvider()
  context.set(servicesContext, { database } as Services)
  context.set(requestContext, { id: '', address: '', nonce: '', findOfficer: async () => officer })
  const url = new URL(`/can-bo/thay-doi/${id}`, 'http://localhost')
  const request = new Request(url, form ? { method: 'POST', body: new URLSearchParams(form) } : {})
  return { context, url, request, params: { requestId: String(id) } } as unknown as Parameters<
    typeof loader
  >[0]
}

const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (answer: Response) => answer.status,
  )

let id = 0
beforeAll(async () => {
  await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
    recordUnits(
      transaction,
      `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${unitUid},,
17827,Xã Nghi Lộc,xã,commune,40,2025-07-01,,,17827@2025-07-01,,`,
    ),
  )
  id = await withActor(database, actorOf(lan), async (transaction) => {
    const origin = 'officer:lan'
    const personId = await recordPerson(transaction, { name: 'Vi Thị Hoa', unitUid }, origin)
    await recordResidence(transaction, { personId, unitUid, from: day('2025-07-01'), origin })
    const act = { kind: 'correctPerson', personId, change: { name: 'Vi Thị Hoà' } } as const
    return (await proposeChange(transaction, { act, reason: 'Nhầm', key: 'a' }, { today })).id
  })
})

describe('the page of a request', () => {
  it('shows a leader what is asked, without trying it out, and takes no decision of theirs', async () => {
    const shown = await loader(asked(leader, id))
    expect([shown.subject.name, shown.mayDecide, shown.view]).toEqual(['Vi Thị Hoa', 'leader', undefined])
    expect((await loader(asked(lan, id))).view).toBeDefined()
    for (const viec of ['approve', 'refuse', 'withdraw'])
      expect(await statusOf(action(asked(leader, id, { viec, 'ly-do': 'x' })))).toBe(403)
  })

  it('is not there for another commune, nor its form, and a strange wish is refused', async () => {
    expect(await statusOf(loader(asked(stranger, id)))).toBe(404)
    expect(await statusOf(action(asked(stranger, id, { viec: 'approve' })))).toBe(404)
    expect(await statusOf(action(asked(lan, id, { viec: 'delete' })))).toBe(400)
  })
})
