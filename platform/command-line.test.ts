import { describe, expect, it } from 'vitest'
import type { Command } from './command.ts'
import { type CommandList, runCommandLine } from './command-line.ts'

const echo: Command = {
  name: 'echo',
  summary: { vi: 'Nhắc lại', en: 'Say again' },
  usage: 'echo [--times N] [--loud] WORD',
  options: { times: { type: 'string', short: 't' }, loud: { type: 'boolean' } },
  positionals: 'WORD',
  async run({ values, positionals }, io) {
    if (positionals[0] === 'fail') throw new Error('Không đọc được tệp.')
    io.out(JSON.stringify({ ...values, said: positionals }))
    return 0
  },
}
const commands: CommandList = {
  echo: async () => ({ command: echo }),
  mute: async () => ({ command: { ...echo, name: 'mute', positionals: '' } }),
}

async function type(line: string) {
  const out: string[] = []
  const err: string[] = []
  const words = line.split(' ').filter(Boolean)
  const io = {
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
    stdinIsTerminal: false,
  }
  return { code: await runCommandLine(commands, words, io), out: out.join('\n'), err }
}

describe('the command line', () => {
  it('gives a command its options, its words and the language', async () => {
    const { code, out } = await type('echo một --times=2 --loud hai')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({ times: '2', loud: true, lang: 'vi', said: ['một', 'hai'] })
  })

  it('knows short options, --json everywhere, and --lang before or after the name', async () => {
    const before = await type('--lang en echo -t 3 --json x')
    const after = await type('echo x --json -t 3 --lang=en')
    expect(JSON.parse(before.out)).toEqual({ times: '3', json: true, lang: 'en', said: ['x'] })
    expect(JSON.parse(after.out)).toEqual(JSON.parse(before.out))
  })

  it.each([
    ['nothing', 'ech', 2, 'Không có lệnh "ech"; gõ "ansinh --help" để xem các lệnh.'],
    [
      "an object's own name",
      'constructor',
      2,
      'Không có lệnh "constructor"; gõ "ansinh --help" để xem các lệnh.',
    ],
    [
      'an unknown option',
      'echo --lound x',
      2,
      'Lệnh echo không có tùy chọn --lound; gõ "ansinh echo --help" để xem cách dùng.',
    ],
    [
      'an option without its value',
      'echo x --times',
      2,
      'Tùy chọn --times cần một giá trị, ví dụ --times 2026-11.',
    ],
    [
      'an option that swallowed the next',
      'echo --times --json',
      2,
      'Tùy chọn --times cần một giá trị, ví dụ --times 2026-11.',
    ],
    ['a value too many', 'echo --loud=yes', 2, 'Tùy chọn --loud đứng một mình, không kèm giá trị.'],
    ['a word too many', 'mute x', 2, 'Lệnh mute không hiểu "x"; gõ "ansinh mute --help" để xem cách dùng.'],
    ['an unknown language', 'echo --lang fr', 2, '--lang phải là vi hoặc en, không phải "fr".'],
    ['a failure', 'echo fail', 1, 'Không đọc được tệp.'],
  ])('answers %s with one sentence and its exit code', async (_, line, code, sentence) => {
    expect(await type(line)).toEqual({ code, out: '', err: [sentence] })
  })

  it('says the sentence in English when asked', async () => {
    expect((await type('echo --lang en --nope')).err[0]).toMatch(/^echo has no option --nope/)
  })

  it('lists the commands, and fails when nothing was asked', async () => {
    expect(await type('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Nhắc lại') })
    expect(await type('--help --lang en')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Say again'),
    })
    expect((await type('')).code).toBe(2)
  })

  it('tells how to use one command without running it', async () => {
    const { code, out } = await type('echo --help fail')
    expect(code).toBe(0)
    expect(out).toContain('ansinh echo [--times N] [--loud] WORD')
    expect(out).toContain('--times (-t), --loud')
  })
})
