import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Database, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { countArticles, findArticle, listArticles, publishArticle } from './articles.ts'
import { notice440 } from './notice-440.ts'
import { seedPublishing } from './seed.ts'

const system: Actor = { kind: 'system', job: 'test' }

/** What an article that came with the program has beside what it says. */
const plain = {
  kind: 'article',
  unitUid: undefined,
  section: undefined,
  bannerPicture: undefined,
  related: [],
  attachments: [],
  details: undefined,
  revision: 1,
  revisedAt: undefined,
  isTranslation: false,
  postedAt: expect.any(Date),
  isOutdated: false,
}

let database: Database

beforeAll(async () => {
  database = await freshDatabase()
})

describe('articles', () => {
  it('carry the notice word for word, once however often they are seeded', async () => {
    await withActor(database, system, seedPublishing)
    await withActor(database, system, seedPublishing)
    expect(await countArticles(database.query)).toBe(1)
    expect(await findArticle(database.query, notice440.slug, 'vi')).toEqual({ ...plain, ...notice440 })
    expect(notice440.body).toHaveLength(9)
    expect(notice440.byline).toBe('PQ (tổng hợp)')
  })

  it('are given in the language asked for, or else in the one they were written in', async () => {
    expect((await findArticle(database.query, notice440.slug, 'en'))?.language).toBe('vi')
    const english = { ...notice440, language: 'en' as const, title: 'The right person, in full, on time' }
    await withActor(database, system, (transaction) => publishArticle(transaction, english))
    expect((await findArticle(database.query, notice440.slug, 'en'))?.title).toBe(english.title)
    expect((await findArticle(database.query, notice440.slug, 'vi'))?.title).toBe(notice440.title)
    const listed = await listArticles(database.query, { language: 'en', limit: 10 })
    expect(listed.map(({ title }) => title)).toEqual([english.title])
    expect(await countArticles(database.query)).toBe(1)
  })

  it('that do not exist are undefined', async () => {
    expect(await findArticle(database.query, 'khong-co', 'vi')).toBeUndefined()
  })
})
