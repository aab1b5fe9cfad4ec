import { describe, expect, it } from 'vitest'
import { freshDatabase } from '#test/database'
import { openText, sealText } from './sealed-text.server.ts'

const database = await freshDatabase()
const typed = 'Nguyễn Thị Hòa 040144000123'

describe('what was typed in the search box', () => {
  it('stands in an address as nothing anybody could read, and each time otherwise', async () => {
    const sealed = [await sealText(database, 'lan', typed), await sealText(database, 'lan', typed)]
    expect(sealed[0]).not.toBe(sealed[1])
    expect(sealed[0]).toMatch(/^[\w-]+$/)
    expect(Buffer.from(sealed[0] ?? '', 'base64url').toString('latin1')).not.toContain('0401')
  })

  it('opens for the officer who typed it and for nobody else', async () => {
    const sealed = await sealText(database, 'lan', typed)
    expect(await openText(database, 'lan', sealed)).toBe(typed)
    expect(await openText(database, 'hoa', sealed)).toBeUndefined()
  })

  it.each(['', 'x', 'A'.repeat(60), 'A'.repeat(5_000), '%%%'])('and %j opens to nothing', async (sealed) => {
    expect(await openText(database, 'lan', sealed)).toBeUndefined()
  })
})
