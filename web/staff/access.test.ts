import { describe, expect, it } from 'vitest'
import { safeDestination } from './access.ts'

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
