import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { getTask, type Task } from '#directives'
import { today } from '#platform/clock'
import { type Actor, withActor } from '#platform/database'
import { openFiles } from '#platform/files'
import { freshDatabase } from '#test/database'
import { issued, people } from '#test/directive-rows'
import { actOnTask, readEvidence } from './task-acts.server.ts'
import { readTaskView } from './task-view.server.ts'

const database = await freshDatabase()
const folder = await mkdtemp(join(tmpdir(), 'an-sinh-evidence-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const files = openFiles(folder)
const { clerk, health, homeAffairs, leader } = people
const handed = '2026-06-15'
const begin = async () => (await issued(database, handed)) as [Task, Task, Task, Task, Task]
const fileOf = (id: number) => withActor(database, clerk, (tx) => getTask(tx, id, today()))

/** Sends a form of the task's page as this officer. */
async function send(actor: Actor, taskId: number, fields: Record<string, string | Blob>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value)
    else form.set(name, value, 'bang-chung.txt')
  }
  const evidence = await readEvidence(form, files)
  return withActor(database, actor, (tx) => actOnTask(tx, { taskId, form, evidence }))
}

describe('the forms of a task’s page', () => {
  it('report, ask for more time, grant it, attach, finish and confirm, each by who may', async () => {
    const [{ id }] = await begin()
    await send(clerk, id, {
      viec: 'gan',
      'gan-chi-so': 'right-person',
      'gan-dich': '97,5',
      'gan-ngay-dich': '31/12/2026',
    })
    const figure = { 'bao-cao-chi-so': 'right-person', 'bao-cao-so': '96,2', 'bao-cao-ngay': handed }
    await send(health, id, {
      viec: 'bao-cao',
      'bao-cao-noi-dung': 'Đã rà',
      'bao-cao-phan-tram': '60',
      ...figure,
    })
    await send(health, id, { viec: 'xin-han', 'xin-han-ngay': '31/12/2027', 'xin-han-ly-do': 'Chờ xã' })
    await send(clerk, id, { viec: 'cho-han', 'cho-han-quyet': 'cho', 'cho-han-ngay': '30/11/2027' })
    const text = new Blob(['Danh sách đã rà'])
    await send(health, id, { viec: 'minh-chung', 'minh-chung-ten': 'Danh sách', 'minh-chung-tep': text })
    await send(health, id, { viec: 'minh-chung', 'minh-chung-duong-dan': '/can-bo/nguoi' })
    await send(health, id, { viec: 'xong', 'xong-ghi-chu': 'Đã rà xong 130 xã' })
    await expect(send(health, id, { viec: 'nhan' })).rejects.toMatchObject({ code: 'notReceiver' })
    await send(clerk, id, { viec: 'tra', 'tra-ly-do': 'Thiếu danh sách' })
    await send(health, id, { viec: 'xong', 'xong-ghi-chu': 'Đã bổ sung' })
    await send(clerk, id, { viec: 'nhan' })
    const file = await fileOf(id)
    expect(file.task).toMatchObject({ status: 'done', dueOn: '2027-11-30', originalDueOn: '2026-07-20' })
    expect(file.reports).toMatchObject([{ percent: 60, figure: { value: 96.2 } }])
    expect(file.evidence).toMatchObject([
      { kind: 'file', title: 'Danh sách', file: { fileName: 'bang-chung.txt' } },
      { kind: 'link', href: '/can-bo/nguoi' },
    ])
    expect(file.metrics).toMatchObject([{ goal: { value: 97.5, on: '2026-12-31' } }])
  })

  it('split, hand over, ask opinions and hand proposals on, and take their answers', async () => {
    const [, , { id }, ambiguous] = await begin()
    await send(homeAffairs, id, {
      ...{ viec: 'chia', 'chia-0-viec': 'Lập danh mục', 'chia-0-chu-tri': 'dpHomeAffairs' },
      ...{ 'chia-1-viec': 'Bố trí kinh phí', 'chia-1-chu-tri': 'dpFinance', 'chia-1-han': '30/12/2026' },
    })
    await send(clerk, ambiguous.id, {
      viec: 'chuyen',
      'chuyen-den': 'dpAgriculture',
      'chuyen-ly-do': 'Giảm nghèo',
    })
    await send(homeAffairs, id, {
      viec: 'hoi',
      'hoi-co-quan': 'dpHealth',
      'hoi-noi-dung': 'Có đồng ý?',
      'hoi-ngay': '3',
    })
    const [opinion] = (await fileOf(id)).opinions
    const prefix = `y-kien-${opinion?.id}`
    await send(health, id, {
      ...{ viec: 'y-kien', 'y-kien-so': String(opinion?.id) },
      ...{ [`${prefix}-la`]: 'disagrees', [`${prefix}-noi-dung`]: 'Chưa đủ hồ sơ' },
    })
    await send(clerk, id, {
      viec: 'kien-nghi',
      'kien-nghi-noi-dung': 'Thêm biên chế',
      'kien-nghi-co-quan': 'dpHealth',
    })
    const [proposal] = (await fileOf(id)).proposals
    await send(health, id, {
      ...{ viec: 'tra-loi', 'tra-loi-so': String(proposal?.id) },
      ...{ [`tra-loi-${proposal?.id}-la`]: 'partly', [`tra-loi-${proposal?.id}-noi-dung`]: 'Hai người' },
    })
    const file = await fileOf(id)
    expect(file.parts.map(({ lead, dueOn }) => [lead, dueOn])).toEqual([
      ['dpHomeAffairs', undefined],
      ['dpFinance', '2026-12-30'],
    ])
    expect(file.opinions).toMatchObject([{ stance: 'disagrees', answer: 'Chưa đủ hồ sơ', workingDays: 3 }])
    expect(file.proposals).toMatchObject([{ outcome: 'partly', answer: 'Hai người' }])
    expect((await fileOf(ambiguous.id)).task.lead).toBe('dpAgriculture')
  })

  it('say which fields are wrong and do nothing then', async () => {
    const [{ id }] = await begin()
    const wrong = [
      [{ viec: 'bao-cao', 'bao-cao-phan-tram': '140' }, { 'bao-cao-phan-tram': 'notAPercent' }],
      [{ viec: 'xin-han', 'xin-han-ly-do': 'x' }, { 'xin-han-ngay': 'needDay' }],
      [{ viec: 'xin-han', 'xin-han-ngay': '31/2/2026' }, { 'xin-han-ngay': 'notADay' }],
      [{ viec: 'hoi', 'hoi-noi-dung': 'x' }, { 'hoi-co-quan': 'needAgency' }],
      [{ viec: 'chia' }, { 'chia-0-viec': 'needParts' }],
      [{ viec: 'chia', 'chia-0-viec': 'x' }, { 'chia-0-chu-tri': 'needAgency' }],
      [{ viec: 'minh-chung' }, { 'minh-chung-ten': 'needEvidence' }],
    ] as const
    for (const [fields, problems] of wrong) expect(await send(health, id, fields)).toEqual(problems)
    const unknown = await send(health, id, { viec: 'constructor' }).catch((error: unknown) => error)
    expect(unknown).toMatchObject({ status: 400 })
    const { reports, extensions, opinions, parts, evidence } = await fileOf(id)
    expect([reports, extensions, opinions, parts, evidence].flat()).toEqual([])
  })
})

it('a page of a task names every agency it speaks of, and offers nobody what is not theirs', async () => {
  const [{ id }] = await begin()
  const seen = (actor: Actor) =>
    withActor(database, actor, (tx) => readTaskView(tx, id, { today: day(handed), unitUid: 'province' }))
  const [ofHealth, ofLeader, ofClerk] = [await seen(health), await seen(leader), await seen(clerk)]
  expect(ofHealth.names).toMatchObject({
    dpHealth: { vi: 'Sở Y tế' },
    provinceOffice: { vi: 'Văn phòng UBND tỉnh' },
  })
  expect(ofHealth.workingDays).toBe(25)
  expect(ofHealth.actions).toContain('report')
  expect(ofHealth.actions).not.toContain('accept')
  expect(ofLeader.actions).toEqual([])
  expect(ofClerk.actions).not.toContain('report')
  expect(ofClerk.actions).toContain('handOver')
})
