import { beforeAll, expect, it } from 'vitest'
import { loadUnits } from '#jobs/units-table'
import { freshDatabase } from '#test/database'
import { Served } from '#test/served'

const database = await freshDatabase()
const served = new Served(database, 'web')

beforeAll(async () => {
  await loadUnits(database)
  await served.start()
})

async function send(fields: Record<string, string>) {
  const answer = await fetch(served.url('/toi-duoc-huong-gi'), {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { connection: 'close' },
  })
  return { answer, text: (await answer.text()).replaceAll('<!-- -->', '') }
}

it('offers the first question to who runs no scripts, and to nobody else', async () => {
  const text = await (await fetch(served.url('/toi-duoc-huong-gi'))).text()
  const [, within = ''] = /<noscript>(.*?)<\/noscript>/s.exec(text) ?? []
  expect(within).toContain('Ông/bà hỏi cho ai?')
  expect(text.replace(within, '')).not.toContain('<form method="post"')
})

it('works out each step for its sender alone, and writes no answer anywhere', async () => {
  const given = { 'da-about': 'elder', 'da-age': '76', 'da-living': 'family', 'da-disability': 'none' }
  const { answer, text } = await send({ ...given, 'da-insurance': 'none', cau: 'poverty', answer: 'none' })
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(text).toContain('Bác được hưởng mỗi tháng')
  expect(text).toContain('540.000 đ')
  const wrong = await send({ ...given, cau: 'age', answer: 'bảy sáu' })
  expect([wrong.answer.status, wrong.text.includes('Xin ghi tuổi (76)')]).toEqual([422, true])
  const { rows } = await database.pool.query(
    'select action, count(*)::integer from feedback.attempt group by 1',
  )
  expect(rows).toEqual([{ action: 'challenge', count: 2 }])
})

it('works nothing out for a network that sends without end', async () => {
  await database.pool.query(`insert into feedback.attempt (address_hash, action, at)
    select address_hash, action, at from (select * from feedback.attempt limit 1) as one, generate_series(1, 120)`)
  const { answer, text } = await send({ 'da-about': 'elder', cau: 'age', answer: '76' })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '600'])
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(text).toContain('Xin đợi mười phút')
  expect(text).toContain('name="da-age" value="76"')
  await database.pool.query('delete from feedback.attempt')
})
