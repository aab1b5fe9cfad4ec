import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Database, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { findArticle } from './articles.ts'
import { blockLimits, isSafeAddress, paragraph } from './blocks/index.ts'
import { contentSchema, emptyContent } from './content.ts'
import { approveManuscript, refuseManuscript, submitManuscript, takeBackManuscript } from './deciding.ts'
import { listRevisions } from './history.ts'
import { findManuscript } from './listing.ts'
import { restoreArticle, withdrawArticle } from './withdrawing.ts'
import { beginManuscript, beginTranslation, saveManuscript } from './writing.ts'

const officer = (id: string, role = 'provinceOfficer'): Actor => ({
  kind: 'officer',
  ...{ id, name: id, role, unitUid: 'province', areas: ['*'] },
})
const [van, minh, thu] = [officer('van'), officer('minh'), officer('thu')]
const hoa = officer('hoa', 'leader')
const now = new Date('2026-11-23T02:00:00Z')

let database: Database
let keys = 0
const key = () => `tricked-${++keys}`
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

beforeAll(async () => {
  database = await freshDatabase()
})

/** A text of Vân with this lead, handed in. */
async function handedIn(title: string, lead: string) {
  const id = await as(van, (t) => beginManuscript(t, { actor: van, kind: 'article', title, key: key() }))
  await rewrite(id, lead)
  return id
}

async function rewrite(id: number, lead: string, english?: { title: string }): Promise<void> {
  const draft = await as(van, (t) => findManuscript(t, id))
  const { version = 0, content } = draft ?? {}
  const words = { ...content, lead, body: [paragraph(english ? 'The body.' : 'Nội dung.')], ...english }
  const saved = await as(van, (t) => saveManuscript(t, { id, version, content: words }))
  const handed = { id, version: saved.ok ? saved.version : 0, key: key() }
  expect(await as(van, (t) => submitManuscript(t, handed))).toEqual({ ok: true })
}

const decided = (id: number) => ({ id, actor: minh, key: key(), now })
const moved = (id: number) => ({ ...decided(id), reason: 'Số liệu sai' })

describe('who decides with an old page before them', () => {
  it('neither approves nor sends back words that they have not read', async () => {
    const id = await handedIn('Đổi sau lưng', 'Lời đã đọc')
    const [read] = await as(minh, (t) => listRevisions(t, id))
    await as(van, (t) => takeBackManuscript(t, { id, key: key() }))
    await rewrite(id, 'Lời đổi trộm')
    const old = { ...decided(id), revision: read?.number }
    expect(await as(minh, (t) => approveManuscript(t, old))).toEqual({ ok: false, because: 'readAgain' })
    expect(await as(minh, (t) => refuseManuscript(t, { ...old, reason: 'Sai' }))).toEqual({
      ok: false,
      because: 'readAgain',
    })
    expect(await findArticle(database.query, 'doi-sau-lung', 'vi')).toBeUndefined()
    const again = { ...decided(id), revision: (read?.number ?? 0) + 1 }
    expect(await as(minh, (t) => approveManuscript(t, again))).toEqual({ ok: true })
  })
})

describe('an article that was withdrawn', () => {
  it('does not come back by its English text, approved after that', async () => {
    const id = await handedIn('Gỡ cả hai', 'Bản tiếng Việt')
    await as(minh, (t) => approveManuscript(t, decided(id)))
    const english = (await as(van, (t) => beginTranslation(t, { id, key: key() }))) ?? 0
    const draft = await as(van, (t) => findManuscript(t, english))
    const handed = { id: english, version: draft?.version ?? 0, key: key() }
    expect(await as(van, (t) => submitManuscript(t, handed))).toEqual({
      ...{ ok: false, because: 'problems' },
      problems: ['titleUntranslated', 'bodyUntranslated'],
    })
    await rewrite(english, 'The English text', { title: 'Both gone' })
    expect(await as(minh, (t) => withdrawArticle(t, moved(id)))).toEqual({ ok: true })
    expect(await as(minh, (t) => approveManuscript(t, decided(english)))).toEqual({ ok: true })
    for (const language of ['vi', 'en'] as const)
      expect(await findArticle(database.query, 'go-ca-hai', language)).toBeUndefined()
    const { rows } = await sql`select 1 from publishing.searchable where slug = 'go-ca-hai'`.execute(
      database.query,
    )
    expect(rows).toEqual([])
    expect(await as(thu, (t) => restoreArticle(t, { ...moved(id), actor: thu }))).toEqual({ ok: true })
    expect(await findArticle(database.query, 'go-ca-hai', 'en')).toMatchObject({ lead: 'The English text' })
  })

  it('comes back by a second officer alone: neither by who withdrew it nor by who wrote it', async () => {
    const id = await handedIn('Gỡ rồi đăng lại', 'Lời dẫn')
    await as(minh, (t) => approveManuscript(t, decided(id)))
    const asked = { id, reason: 'Nhầm ngày', now }
    await as(minh, (t) => withdrawArticle(t, { ...asked, actor: minh, key: key() }))
    const restore = (actor: Actor) => as(actor, (t) => restoreArticle(t, { ...asked, actor, key: key() }))
    expect(await restore(minh)).toEqual({ ok: false, because: 'ownWithdrawal' })
    expect(await restore(van)).toEqual({ ok: false, because: 'ownText' })
    expect(await restore(hoa)).toEqual({ ok: false, because: 'notAllowed' })
    for (const actor of [minh, van])
      await expect(
        as(actor, (t) =>
          sql`update publishing.withdrawal set restored_at = now(), restored_because = 'Thôi'
            where slug = 'go-roi-dang-lai'`.execute(t),
        ),
      ).rejects.toMatchObject({ code: '42501' })
    await expect(
      as(thu, (t) =>
        sql`update publishing.article set withdrawn_at = null where slug = 'go-roi-dang-lai'`.execute(t),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    expect(await restore(thu)).toEqual({ ok: true })
    expect(await findArticle(database.query, 'go-roi-dang-lai', 'vi')).toBeDefined()
  })
})

describe('what a program sends instead of an editor', () => {
  const content = { ...emptyContent('article', 'Lịch'), body: [paragraph('Chữ')] }
  const isTaken = (change: object) => contentSchema.safeParse({ ...content, ...change }).success

  it('is refused where the database cannot keep it or nobody could read it', () => {
    expect(isTaken({})).toBe(true)
    expect(isTaken({ title: 'Lịch\0' })).toBe(false)
    expect(isTaken({ tags: ['\ud800'] })).toBe(false)
    expect(isTaken({ body: [paragraph('a\0b')] })).toBe(false)
    expect(isTaken({ body: [paragraph('\udc00')] })).toBe(false)
    const long = paragraph('a'.repeat(blockLimits.letters))
    expect(isTaken({ body: Array.from({ length: 20 }, () => long) })).toBe(true)
    expect(isTaken({ body: Array.from({ length: 21 }, () => long) })).toBe(false)
  })

  it.each([
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'data:text/html,a'],
    ...['//evil.example', '/\\evil.example', 'https:evil.example', 'https://portal.vn@evil.example/'],
    ...['#_ftnref1', 'tin.html', 'tel:javascript', 'file:///C:/a.docx'],
    ...['https://portal.vn:a@evil.example', 'mailto:a@b.vn?bcc=c@d.vn&body=a', 'mailto:a@b.vn\nbcc:c@d.vn'],
  ])('is no address to lead readers to: %s', (address) => {
    expect(isSafeAddress(address)).toBe(false)
  })
})
