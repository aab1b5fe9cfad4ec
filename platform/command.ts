/** Where a command writes and whether a person sits at the keyboard; tests give their own. */
export interface CommandIo {
  out(line: string): void
  err(line: string): void
  stdinIsTerminal: boolean
}

/** What was written after the command's name, parsed by its own options. */
export interface CommandArguments {
  values: Record<string, string | boolean | undefined>
  positionals: string[]
}

/**
 * One command of `ansinh`, a file in commands/ that exports it as `command`. `--help`, `--lang vi|en` and `--json`
 * are known to every command: `values.lang` is always there, `values.json` when it was given.
 */
export interface Command {
  name: string
  summary: { vi: string; en: string }
  /** One line after `ansinh`, such as `deadline --from DAY --working-days N`. */
  usage: string
  options: Record<string, { type: 'string' | 'boolean'; short?: string }>
  /** Names of what may stand without a dash, such as `FILE.xlsx`; empty when nothing may. */
  positionals: string
  /** The exit code: 0 done, 1 could not, 2 asked wrongly. A thrown error is printed as its one sentence, code 1. */
  run(args: CommandArguments, io: CommandIo): Promise<number>
}
