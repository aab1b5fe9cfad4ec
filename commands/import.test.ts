import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { command } from './import.ts'

const folder = mkdtempSync(join(tmpdir(), 'an-sinh-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(path: string, values: Record<string, string | boolean>) {
  const out: string[] = []
  const err: string[] = []
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    stdinIsTerminal: false,
  }
  return { code: await command.run({ values, positionals: [path] }, io), out, err }
}

function written(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('reading a list from the command line', () => {
  const trial = { 'dry-run': true, json: true }

  it('compares amounts with the standard of a month long past', async () => {
    const list = written(
      'cu.csv',
      'DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 05/2016\nHọ và tên,Ngày sinh,Nhóm đối tượng,Hệ số,Số tiền\nLê Văn An,1960,K6,1.5,400000\n',
    )
    const { code, out } = await run(list, trial)
    expect(code).toBe(0)
    expect(JSON.parse(out[0] as string).problems).toEqual([
      { cell: 'E3', problem: 'amount is not coefficient × standard', reads: 400_000, expected: 405_000 },
    ])
  })

  it('says that a file without headings is no list, and fails', async () => {
    const { code, out } = await run(written('so.csv', '1,2,3\n4,5,6\n'), trial)
    expect(code).toBe(1)
    expect(JSON.parse(out[0] as string).problems).toHaveLength(1)
  })

  it('writes nothing of a list whose month nobody says, and takes the month it is given', async () => {
    const list = written('khong-thang.csv', 'Họ và tên,Ngày sinh,Số định danh\nLê Văn An,1960,040060000111\n')
    const asked = await run(list, {})
    expect([asked.code, asked.out]).toEqual([1, []])
    expect(asked.err.join()).toContain('--month 09/2026')
    const wrong = await run(list, { ...trial, month: 'tháng chín' })
    expect([wrong.code, wrong.err.length]).toEqual([2, 1])
    const { code, out } = await run(list, { ...trial, month: '09/2026' })
    expect([code, JSON.parse(out[0] as string).month]).toEqual([0, '09/2026'])
  })

  it('says what to do with a file that is no sheet', async () => {
    const { code, err } = await run(written('anh.xlsx', '\u0000\u0001\u0002'), trial)
    expect(code).toBe(1)
    expect(err.join()).toContain('.xlsx')
  })
})
