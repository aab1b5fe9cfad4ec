import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { markSatisfaction, withdrawConsent } from '#feedback'
import { now } from '#platform/clock'
import { withActor } from '#platform/database'
import { plantAnswer } from '#test/answered-feedback'
import { freshDatabase } from '#test/database'
import { plantUnits } from '#test/feedback-rows'
import { Served } from '#test/served'

const database = await freshDatabase()
const served = new Served(database, 'web')
const citizen = { kind: 'citizen' } as const
const receipts: string[] = []

beforeAll(async () => {
  await plantUnits(database)
  for (const [title, answer] of [
    ['Trợ cấp hưu trí xã hội chi chậm', 'Từ tháng 12, phường chi trước ngày 10 hằng tháng.'],
    [
      'Thủ tục xin xác định mức độ khuyết tật',
      `Ông/bà nộp đơn ở xã. ${'Hội đồng họp mỗi tháng. '.repeat(30)}`,
    ],
  ] as const) {
    const told = { content: 'Xin hỏi cơ quan về việc này ạ.', mayPublish: true, now: now() }
    receipts.push((await plantAnswer(database, { ...told, title, answer, isPublished: true })).receipt)
  }
  await served.start()
})

async function ask(path: string, init: RequestInit = {}) {
  const answer = await fetch(served.url(path), { ...init, headers: { connection: 'close' } })
  const text = (await answer.text()).replaceAll('<!-- -->', '')
  return { status: answer.status, text, headers: answer.headers }
}
const follow = (path: string, contact: string) =>
  ask(path, { method: 'POST', body: new URLSearchParams({ contact }) })

describe('published answers', () => {
  it('are listed with day, area and authority, the newest first, and lead to each whole', async () => {
    const { text, headers } = await ask('/gop-y/tra-loi')
    expect(headers.get('cache-control')).toBe('public, max-age=30')
    expect(text.indexOf('/gop-y/tra-loi/2"')).toBeLessThan(text.indexOf('/gop-y/tra-loi/1"'))
    expect(text).toContain('2 câu trả lời')
    expect(text).toMatch(/Bảo trợ xã hội[^<]+ · Sở Y tế trả lời ngày \d\d\/\d\d\/\d{4}/)
    expect(text).toMatch(/Hội đồng họp mỗi…/)
    const one = await ask('/en/gop-y/tra-loi/1')
    expect(one.text).toContain('Từ tháng 12, phường chi trước ngày 10 hằng tháng.')
    expect(one.text).toContain('"@type":"QAPage"')
    expect(one.text).toContain('Answered by')
  })

  it('are found by words without tones and by area, and what is not there is said with a way on', async () => {
    const found = await ask('/gop-y/tra-loi?q=huu+tri')
    expect([found.text.includes('/gop-y/tra-loi/1"'), found.text.includes('/gop-y/tra-loi/2"')]).toEqual([
      true,
      false,
    ])
    expect((await ask('/gop-y/tra-loi?linh-vuc=socialAssistance')).text).toContain('2 câu trả lời')
    const none = await ask('/gop-y/tra-loi?linh-vuc=merit')
    expect([none.status, none.text.includes('Không có câu trả lời nào như vậy.')]).toEqual([200, true])
    expect((await ask('/gop-y/tra-loi?linh-vuc=khong-co')).text).toContain('2 câu trả lời')
    expect((await ask('/gop-y/tra-loi?trang=2')).status).toBe(404)
    const strange = await ask(`/gop-y/tra-loi?q=${encodeURIComponent('"><script>%_')}`)
    expect([strange.status, strange.text.includes('"><script>%')]).toEqual([200, false])
  })

  it('are none beyond those that were published', async () => {
    for (const id of ['3', '0', '1.5', 'x', '99999999999'])
      expect([id, (await ask(`/gop-y/tra-loi/${id}`)).status]).toEqual([id, 404])
    expect((await follow('/gop-y/tra-loi/3', '0912345678')).status).toBe(404)
    expect((await follow('/gop-y/tra-loi/x', '0912345678')).status).toBe(404)
  })

  it('can be followed by telephone; e-mail needs a mailbox, and five tries are enough', async () => {
    await database.pool.query('delete from feedback.attempt')
    const done = await follow('/gop-y/tra-loi/1', '0912 345 678')
    expect([done.status, done.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(done.text).toContain('Đã ghi. Ông/bà được báo khi có tin mới.')
    expect((await follow('/gop-y/tra-loi/1', 'linh@example.com')).text).toContain('chưa nối hộp thư')
    const wrong = await follow('/gop-y/tra-loi/1', 'gọi tôi nhé')
    expect([wrong.status, wrong.text.includes('value="gọi tôi nhé"')]).toEqual([422, true])
    const { rows } = await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
      sql`select contact from feedback.follower`.execute(transaction),
    )
    expect(rows).toEqual([{ contact: '0912 345 678' }])
    for (let count = 0; count < 2; count++) await follow('/gop-y/tra-loi/1', '0912 345 678')
    expect((await follow('/gop-y/tra-loi/1', '0912 345 678')).status).toBe(429)
  })

  it('stand beside how each authority answers, without a mean of few marks', async () => {
    await withActor(database, citizen, (transaction) =>
      markSatisfaction(transaction, { receiptCode: receipts[0] ?? '', mark: 5, now: now() }),
    )
    const rowOf = async () => {
      const { text } = await ask('/gop-y/tra-loi?q=')
      return text.match(/<b>Sở Y tế<\/b>.*?<\/tr>/s)?.[0] ?? ''
    }
    // Two messages are too few to be told of.
    expect((await rowOf()).match(/>ẩn</g)).toHaveLength(3)
    const told = {
      content: 'Xin hỏi cơ quan về việc này ạ.',
      answer: 'Phường đã làm xong việc này.',
      now: now(),
    }
    for (const which of ['ba', 'tư', 'năm'])
      await plantAnswer(database, { ...told, title: `Câu hỏi thứ ${which}` })
    const row = await rowOf()
    expect(row.match(/data-l="([^"]+)">/g)).toHaveLength(4)
    expect(row).toContain('100,0\u00A0%')
    expect(row).toContain('chưa đủ người chấm')
  })

  it('answer 410 with the day and the reason once taken back', async () => {
    await withActor(database, citizen, (transaction) =>
      withdrawConsent(transaction, { receiptCode: receipts[1] ?? '', now: now() }),
    )
    const { status, text, headers } = await ask('/gop-y/tra-loi/2')
    expect([status, headers.get('cache-control')]).toEqual([410, 'private, no-store'])
    expect(text).toContain('Người gửi không còn đồng ý công khai')
    expect(text).not.toContain('khuyết tật')
  })
})
