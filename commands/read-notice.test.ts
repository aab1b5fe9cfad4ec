import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Document, Packer, Paragraph } from 'docx'
import { afterAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '#platform/command-line'
import { command } from './read-notice.ts'

const folder = mkdtempSync(join(tmpdir(), 'read-notice-'))
afterAll(() => rmSync(folder, { recursive: true }))

const text = [
  'Số: 45/TB-UBND',
  'Nghệ An, ngày 14 tháng 9 năm 2026',
  'THÔNG BÁO',
  'Kết luận của đồng chí Lê Hồng Phúc - Phó Chủ tịch UBND tỉnh tại cuộc họp về trợ giúp xã hội',
  'Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát hồ sơ người khuyết tật, báo cáo UBND tỉnh trước ngày 20/10/2026.',
]

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function ask(...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const commands = { 'read-notice': async () => ({ command }) }
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) }
  const code = await runCommandLine(commands, ['read-notice', ...words], { ...io, stdinIsTerminal: true })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('ansinh read-notice', () => {
  it('prints the head, each draft with the words it came from, and what is no task', async () => {
    const { code, out, err } = await ask(fileOf('thong-bao.txt', text.join('\n')))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Thông báo kết luận 45/TB-UBND')
    expect(out).toContain('14/09/2026')
    expect(out).toMatch(/Dự thảo nhiệm vụ: 1\n\n {2}1\. /)
    expect(out).toContain('đoạn 5 · nhiệm vụ · Trợ giúp xã hội')
    expect(out).toContain(
      'Giao: Sở Y tế\n     Phối hợp: Sở Tài chính\n     Báo cáo: UBND tỉnh\n     Hạn: 20/10/2026',
    )
    expect(out).toContain('rà soát hồ sơ người khuyết tật')
    expect(out).toContain('Không phải nhiệm vụ')
  })

  it('counts working days by the calendar of the State, past the National Day', async () => {
    const { out } = await ask(
      fileOf(
        'ngay-lam-viec.txt',
        [
          'Nghệ An, ngày 28 tháng 8 năm 2026',
          'Giao Sở Y tế rà soát hồ sơ người khuyết tật trong 05 ngày làm việc kể từ ngày nhận được văn bản này.',
        ].join('\n'),
      ),
      '--json',
    )
    expect(JSON.parse(out).tasks[0]).toMatchObject({ due: '2026-09-09' })
  })

  it('prints the same in English', async () => {
    const { out } = await ask(fileOf('notice.txt', text.join('\n')), '--lang', 'en')
    expect(out).toContain('Draft tasks: 1')
    expect(out).toContain('part 5 · task · Social assistance')
    expect(out).toContain('Due: 20/10/2026')
  })

  it('prints one JSON document of the head, the tasks and what was kept, in a fixed order', async () => {
    const document = new Document({ sections: [{ children: text.map((line) => new Paragraph(line)) }] })
    const { out } = await ask(fileOf('thong-bao.docx', await Packer.toBuffer(document)), '--json')
    const answer = JSON.parse(out)
    expect(Object.keys(answer)).toEqual(['directive', 'tasks', 'kept'])
    expect(answer.directive).toMatchObject({
      number: '45/TB-UBND',
      kind: 'conclusion-notice',
      issuedOn: '2026-09-14',
      concludedBy: { name: 'Lê Hồng Phúc' },
      inferred: [],
    })
    expect(answer.tasks).toEqual([
      expect.objectContaining({
        id: 1,
        paragraph: 5,
        areas: ['social-assistance'],
        kind: 'task',
        assignee: 'Sở Y tế',
        cooperatesWith: ['Sở Tài chính'],
        reportsTo: 'UBND tỉnh',
        due: '2026-10-20',
        quote: expect.stringContaining('rà soát hồ sơ người khuyết tật'),
      }),
    ])
    expect(Object.keys(answer.tasks[0]).slice(0, 5)).toEqual(['id', 'paragraph', 'areas', 'kind', 'does'])
    expect(Object.keys(answer.tasks[0]).at(-1)).toBe('quote')
  })

  it('says so when a document commands nothing', async () => {
    const { code, out } = await ask(fileOf('trong.txt', 'Tỉnh Nghệ An có 130 xã, phường.'))
    expect(code).toBe(0)
    expect(out).toContain('Không tìm thấy nhiệm vụ nào.')
  })

  it('reads what comes through a pipe when a dash stands for the file', () => {
    const program = fileURLToPath(new URL('../ansinh.mjs', import.meta.url))
    const { status, stdout } = spawnSync(process.execPath, [program, 'read-notice', '-', '--json'], {
      input: text.join('\n'),
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    expect(JSON.parse(stdout).tasks).toHaveLength(1)
  })

  it('asks for exactly one document, and tells what is wrong with one it cannot read', async () => {
    expect(await ask()).toMatchObject({ code: 2, err: expect.stringContaining('đúng một tệp') })
    expect(await ask('a.txt', 'b.txt')).toMatchObject({ code: 2 })
    expect(await ask('-')).toMatchObject({ code: 2, err: expect.stringContaining('đọc văn bản từ đầu vào') })
    expect(await ask(join(folder, 'khong-co.txt'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('Không mở được'),
    })
    const broken = await ask(fileOf('quet.pdf', '%PDF-1.7 nothing'), '--lang', 'en')
    expect(broken).toMatchObject({ code: 1, err: expect.stringMatching(/^“quet\.pdf”: the file is broken/) })
  })
})
