import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import type { BundledArticle } from './articles.ts'
import { publishArticle } from './articles.ts'
import { type DocumentStatus, type LegalDocument, statusOfDocument } from './content.ts'
import {
  listDocumentChoices,
  listForFeed,
  listForSitemap,
  listLanguages,
  listLegalDocuments,
  listProcedures,
  listTags,
  readContents,
} from './reading.ts'
import { seedPublishing } from './seed.ts'

const database = await freshDatabase()
const { query } = database
const today = day('2026-11-23')

function written(slug: string, more: Partial<BundledArticle> = {}): BundledArticle {
  return {
    slug,
    language: 'vi',
    title: `Bài ${slug}`,
    lead: '',
    body: [],
    byline: '',
    banner: 'none',
    tags: [],
    documentNumber: undefined,
    documentOn: undefined,
    documentYearInferred: false,
    publishedAt: new Date('2026-11-01T00:00:00Z'),
    ...more,
  }
}

function document(number: string, days: Partial<LegalDocument>): BundledArticle {
  const details: LegalDocument = {
    kind: 'legalDocument',
    number,
    form: 'Quyết định',
    issuer: 'UBND tỉnh',
    issuedOn: '2026-10-01',
    effectiveOn: '',
    expiresOn: '',
    isPartlyExpired: false,
    ...days,
  }
  return written(`van-ban-${number}`, { kind: 'legalDocument', details })
}

const documents = [
  document('1', { effectiveOn: '2026-10-05' }),
  document('2', { effectiveOn: '2026-11-23', issuedOn: '2025-12-31', form: 'Nghị quyết' }),
  document('3', { effectiveOn: '2026-11-24' }),
  document('4', { effectiveOn: '2021-01-01', expiresOn: '2026-11-23' }),
  document('5', { effectiveOn: '2021-01-01', expiresOn: '2026-11-24', isPartlyExpired: true }),
  document('6', { issuedOn: '' }),
]

beforeAll(async () => {
  await withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
    await seedPublishing(transaction)
    const english = { language: 'en' as const, title: 'History', section: 'history' }
    const procedure = { code: '2.000286', agency: '', timeLimit: '', papers: [], fee: '', result: '' }
    const details = { kind: 'procedure' as const, ...procedure, law: '', nationalPortal: '' }
    const all = [
      written('lich-su', { section: 'history', tags: ['Lịch sử', 'Nghệ An'] }),
      written('lich-su', { ...english, publishedAt: new Date('2026-11-05T00:00:00Z') }),
      written('bao', {
        kind: 'announcement',
        publishedAt: new Date('2026-11-20T00:00:00Z'),
        tags: ['Lịch sử'],
      }),
      written('thu-tuc-sau', { kind: 'procedure', details }),
      written('thu-tuc', { kind: 'procedure', details: { ...details, code: '1.001776' } }),
      ...documents,
    ]
    for (const each of all) await publishArticle(transaction, each)
    await publishArticle(transaction, written('rut', { section: 'culture', tags: ['Rút'] }))
    await sql`update publishing.article set withdrawn_at = now() where slug = 'rut'`.execute(transaction)
  })
})

describe('what there is to read', () => {
  it('is counted by kind and by section, a withdrawn article in neither', async () => {
    const { kinds, sections } = await readContents(query)
    expect(kinds).toMatchObject({
      procedure: { count: 2 },
      announcement: { count: 1 },
      legalDocument: { count: 6 },
    })
    expect(sections).toEqual({ history: { count: 1, changedAt: new Date('2026-11-05T00:00:00Z') } })
  })

  it('is followed the newest first, each article once, in the reader’s language where it has it', async () => {
    const all = await listForFeed(query, { language: 'en', limit: 50 })
    expect(all[0]).toMatchObject({ slug: 'bao', language: 'vi', changedAt: new Date('2026-11-20T00:00:00Z') })
    expect(all.filter(({ slug }) => slug === 'lich-su').map(({ title }) => title)).toEqual(['History'])
    expect(all.map(({ slug }) => slug)).not.toContain('rut')
    expect((await listForFeed(query, { language: 'vi', section: 'history', limit: 5 })).length).toBe(1)
    expect((await listForFeed(query, { language: 'vi', kind: 'procedure', limit: 1 })).length).toBe(1)
  })

  it('is told to search engines with its languages', async () => {
    const map = await listForSitemap(query)
    expect(map).toContainEqual({
      slug: 'lich-su',
      languages: ['vi', 'en'],
      changedAt: new Date('2026-11-05T00:00:00Z'),
    })
    expect(map.map(({ slug }) => slug)).not.toContain('rut')
    expect(await listLanguages(query, 'lich-su')).toEqual(['vi', 'en'])
    expect(await listLanguages(query, 'rut')).toEqual([])
  })

  it('names the commonest tags first', async () => {
    const tags = await listTags(query, { language: 'vi', limit: 100 })
    expect(tags[0]).toBe('Lịch sử')
    expect(tags).toContain('Giảm nghèo')
    expect(tags).not.toContain('Rút')
  })
})

describe('the list of legal documents', () => {
  const list = (filter: { form?: string; year?: string; status?: DocumentStatus }) =>
    listLegalDocuments(query, { language: 'vi', today, limit: 20, offset: 0, ...filter })

  it('holds the last issued first, and narrows by form and by year', async () => {
    const all = await list({})
    expect(all.count).toBe(6)
    expect(all.documents.map(({ details }) => details.number)).toEqual(['1', '3', '4', '5', '2', '6'])
    expect((await list({ form: 'Nghị quyết' })).documents.map(({ slug }) => slug)).toEqual(['van-ban-2'])
    expect((await list({ year: '2025' })).count).toBe(1)
    expect(await list({ form: 'Chỉ thị' })).toEqual({ documents: [], count: 0 })
    expect(await listDocumentChoices(query)).toEqual({
      forms: ['Nghị quyết', 'Quyết định'],
      years: ['2026', '2025'],
    })
  })

  it('says of each whether it holds as one document says of itself', async () => {
    for (const status of ['inForce', 'notYet', 'expired', 'partlyExpired', 'unknown'] as const) {
      const expected = documents.filter(
        ({ details }) => statusOfDocument(details as LegalDocument, today) === status,
      )
      expect(expected.length).toBeGreaterThan(0)
      const found = await list({ status })
      expect(found.documents.map(({ slug }) => slug).sort()).toEqual(expected.map(({ slug }) => slug).sort())
    }
  })
})

it('the list of procedures is in the order of their codes', async () => {
  const procedures = await listProcedures(query, { language: 'vi', limit: 9, offset: 0 })
  expect(procedures.map(({ slug }) => slug)).toEqual(['thu-tuc', 'thu-tuc-sau'])
})
