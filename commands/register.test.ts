import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type { Command } from '#platform/command'
import { asOwner, freshDatabase } from '#test/database'
import { command as demo } from './demo.ts'
import { command as importList } from './import.ts'
import { command as sweep } from './sweep.ts'

const database = await freshDatabase()
// Set by the test runner for pages; here it would be taken for the address of the portal.
delete process.env.BASE_URL
process.env.DATABASE_URL = database.url
process.env.DATABASE_OWNER_URL = asOwner(database).url
const folder = mkdtempSync(join(tmpdir(), 'an-sinh-commands-'))
afterAll(() => {
  delete process.env.DATABASE_URL
  delete process.env.DATABASE_OWNER_URL
  rmSync(folder, { recursive: true, force: true })
})

async function run(command: Command, values: Record<string, string | boolean>, positionals: string[] = []) {
  const [out, err]: [string[], string[]] = [[], []]
  const io = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    stdinIsTerminal: false,
  }
  const code = await command.run({ values: { lang: 'vi', ...values }, positionals }, io)
  return { code, out, err }
}

const listPath = (name: string) => fileURLToPath(new URL(`../test/examples/lists/${name}`, import.meta.url))

describe('ansinh import --dry-run --json', () => {
  it.each(['tcxh-nghi-kieu-2024-06', 'tong-hop-2025-03'])('prints %s as its key says', async (name) => {
    const { code, out } = await run(importList, { 'dry-run': true, json: true }, [listPath(`${name}.xlsx`)])
    const { file: _, ...key } = JSON.parse(readFileSync(listPath(`${name}.key.json`), 'utf8'))
    const { file, ...printed } = JSON.parse(out.join('\n'))
    expect([code, file]).toEqual([0, `${name}.xlsx`])
    expect(printed).toEqual(key)
  })
})

describe('ansinh demo, sweep and import', () => {
  it('load a province, sweep it and bring a list in, saying what came of it', async () => {
    const loaded = await run(demo, { people: '400', seed: '3', json: true })
    expect(loaded.code).toBe(0)
    expect(JSON.parse(loaded.out[0] ?? '')).toMatchObject({ people: 400, seed: 3 })
    const swept = await run(sweep, { json: true })
    const answer = JSON.parse(swept.out[0] ?? '')
    expect(answer.people).toBeGreaterThanOrEqual(400)
    expect(answer.counts.missed).toBeGreaterThan(0)
    expect(answer.principles.rightPerson.whole).toBeGreaterThan(0)
    const listed = await run(sweep, { json: true, list: true })
    const [counted = '', ...findings] = listed.out
    const total = Object.values<number>(JSON.parse(counted).counts).reduce((sum, each) => sum + each, 0)
    expect(findings).toHaveLength(total)
    expect(JSON.parse(findings[0] ?? '')).toMatchObject({
      reasons: expect.any(Array),
      nextStep: expect.any(Object),
    })
    const told = await run(sweep, { list: true })
    expect(told.out.filter((line) => line.startsWith('    → '))).toHaveLength(total)
    const brought = await run(importList, {}, [listPath('tcxh-nghi-kieu-2024-06.xlsx')])
    expect(brought.out.at(-1)).toMatch(/^Kết quả: \d+ người mới/)
    const again = await run(importList, {}, [listPath('tcxh-nghi-kieu-2024-06.xlsx')])
    expect(again.out.at(-1)).toBe('Tệp này đã nhập trước đó: 0 thay đổi')
  })

  it('refuse a second province in one sentence', async () => {
    await expect(run(demo, { people: '10' })).rejects.toThrow(/Sổ đã có \d+ người/)
  })

  it('say what was asked wrongly, in one sentence and code 2', async () => {
    const asked = await Promise.all([
      run(sweep, { month: '2026-13' }),
      run(sweep, { 'known-on': '31/02/2026' }),
      run(sweep, { month: '2019-01' }),
      run(demo, { people: 'nhiều' }),
      run(demo, { seed: '-1' }),
      run(importList, {}),
    ])
    expect(asked.map(({ code, err, out }) => [code, err.length, out.length])).toEqual(
      asked.map(() => [2, 1, 0]),
    )
  })

  it('say which file cannot be read', async () => {
    const path = join(folder, 'anh.xlsx')
    writeFileSync(path, 'not a sheet')
    const missing = await run(importList, {}, [join(folder, 'khong-co.xlsx')])
    expect([missing.code, missing.err[0]]).toEqual([1, expect.stringContaining('khong-co.xlsx')])
    const unreadable = await run(importList, {}, [path])
    expect([unreadable.code, unreadable.err[0]]).toEqual([1, expect.stringContaining('anh.xlsx')])
  })
})
