import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '#calendar'
import { listPairs } from '#deduplication'
import { listPreview, listRemarks, readRecipientList } from '#intake'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { createLog } from '#platform/log'
import { openQueue, type Queue } from '#platform/queue'
import { recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { stage } from './import-list.ts'
import { linkJob, workOnLinking } from './link-records.ts'
import type { ListTask } from './list-work.ts'
import { previewStaged } from './preview-list.ts'
import { readUnitsTable } from './units-table.ts'
import { workOnLists } from './work-on-lists.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const officer = (id: string, unitUid: string, role = 'communeOfficer'): Actor => ({
  kind: 'officer',
  id,
  name: id,
  role,
  unitUid,
  areas: ['*'],
})
const [ours, theirs] = [officer('lan', '16702@2025-07-01'), officer('bao', '17827@2025-07-01')]
const number = '040150001234'
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
let queue: Queue

beforeAll(async () => {
  await as({ kind: 'system', job: 'test' }, async (transaction) =>
    recordUnits(transaction, await readUnitsTable()),
  )
  const log = createLog('silent')
  queue = await openQueue(database, log)
  const background = { database, queue, log, today: () => today }
  await workOnLists(background)
  await workOnLinking(background, () => new Date('2026-11-23T00:00:00Z'))
})
afterAll(() => queue.stop())

/** Waits for so many searches for people recorded twice to be done, and for no other to be under way. */
async function searches(count: number): Promise<void> {
  await expect
    .poll(async () => (await queue.list({ name: linkJob })).map(({ state }) => state), { timeout: 20_000 })
    .toEqual(Array(count).fill('done'))
}

async function bring(actor: Actor, name: string, citizenId: string) {
  const rows = [
    ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 9/2026'],
    ['Họ và tên', 'Ngày sinh', 'Số định danh'],
    [name, '01/03/1950', citizenId],
  ]
  const reading = readRecipientList({ name: 'Danh sách', rows }, { today })
  const fileHash = `${actor.kind === 'officer' && actor.id} ${name}`
  const { id: fileId } = await stage(database, actor, { fileName: 'a.xlsx', fileHash, reading })
  await previewStaged(database, actor, fileId, { today })
  const [promised] = await as(actor, (transaction) => listPreview(transaction, fileId, { limit: 9 }))
  const jobId = await queue.send<ListTask>('import', { is: 'import', fileId, actor })
  while ((await queue.find(jobId))?.state !== 'done') await sleep(20)
  const [written] = await as(actor, (transaction) => listRemarks(transaction, fileId))
  expect(promised?.remarks).toEqual(written?.remarks ?? [])
  return { state: promised?.state, personId: written?.personId, remarks: written?.remarks ?? [] }
}

it('two communes that list one number: the second is told so and no more, and the two are compared at once', async () => {
  await searches(1)
  expect(await bring(theirs, 'Vi Thị Hoa', number)).toMatchObject({ state: 'new', remarks: [] })
  const second = await bring(ours, 'Vi Thị Hoà', number)
  expect(second).toMatchObject({
    state: 'new',
    remarks: [{ vi: expect.stringContaining(`Số ${number} cũng đang có ở một hồ sơ do đơn vị khác giữ`) }],
  })
  expect(second.remarks[0]?.vi).not.toMatch(/Vi Thị|hồ sơ \d/)
  await searches(2)
  const province = officer('tinh', 'province', 'provinceOfficer')
  const pairs = await as(province, (transaction) => listPairs(transaction, { limit: 9 }))
  expect(pairs.map(({ recordB }) => recordB)).toEqual([second.personId])
  expect(await as(ours, (transaction) => listPairs(transaction, { limit: 9 }))).toEqual([])
})

it('a number nobody else bears begins no search', async () => {
  expect(await bring(ours, 'Lô Văn Sáu', '040150001243')).toMatchObject({ state: 'new', remarks: [] })
  await searches(2)
})
