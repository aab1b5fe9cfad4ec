import { describe, expect, it } from 'vitest'
import { langOf, pathIn } from './language.ts'

describe('the language of an address', () => {
  it('is English below /en and Vietnamese everywhere else', () => {
    expect(langOf('/en')).toBe('en')
    expect(langOf('/en/gop-y')).toBe('en')
    expect(langOf('/')).toBe('vi')
    expect(langOf('/english-lessons')).toBe('vi')
  })

  it('leads to no other host, however an address was made up', () => {
    for (const made of ['//evil.example/a', '/en//evil.example/a', '/\\evil.example/a', '///evil.example/a'])
      expect([pathIn('vi', made), pathIn('en', made)]).toEqual(['/evil.example/a', '/en/evil.example/a'])
  })

  it('keeps the page when the language is switched, there and back', () => {
    for (const page of ['/', '/bai-viet', '/bai-viet/thong-bao-440']) {
      expect(pathIn('vi', pathIn('en', page))).toBe(page)
      expect(pathIn('en', pathIn('en', page))).toBe(pathIn('en', page))
    }
    expect(pathIn('en', '/')).toBe('/en')
    expect(pathIn('vi', '/en')).toBe('/')
  })
})
