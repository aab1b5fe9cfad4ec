import { expect, it } from 'vitest'
import { type Actor, withActor } from '#platform/database'
import {
  approveManuscript,
  beginManuscript,
  emptyContent,
  findArticle,
  listArticles,
  saveManuscript,
  submitManuscript,
} from '#publishing'
import { paragraph } from '#publishing/blocks'
import { freshDatabase } from '#test/database'
import { publishScheduled } from './publish-scheduled.ts'

const officer = (id: string): Actor => ({
  kind: 'officer',
  ...{ id, name: id, role: 'provinceOfficer', unitUid: 'province', areas: ['*'] },
})
const [van, minh] = [officer('van'), officer('minh')]
const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 2, minute))

it('shows a text when its hour comes, not before and not twice, with two servers at work', async () => {
  const database = await freshDatabase()
  const id = await withActor(database, van, async (transaction) => {
    const begun = { actor: van, kind: 'announcement', title: 'Lịch tiếp dân', key: 'begin-01' } as const
    const manuscript = await beginManuscript(transaction, begun)
    const content = { ...emptyContent('announcement', 'Lịch tiếp dân'), lead: 'Tháng 12' }
    const body = [paragraph('Thứ Năm hằng tuần.')]
    await saveManuscript(transaction, { id: manuscript, version: 1, content: { ...content, body } })
    await submitManuscript(transaction, { id: manuscript, version: 2, key: 'submit-01' })
    return manuscript
  })
  const wish = { id, actor: minh, key: 'approve-01', now: at(0), publishAt: at(30) }
  await withActor(database, minh, (transaction) => approveManuscript(transaction, wish))
  expect(await publishScheduled(database, at(29))).toBe(0)
  expect(await listArticles(database.query, { language: 'vi', limit: 9 })).toEqual([])
  const shown = await Promise.all([publishScheduled(database, at(30)), publishScheduled(database, at(30))])
  expect(shown.toSorted()).toEqual([0, 1])
  expect(await publishScheduled(database, at(31))).toBe(0)
  const article = await findArticle(database.query, 'lich-tiep-dan', 'vi')
  expect(article).toMatchObject({ publishedAt: at(30), revision: 1, revisedAt: undefined })
})
