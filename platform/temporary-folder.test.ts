import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { keepPrivately, withTemporaryFolder } from './temporary-folder.ts'

it('what passes by the disk is read by its owner alone, and gone afterwards, also when the work fails', async () => {
  let seen = ''
  const failed = withTemporaryFolder(async (folder) => {
    seen = join(folder, 'records.csv')
    await keepPrivately(Readable.from(['1,Trần Thị Lài\n']), seen)
    expect([statSync(folder).mode & 0o777, statSync(seen).mode & 0o777]).toEqual([0o700, 0o600])
    expect(readFileSync(seen, 'utf8')).toBe('1,Trần Thị Lài\n')
    throw new Error('đứt')
  })
  await expect(failed).rejects.toThrow('đứt')
  expect(existsSync(seen)).toBe(false)
})

it('what a killed process left is removed by the next', async () => {
  const left = join(tmpdir(), 'an-sinh-work-999999999-abc')
  mkdirSync(left)
  await withTemporaryFolder(async () => {})
  expect(readdirSync(tmpdir())).not.toContain('an-sinh-work-999999999-abc')
})
