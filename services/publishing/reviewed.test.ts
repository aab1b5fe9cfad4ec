import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { findArticle, findWithdrawal, listCorrections } from './articles.ts'
import { paragraph } from './blocks/index.ts'
import type { Content } from './content.ts'
import {
  approveManuscript,
  publishDue,
  refuseManuscript,
  submitManuscript,
  takeBackManuscript,
} from './deciding.ts'
import { findKeptDraft, findRevisionContent, listActs, listKeptDrafts, listRevisions } from './history.ts'
import { countShelves, findManuscript, listManuscripts } from './listing.ts'
import { notice440 } from './notice-440.ts'
import { seedPublishing } from './seed.ts'
import { restoreArticle, withdrawArticle } from './withdrawing.ts'
import { beginCorrection, beginManuscript, beginTranslation, saveManuscript } from './writing.ts'

const database = await freshDatabase()
const ward = '16702@2025-07-01'
const officer = (id: string, unitUid: string, role = 'provinceOfficer'): Actor => ({
  kind: 'officer',
  id,
  name: id,
  role,
  unitUid,
  areas: ['*'],
})
const van = officer('van', 'province')
const minh = officer('minh', 'province')
const thu = officer('thu', 'province')
const hoa = officer('hoa', 'province', 'leader')
const lan = officer('lan', ward, 'communeOfficer')
const machine: Actor = { kind: 'system', job: 'publishDue' }

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour))
let keys = 0
const key = () => `key-${String(++keys).padStart(6, '0')}`
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

beforeAll(() =>
  as(machine, (transaction) =>
    sql`insert into registry.unit (uid, code, name, kind, level, valid)
      values (${ward}, '16702', 'Vinh Phú', 'ward', 'commune', '[2025-07-01,)')`.execute(transaction),
  ),
)

/** A draft of the province with words of its own, as `actor` left it. */
async function drafted(title: string, actor: Actor = van, change: Partial<Content> = {}) {
  return as(actor, async (transaction) => {
    const id = await beginManuscript(transaction, { actor, kind: 'announcement', title, key: key() })
    const begun = await findManuscript(transaction, id)
    const content = { ...begun?.content, lead: 'Tin vắn', body: [paragraph('Nội dung đầu.')], ...change }
    const saved = await saveManuscript(transaction, { id, version: 1, content })
    return { id, version: saved.ok ? saved.version : 0, content: content as Content }
  })
}

const submit = (id: number, version: number, more: object = {}, actor = van) =>
  as(actor, (transaction) => submitManuscript(transaction, { id, version, key: key(), ...more }))
const approve = (id: number, more: object = {}, actor = minh) =>
  as(actor, (transaction) => approveManuscript(transaction, { id, actor, key: key(), now: at(2), ...more }))

/** An announcement that readers see, written by Vân and approved by Minh. */
async function shown(title: string, change: Partial<Content> = {}) {
  const draft = await drafted(title, van, change)
  expect(await submit(draft.id, draft.version)).toEqual({ ok: true })
  expect(await approve(draft.id)).toEqual({ ok: true })
  return draft
}

const slugs = async (id: number) => (await as(minh, (t) => findManuscript(t, id)))?.slug ?? ''

