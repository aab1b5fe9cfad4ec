import { parseArgs } from 'node:util'
import { sentenceOf } from './bilingual-error.ts'
import type { Command, CommandArguments, CommandIo } from './command.ts'

/** Commands by name, each loaded only when it is asked for or listed. */
export type CommandList = Readonly<Record<string, () => Promise<{ command: Command }>>>

type Language = 'vi' | 'en'

const texts = {
  vi: {
    usage: 'Cách dùng',
    commands: 'Các lệnh',
    options: 'Tùy chọn',
    common: 'Chung: --help (cách dùng), --lang vi|en (ngôn ngữ), --json (kết quả cho máy đọc)',
    more: 'ansinh LỆNH --help cho biết cách dùng từng lệnh.',
    noCommand: (name: string) => `Không có lệnh "${name}"; gõ "ansinh --help" để xem các lệnh.`,
    unknownOption: (option: string, name: string) =>
      `Lệnh ${name} không có tùy chọn ${option}; gõ "ansinh ${name} --help" để xem cách dùng.`,
    needsValue: (option: string) => `Tùy chọn ${option} cần một giá trị, ví dụ ${option} 2026-11.`,
    takesNoValue: (option: string) => `Tùy chọn ${option} đứng một mình, không kèm giá trị.`,
    tooMuch: (word: string, name: string) =>
      `Lệnh ${name} không hiểu "${word}"; gõ "ansinh ${name} --help" để xem cách dùng.`,
    noLanguage: (value: string) => `--lang phải là vi hoặc en, không phải "${value}".`,
  },
  en: {
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    common: 'Common: --help (how to use), --lang vi|en (language), --json (output for machines)',
    more: 'ansinh COMMAND --help tells how to use one.',
    noCommand: (name: string) => `There is no command "${name}"; "ansinh --help" lists them.`,
    unknownOption: (option: string, name: string) =>
      `${name} has no option ${option}; "ansinh ${name} --help" tells how to use it.`,
    needsValue: (option: string) => `${option} needs a value, such as ${option} 2026-11.`,
    takesNoValue: (option: string) => `${option} stands alone, without a value.`,
    tooMuch: (word: string, name: string) =>
      `${name} does not understand "${word}"; "ansinh ${name} --help" tells how to use it.`,
    noLanguage: (value: string) => `--lang must be vi or en, not "${value}".`,
  },
} as const

const common = {
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** Runs what was typed after `ansinh` and returns the exit code: 0 done, 1 could not, 2 asked wrongly. */
export async function runCommandLine(
  commands: CommandList,
  words: readonly string[],
  io: CommandIo,
): Promise<number> {
  const written = languageIn(words)
  if (written !== undefined && written !== 'vi' && written !== 'en') {
    io.err(texts.vi.noLanguage(written))
    return 2
  }
  const language: Language = written ?? 'vi'
  const at = placeOfName(words)
  const name = words[at]
  if (name === undefined || name === 'help') {
    await printOverview(commands, language, io)
    return name === undefined && words.length === 0 ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    io.err(texts[language].noCommand(name))
    return 2
  }
  const { command } = await load()
  return runCommand(command, words.toSpliced(at, 1), { language, io })
}

async function runCommand(
  command: Command,
  words: readonly string[],
  { language, io }: { language: Language; io: CommandIo },
): Promise<number> {
  const parsed = parse(command, words, language)
  if (typeof parsed === 'string') {
    io.err(parsed)
    return 2
  }
  if (parsed.values.help) {
    printHelp(command, language, io)
    return 0
  }
  try {
    return await command.run({ ...parsed, values: { ...parsed.values, lang: language } }, io)
  } catch (error) {
    io.err(sentenceOf(error)?.[language] ?? (error instanceof Error ? error.message : String(error)))
    return 1
  }
}

/** The words by the command's options, or one sentence on what is wrong with them. */
function parse(command: Command, words: readonly string[], language: Language): CommandArguments | string {
  const say = texts[language]
  const { tokens } = parseArgs({
    args: [...words],
    options: { ...command.options, ...common },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const options: Command['options'] = { ...command.options, ...common }
  const values: CommandArguments['values'] = {}
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (!option) return say.unknownOption(token.rawName, command.name)
    if (option.type === 'string' && (token.value === undefined || isOption(token)))
      return say.needsValue(token.rawName)
    if (option.type === 'boolean' && token.value !== undefined) return say.takesNoValue(token.rawName)
    values[token.name] = token.value ?? true
  }
  const extra = command.positionals === '' ? positionals[0] : undefined
  return extra === undefined ? { values, positionals } : say.tooMuch(extra, command.name)
}

/** `--month --json`: the next option was swallowed as the value. */
function isOption({ value, inlineValue }: { value?: string; inlineValue?: boolean }): boolean {
  return !inlineValue && (value ?? '').startsWith('--')
}

function languageIn(words: readonly string[]): string | undefined {
  const at = words.indexOf('--lang')
  return at >= 0 ? words[at + 1] : words.find((word) => word.startsWith('--lang='))?.slice('--lang='.length)
}

/** The command's name is the first word that is neither an option nor the language. */
function placeOfName(words: readonly string[]): number {
  const at = words.findIndex((word, index) => !word.startsWith('-') && words[index - 1] !== '--lang')
  return at < 0 ? words.length : at
}

async function printOverview(commands: CommandList, language: Language, io: CommandIo): Promise<void> {
  const say = texts[language]
  const loaded = await Promise.all(Object.values(commands).map((load) => load()))
  io.out(`${say.usage}: ansinh ${language === 'vi' ? 'LỆNH' : 'COMMAND'} …`)
  io.out('')
  io.out(`${say.commands}:`)
  for (const { command } of loaded) io.out(`  ${command.name.padEnd(10)} ${command.summary[language]}`)
  io.out('')
  io.out(say.common)
  io.out(say.more)
}

function printHelp(command: Command, language: Language, io: CommandIo): void {
  const say = texts[language]
  io.out(command.summary[language])
  io.out(`${say.usage}: ansinh ${command.usage}`)
  const options = Object.entries(command.options).map(
    ([name, { short }]) => `--${name}${short ? ` (-${short})` : ''}`,
  )
  if (options.length > 0) io.out(`${say.options}: ${options.join(', ')}`)
  io.out(say.common)
}
