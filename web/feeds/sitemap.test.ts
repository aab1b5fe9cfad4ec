import { expect, it } from 'vitest'
import { writeSitemap } from './sitemap.server.ts'

it('the map of the site has an entry for each language of a page, each naming all of them', () => {
  const changedAt = new Date('2026-11-05T02:00:00Z')
  const pages = [
    { path: '/', languages: ['vi', 'en'] as const },
    { path: '/bai-viet/a', languages: ['vi'] as const, changedAt },
  ]
  const map = writeSitemap(pages, 'https://ansinh.example.vn')
  expect(map.match(/<url>/g)).toHaveLength(3)
  expect(map).toContain('<loc>https://ansinh.example.vn/en</loc>')
  expect(map).toContain('hreflang="en" href="https://ansinh.example.vn/en"')
  expect(map).toContain(
    '<url><loc>https://ansinh.example.vn/bai-viet/a</loc><lastmod>2026-11-05T02:00:00.000Z</lastmod>' +
      '<xhtml:link rel="alternate" hreflang="vi" href="https://ansinh.example.vn/bai-viet/a"/></url>',
  )
})