describe('a draft', () => {
  it('has an address made from its title, and another when that is taken', async () => {
    const [one, other] = [await drafted('Lịch chi trả tháng 12'), await drafted('Lịch chi trả tháng 12')]
    expect(await slugs(one.id)).toBe('lich-chi-tra-thang-12')
    expect(await slugs(other.id)).toBe('lich-chi-tra-thang-12-2')
  })

  it('begun twice with one key is begun once', async () => {
    const asked = { actor: van, kind: 'article', title: 'Một lần', key: key() } as const
    const [one, other] = [
      await as(van, (t) => beginManuscript(t, asked)),
      await as(van, (t) => beginManuscript(t, asked)),
    ]
    expect(other).toBe(one)
  })

  it('is seen by no reader', async () => {
    const { id } = await drafted('Chưa ai thấy')
    expect(await findArticle(database.query, await slugs(id), 'vi')).toBeUndefined()
  })

  it('saved twice alike is saved once, and a saving that came too late shows what the other wrote', async () => {
    const { id, version, content } = await drafted('Hai người viết')
    const mine = { ...content, lead: 'Của Vân' }
    expect(await as(van, (t) => saveManuscript(t, { id, version, content: mine }))).toMatchObject({
      ok: true,
      version: version + 1,
    })
    expect(await as(van, (t) => saveManuscript(t, { id, version, content: mine }))).toMatchObject({
      ok: true,
      version: version + 1,
    })
    const late = await as(minh, (t) =>
      saveManuscript(t, { id, version, content: { ...content, lead: 'Của Minh' } }),
    )
    expect(late).toMatchObject({ because: 'conflict', editedBy: 'officer:van', content: { lead: 'Của Vân' } })
  })

  it('keeps the words that another officer wrote over', async () => {
    const { id, version, content } = await drafted('Viết đè')
    await as(minh, (t) => saveManuscript(t, { id, version, content: { ...content, lead: 'Của Minh' } }))
    const [kept] = await as(van, (t) => listKeptDrafts(t, id))
    expect(kept).toMatchObject({ version, editedBy: 'officer:van' })
    expect((await as(van, (t) => findKeptDraft(t, id, version)))?.lead).toBe('Tin vắn')
  })

  it('takes no block of another form, whatever a browser sends', async () => {
    const { id, version, content } = await drafted('Dạng lạ')
    const bad = [
      { kind: 'html', text: '<script>' },
      { kind: 'paragraph', runs: [{ text: 'a', href: 'javascript:alert(1)' }] },
      { kind: 'paragraph', runs: [{ text: 'a', style: 'x' }] },
      { kind: 'heading', level: 1, runs: [] },
    ]
    for (const block of bad)
      expect(
        await as(van, (t) => saveManuscript(t, { id, version, content: { ...content, body: [block] } })),
      ).toEqual({ ok: false, because: 'invalid' })
  })
})

describe('handing in', () => {
  it('names all that is missing', async () => {
    const { id, version } = await drafted('Thiếu', van, {
      lead: '',
      body: [{ kind: 'figure', pictureId: '00000000-0000-4000-8000-000000000001', alt: '', caption: '' }],
    })
    expect(await submit(id, version)).toEqual({
      ok: false,
      because: 'problems',
      problems: ['leadMissing', 'bodyMissing', 'pictureWithoutAlt', 'pictureMissing'],
    })
  })

  it('is refused when somebody saved since the page was opened', async () => {
    const { id, version } = await drafted('Cũ')
    expect(await submit(id, version - 1)).toEqual({ ok: false, because: 'changedSince' })
  })

  it('closes the draft until it is decided or taken back', async () => {
    const { id, version, content } = await drafted('Đang chờ')
    await submit(id, version)
    const again = { id, version: version + 1, content: { ...content, lead: 'Khác' } }
    expect(await as(van, (t) => saveManuscript(t, again))).toEqual({ ok: false, because: 'notEditable' })
    expect(await as(van, (t) => takeBackManuscript(t, { id, key: key() }))).toEqual({ ok: true })
    expect(await as(van, (t) => saveManuscript(t, { ...again, version: version + 2 }))).toMatchObject({
      ok: true,
    })
  })
})

