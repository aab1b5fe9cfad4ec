import { describe, expect, it } from 'vitest'
import { landingOf, safeDestination } from './access.ts'

describe('where an officer goes after signing in', () => {
  it('is the page of the workspace they asked for, with its filter', () => {
    for (const page of ['/can-bo', '/can-bo/nguoi?tim=lan', '/en/can-bo?loai=missed&trang=2'])
      expect(safeDestination(page, '/can-bo')).toBe(page)
  })

  it('is never another site, another page or a forged line', () => {
    for (const page of [
      null,
      '',
      '//evil.example/can-bo',
      'https://evil.example/can-bo',
      '/can-bo//evil.example',
      '/can-bo-khac',
      '/bai-viet',
      '/can-bo\\evil.example',
      '/can-bo\r\nset-cookie: a=b',
    ])
      expect(safeDestination(page, '/can-bo')).toBe('/can-bo')
  })
})

describe('the first page after signing in', () => {
  it('is the one of the leaders for a leader who asked for nothing else, in the language they read', () => {
    for (const asked of [null, '/can-bo', 'https://evil.example'])
      expect(landingOf(asked, 'vi', { role: 'leader' })).toBe('/can-bo/dieu-hanh')
    expect(landingOf(null, 'en', { role: 'leader' })).toBe('/en/can-bo/dieu-hanh')
    expect(landingOf('/en/can-bo', 'vi', { role: 'leader' })).toBe('/en/can-bo/dieu-hanh')
  })

  it('is what was asked for, and today’s findings for everybody else', () => {
    expect(landingOf('/can-bo?loai=missed', 'vi', { role: 'leader' })).toBe('/can-bo?loai=missed')
    expect(landingOf('/can-bo/nguoi', 'vi', { role: 'leader' })).toBe('/can-bo/nguoi')
    for (const role of ['provinceOfficer', 'communeOfficer'] as const)
      expect(landingOf(null, 'en', { role })).toBe('/en/can-bo')
  })
})
