import { beforeAll, describe, expect, it } from 'vitest'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { publishArticle } from './articles.ts'
import { paragraph } from './blocks/index.ts'
import { listTitles, titlesOf } from './choosing.ts'
import { notice440 } from './notice-440.ts'

const database = await freshDatabase()
const article = (slug: string, title: string, day: string, language: 'vi' | 'en' = 'vi') => ({
  ...notice440,
  ...{ slug, title, language, body: [paragraph(title)], publishedAt: new Date(`2026-${day}T02:00:00Z`) },
})

beforeAll(() =>
  withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
    for (const each of [
      article('lich', 'Lịch chi trả tháng 11', '10-30'),
      article('lich-sau', 'Lịch chi trả tháng 12', '11-20'),
      article('lich-sau', 'Payments in December', '11-20', 'en'),
      article('ho-so', '100% hồ sơ trả đúng hẹn', '11-22'),
    ])
      await publishArticle(transaction, each)
  }),
)

const find = (text: string, language: 'vi' | 'en' = 'vi', limit = 8) =>
  listTitles(database.query, { text, language, limit })

describe('articles to choose from', () => {
  it('are found by words of the title without tones, the newest first', async () => {
    expect(await find('thang lich')).toEqual([
      { slug: 'lich-sau', title: 'Lịch chi trả tháng 12' },
      { slug: 'lich', title: 'Lịch chi trả tháng 11' },
    ])
    expect(await find('LỊCH 11')).toMatchObject([{ slug: 'lich' }])
    expect(await find('không bài nào')).toEqual([])
  })

  it('are the newest where nothing was asked, as many as wanted', async () => {
    expect((await find('', 'vi', 2)).map(({ slug }) => slug)).toEqual(['ho-so', 'lich-sau'])
  })

  it('are called in the language asked for, each once', async () => {
    expect(await find('december', 'en')).toEqual([{ slug: 'lich-sau', title: 'Payments in December' }])
    expect(await find('', 'en')).toHaveLength(3)
  })

  it('take no sign of a search for a sign of a pattern', async () => {
    expect(await find('%')).toHaveLength(3)
    expect(await find('100%')).toMatchObject([{ slug: 'ho-so' }])
    expect(await find('_'.repeat(5_000))).toHaveLength(3)
  })

  it('keep the order in which they were chosen, also one that is gone', async () => {
    expect(await titlesOf(database.query, { slugs: ['ho-so', 'mat-roi', 'lich'], language: 'vi' })).toEqual([
      { slug: 'ho-so', title: '100% hồ sơ trả đúng hẹn' },
      { slug: 'mat-roi', title: 'mat-roi' },
      { slug: 'lich', title: 'Lịch chi trả tháng 11' },
    ])
    expect(await titlesOf(database.query, { slugs: [], language: 'vi' })).toEqual([])
  })
})
