import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { loadUnits } from '#jobs/units-table'
import { withActor } from '#platform/database'
import { notice440, seedProcedures, seedPublishing } from '#publishing'
import { freshDatabase } from '#test/database'
import { inEnglish, noticePath, portalAddresses, portalRoutes } from '#test/portal-addresses'
import { Served } from '#test/served'

const database = await freshDatabase()
const served = new Served(database, 'web')

const unitUid = '16702@2025-07-01'
const words = (text: string) => [{ text }]
const everyBlock = [
  { kind: 'heading', level: 2, runs: words('Mục một') },
  { kind: 'paragraph', runs: [{ text: 'Chữ ' }, { text: '<b>đậm</b>', bold: true }, { text: ' hết.' }] },
  { kind: 'list', ordered: true, items: [{ runs: words('Việc thứ nhất') }] },
  { kind: 'quote', paragraphs: [words('Lời trích nguyên văn')] },
  { kind: 'table', header: [words('Xã'), words('Số người')], rows: [[words('Kim Liên'), words('12')]] },
  { kind: 'rule' },
]
const decision = {
  kind: 'legalDocument',
  number: '12/2026/QĐ-UBND',
  form: 'Quyết định',
  issuer: 'UBND tỉnh',
  issuedOn: '2026-10-01',
  effectiveOn: '2026-10-15',
  expiresOn: '',
  isPartlyExpired: false,
}

/** An article as if it came with the program. */
async function show(row: Record<string, unknown>): Promise<void> {
  const values = { language: 'vi', lead: '', byline: '', body: JSON.stringify(everyBlock), ...row }
  await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
    sql`insert into publishing.article select * from jsonb_populate_record(null::publishing.article, ${JSON.stringify(
      {
        banner: 'none',
        tags: [],
        related: [],
        attachments: [],
        pictures: [],
        files: [],
        kind: 'article',
        document_year_inferred: false,
        revision: 1,
        published_at: '2026-11-20T01:00:00Z',
        recorded_at: '2026-11-20T01:00:00Z',
        ...values,
        body: everyBlock,
      },
    )}::jsonb)`.execute(transaction),
  )
}

beforeAll(async () => {
  await loadUnits(database)
  await withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
    await seedPublishing(transaction)
    await seedProcedures(transaction, day('2026-11-23'))
  })
  await show({
    slug: 'lich-chi-tra',
    kind: 'announcement',
    title: 'Lịch chi trả tháng 12',
    tags: ['Chi trả'],
    unit_uid: unitUid,
  })
  await show({
    slug: 'quyet-dinh-12',
    kind: 'legalDocument',
    title: 'Quy định mức trợ giúp',
    details: decision,
  })
  await show({ slug: 'lich-su', section: 'history', title: 'Lịch sử xứ Nghệ', related: ['lich-chi-tra'] })
  await show({
    slug: 'lich-su',
    language: 'en',
    section: 'history',
    title: 'History of Nghệ An',
    translates: 1,
  })
  await show({ slug: 'da-go', title: 'Bài đã gỡ', withdrawn_at: '2026-11-21T01:00:00Z' })
  await show({ slug: 'dia-chi-truoc', title: 'Bài có địa chỉ mới' })
  await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
    sql`insert into publishing.withdrawal (slug, reason, withdrawn_at)
      values ('da-go', 'Số liệu sai', '2026-11-21T01:00:00Z')`.execute(transaction),
  )
  await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
    sql`select publishing.change_slug('dia-chi-truoc', 'dia-chi-sau')`.execute(transaction),
  )
  await served.start()
})

const ask = (path: string, headers: HeadersInit = {}) => fetch(served.url(path), { headers })
const read = async (path: string) => (await ask(path)).text()

/** The data blocks of a page; throws on one that is no JSON. */
function thingsIn(html: string): Record<string, unknown>[] {
  const blocks = html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)
  return [...blocks].map(([, json]) => JSON.parse(json ?? '') as Record<string, unknown>)
}

