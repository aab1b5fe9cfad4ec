import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { findMessages, type Handler, listMessages } from '#feedback'
import { now } from '#platform/clock'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { plantFeedback, plantUnits } from '#test/feedback-rows'
import { actOnMessage } from './act.server.ts'

const database = await freshDatabase()
const officer = (id: string, agency: string, areas: string[]): Handler => ({
  ...{ kind: 'officer', id, name: id, agency, role: 'provinceOfficer', unitUid: 'province', areas },
})
const desk = officer('van', 'provinceOffice', ['*'])
const inspector = officer('khanh', 'provinceInspectorate', ['denunciation'])
const vinhPhu = '16702@2025-07-01'

beforeAll(() => plantUnits(database))

async function received(title: string): Promise<string> {
  await plantFeedback(database, { title, content: 'Mong cơ quan xem xét và trả lời giúp tôi.', now: now() })
  const [message] = await withActor(database, desk, (transaction) =>
    listMessages(transaction, { text: title, today: day('2026-11-23'), limit: 1, offset: 0 }),
  )
  return message?.id ?? ''
}

function press(by: Handler, id: string, fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return actOnMessage({ database, actor: by }, by, id, form)
}

const stands = async (by: Handler, id: string) =>
  (await withActor(database, by, (transaction) => findMessages(transaction, [id])))[0]

describe('a new message', () => {
  it('is classified and sent where its area and its place lead, in one form pressed twice', async () => {
    const id = await received('Trợ cấp chi chậm')
    const fields = {
      viec: 'classifyAndSend',
      khoa: 'classify-12345678',
      loai: 'question',
      'linh-vuc': 'merit',
      noi: vinhPhu,
    }
    for (let time = 0; time < 2; time++) await press(desk, id, { ...fields, 'co-quan': '', xa: '' })
    expect(await stands(desk, id)).toMatchObject({
      ...{ state: 'sent', kind: 'question', area: 'merit', agency: 'communeCommittee', unitUid: vinhPhu },
    })
  })

  it('is sent to whom the officer chose instead', async () => {
    const id = await received('Hỏi về việc làm')
    await press(desk, id, { viec: 'classifyAndSend', loai: 'question', 'co-quan': 'dpHomeAffairs', xa: '' })
    expect(await stands(desk, id)).toMatchObject({ state: 'sent', agency: 'dpHomeAffairs', unitUid: null })
  })

  it('that is called a denunciation is gone at once and sent to nobody else', async () => {
    const id = await received('Chuyện ở thôn')
    const fields = { viec: 'classifyAndSend', loai: 'denunciation', 'co-quan': 'dpHealth', xa: '' }
    expect(await press(desk, id, fields)).toEqual({ ok: true, hasGone: true })
    expect(await stands(inspector, id)).toMatchObject({
      path: 'denunciation',
      agency: 'provinceInspectorate',
    })
    await press(inspector, id, {
      ...{ viec: 'refer', 'noi-nhan': 'communePolice', xa: vinhPhu, 'ly-do': 'Có dấu hiệu tội phạm' },
    })
    await press(inspector, id, {
      ...{ viec: 'close', 'bao-nguoi-gui': 'referred', 'ly-do': 'Công an xã đã tiếp nhận' },
    })
    expect(await stands(inspector, id)).toMatchObject({ state: 'closed', ending: 'referred' })
  })

  it('of a complaint takes what was ticked, and refuses a complex case without its reason', async () => {
    const id = await received('Khiếu nại mức hưởng')
    const fields = { viec: 'classify', loai: 'complaint', lan: 'second', 'vung-xa': '1', 'phuc-tap': '1' }
    await expect(press(desk, id, fields)).rejects.toThrow('ghi căn cứ')
    await press(desk, id, { ...fields, 'phuc-tap-vi': 'Phải xác minh ở ba xã' })
    expect(await stands(desk, id)).toMatchObject({ instance: 'second', isRemote: true, isComplex: true })
  })
})
