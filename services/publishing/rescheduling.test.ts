import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Database, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { findArticle } from './articles.ts'
import { paragraph } from './blocks/index.ts'
import { approveManuscript, publishDue, rescheduleManuscript, submitManuscript } from './deciding.ts'
import { findManuscript } from './listing.ts'
import { beginManuscript, saveManuscript } from './writing.ts'

const officer = (id: string): Actor => ({
  kind: 'officer',
  ...{ id, name: id, role: 'provinceOfficer', unitUid: 'province', areas: ['*'] },
})
const [van, minh] = [officer('van'), officer('minh')]
const now = new Date('2026-11-23T02:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)

let database: Database
let keys = 0
const key = () => `reschedule-${++keys}`
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

beforeAll(async () => {
  database = await freshDatabase()
})

/** A text of Vân that Minh approved, to be shown in two days. */
async function waiting(title: string): Promise<number> {
  const id = await as(van, (t) => beginManuscript(t, { actor: van, kind: 'article', title, key: key() }))
  const draft = await as(van, (t) => findManuscript(t, id))
  const content = { ...draft?.content, lead: 'Lời dẫn', body: [paragraph('Nội dung.')] }
  await as(van, (t) => saveManuscript(t, { id, version: draft?.version ?? 0, content }))
  await as(van, (t) => submitManuscript(t, { id, version: (draft?.version ?? 0) + 1, key: key() }))
  const approval = { id, actor: minh, key: key(), now, publishAt: inDays(2) }
  expect(await as(minh, (t) => approveManuscript(t, approval))).toEqual({ ok: true })
  return id
}

describe('a text that waits for its hour', () => {
  it('is shown at another hour, once that comes', async () => {
    const id = await waiting('Đổi giờ')
    const asked = { id, actor: minh, key: key(), now, publishAt: inDays(5) }
    for (const _ of [1, 2])
      expect(await as(minh, (t) => rescheduleManuscript(t, asked))).toEqual({ ok: true })
    expect(await as(minh, (t) => publishDue(t, inDays(3)))).toBe(0)
    expect(await as(van, (t) => findManuscript(t, id))).toMatchObject({ publishAt: inDays(5) })
    expect(await as(minh, (t) => publishDue(t, inDays(5)))).toBe(1)
    expect(await findArticle(database.query, 'doi-gio', 'vi')).toBeDefined()
  })

  it('is shown at once where no hour is given', async () => {
    const id = await waiting('Đăng ngay')
    const asked = { id, actor: minh, key: key(), now }
    expect(await as(minh, (t) => rescheduleManuscript(t, asked))).toEqual({ ok: true })
    expect(await findArticle(database.query, 'dang-ngay', 'vi')).toMatchObject({ publishedAt: now })
    expect(await as(minh, (t) => rescheduleManuscript(t, { ...asked, key: key() }))).toEqual({
      ...{ ok: false, because: 'wrongState' },
    })
  })

  it('has its hour changed by who may approve it, not by who wrote it', async () => {
    const id = await waiting('Người viết')
    const asked = { id, actor: van, key: key(), now }
    expect(await as(van, (t) => rescheduleManuscript(t, asked))).toEqual({ ok: false, because: 'ownText' })
  })
})