describe('every page of the portal', () => {
  it('has an address here', () => {
    expect(portalRoutes().length).toBeGreaterThan(10)
    expect(Object.keys(portalAddresses).sort()).toEqual(portalRoutes().sort())
  })

  const more = ['/bai-viet/lich-su', '/bai-viet/quyet-dinh-12', '/bai-viet/lich-chi-tra', '/van-ban?nam=2026']
  const found = Object.entries(portalAddresses).flatMap(([route, paths]) => (route === '*' ? [] : paths))
  it.each([...found, ...more].flatMap((path) => [path, inEnglish(path)]))(
    '%s says what it is: language, title, one heading, its own address',
    async (path) => {
      const answer = await ask(path)
      const html = await answer.text()
      expect(answer.status).toBe(200)
      expect(html).toContain(`<html lang="${path.startsWith('/en') ? 'en' : 'vi'}">`)
      expect(html).toMatch(/<title>[^<]{5,}<\/title>/)
      expect(html.match(/<h1[ >]/g)).toHaveLength(1)
      expect(html).toMatch(/<link rel="canonical" href="http:\/\/localhost:\d+\/[^"]*"/)
      expect(html).not.toMatch(/>(undefined|null|NaN|\[object Object\])</)
      for (const thing of thingsIn(html)) expect(thing['@context']).toBe('https://schema.org')
    },
  )
})

describe('an article', () => {
  it.each(['', '/en'])(
    'sends readers of its former address to the new one for good, in their language%s',
    async (lang) => {
      const answer = await fetch(served.url(`${lang}/bai-viet/dia-chi-truoc`), { redirect: 'manual' })
      expect([answer.status, answer.headers.get('location')]).toEqual([301, `${lang}/bai-viet/dia-chi-sau`])
      expect((await ask(`${lang}/bai-viet/dia-chi-sau`)).status).toBe(200)
      const sitemap = await read('/sitemap.xml')
      expect(sitemap).toContain('/bai-viet/dia-chi-sau')
      expect(sitemap + (await read('/nguon-tin/tat-ca.rss'))).not.toContain('dia-chi-truoc')
    },
  )

  it('shows every kind of block as what it is, and words as words', async () => {
    const html = await read('/bai-viet/lich-su')
    for (const piece of [
      '<h2 class="h2">Mục một',
      '<ol class="points">',
      '<blockquote>',
      '<th scope="col">',
      '<hr',
    ])
      expect(html).toContain(piece)
    expect(html).toContain('&lt;b&gt;đậm&lt;/b&gt;')
    expect(html).toContain('href="/bai-viet/lich-chi-tra"')
  })

  it('in two languages leads machines to both; in one, to that one from wherever', async () => {
    const both = await read('/en/bai-viet/lich-su')
    expect(both).toMatch(/rel="canonical" href="[^"]+\/en\/bai-viet\/lich-su"/)
    expect(both).toMatch(/hrefLang="vi" href="[^"]+:\d+\/bai-viet\/lich-su"/)
    expect(both).toContain('A translation for your convenience')
    const one = await read(inEnglish(noticePath))
    expect(one).toMatch(new RegExp(`rel="canonical" href="[^"]+:\\d+${noticePath}"`))
    expect(one).not.toContain('hrefLang="en" href')
    expect(one).toContain('available in Vietnamese only')
  })

  it('is news, legislation or a service to search engines, and has a picture to be shown with', async () => {
    const kindOf = async (path: string) => thingsIn(await read(path)).map((thing) => thing['@type'])
    expect(await kindOf(noticePath)).toEqual(expect.arrayContaining(['NewsArticle', 'BreadcrumbList']))
    expect(await kindOf('/bai-viet/quyet-dinh-12')).toContain('Legislation')
    expect(await kindOf('/bai-viet/thu-tuc-tro-cap-xa-hoi-hang-thang')).toContain('GovernmentService')
    expect(await kindOf('/')).toEqual(expect.arrayContaining(['GovernmentOrganization', 'WebSite']))
    const picture = (await read(noticePath)).match(/property="og:image" content="http:\/\/[^/]+([^"]+)"/)?.[1]
    const answer = await ask(picture ?? '')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  it('says since when it stands here, not to be of the day of the document it reports', async () => {
    const html = await read(noticePath)
    expect(html).toMatch(/Đăng trên cổng ngày \d\d\/\d\d\/20(?!22)\d\d/)
    const [news] = thingsIn(html).filter((thing) => thing['@type'] === 'NewsArticle')
    expect(news).toMatchObject({ creditText: notice440.byline })
    expect(news).toMatchObject({ datePublished: expect.not.stringMatching(/^2022/) })
    expect(news).not.toHaveProperty('author')
  })

  it('in another language than the reader’s is marked as such wherever it is listed', async () => {
    for (const path of ['/en', '/en/bai-viet', '/en/van-ban', '/en/thong-bao', '/en/tim?q=tro+cap'])
      expect([path, (await read(path)).includes(' (in Vietnamese)')]).toEqual([path, true])
    for (const path of ['/', '/bai-viet', '/van-ban']) expect(await read(path)).not.toContain(' (bằng tiếng')
  })

  it('of a procedure says what the law leaves open rather than nothing, and where its forms are', async () => {
    const html = (await read('/bai-viet/thu-tuc-xac-dinh-muc-do-khuyet-tat')).replaceAll('<!-- -->', '')
    expect(html).toContain('Văn bản đã đối chiếu không kê giấy tờ')
    expect(html).toContain('Chưa có trong văn bản đã đối chiếu')
    expect(html).toContain('dichvucong.gov.vn</a>: Cổng Dịch vụ công quốc gia, tìm theo mã 1.001699')
    const known = await read('/bai-viet/thu-tuc-tro-cap-huu-tri-xa-hoi')
    expect(known).not.toContain('không kê giấy tờ')
  })

  it('of a commune names the commune', async () => {
    expect(await read('/bai-viet/lich-chi-tra')).toContain('<span lang="vi">Phường Vinh Phú</span>')
  })

  it('that was taken back answers 410 with the reason and the day, and is nowhere listed', async () => {
    const answer = await ask('/bai-viet/da-go')
    const html = await answer.text()
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([410, 'private, no-store'])
    expect(html).toContain('Số liệu sai')
    expect(html).toContain('21/11/2026')
    expect(html).not.toContain('Bài đã gỡ')
    for (const path of ['/bai-viet', '/sitemap.xml', '/nguon-tin/tat-ca.atom', '/tim?q=da+go'])
      expect(await read(path)).not.toContain('da-go"')
  })

  it('is told to be the same to who has it already', async () => {
    const first = await ask(noticePath)
    const again = await ask(noticePath, { 'if-none-match': first.headers.get('etag') ?? '' })
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, ''])
    const since = first.headers.get('last-modified') ?? ''
    expect((await ask(noticePath, { 'if-modified-since': since })).status).toBe(304)
  })
})

