import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { recordChange } from '#platform/audit'
import { listAuditRoots, publishAuditRoot } from '#platform/audit-root'
import { withActor } from '#platform/database'
import { administratorUrlOf, asOwner, freshDatabase } from '#test/database'
import { command } from './verify-audit.ts'

const database = await freshDatabase()
const owner = new pg.Client({ connectionString: administratorUrlOf(database) })
const folder = mkdtempSync(join(tmpdir(), 'an-sinh-roots-'))
const copy = join(folder, 'nhat-ky.json')
const notRoots = join(folder, 'khac.json')
delete process.env.BASE_URL
process.env.DATABASE_URL = database.url
process.env.DATABASE_OWNER_URL = asOwner(database).url

beforeAll(async () => {
  await owner.connect()
  await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
    recordChange(transaction, 'pay', { kind: 'person', id: '1' }),
  )
  await publishAuditRoot(database, { today: day('2026-11-22') })
  writeFileSync(copy, JSON.stringify({ roots: await listAuditRoots(database.query) }))
  writeFileSync(notRoots, '{"roots":[]}')
})
afterAll(async () => {
  delete process.env.DATABASE_URL
  delete process.env.DATABASE_OWNER_URL
  await owner.end()
  rmSync(folder, { recursive: true, force: true })
})

async function verify(values: Record<string, string | boolean>) {
  const [out, err]: [string[], string[]] = [[], []]
  const io = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    stdinIsTerminal: false,
  }
  const code = await command.run({ values: { lang: 'vi', ...values }, positionals: [] }, io)
  return { code, out, err }
}

describe('ansinh verify-audit', () => {
  it('says of a whole log that it is whole, and that roots of its own prove little', async () => {
    const { code, out } = await verify({})
    expect([code, out]).toEqual([
      0,
      [
        'Nhật ký nguyên vẹn: 1 dòng, 1 con dấu, khớp 1 gốc đã công bố',
        expect.stringContaining('dùng --roots với bản sao giữ ở nơi khác'),
      ],
    ])
    expect((await verify({ roots: copy })).out).toHaveLength(1)
  })

  it('reads a copy from an address as well', async () => {
    const server = createServer((_, answer) => answer.end(readFileSync(copy))).listen(0)
    const { port } = server.address() as AddressInfo
    const { code, out } = await verify({ roots: `http://localhost:${port}/nhat-ky.json` })
    server.close()
    expect([code, out[0]]).toEqual([0, expect.stringContaining('khớp 1 gốc đã công bố')])
  })

  it('refuses what holds no roots, and a file that is not there', async () => {
    for (const roots of [notRoots, join(folder, 'khong-co.json')])
      expect(await verify({ roots })).toMatchObject({ code: 2, out: [] })
  })

  it('names the day from which the log is another, for people and for programs', async () => {
    await owner.query(`update platform.audit set actor = 'officer:khac'`)
    const { code, out } = await verify({ roots: copy })
    expect([code, out[0]]).toEqual([1, 'Nhật ký KHÔNG khớp từ gốc ngày 22/11/2026 (con dấu 1)'])
    const { out: json } = await verify({ roots: copy, json: true, lang: 'en' })
    expect(JSON.parse(json[0] ?? '')).toMatchObject({ ok: false, day: '2026-11-22', because: 'linesChanged' })
  })
})
