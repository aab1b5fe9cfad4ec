import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { withActor } from '#platform/database'
import { openFiles } from '#platform/files'
import { freshDatabase } from '#test/database'
import { issued, people, sent } from '#test/directive-rows'
import { addEvidence, keepEvidenceFile, reportTask, type Task } from './index.ts'

const database = await freshDatabase()
const [task] = (await issued(database, '2026-06-15')) as [Task]
const folder = await mkdtemp(join(tmpdir(), 'an-sinh-evidence-'))
const files = openFiles(folder)
afterAll(() => rm(folder, { recursive: true }))
const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n')
const text = Buffer.from('Danh sách đã rà soát')

describe('a file as evidence', () => {
  it('is kept by its content, under a name that can be shown', async () => {
    const kept = await keepEvidenceFile(files, { name: '../../Báo cáo.pdf', bytes: pdf })
    expect(kept).toMatchObject({ fileName: 'Báo cáo.pdf', mediaType: 'application/pdf', bytes: pdf.length })
    expect(await files.read(kept.sha256)).toEqual(pdf)
    expect((await keepEvidenceFile(files, { name: 'Danh sách.CSV', bytes: text })).mediaType).toBe('text/csv')
  })

  it.each([
    ['trang.html', text],
    ['chay.exe', Buffer.from('MZ')],
    ['khong-duoi', text],
    ['anh.png', pdf],
    ['van-ban.pdf', text],
    ['bang.xlsx', Buffer.from('PK\x03\x04')],
    ['ghi.txt', pdf],
    ['ghi.txt', Buffer.from([65, 0, 66])],
    ['anh.svg', Buffer.from('<svg onload="x"/>')],
  ])('%s is not taken when it is not of a kind we show, or not what it says', async (name, bytes) => {
    await expect(keepEvidenceFile(files, { name, bytes })).rejects.toMatchObject({ code: 'fileNotTaken' })
  })

  it.each([0, 20 * 1024 * 1024 + 1])('of %i bytes is refused', async (size) => {
    await expect(
      keepEvidenceFile(files, { name: 'a.txt', bytes: new Uint8Array(size).fill(65) }),
    ).rejects.toMatchObject({
      code: 'fileTooLarge',
    })
  })
})

describe('a link as evidence', () => {
  const add = (href: string) =>
    withActor(database, people.health, async (tx) => {
      const evidence = { kind: 'link', title: 'Kế hoạch', href } as const
      return addEvidence(tx, { taskId: task.id, evidence, ...sent('2026-06-16') })
    })

  it.each(['https://nghean.gov.vn/kế-hoạch', 'http://[2001:db8::1]:8080/a?b=c@d', '/can-bo/nguoi'])(
    'is taken: %s',
    async (href) => {
      expect((await add(href)).id).toBeGreaterThan(0)
    },
  )

  it.each([
    'https://nghean.gov.vn@xau.example/',
    'https://ten:mat-khau@nghean.gov.vn/',
    'javascript:alert(1)',
    'data:text/html,x',
    '//xau.example',
    'ftp://nghean.gov.vn',
    'https://',
    'nghean.gov.vn',
  ])('is refused: %s', async (href) => {
    await expect(add(href)).rejects.toMatchObject({ code: 'unsafeLink' })
  })
})

it('a report has at most 4,000 letters, and says so', async () => {
  const report = (progress: string) =>
    withActor(database, people.health, (tx) =>
      reportTask(tx, { taskId: task.id, progress, ...sent('2026-06-16') }),
    )
  await expect(report('a'.repeat(4_001))).rejects.toMatchObject({
    code: 'tooManyLetters',
    vi: expect.stringContaining('4.000'),
  })
  expect((await report('a'.repeat(4_000))).id).toBeGreaterThan(0)
})