describe('lists, sections and menus', () => {
  it('lead to what is there: what has no article yet is in no menu and says so at its own address', async () => {
    const home = await read('/')
    for (const path of ['/thong-bao', '/van-ban', '/thu-tuc', '/gioi-thieu'])
      expect(home).toContain(`<a href="${path}">`)
    const about = await read('/gioi-thieu')
    expect(about).toContain('/gioi-thieu/lich-su')
    expect(about).toMatch(/gioi-thieu\/van-hoa[\s\S]*?Chưa có bài/)
    const empty = await read('/gioi-thieu/van-hoa')
    expect(empty).toMatch(/Tính đến ngày \d\d\/\d\d\/\d{4}, mục này chưa có bài nào được đăng/)
    expect(empty).toContain('Sở Văn hóa, Thể thao và Du lịch')
    expect((await ask('/gioi-thieu/khong-co')).status).toBe(404)
  })

  it('show a section’s one article whole, when it last changed, and the article of the decree it fills', async () => {
    const html = await read('/gioi-thieu/lich-su')
    expect(html).toContain('Lời trích nguyên văn')
    expect(html).toContain('Cập nhật lần cuối: 20/11/2026')
    expect(html).toContain('NĐ 224/2026, Đ9.1.c')
  })

  it('of legal documents narrow by form, year and whether they hold, and say when nothing is like that', async () => {
    const path = '/van-ban?loai=Quy%E1%BA%BFt+%C4%91%E1%BB%8Bnh&nam=2026&hieu-luc=inForce'
    expect(await read(path)).toContain('12/2026/QĐ-UBND')
    expect(await read('/van-ban?hieu-luc=expired')).toContain('Không có văn bản nào như đã chọn')
  })

  it('of legal documents name the law that the system applies, beside whatever was published', async () => {
    const html = await read('/van-ban')
    for (const number of ['335/2026/NĐ-CP', '176/2025/NĐ-CP', '20/2021/NĐ-CP']) expect(html).toContain(number)
    expect(await read('/van-ban?hieu-luc=expired')).not.toContain('335/2026/NĐ-CP')
  })

  it('have no page beyond their last', async () => {
    for (const path of [
      '/bai-viet?trang=2',
      '/thu-tuc?trang=0',
      '/tim?q=tro+cap&trang=99',
      '/van-ban?trang=x',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404])
  })
})

