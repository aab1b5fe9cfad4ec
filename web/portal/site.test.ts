import { expect, it } from 'vitest'
import { plainPath } from './site.ts'

it('a page names itself by one address, however it was asked for', () => {
  for (const asked of ['/bai-viet/thong-bao-440', '/BAI-VIET/thong-bao-440', '/bai-viet/thong-bao-440//'])
    expect(plainPath(asked)).toBe('/bai-viet/thong-bao-440')
  expect([plainPath('/'), plainPath('//'), plainPath('/en/')]).toEqual(['/', '/', '/en'])
})
