import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { addressIn, changeAddress, currentSlugs } from './addresses.ts'
import { findArticle, findWithdrawal, listCorrections, publishArticle } from './articles.ts'
import { paragraph } from './blocks/index.ts'
import { titlesOf } from './choosing.ts'
import { approveManuscript, submitManuscript } from './deciding.ts'
import { findManuscript } from './listing.ts'
import { notice440 } from './notice-440.ts'
import { listForSitemap } from './reading.ts'
import { searchArticles } from './searching.ts'
import { seedPublishing } from './seed.ts'
import { withdrawArticle } from './withdrawing.ts'
import { beginCorrection, beginManuscript, beginTranslation, saveManuscript } from './writing.ts'

const database = await freshDatabase()
const officer = (id: string, role = 'provinceOfficer'): Actor => ({
  kind: 'officer',
  ...{ id, name: id, role, unitUid: 'province', areas: ['*'] },
})
const [van, minh, hoa] = [officer('van'), officer('minh'), officer('hoa', 'leader')]
const machine: Actor = { kind: 'system', job: 'seed' }
const now = new Date('2026-11-24T02:00:00Z')
const ward = '16702@2025-07-01'
let keys = 0
const key = () => `address-${++keys}`
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

async function begun(title: string): Promise<number> {
  const asked = { actor: van, kind: 'announcement', title, key: key() } as const
  return as(van, (t) => beginManuscript(t, asked))
}

/** Writes this lead, has it approved and shown. */
async function show(id: number, lead: string, correction?: string): Promise<void> {
  const draft = await as(van, (t) => findManuscript(t, id))
  const words =
    draft?.language === 'en'
      ? { title: 'The address', body: [paragraph('The body.')] }
      : { body: [paragraph('Nội dung.')] }
  const content = { ...draft?.content, lead, ...words }
  const saved = await as(van, (t) => saveManuscript(t, { id, version: draft?.version ?? 0, content }))
  const version = saved.ok ? saved.version : 0
  expect(await as(van, (t) => submitManuscript(t, { id, version, key: key(), correction }))).toEqual({
    ok: true,
  })
  expect(await as(minh, (t) => approveManuscript(t, { id, actor: minh, key: key(), now }))).toEqual({
    ok: true,
  })
}

const move = (id: number, address: string, actor = van) =>
  as(actor, (t) => changeAddress(t, { id, actor, key: key(), address }))
const slugs = async () => (await listForSitemap(database.query)).map(({ slug }) => slug)
const former = () => sql`select slug, now from publishing.former_slug order by slug`.execute(database.query)

