import { describe, expect, it } from 'vitest'
import { type FeedItem, writeFeed } from './feed.server.ts'
import { feeds } from './names.ts'

const history = feeds.find(({ name }) => name === 'lich-su')
const article: FeedItem = {
  path: '/bai-viet/lich-su-xu-nghe',
  title: 'Sông Lam & núi <Hồng>',
  lead: 'Từ 1 < 2 đến ]]> nay.\u0001',
  tags: ['Lịch sử & văn hóa'],
  publishedAt: new Date('2026-11-01T02:00:00Z'),
  changedAt: new Date('2026-11-05T02:00:00Z'),
}

function written(format: 'rss' | 'atom', articles = [article], lang: 'vi' | 'en' = 'vi') {
  if (!history) throw new Error('The history of the province has a feed')
  return writeFeed(articles, { of: history, lang, origin: 'https://ansinh.example.vn', format })
}

describe('a feed of the portal', () => {
  it('names each article with its address, its first day and its last change', () => {
    const atom = written('atom')
    expect(atom).toContain('<id>https://ansinh.example.vn/bai-viet/lich-su-xu-nghe</id>')
    expect(atom).toContain('<updated>2026-11-05T02:00:00.000Z</updated>')
    expect(atom).toContain('<published>2026-11-01T02:00:00.000Z</published>')
    expect(atom).toContain('<link rel="self" href="https://ansinh.example.vn/nguon-tin/lich-su.atom"/>')
    expect(written('rss')).toContain('<pubDate>Sun, 01 Nov 2026 02:00:00 GMT</pubDate>')
    expect(written('rss')).toContain('href="https://ansinh.example.vn/nguon-tin/lich-su.rss" rel="self"')
  })

  it('takes plain words for plain words: nothing in them becomes markup or ends the document', () => {
    for (const format of ['rss', 'atom'] as const) {
      const xml = written(format)
      expect(xml).not.toContain('<Hồng>]]></title><link')
      expect(xml).toContain('Từ 1 &lt; 2 đến ]]')
      expect(xml).not.toContain('\u0001')
      expect(xml).toContain('Lịch sử &amp; văn hóa')
      expect(xml.trimEnd()).toMatch(/<\/(rss|feed)>$/)
    }
    expect(written('atom')).toContain('Sông Lam &amp; núi &lt;Hồng&gt;')
  })

  it('opens whatever stands in a tag', () => {
    const atom = written('atom', [{ ...article, tags: ['a"<script>&b', ']]>'] }])
    expect(atom).toContain('<category label="a&quot;&lt;script>&amp;b" term="a&quot;&lt;script>&amp;b"/>')
    expect(atom).not.toContain('<script>')
  })

  it('speaks English below /en, and is a feed also when there is nothing yet', () => {
    const english = written('atom', [article], 'en')
    expect(english).toContain('<title>History | An Sinh portal of Nghệ An province</title>')
    expect(english).toContain('https://ansinh.example.vn/en/bai-viet/lich-su-xu-nghe')
    expect(written('atom', [])).toContain('<updated>2026-07-01T00:00:00.000Z</updated>')
    expect(written('rss', [])).toContain('<language>vi</language>')
  })

  it('has one name for each of its kind, which no other has', () => {
    const names = feeds.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining(['tat-ca', 'bai-viet', 'thong-bao', 'lich-su']))
  })
})
