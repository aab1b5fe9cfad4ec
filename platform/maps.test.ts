import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { communeShapes } from './maps.ts'

const { shapes, viewBox } = communeShapes()

/** The rings of a path, each as corners in tenths of a pixel. */
function ringsOf(path: string): string[][] {
  return path
    .split('z')
    .filter(Boolean)
    .map((ring) => {
      let [x, y] = [0, 0]
      return (ring.match(/[Ml][^Ml]+/g) ?? []).map((step) => {
        const [dx = 0, dy = 0] = (step.match(/-?[\d.]+/g) ?? []).map((number) =>
          Math.round(Number(number) * 10),
        )
        x = step.startsWith('M') ? dx : x + dx
        y = step.startsWith('M') ? dy : y + dy
        return `${x},${y}`
      })
    })
}

function sidesOf(ring: readonly string[]): [string, string][] {
  return ring.map((corner, index) => [corner, ring[(index + 1) % ring.length] ?? ''])
}

describe('the map of the communes', () => {
  it('draws each of the 130 communes in force once, and nothing else', () => {
    const [head = '', ...rows] = readFileSync('data/nghe-an-units.csv', 'utf8').trim().split('\n')
    const [level, validTo, uid] = ['level', 'valid_to', 'uid'].map((name) => head.split(',').indexOf(name))
    const inForce = rows
      .map((row) => row.split(','))
      .filter((cells) => cells[level ?? -1] === 'commune' && cells[validTo ?? -1] === '')
      .map((cells) => cells[uid ?? -1])
    expect(inForce).toHaveLength(130)
    expect(shapes.map(({ unitUid }) => unitUid).sort()).toEqual(inForce.sort())
  })

  it('gives neighbours the same border: each side of an outline is walked once in each direction or lies outside', () => {
    const walked = new Map<string, number>()
    for (const { path } of shapes)
      for (const [from, to] of ringsOf(path).flatMap(sidesOf))
        walked.set(`${from} ${to}`, (walked.get(`${from} ${to}`) ?? 0) + 1)
    expect([...walked.values()].filter((times) => times > 1)).toEqual([])

    const outside = new Map<string, string>()
    for (const side of walked.keys()) {
      const [from = '', to = ''] = side.split(' ')
      if (!walked.has(`${to} ${from}`)) outside.set(from, to)
    }
    expect(loopsOf(outside), 'the mainland, and the two islands of Cửa Lò').toBe(3)
  })

  it('keeps to its box, steps by tenths, and is light enough for a page of 60 KB', () => {
    const [, , width = 0, height = 0] = viewBox.split(' ').map(Number)
    for (const { path } of shapes)
      for (const corner of ringsOf(path).flat()) {
        const [x = -1, y = -1] = corner.split(',').map((tenth) => Number(tenth) / 10)
        expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true)
      }
    const drawn = shapes.map(({ path }) => path).join('')
    expect(drawn).not.toMatch(/\.\d\d/)
    expect(gzipSync(drawn).length).toBeLessThan(20_000)
  })

  it('leaves every commune an outline that can be seen', () => {
    for (const { path, name } of shapes)
      expect(
        ringsOf(path).every((ring) => ring.length >= 3),
        name,
      ).toBe(true)
  })
})

/** Into how many closed loops the sides fall. */
function loopsOf(next: Map<string, string>): number {
  const left = new Set(next.keys())
  let loops = 0
  for (const start of next.keys()) {
    if (!left.has(start)) continue
    loops += 1
    for (let corner: string | undefined = start; corner && left.delete(corner); ) corner = next.get(corner)
  }
  return loops
}