describe('the second person', () => {
  it('is never the one who wrote or last changed it, nor anybody else who changed its words', async () => {
    const { id, version, content } = await drafted('Không tự duyệt')
    await as(minh, (t) => saveManuscript(t, { id, version, content: { ...content, lead: 'Minh sửa' } }))
    await submit(id, version + 1)
    for (const actor of [van, minh])
      expect(await approve(id, {}, actor)).toEqual({ ok: false, because: 'ownText' })
    expect(await approve(id, {}, officer('thang', 'province'))).toEqual({ ok: true })
  })

  it('is asked for by the database too, whatever the program around it says', async () => {
    const { id, version } = await drafted('Cửa sau')
    await submit(id, version)
    const review = sql`insert into publishing.review (revision_id, is_approved)
      select id, true from publishing.revision where manuscript_id = ${id}`
    const show = sql`insert into publishing.article (slug, language, revision_id, published_at)
      select slug, language, r.id, now() from publishing.manuscript m join publishing.revision r on m.id = manuscript_id
      where m.id = ${id}`
    const forged = sql`insert into publishing.article (slug, language, title, lead, body, byline, published_at)
      values ('gia-mao', 'vi', 'Giả', '', '[]', '', now())`
    for (const [actor, statement] of [
      [van, review],
      [hoa, review],
      [machine, review],
      [van, show],
      [machine, show],
      [minh, forged],
    ] as const)
      await expect(as(actor, (t) => statement.execute(t))).rejects.toMatchObject({ code: '42501' })
  })

  it('leaves what was handed in, decided and done as it was: nobody changes or deletes it', async () => {
    const kept = {
      ...{ revision: 'correction', review: 'reason', act: 'kind', correction: 'sentence' },
      ...{ manuscript_before: 'content', picture: 'file_name', attachment: 'file_name', article: '' },
    }
    for (const [table, column] of Object.entries(kept)) {
      const change = `update publishing.${table} set ${column} = ${column}`
      for (const statement of [`delete from publishing.${table}`, ...(column ? [change] : [])])
        await expect(
          as(minh, (t) => sql`${sql.raw(statement)}`.execute(t)),
          statement,
        ).rejects.toMatchObject({
          code: '42501',
        })
    }
  })

  it('shows readers the words that were handed in and no others', async () => {
    const { id } = await shown('Đúng lời')
    await as(minh, (t) =>
      sql`update publishing.article set title = 'Đổi trộm' where slug = ${'dung-loi'}`.execute(t),
    )
    const article = await findArticle(database.query, await slugs(id), 'vi')
    expect(article).toMatchObject({
      title: 'Đúng lời',
      kind: 'announcement',
      publishedAt: at(2),
      revision: 1,
    })
  })

  it('sends back with a reason, and the same request again does nothing', async () => {
    const { id, version } = await drafted('Trả lại')
    await submit(id, version)
    const asked = { id, actor: minh, key: key(), reason: ' Thiếu số điện thoại ' }
    expect(await as(minh, (t) => refuseManuscript(t, { ...asked, reason: ' ' }))).toMatchObject({
      because: 'reasonMissing',
    })
    for (const _ of [1, 2]) expect(await as(minh, (t) => refuseManuscript(t, asked))).toEqual({ ok: true })
    const [revision] = await as(van, (t) => listRevisions(t, id))
    expect(revision?.review).toMatchObject({
      isApproved: false,
      reason: 'Thiếu số điện thoại',
      by: 'officer:minh',
    })
    expect((await as(van, (t) => findManuscript(t, id)))?.state).toBe('returned')
    const acts = await as(van, (t) => listActs(t, id))
    expect(acts.map(({ kind }) => kind)).toEqual(['refused', 'submitted', 'created'])
  })
})

describe('an hour to be shown at', () => {
  it('is kept: not before, then once, however often it is asked', async () => {
    const { id, version } = await drafted('Hẹn giờ')
    await submit(id, version, { publishAt: at(9) })
    expect(await approve(id, { publishAt: at(9) })).toEqual({ ok: true })
    expect(await as(machine, (t) => publishDue(t, at(8)))).toBe(0)
    expect(await findArticle(database.query, 'hen-gio', 'vi')).toBeUndefined()
    const both = await Promise.all([1, 2].map(() => as(machine, (t) => publishDue(t, at(9)))))
    expect(both.toSorted()).toEqual([0, 1])
    expect(await as(machine, (t) => publishDue(t, at(10)))).toBe(0)
    expect((await findArticle(database.query, 'hen-gio', 'vi'))?.publishedAt).toEqual(at(9))
    const acts = await as(van, (t) => listActs(t, id))
    expect(acts.filter(({ kind }) => kind === 'published')).toHaveLength(1)
  })

  it('does not come for a text that was taken back', async () => {
    const { id, version } = await drafted('Rút hẹn')
    await submit(id, version)
    await approve(id, { publishAt: at(9) })
    await as(van, (t) => takeBackManuscript(t, { id, key: key() }))
    expect(await as(machine, (t) => publishDue(t, at(23)))).toBe(0)
  })
})

