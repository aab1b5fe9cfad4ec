import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { exportsFolder } from './exports-folder.ts'
import { filesFolder } from './files.ts'
import { assertOurs } from './postgres-places.ts'

const home = await mkdtemp(join(tmpdir(), 'an-sinh-test-'))
afterAll(() => rm(home, { recursive: true }))

describe('the folder of the data', () => {
  it('is taken again after everything An Sinh keeps in it was made', async () => {
    const made = [join(home, 'pg'), join(home, 'run'), filesFolder({ dataDir: home })]
    for (const folder of [...made, exportsFolder({ dataDir: home })]) await mkdir(folder)
    await writeFile(join(home, 'postgres.log'), '')
    expect(() => assertOurs(home)).not.toThrow()
  })

  it('is refused when it holds something else', async () => {
    await mkdir(join(home, 'exports-of-mine'))
    expect(() => assertOurs(home)).toThrow('đang chứa thứ khác (exports-of-mine)')
  })
})
