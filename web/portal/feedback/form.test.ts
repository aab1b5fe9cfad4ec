import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import { countMessages, findFeedbackPicture, listMessages } from '#feedback'
import { loadUnits } from '#jobs/units-table'
import { today } from '#platform/clock'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { answerQuestion } from '#test/feedback-rows'
import { Served } from '#test/served'

const database = await freshDatabase()
const served = new Served(database, 'web')
const desk: Actor = {
  kind: 'officer',
  id: 'desk',
  name: 'Hoàng Thị Vân',
  role: 'provinceOfficer',
  unitUid: 'province',
  areas: ['*'],
  agency: 'provinceOffice',
}
const asDesk = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, desk, work)

beforeAll(async () => {
  await loadUnits(database)
  await served.start()
})

const typed = {
  fullName: 'Phan Thị Hồng Lĩnh',
  title: 'Trạm y tế đóng cửa',
  content: 'Hôm qua trạm y tế đóng cửa cả buổi sáng.',
  contact: '0912345678',
  placeUid: '16702@2025-07-01',
  place: 'Khối 3',
  mayPublish: 'yes',
}

/** The form as a browser without scripts sends it. */
async function send(
  fields: Record<string, string>,
  { cookie = '', file, path = '/gop-y' }: { cookie?: string; file?: Blob; path?: string },
) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  body.set('picture', file ?? new File([], ''), file ? 'anh.jpg' : '')
  const headers = { cookie, connection: 'close' }
  const answer = await fetch(served.url(path), { method: 'POST', body, headers, redirect: 'manual' })
  const text = (await answer.text()).replaceAll('<!-- -->', '')
  return { answer, text, cookies: answer.headers.getSetCookie().map((each) => each.split(';', 1)[0]) }
}

/** Asks for a question in words and answers it, as a person does: not at once. */
async function proven(fields: Record<string, string>): Promise<{ code: string; cookie: string }> {
  const { text, cookies } = await send({ ...fields, act: 'question' }, { path: '/en/gop-y' })
  const question = text.match(/id="code-hint">([^<]+)</)?.[1] ?? ''
  // The clock of a challenge is the database's row: set back instead of waiting.
  await database.pool.query(
    "update feedback.challenge set created_at = created_at - interval '4 seconds' where used_at is null",
  )
  return { code: String(answerQuestion(question)), cookie: cookies.join('; ') }
}

async function photograph(width: number): Promise<Blob> {
  const bytes = await sharp({ create: { width, height: 60, channels: 3, background: '#394' } })
    .jpeg()
    .toBuffer()
  return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' })
}

it('takes place, picture and consent without scripts, and leads to the receipt without its code in the address', async () => {
  const { code, cookie } = await proven(typed)
  const { answer } = await send(
    { ...typed, proofKind: 'question', code },
    { cookie, file: await photograph(90) },
  )
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/gop-y/da-nhan'])
  const given = answer.headers.getSetCookie().find((each) => each.startsWith('bien-nhan='))
  expect(given).toMatch(/^bien-nhan=GY-[2-9A-Z]{4}-[2-9A-Z]{4}; .*HttpOnly; SameSite=Lax/)
  const receipt = await fetch(served.url('/gop-y/da-nhan'), {
    headers: { cookie: given?.split(';', 1)[0] ?? '', connection: 'close' },
  })
  expect(receipt.headers.get('cache-control')).toBe('private, no-store')
  const told = (await receipt.text()).replaceAll('<!-- -->', '')
  for (const words of [given?.slice(10, 22) ?? '', 'Đang ở: Văn phòng UBND tỉnh', 'cách liên hệ đã ghi'])
    expect([words, told.includes(words)]).toEqual([words, true])
  expect(told).toMatch(/Hạn (trả lời|chuyển đến cơ quan có thẩm quyền): \d\d\/\d\d\/\d{4}/)
  const [message] = await asDesk((transaction) =>
    listMessages(transaction, { today: today(), limit: 1, offset: 0 }),
  )
  expect(message).toMatchObject({ placeUid: typed.placeUid, place: 'Khối 3', mayPublish: true })
  const picture = await asDesk((transaction) => findFeedbackPicture(transaction, message?.id ?? ''))
  expect(picture?.width).toBe(90)
})