describe('a correction', () => {
  it('leaves readers the old words until it is approved, then tells them what changed and when', async () => {
    const { id, content } = await shown('Sửa ngày chi trả')
    expect(await as(minh, (t) => beginCorrection(t, { id, key: key() }))).toEqual({ ok: true })
    const draft = await as(minh, (t) => findManuscript(t, id))
    const version = draft?.version ?? 0
    const changed = { ...content, body: [paragraph('Nội dung sửa.')] }
    await as(minh, (t) => saveManuscript(t, { id, version, content: changed }))
    expect(await submit(id, version + 1, {}, minh)).toEqual({ ok: false, because: 'correctionMissing' })
    await submit(id, version + 1, { correction: 'Sửa ngày chi trả từ 5 sang 7.' }, minh)
    expect((await findArticle(database.query, 'sua-ngay-chi-tra', 'vi'))?.body).toEqual(content.body)
    expect(await approve(id, {}, minh)).toMatchObject({ because: 'ownText' })
    expect(await approve(id, { now: at(5) }, van)).toEqual({ ok: true })
    expect(await findArticle(database.query, 'sua-ngay-chi-tra', 'vi')).toMatchObject({
      body: changed.body,
      publishedAt: at(2),
      revisedAt: at(5),
      revision: 2,
    })
    expect(await listCorrections(database.query, 'sua-ngay-chi-tra')).toEqual([
      { revision: 2, sentence: 'Sửa ngày chi trả từ 5 sang 7.', correctedAt: at(5) },
    ])
    expect((await as(van, (t) => findRevisionContent(t, id, 1)))?.body).toEqual(content.body)
  })

  it('is possible for what came with the program, and starting again does not undo it', async () => {
    await as(machine, seedPublishing)
    const [line] = await as(van, (t) => listManuscripts(t, { text: 'đúng đối tượng', limit: 5 }))
    const id = line?.id ?? 0
    expect(await as(van, (t) => beginCorrection(t, { id, key: key() }))).toEqual({ ok: true })
    const draft = await as(van, (t) => findManuscript(t, id))
    const content = { ...(draft?.content as Content), byline: 'PQ' }
    await as(van, (t) => saveManuscript(t, { id, version: draft?.version ?? 0, content }))
    await submit(id, (draft?.version ?? 0) + 1, { correction: 'Ghi lại tên người tổng hợp.' })
    await approve(id, { now: at(6) })
    await as(machine, seedPublishing)
    const article = await findArticle(database.query, notice440.slug, 'vi')
    expect(article).toMatchObject({
      byline: 'PQ',
      publishedAt: notice440.publishedAt,
      documentYearInferred: true,
    })
  })

  it('cannot be slipped in: an old revision is not shown again without being approved anew', async () => {
    await expect(
      as(minh, (t) =>
        sql`update publishing.article set revision_id = (select min(r.id) from publishing.revision r
          join publishing.manuscript m on m.id = manuscript_id where m.slug = 'sua-ngay-chi-tra')
          where slug = 'sua-ngay-chi-tra'`.execute(t),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('an article taken off the portal', () => {
  it('is gone for readers in every language, says why and since when, and can come back', async () => {
    const { id } = await shown('Rút xuống')
    const asked = { id, actor: minh, key: key(), reason: 'Nhầm địa điểm', now: at(7) }
    expect(await as(minh, (t) => withdrawArticle(t, { ...asked, reason: '' }))).toMatchObject({ ok: false })
    expect(await as(lan, (t) => withdrawArticle(t, { ...asked, actor: lan }))).toMatchObject({
      because: 'notAllowed',
    })
    for (const _ of [1, 2]) expect(await as(minh, (t) => withdrawArticle(t, asked))).toEqual({ ok: true })
    expect(await findArticle(database.query, 'rut-xuong', 'vi')).toBeUndefined()
    expect(await findWithdrawal(database.query, 'rut-xuong')).toEqual({
      reason: 'Nhầm địa điểm',
      withdrawnAt: at(7),
    })
    for (const actor of [van, hoa]) expect((await as(actor, (t) => countShelves(t, {}))).withdrawn).toBe(1)
    const back = { ...asked, actor: thu, key: key(), reason: 'Đã xác minh', now: at(8) }
    expect(await as(thu, (t) => restoreArticle(t, back))).toEqual({ ok: true })
    expect(await findArticle(database.query, 'rut-xuong', 'vi')).toMatchObject({ publishedAt: at(2) })
    expect(await findWithdrawal(database.query, 'rut-xuong')).toBeUndefined()
  })
})

describe('an English text', () => {
  it('is a translation, and says so when the Vietnamese was corrected after it', async () => {
    const { id, content } = await shown('Bản dịch')
    const english = await as(van, (t) => beginTranslation(t, { id, key: key() }))
    expect(await as(van, (t) => beginTranslation(t, { id, key: key() }))).toBe(english)
    const inEnglish = { ...content, title: 'In English', body: [paragraph('First words.')] }
    await as(van, (t) => saveManuscript(t, { id: english ?? 0, version: 1, content: inEnglish }))
    await submit(english ?? 0, 2)
    await approve(english ?? 0)
    expect(await findArticle(database.query, 'ban-dich', 'en')).toMatchObject({
      title: 'In English',
      isTranslation: true,
      isOutdated: false,
    })
    await as(van, (t) => beginCorrection(t, { id, key: key() }))
    const draft = await as(van, (t) => findManuscript(t, id))
    await as(van, (t) =>
      saveManuscript(t, { id, version: draft?.version ?? 0, content: { ...content, lead: 'Mới' } }),
    )
    await submit(id, (draft?.version ?? 0) + 1, { correction: 'Thêm lời dẫn.' })
    await approve(id, { now: at(4) })
    expect(await findArticle(database.query, 'ban-dich', 'en')).toMatchObject({ isOutdated: true })
    expect((await as(van, (t) => findManuscript(t, english ?? 0)))?.isOutdated).toBe(true)
  })
})

describe('a commune', () => {
  it('writes its announcements, which the province approves, and sees no text of others', async () => {
    const { id, version } = await drafted('Lịch trực phường', lan)
    expect(await submit(id, version, {}, lan)).toEqual({ ok: true })
    const titles = (await as(lan, (t) => listManuscripts(t, { limit: 50 }))).map(({ title }) => title)
    expect(titles).toEqual(['Lịch trực phường'])
    expect(await approve(id, {}, lan)).toEqual({ ok: false, because: 'ownText' })
    const neighbour = officer('tam', ward, 'communeOfficer')
    const review = sql`insert into publishing.review (revision_id, is_approved)
      select id, true from publishing.revision where manuscript_id = ${id}`
    await expect(as(neighbour, (t) => review.execute(t))).rejects.toMatchObject({ code: '42501' })
    expect(await approve(id)).toEqual({ ok: true })
    expect(await findArticle(database.query, 'lich-truc-phuong', 'vi')).toMatchObject({ unitUid: ward })
  })

  it('writes nothing else', async () => {
    await expect(
      as(lan, (t) => beginManuscript(t, { actor: lan, kind: 'article', title: 'Bài', key: key() })),
    ).rejects.toThrow('not for this account')
  })
})
