import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readConfig } from '#platform/config'
import { filesFolder, openFiles, parseSha256 } from '#platform/files'
import { fileSize, fileType } from './file-words.ts'
import { savedAs, sendPublished } from './files.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'an-sinh-portal-files-'))
afterAll(() => rmSync(folder, { recursive: true }))
const config = readConfig({ DATA_DIR: folder })
const ask = (headers: HeadersInit = {}) => ({
  config,
  request: new Request('http://localhost/tep/1/a', { headers }),
})
const file = { type: 'application/pdf', bytes: 4, disposition: 'attachment; filename="tep"' }

it('a file is saved under its name, and by old programs with its ending at least', () => {
  expect(savedAs('Mẫu số 1 (mới).DOCX')).toBe(
    `attachment; filename="tep.docx"; filename*=UTF-8''M%E1%BA%ABu%20s%E1%BB%91%201%20%28m%E1%BB%9Bi%29.DOCX`,
  )
  expect(savedAs('không đuôi')).toMatch(/^attachment; filename="tep"; /)
})

it('a published file is sent with its type, runs nothing, and is kept by a browser', async () => {
  const { sha256 } = await openFiles(filesFolder(config)).keep([Buffer.from('%PDF')], { bytesMax: 10 })
  const answer = await sendPublished(ask(), { ...file, sha256 })
  expect(await answer.text()).toBe('%PDF')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="tep"',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=86400',
  })
  const again = await sendPublished(ask({ 'if-none-match': answer.headers.get('etag') ?? '' }), {
    ...file,
    sha256,
  })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

it('a file that is not on this machine is said to be missing, and that answer is kept by nobody', async () => {
  const sha256 = parseSha256('0'.repeat(64))
  if (!sha256) throw new Error('64 digits name a content')
  const answer = await sendPublished(ask(), { ...file, sha256 })
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'private, no-store'])
})

it('a file is described by the letters and the size people know', () => {
  expect(fileType('application/pdf')).toBe('PDF')
  expect(fileType('image/png')).toBe('PNG')
  expect([fileSize(400, 'vi'), fileSize(14_200, 'vi')]).toEqual(['1\u00A0KB', '14\u00A0KB'])
  expect([fileSize(2_449_000, 'vi'), fileSize(2_449_000, 'en')]).toEqual(['2,4\u00A0MB', '2.4\u00A0MB'])
})
