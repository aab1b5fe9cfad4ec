import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FileTooLarge, filesFolder, openFiles, parseSha256, type Sha256 } from './files.ts'

const folder = mkdtempSync(join(tmpdir(), 'an-sinh-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = (words: string) => new TextEncoder().encode(words)
const listed = (at: string) => readdirSync(at, { recursive: true }).map(String).sort()

describe('files kept by their content', () => {
  it('are read again as they came, and kept once however often they come', async () => {
    const files = openFiles(join(folder, 'a'))
    const first = await files.keep([text('Trang '), text('12')], { bytesMax: 100 })
    const again = await files.keep([text('Trang 12')], { bytesMax: 100 })
    expect([first.isRepeated, again.isRepeated, again.sha256]).toEqual([false, true, first.sha256])
    expect(String(await files.read(first.sha256))).toBe('Trang 12')
    expect(await new Response(files.stream(first.sha256)).text()).toBe('Trang 12')
    expect(await files.sizeOf(first.sha256)).toBe(8)
    expect(listed(join(folder, 'a'))).toEqual([
      first.sha256.slice(0, 2),
      join(first.sha256.slice(0, 2), first.sha256),
    ])
  })

  it('are read by nobody else on the machine', async () => {
    const files = openFiles(join(folder, 'b'))
    const { sha256 } = await files.keep([text('riêng')], { bytesMax: 100 })
    expect(statSync(join(folder, 'b', sha256.slice(0, 2), sha256)).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'b')).mode & 0o777).toBe(0o700)
  })

  it('stop at the limit and leave nothing behind', async () => {
    const files = openFiles(join(folder, 'c'))
    async function* endless() {
      for (;;) yield text('x'.repeat(1_000))
    }
    await expect(files.keep(endless(), { bytesMax: 5_000 })).rejects.toThrow(FileTooLarge)
    expect(listed(join(folder, 'c'))).toEqual([])
  })

  it('leave nothing behind when what sends them breaks off', async () => {
    const files = openFiles(join(folder, 'd'))
    async function* broken() {
      yield text('nửa')
      throw new Error('mất mạng')
    }
    await expect(files.keep(broken(), { bytesMax: 5_000 })).rejects.toThrow('mất mạng')
    expect(listed(join(folder, 'd'))).toEqual([])
  })

  it('are never found by a path', async () => {
    const files = openFiles(join(folder, 'a'))
    for (const odd of ['../../etc/passwd', '', 'a'.repeat(63), `${'a'.repeat(63)}/`]) {
      expect(parseSha256(odd)).toBeUndefined()
      await expect(files.sizeOf(odd as Sha256)).rejects.toThrow()
      expect(() => files.stream(odd as Sha256)).toThrow()
    }
    expect(await files.sizeOf('0'.repeat(64) as Sha256)).toBeUndefined()
  })

  it('stand beside the data of the database', () => {
    expect(filesFolder({ dataDir: '/srv/an-sinh' })).toBe('/srv/an-sinh/files')
    expect(filesFolder({ dataDir: undefined })).toMatch(/\.data\/files$/)
  })
})