describe('the address of a text', () => {
  it('is changed freely before readers see it, and leaves nothing behind', async () => {
    const id = await begun('Lich chi tra thang 12')
    expect(await move(id, 'Lịch chi trả tháng 12/2026')).toEqual({ ok: true })
    expect(await as(van, (t) => findManuscript(t, id))).toMatchObject({ slug: '2026' })
    expect(await move(id, 'Lịch chi trả, tháng 12')).toEqual({ ok: true })
    expect(await as(van, (t) => findManuscript(t, id))).toMatchObject({ slug: 'lich-chi-tra-thang-12' })
    expect((await former()).rows).toEqual([])
  })

  it('once readers know it leads to the new one for good, through every change, in both languages', async () => {
    const id = await begun('Địa chỉ cũ')
    await show(id, 'Lời dẫn')
    const english = (await as(van, (t) => beginTranslation(t, { id, key: key() }))) ?? 0
    await show(english, 'The lead')
    await as(van, (t) => beginCorrection(t, { id, key: key() }))
    await show(id, 'Lời dẫn mới', 'Sửa lời dẫn.')
    const other = await begun('Nhắc tới bài kia')
    await as(van, async (t) => {
      const draft = await findManuscript(t, other)
      await saveManuscript(t, {
        id: other,
        version: 1,
        content: { ...draft?.content, related: ['dia-chi-cu'] },
      })
    })
    await show(other, 'Có bài liên quan')
    const once = { id, actor: minh, key: key(), address: 'dia-chi-hai' }
    for (const _ of [1, 2]) expect(await as(minh, (t) => changeAddress(t, once))).toEqual({ ok: true })
    expect(await move(english, 'dia-chi-moi', minh)).toEqual({ ok: true })

    expect((await former()).rows).toEqual([
      { slug: 'dia-chi-cu', now: 'dia-chi-moi' },
      { slug: 'dia-chi-hai', now: 'dia-chi-moi' },
    ])
    for (const slug of ['dia-chi-cu', 'dia-chi-hai', 'dia-chi-moi'])
      expect(await findArticle(database.query, slug, 'en')).toMatchObject({
        ...{ slug: 'dia-chi-moi', language: 'en', lead: 'The lead', publishedAt: now },
      })
    expect(await listCorrections(database.query, 'dia-chi-moi')).toHaveLength(1)
    expect(await slugs()).toContain('dia-chi-moi')
    expect(await slugs()).not.toContain('dia-chi-cu')
    const found = await searchArticles(database.query, {
      text: 'dia chi cu',
      language: 'vi',
      limit: 5,
      offset: 0,
    })
    expect(JSON.stringify(found)).toContain('dia-chi-moi')
    expect((await findArticle(database.query, 'nhac-toi-bai-kia', 'vi'))?.related).toEqual([
      { slug: 'dia-chi-moi', title: 'Địa chỉ cũ', language: 'vi' },
    ])
    const named = { slugs: ['dia-chi-cu'], language: 'vi' } as const
    expect(await titlesOf(database.query, named)).toEqual([{ slug: 'dia-chi-moi', title: 'Địa chỉ cũ' }])
    expect(await currentSlugs(database.query, ['dia-chi-cu', 'dia-chi-hai'])).toEqual(['dia-chi-moi'])
  })

  it('is never one that another text has or that was given up', async () => {
    const id = await begun('Bài khác')
    for (const taken of ['dia-chi-cu', 'dia-chi-moi', 'nhac-toi-bai-kia'])
      expect(await move(id, taken)).toEqual({ ok: false, because: 'addressTaken' })
    const named = await begun('Địa chỉ cũ')
    expect(await as(van, (t) => findManuscript(t, named))).toMatchObject({ slug: 'dia-chi-cu-2' })
    expect(await move(id, ' ?! ')).toEqual({ ok: false, because: 'addressWrong' })
    expect(await move(id, 'doc', hoa)).toEqual({ ok: false, because: 'notAllowed' })
  })

  it('is not changed past the service by who may not: a commune, or who only reads', async () => {
    const lan: Actor = {
      kind: 'officer',
      id: 'lan',
      name: 'lan',
      role: 'communeOfficer',
      unitUid: ward,
      areas: ['*'],
    }
    for (const actor of [lan, hoa])
      for (const slug of ['dia-chi-moi', 'bai-khac'])
        await expect(
          as(actor, (t) => sql`select publishing.change_slug(${slug}, 'cuop')`.execute(t)),
        ).rejects.toMatchObject({ code: '42501' })
  })

  it('of a withdrawn text leads to why it was withdrawn', async () => {
    const id = await begun('Sẽ gỡ')
    await show(id, 'Lời dẫn')
    const asked = { id, actor: minh, key: key(), reason: 'Nhầm', now }
    expect(await as(minh, (t) => withdrawArticle(t, asked))).toEqual({ ok: true })
    expect(await move(id, 'da-go-roi', minh)).toEqual({ ok: true })
    for (const slug of ['se-go', 'da-go-roi'])
      expect(await findWithdrawal(database.query, slug)).toMatchObject({ reason: 'Nhầm' })
  })

  it('of an article that came with the program stays what officers made it', async () => {
    await as(machine, seedPublishing)
    const { slug } = notice440
    const { rows } = await sql<{
      id: number
    }>`select id from publishing.manuscript where slug = ${slug}`.execute(database.query)
    expect(rows).toEqual([])
    const id = await as(minh, async (t) => {
      const found = await sql<{
        id: number
      }>`select id from publishing.manuscript where slug = ${slug}`.execute(t)
      return found.rows[0]?.id ?? 0
    })
    expect(await move(id, 'thong-bao-440', minh)).toEqual({ ok: true })
    await as(machine, (t) => publishArticle(t, notice440))
    expect(await findArticle(database.query, slug, 'vi')).toMatchObject({ slug: 'thong-bao-440' })
    expect(await slugs()).not.toContain(slug)
  })
})

describe('an address as it is typed', () => {
  it.each([
    ['Lịch chi trả', 'lich-chi-tra'],
    ['https://nghean.gov.vn/bai-viet/lich-chi-tra/?a=1', 'lich-chi-tra'],
    ['  Đúng đối tượng  ', 'dung-doi-tuong'],
    ['---', undefined],
    ['', undefined],
  ])('%j is %j', (typed, slug) => {
    expect(addressIn(typed)).toBe(slug)
  })
})
