import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { withdrawConsent } from '#feedback'
import { now } from '#platform/clock'
import { withActor } from '#platform/database'
import { seedProcedures, seedPublishing } from '#publishing'
import { plantAnswer } from '#test/answered-feedback'
import { freshDatabase } from '#test/database'
import { plantUnits } from '#test/feedback-rows'
import { listItems } from './items.server.ts'
import { feeds } from './names.ts'

const database = await freshDatabase()
let receipt = ''

function items(name: string, lang: 'vi' | 'en' = 'vi') {
  const of = feeds.find((each) => each.name === name)
  if (!of) throw new Error(`There is no feed ${name}`)
  return listItems(database.query, of, lang)
}

beforeAll(async () => {
  await plantUnits(database)
  await withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
    await seedPublishing(transaction)
    await seedProcedures(transaction, day('2026-11-23'))
  })
  const told = { content: 'Xin hỏi cơ quan về việc này ạ.', mayPublish: true, now: now() }
  const long = `Ông/bà nộp đơn ở xã.\n${'Hội đồng họp mỗi tháng. '.repeat(30)}`
  const title = 'Xin xác định mức độ khuyết tật'
  receipt = (await plantAnswer(database, { ...told, title, answer: long, isPublished: true })).receipt
  await plantAnswer(database, { ...told, title: 'Chưa cho công khai', answer: long })
})

describe('what a feed tells of', () => {
  it('is articles of its kind, in the language of the reader where they have it', async () => {
    expect((await items('thu-tuc', 'en')).length).toBeGreaterThan(3)
    expect((await items('bai-viet')).map(({ path }) => path)).toEqual([
      '/bai-viet/thong-bao-440-dung-doi-tuong-du-che-do-kip-thoi',
    ])
  })

  it('is answers that were published, by their beginning, until the sender takes the consent back', async () => {
    const [answer, ...others] = await items('hoi-dap')
    expect(others).toEqual([])
    expect(answer).toMatchObject({ path: '/gop-y/tra-loi/1', title: 'Xin xác định mức độ khuyết tật' })
    expect(answer?.lead).toMatch(/^Ông\/bà nộp đơn ở xã\. Hội đồng .+ …$/)
    expect(answer?.lead.length).toBeLessThan(310)
    await withActor(database, { kind: 'citizen' }, (transaction) =>
      withdrawConsent(transaction, { receiptCode: receipt, now: now() }),
    )
    expect(await items('hoi-dap')).toEqual([])
  })
})
