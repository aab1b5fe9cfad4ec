import { gzipSync } from 'node:zlib'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { describe, expect, it } from 'vitest'
import { communeShapes } from '#platform/maps'
import { CommuneMap } from './commune-map.tsx'

const shapes = communeShapes()
const vinhPhu = '16702@2025-07-01'
const values = shapes.shapes.map(({ unitUid }, index) => ({
  unitUid,
  value: unitUid === vinhPhu ? undefined : 60 + (index % 40),
  href: `/can-bo/dieu-hanh/${unitUid}`,
}))

function draw(props: Partial<Parameters<typeof CommuneMap>[0]> = {}, path = '/can-bo/dieu-hanh'): string {
  const map = createElement(CommuneMap, {
    shapes,
    values,
    what: 'Đủ chế độ',
    format: (value) => `${value} %`,
    better: 'higher',
    cuts: [70, 80, 90, 97],
    ...props,
  })
  return renderToStaticMarkup(createElement(MemoryRouter, { initialEntries: [path] }, map))
}

describe('the map of the communes on a page', () => {
  it('gives each of the 130 areas its name, its number and its link, and a row in the table', () => {
    const html = draw()
    expect(html.match(/<title>/g)).toHaveLength(130)
    expect(html.match(/<a href="\/can-bo\/dieu-hanh\/[^"]+" tabindex="-1">/g)).toHaveLength(130)
    expect(html.match(/<td role="cell" lang="vi"><a/g)).toHaveLength(130)
    expect(html).toContain('<title>Phường Thành Vinh: 60 %</title>')
  })

  it('outlines what was not measured, says so, and never shows a zero for it', () => {
    const html = draw()
    expect(html).toContain('<title>Phường Vinh Phú: chưa đo</title>')
    expect(html.match(/<path class="kn"/g)).toHaveLength(1)
    expect(html).toContain('chưa đo <span class="quiet">(1 xã, phường)</span>')
  })

  it('says in the legend where each class begins and how many communes lie in it', () => {
    const html = draw()
    for (const text of ['dưới 70 %', '70 % đến dưới 80 %', 'từ 97 %']) expect(html).toContain(text)
    const counts = [...html.matchAll(/\((\d+) xã, phường\)/g)].map(([, count]) => Number(count))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(130)
  })

  it('says the one number where all that is told is the same, and of the others what is said of them', () => {
    const same = values.map(({ unitUid }, index) => ({
      unitUid,
      value: index < 3 ? 0 : undefined,
      ...(index === 3 ? { missing: 'không có ai' } : {}),
    }))
    const html = draw({ values: same, cuts: undefined, missing: 'ẩn' })
    expect(html).toContain('nơi nào cũng 0 % <span class="quiet">(3 xã, phường)</span>')
    expect(html).toContain('không có ai <span class="quiet">(1 xã, phường)</span>')
    expect(html).toContain('ẩn <span class="quiet">(126 xã, phường)</span>')
  })

  it('leaves its table out where the page has one of its own', () => {
    expect(draw({ withoutTable: true })).not.toContain('<table')
  })

  it('sorts the table without scripts: the worst first, or by name, with a link to the other order', () => {
    const hrefOf = (order: string) => `?xep=${order}`
    const first = (html: string) => /<td role="cell" lang="vi"><a href="[^"]+">([^<]+)/.exec(html)?.[1]
    expect(first(draw({ order: 'name', hrefOf }))).toBe('Xã An Châu')
    const byValue = draw({ order: 'value', hrefOf })
    expect(byValue).toContain('href="?xep=name"')
    expect(byValue).toMatch(/<th[^>]*aria-sort="ascending"[^>]*>Đủ chế độ/)
  })

  it('speaks English at an English address, keeps the attribution and stays below 60 KB', () => {
    const html = draw({}, '/en/can-bo/dieu-hanh')
    expect(html).toContain('© Thang Le Quoc, MIT licence, after sapnhap.bando.com.vn')
    expect(gzipSync(html).length).toBeLessThan(30_000)
  })
})
