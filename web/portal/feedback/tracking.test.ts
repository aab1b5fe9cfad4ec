import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '#platform/clock'
import { withActor } from '#platform/database'
import { plantAnswer } from '#test/answered-feedback'
import { freshDatabase } from '#test/database'
import { plantFeedback, plantUnits } from '#test/feedback-rows'
import { Served } from '#test/served'
import { readReceiptCode } from './track.server.ts'

const database = await freshDatabase()
const served = new Served(database, 'web')
const machine = { kind: 'system', job: 'test' } as const
const answer = 'Sở đã yêu cầu phường chi bổ sung 40.000 đồng trong tháng 12.'

beforeAll(async () => {
  await plantUnits(database)
  await served.start()
})

async function post(fields: Record<string, string>, path = '/gop-y/tra-cuu') {
  const body = new URLSearchParams(fields)
  const headers = { connection: 'close' }
  const got = await fetch(served.url(path), { method: 'POST', body, headers, redirect: 'manual' })
  return { status: got.status, headers: got.headers, text: (await got.text()).replaceAll('<!-- -->', '') }
}

/** The tries of the hour begin anew: every test here comes from one address. */
const forgiven = () => database.pool.query('delete from feedback.attempt')

describe('a receipt code', () => {
  it('is read however people type it, and anything else stays what it is', () => {
    for (const typed of ['GY-7K2M-9QXA', 'gy 7k2m 9qxa', ' gy7k2m9qxa', '7K2M–9QXA'])
      expect(readReceiptCode(typed)).toBe('GY-7K2M-9QXA')
    for (const typed of ['', 'GY', 'GY-7K2M-9QXA-2', '’; drop table'])
      expect(readReceiptCode(typed)).toBe(typed.trim())
  })

  it('that is none and one that is written wrong are told apart by nothing', async () => {
    const [none, wrong] = [await post({ ma: 'GY-2222-2222' }), await post({ ma: 'abc' })]
    expect([none.status, wrong.status]).toEqual([422, 422])
    for (const { text, headers } of [none, wrong]) {
      expect(text).toContain('Không có ý kiến nào mang mã này')
      expect(headers.getSetCookie()).toEqual([])
    }
  })

  it('cannot be guessed: after thirty tries an address has to wait, by form and by cookie alike', async () => {
    await forgiven()
    const tries = await Promise.all(Array.from({ length: 31 }, () => post({ ma: 'GY-2222-2222' })))
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(1)
    const byCookie = await fetch(served.url('/gop-y/tra-cuu'), {
      headers: { cookie: 'bien-nhan=GY-3333-3333', connection: 'close' },
    })
    expect([byCookie.status, await byCookie.text()]).toEqual([
      429,
      expect.stringMatching(/Xin thử lại sau \d\d:\d\d/),
    ])
    await forgiven()
  })
})

describe('a message looked up', () => {
  it('says where it is, since when, by when and by which article, and leaves its code in no address', async () => {
    const code = await plantFeedback(database, {
      title: 'Chi trả chậm hai tháng',
      content: 'Trợ cấp của tôi chậm hai tháng, mong cơ quan xem giúp.',
      now: now(),
    })
    const { status, headers, text } = await post({ ma: code.toLowerCase(), act: 'look' })
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('set-cookie')).toMatch(new RegExp(`^bien-nhan=${code}; .*HttpOnly`))
    for (const words of [
      'Đã nhận, đang phân loại',
      'Văn phòng UBND tỉnh giữ từ',
      'Chuyển đến cơ quan có thẩm quyền</b>: hạn ',
      'NĐ 20/2008',
      'Cổng nhận ý kiến',
      'Chi trả chậm hai tháng',
    ])
      expect([words, text.includes(words)]).toEqual([words, true])
    expect(text).toContain('Tra cứu một mã khác')
    expect(text).not.toMatch(new RegExp(`(href|action|src)="[^"]*${code}`))
    const english = await post({ ma: code }, '/en/gop-y/tra-cuu')
    expect(english.text).toContain('Received, being sorted')
  })

  it('comes back by the cookie, until it is forgotten on this machine', async () => {
    const code = await plantFeedback(database, {
      title: 'Hỏi về hồ sơ',
      content: 'Hồ sơ của mẹ tôi đã nộp từ tháng trước.',
      now: now(),
    })
    const headers = { cookie: `bien-nhan=${code}`, connection: 'close' }
    expect(await (await fetch(served.url('/gop-y/tra-cuu'), { headers })).text()).toContain('Hỏi về hồ sơ')
    const forgotten = await post({ act: 'forget' })
    expect([forgotten.status, forgotten.headers.get('set-cookie')]).toEqual([
      303,
      expect.stringContaining('bien-nhan=; Path=/; Max-Age=0'),
    ])
  })

  it('of a reserved path says that it is with named officers and not a word more', async () => {
    const code = await plantFeedback(database, {
      title: 'Tố cáo cán bộ nhận tiền',
      content: 'Tôi tố cáo ông trưởng thôn nhận hối lộ khi lập danh sách hộ nghèo.',
      now: now(),
    })
    const { text } = await post({ ma: code })
    expect(text).toContain('Người được giao riêng đang xem xét')
    expect(text).not.toContain('Nếu trẻ đang gặp nguy hiểm')
    for (const silent of ['Thanh tra', 'giữ từ', 'NĐ 20/2008', 'name="contact"', 'value="withdraw"'])
      expect([silent, text.includes(silent)]).toEqual([silent, false])
  })
})