it('keeps every word when something is wrong, and says that the picture must be chosen again', async () => {
  const { answer, text } = await send({ ...typed, title: '' }, { file: await photograph(90) })
  expect(answer.status).toBe(422)
  for (const kept of [
    'value="Phan Thị Hồng Lĩnh"',
    'value="0912345678"',
    'value="Khối 3"',
    'cả buổi sáng.</textarea>',
    '<option value="16702@2025-07-01" selected="">Vinh Phú',
    'name="mayPublish" checked=""',
  ])
    expect([kept, text.includes(kept)]).toEqual([kept, true])
  expect(text).toMatch(/<details class="more-fields" open="">/)
  expect(text).toContain('Xin chọn lại hình trước khi gửi')
})

it('goes the path its sender chose, without scripts, and comes back as it was chosen', async () => {
  const fields = { ...typed, title: 'Chọn đường riêng', about: 'child' }
  const wrong = await send({ ...fields, content: '' }, {})
  expect(wrong.text).toMatch(/name="about" checked="" value="child"|name="about" value="child" checked=""/)
  const { code, cookie } = await proven(fields)
  const { answer, cookies } = await send({ ...fields, proofKind: 'question', code }, { cookie })
  expect(answer.status).toBe(303)
  const seen = await asDesk((transaction) =>
    countMessages(transaction, { text: fields.title, today: today() }),
  )
  expect(seen).toBe(0)
  const headers = { cookie: cookies.join('; '), connection: 'close' }
  const receipt = await (await fetch(served.url('/gop-y/da-nhan'), { headers })).text()
  expect(receipt).toContain('Nếu trẻ đang gặp nguy hiểm, xin gọi 111')
  expect(receipt).not.toContain('Đang ở:')
})

it('knows that a picture was chosen when another question is asked for, though it was left behind', async () => {
  const headers = { connection: 'close' }
  const body = new URLSearchParams({ ...typed, picture: 'IMG_2034.jpg', act: 'question' })
  const answer = await fetch(served.url('/gop-y'), { method: 'POST', body, headers })
  expect(await answer.text()).toContain('Xin chọn lại hình trước khi gửi')
})

it('gives no endless questions to one network, and keeps what was written', async () => {
  const first = await send({ ...typed, act: 'question' }, {})
  expect(first.answer.status).toBe(200)
  await database.pool.query(`insert into feedback.attempt (address_hash, action, at)
    select address_hash, action, at from (select * from feedback.attempt where action = 'challenge' limit 1) as one,
      generate_series(1, 120)`)
  const { answer, text, cookies } = await send({ ...typed, act: 'question' }, {})
  expect([answer.status, answer.headers.get('retry-after'), cookies]).toEqual([429, '600', []])
  expect(text).toContain('Xin đợi mười phút')
  expect(text).toContain('cả buổi sáng.</textarea>')
  await database.pool.query('delete from feedback.attempt')
})

it('refuses what is no picture or too large with a sentence, and writes nothing', async () => {
  const before = await asDesk((transaction) => countMessages(transaction, { today: today() }))
  for (const [file, sentence] of [
    [new Blob(['<svg onload="alert(1)"/>']), 'không phải hình JPEG hay PNG'],
    [new Blob([new Uint8Array(9 * 1_048_576)]), 'lớn quá 8 MB'],
  ] as const) {
    const { code, cookie } = await proven(typed)
    const { answer, text } = await send({ ...typed, proofKind: 'question', code }, { cookie, file })
    expect([answer.status, text.includes(sentence)]).toEqual([422, true])
  }
  expect(await asDesk((transaction) => countMessages(transaction, { today: today() }))).toEqual(before)
})

it('ignores a commune that is none, and signs that nobody types', async () => {
  const fields = { ...typed, placeUid: "1' or 1=1", place: 'Khối\u0000 3' }
  const { code, cookie } = await proven(fields)
  const { answer } = await send({ ...fields, proofKind: 'question', code }, { cookie })
  expect(answer.status).toBe(303)
})