describe('the search', () => {
  it('finds words typed without tones and marks them', async () => {
    expect(await read('/tim?q=dung+doi+tuong')).toContain('<mark>đúng đối tượng</mark>')
    expect(await read('/tim?q=tro+cap')).toContain('<a href="/en/tim?q=tro+cap" lang="en"')
    expect(await read('/tim?q=lich&loai=announcement')).not.toContain('/bai-viet/lich-su')
  })

  it('says what may have been meant, and what else to do, where nothing is found', async () => {
    const html = await read('/tim?q=chi+tra+thagn')
    expect(html).toContain('Có phải ông/bà tìm:')
    expect(html).toContain('q=chi%20tr%E1%BA%A3%20th%C3%A1ng')
    expect(await read('/tim?q=zzzzzz')).toContain('Không tìm thấy gì')
  })

  it('shows what was typed as words, whatever it is, and is listed by nobody', async () => {
    const html = await read(`/tim?q=${encodeURIComponent('<script>alert(1)</script> & "')}`)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('name="robots" content="noindex"')
  })
})

describe('machines that follow the portal', () => {
  it('are given a map on which every address answers', async () => {
    const map = await read('/sitemap.xml')
    const addresses = [...map.matchAll(/<loc>http:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path]) => path || '/')
    expect(addresses.length).toBeGreaterThan(40)
    expect(addresses).toContain('/en/bai-viet/lich-su')
    for (const path of addresses) expect([path, (await ask(path)).status]).toEqual([path, 200])
    expect(await read('/robots.txt')).toMatch(/Disallow: \/can-bo\n[\s\S]*Sitemap: http:\/\/.+\/sitemap\.xml/)
  })

  it('are given feeds in both formats, of all, of a kind and of a section, and 304 when nothing is new', async () => {
    for (const [path, type] of [
      ['/nguon-tin/tat-ca.rss', 'application/rss+xml'],
      ['/nguon-tin/thong-bao.atom', 'application/atom+xml'],
      ['/en/nguon-tin/lich-su.atom', 'application/atom+xml'],
    ] as const) {
      const answer = await ask(path)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`])
      const tag = answer.headers.get('etag') ?? ''
      expect((await ask(path, { 'if-none-match': tag })).status).toBe(304)
    }
    expect(await read('/nguon-tin/thong-bao.atom')).toContain('Lịch chi trả tháng 12')
    expect(await read('/nguon-tin/thong-bao.atom')).not.toContain(notice440.title)
    expect((await ask('/nguon-tin/khong-co.atom')).status).toBe(404)
  })
})

/** What a browser without scripts or fonts loads, as it travels: the page and its styles; drawings stand in the page. */
async function weigh(path: string): Promise<{ bytes: number; files: number }> {
  const html = await read(path)
  const files = [...new Set(html.match(/(?<=(?:href|src)=")\/assets\/[^"]+\.(?:css|js)/g))]
  const bodies = await Promise.all(files.map(read))
  return {
    bytes: [html, ...bodies].reduce((sum, body) => sum + gzipSync(body).length, 0),
    files: files.length,
  }
}

it('the pages most read weigh at most 60 KB with their styles and scripts, fonts apart', async () => {
  for (const path of ['/', noticePath, '/gioi-thieu/ban-do-hanh-chinh', '/thu-tuc', '/tim?q=tro+cap']) {
    const { bytes, files } = await weigh(path)
    expect(files).toBeGreaterThan(0)
    expect([path, bytes <= 60 * 1024]).toEqual([path, true])
  }
})
