import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { countDirectives, getDirective } from '#directives'
import { withActor } from '#platform/database'
import { type Files, openFiles, type Sha256 } from '#platform/files'
import { freshDatabase } from '#test/database'
import { at, people } from '#test/directive-rows'
import { readDirective } from './read-directive.ts'

const database = await freshDatabase()
const folder = await mkdtemp(join(tmpdir(), 'an-sinh-directive-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const files: Files = openFiles(folder)
const { clerk, health } = people
const letter = 'Giao Sở Y tế rà soát người đủ 75 tuổi, báo cáo UBND tỉnh trước ngày 20/12/2026.'

async function kept(text: string): Promise<Sha256> {
  const { sha256 } = await files.keep([Buffer.from(text)], { bytesMax: 1_000_000 })
  return sha256
}

const read = (sha256: Sha256, key: string, actor: typeof clerk | typeof health = clerk) =>
  readDirective({ database, files }, { sha256, name: 'giao-viec.txt', actor }, { key, at: at('2026-11-23') })

describe('a directive brought as a file', () => {
  it('is kept with its text, its name and the drafts that were found, for a clerk to decide', async () => {
    const sha256 = await kept(letter)
    const { directiveId, source, alike } = await read(sha256, 'one')
    expect({ source, alike }).toEqual({ source: 'text', alike: [] })
    const directive = await withActor(database, clerk, (transaction) =>
      getDirective(transaction, directiveId, day('2026-11-23')),
    )
    expect(directive).toMatchObject({
      state: 'draft',
      sourceName: 'giao-viec.txt',
      sourceSha256: sha256,
      readAs: 'text',
      parts: [{ kind: 'paragraph', text: letter }],
    })
    expect(directive.drafts).toMatchObject([
      { state: 'proposed', content: { due: '2026-12-20' }, proposedLead: { party: 'dpHealth' } },
    ])
  })

  it('is kept once however often the work is begun again, and a second upload is told of the first', async () => {
    const sha256 = await kept(`${letter} Lần hai.`)
    const first = await read(sha256, 'two')
    expect(await read(sha256, 'two')).toEqual(first)
    expect((await read(sha256, 'three')).alike).toContain(first.directiveId)
  })

  it('is neither kept nor its file when it is stamped as a state secret', async () => {
    const before = await withActor(database, clerk, (transaction) => countDirectives(transaction))
    const sha256 = await kept(`UBND TỈNH NGHỆ AN\n\nMẬT\n\n${letter}`)
    const asked = { sha256, name: 'mat.txt', actor: clerk, isNew: true }
    await expect(
      readDirective({ database, files }, asked, { key: 'secret', at: at('2026-11-23') }),
    ).rejects.toMatchObject({ code: 'stateSecret' })
    expect(await files.sizeOf(sha256)).toBeUndefined()
    expect(await withActor(database, clerk, (transaction) => countDirectives(transaction))).toBe(before)
  })

  it('is not kept for who is no clerk, nor when it cannot be read', async () => {
    const before = await withActor(database, clerk, (transaction) => countDirectives(transaction))
    await expect(read(await kept(letter), 'four', health)).rejects.toMatchObject({ code: 'notClerk' })
    await expect(read(await kept(' \n'), 'five')).rejects.toMatchObject({
      vi: expect.any(String),
      en: expect.any(String),
    })
    expect(await withActor(database, clerk, (transaction) => countDirectives(transaction))).toBe(before)
  })
})