describe('an answered message', () => {
  const told = { content: 'Mẹ tôi nhận thiếu 40.000 đồng.', mayPublish: true, answer, now: now() }

  it('shows its answer, takes one mark, and shows officers nobody’s', async () => {
    const { receipt } = await plantAnswer(database, { ...told, title: 'Chi thiếu tháng 11' })
    const shown = await post({ ma: receipt })
    for (const words of [answer, 'Đã trả lời', 'Rất không hài lòng', 'Đề nghị xem lại'])
      expect([words, shown.text.includes(words)]).toEqual([words, true])
    const none = await post({ ma: receipt, act: 'mark' })
    expect([none.status, none.text.includes('số từ 1 đến 5')]).toEqual([422, true])
    const marked = await post({ ma: receipt, act: 'mark', mark: '4', comment: 'Cảm ơn' })
    expect(marked.text).toContain('Ông/bà đã chấm: Hài lòng.')
    expect((await post({ ma: receipt, act: 'mark', mark: '1' })).status).toBe(422)
  })

  it('is reopened with a reason, and the reason that is too short stays in its field', async () => {
    const { receipt } = await plantAnswer(database, { ...told, title: 'Vẫn chi thiếu' })
    const short = await post({ ma: receipt, act: 'reopen', reason: 'chưa' })
    expect([short.status, short.text.includes('>chưa</textarea>')]).toEqual([422, true])
    const again = await post({ ma: receipt, act: 'reopen', reason: 'Tháng này vẫn chi thiếu như trước.' })
    expect(again.text).toContain('Ông/bà đề nghị xem lại, chuyển lên Văn phòng UBND tỉnh')
    expect(again.text).not.toContain(answer)
  })

  it('is followed by telephone where there is no mailbox, and says so of e-mail', async () => {
    const { receipt, id } = await plantAnswer(database, { ...told, title: 'Theo dõi' })
    const mail = await post({ ma: receipt, act: 'follow', contact: 'linh@example.com' })
    expect([mail.status, mail.text.includes('chưa nối hộp thư')]).toEqual([422, true])
    await post({ ma: receipt, act: 'follow', contact: '0912 345 678' })
    const followers = await withActor(database, machine, async (transaction) => {
      const { rows } = await sql`select contact from feedback.follower where message_id = ${id}`.execute(
        transaction,
      )
      return rows
    })
    expect(followers).toEqual([{ contact: '0912 345 678' }])
  })

  it('loses its public answer the moment its sender takes back the consent', async () => {
    const { receipt } = await plantAnswer(database, { ...told, title: 'Đã đăng', isPublished: true })
    expect((await post({ ma: receipt })).text).toMatch(/href="\/gop-y\/tra-loi\/\d+"/)
    const withdrawn = await post({ ma: receipt, act: 'withdraw' })
    expect(withdrawn.text).toContain('Ý kiến và câu trả lời không được đăng.')
    expect(withdrawn.text).not.toContain('/gop-y/tra-loi/')
  })
})
