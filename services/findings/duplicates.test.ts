import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { recordAward } from '#awards'
import { day, month } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { recordPerson, recordUnits } from '#registry'
import { asOwner, freshDatabase } from '#test/database'
import { listFindings, sweep } from './index.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01']
const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${ours},,
17827,Xã Nghi Lộc,xã,commune,40,2025-07-01,,,${theirs},,`

it('a record found twice names the other, what agrees, what is paid twice and since how long', async () => {
  const twins = [
    { name: 'Hồ Sỹ Dũng', unitUid: ours, amountDong: 810_000, from: '2026-07' },
    { name: 'HO SY DUNG', unitUid: theirs, amountDong: 540_000, from: '2026-09' },
  ]
  await withActor(database, machine, async (transaction) => {
    await recordUnits(transaction, units)
    for (const { name, unitUid, amountDong, from } of twins) {
      const birth = { from: day('1948-02-21'), to: day('1948-02-21') }
      const citizenId = '040048012345'
      const person = { name, birth, unitUid, sex: 'male' as const, citizenId, reviewedOn: day('2025-07-01') }
      await recordAward(transaction, {
        personId: await recordPerson(transaction, person, 'officer:test'),
        benefit: 'socialPension',
        category: 'SP',
        coefficientTenths: undefined,
        amountDong,
        fromMonth: month(from),
        toMonth: undefined,
        decisionNumber: undefined,
        signedOn: undefined,
        payee: undefined,
        origin: 'officer:test',
      })
    }
  })
  // Whatever day it is when the tests run, the awards were recorded before the sweep's.
  const owner = asOwner(database)
  await sql`alter table awards.award disable trigger keep_award`.execute(owner.query)
  await withActor(owner, machine, (transaction) =>
    sql`update awards.award set recorded_at = '2026-09-01'`.execute(transaction),
  )
  await sweep(database, { month: month('2026-11'), knownOn: day('2026-11-23') })
  const found = await withActor(database, machine, (transaction) =>
    listFindings(transaction, { kind: 'duplicate', sort: 'name' }),
  )
  expect(
    found.map(({ personName, reasons, differenceDong, arrearsDong }) => [
      personName,
      reasons[0]?.vi,
      differenceDong,
      arrearsDong,
    ]),
  ).toEqual([
    [
      'Hồ Sỹ Dũng',
      'Cùng số căn cước, họ tên, ngày sinh với HO SY DUNG, xã Nghi Lộc; chi hai lần 540.000 đ một tháng, đã 3 tháng.',
      -540_000,
      -1_620_000,
    ],
    [
      'HO SY DUNG',
      'Cùng số căn cước, họ tên, ngày sinh với Hồ Sỹ Dũng, phường Vinh Phú; chi hai lần 540.000 đ một tháng, đã 3 tháng.',
      -540_000,
      -1_620_000,
    ],
  ])
  expect(found[0]).toMatchObject({
    nextStep: { vi: 'Đối chiếu hai hồ sơ, giữ một và dừng chi hồ sơ kia từ 12/2026' },
    dueOn: '2026-11-23',
  })
})
