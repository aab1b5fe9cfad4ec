import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { countMessages } from '#feedback'
import { type Transaction, withActor } from '#platform/database'
import {
  countShelves,
  findArticle,
  findWithdrawal,
  listArticles,
  listCorrections,
  listForFeed,
  listLanguages,
  notice440,
  publishDue,
  searchArticles,
  seedPublishing,
} from '#publishing'
import { freshDatabase } from '#test/database'
import { demonstrationOfficers } from '#test/demonstration-officers'
import { plantUnits } from '#test/feedback-rows'
import { loadCorrespondence } from './correspondence.ts'
import { demonstrationMessages } from './messages.ts'

const database = await freshDatabase()
const machine = { kind: 'system', job: 'test' } as const
const officers = demonstrationOfficers
const now = new Date('2026-11-23T03:00:00Z')
const as = <Result>(work: (transaction: Transaction) => Promise<Result>) => withActor(database, machine, work)
const payment = 'lich-chi-tra-tro-cap-xa-hoi-thang-12-2026'
const receipts = 'theo-doi-gop-y-bang-ma-bien-nhan'
const load = () => loadCorrespondence({ database, officers, seed: 7, now })

beforeAll(async () => {
  await plantUnits(database)
  await as(seedPublishing)
  expect(await loadCorrespondence({ database, officers: officers.slice(1), seed: 7, now })).toBe(false)
  expect(await load()).toBe(true)
})

describe('the texts of the demonstration', () => {
  it('stand on every shelf of the office', async () => {
    expect(await as((transaction) => countShelves(transaction, {}))).toMatchObject({
      ...{ draft: 1, inReview: 1, returned: 1, scheduled: 1, withdrawn: 1 },
    })
  })

  it('are read on the portal, one of them in two languages', async () => {
    const titles = (await listArticles(database.query, { language: 'vi', limit: 20 })).map(
      (each) => each.title,
    )
    expect(titles).toEqual([
      'Lịch chi trả trợ cấp xã hội tháng 12/2026',
      'Theo dõi góp ý bằng mã biên nhận',
      'Nghị định 30/2020/NĐ-CP về công tác văn thư',
      notice440.title,
    ])
    expect(await listLanguages(database.query, receipts)).toEqual(['vi', 'en'])
    expect((await findArticle(database.query, receipts, 'vi'))?.related).toEqual([
      { slug: notice440.slug, title: notice440.title, language: 'vi' },
    ])
    expect(await listForFeed(database.query, { language: 'en', limit: 20 })).toHaveLength(4)
  })

  it('say at their end that nobody announced them', async () => {
    const article = await findArticle(database.query, payment, 'vi')
    expect(JSON.stringify(article?.body.at(-1))).toContain('Bài mẫu của bản trình diễn')
  })

  it('tell of a correction and of a withdrawal', async () => {
    expect(await listCorrections(database.query, payment)).toMatchObject([
      { sentence: 'Giờ chi trả bắt đầu lúc 7 giờ 30, không phải 7 giờ.' },
    ])
    const withdrawal = await findWithdrawal(database.query, 'noi-nhan-ho-so-tro-cap-trong-thang-sua-tru-so')
    expect(withdrawal?.reason).toContain('sửa xong')
  })

  it('are found without tones, and the notice stays the one answer to its own words', async () => {
    const find = async (text: string) => {
      const { found } = await searchArticles(database.query, { language: 'vi', text, limit: 10, offset: 0 })
      return found.map(({ slug }) => slug)
    }
    expect(await find('ma bien nhan')).toContain(receipts)
    expect(await find('dung doi tuong')).toEqual([notice440.slug])
  })

  it('wait for their hour', async () => {
    const tomorrow = new Date('2026-11-24T01:00:00Z')
    expect(await as((transaction) => publishDue(transaction, new Date(tomorrow.getTime() - 1)))).toBe(0)
    expect(await as((transaction) => publishDue(transaction, tomorrow))).toBe(1)
  })
})

describe('the correspondence of the demonstration', () => {
  it('is brought in once', async () => {
    const count = () => as((transaction) => countMessages(transaction, { today: day('2026-11-23') }))
    const before = await count()
    expect(await load()).toBe(false)
    expect(await count()).toBe(before)
    expect(before).toBe(demonstrationMessages.length - 3)
  })
})
