import { type CommandList, runCommandLine } from '#platform/command-line'

/** Everything `ansinh` can do; a file of commands/ each. */
export const commands: CommandList = {
  assess: () => import('./commands/assess.ts'),
  deadline: () => import('./commands/deadline.ts'),
  import: () => import('./commands/import.ts'),
  sweep: () => import('./commands/sweep.ts'),
  link: () => import('./commands/link.ts'),
  'read-notice': () => import('./commands/read-notice.ts'),
  export: () => import('./commands/export.ts'),
  'verify-audit': () => import('./commands/verify-audit.ts'),
  demo: () => import('./commands/demo.ts'),
  account: () => import('./commands/account.ts'),
  start: () => import('./commands/start.ts'),
}

/** Runs what was typed after `ansinh` and returns the exit code. */
export function main(words: readonly string[]): Promise<number> {
  // A reader that had enough, as `ansinh … | head`, is no error.
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return runCommandLine(commands, words, {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    stdinIsTerminal: process.stdin.isTTY === true,
  })
}
