import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What one runner found. */
interface Count {
  passed: number
  failed: number
  /** The names of what failed, one line each. */
  names?: string[]
}

interface Runner {
  name: string
  commands: string[][]
  /** Counts the tests in the runner's own report; without it the whole runner is one. */
  count?: () => Count
}

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'an-sinh-reports-'))
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')

/** The cheapest first: what is quickly wrong is quickly said. */
const runners: Runner[] = [
  {
    name: 'types',
    commands: [
      ['react-router', 'typegen'],
      ['tsc', '--noEmit'],
    ],
  },
  { name: 'format and lint', commands: [['biome', 'ci', '--error-on-warnings', '.']] },
  {
    name: 'unit and database tests',
    commands: [
      ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    ],
    count: () => countVitest(readFileSync(vitestReport, 'utf8')),
  },
  {
    name: 'browser tests',
    commands: [['playwright', 'test']],
    count: () => countPlaywright(readFileSync(playwrightReport, 'utf8')),
  },
  { name: 'unused code', commands: [['knip']] },
]

const total = { passed: 0, failed: 0 }
const failures: string[] = []
for (const runner of runners) {
  const { passed, failed, names = [] } = await run(runner)
  total.passed += passed
  total.failed += failed
  if (failed > 0) failures.push(...(names.length > 0 ? names : ['']).map((name) => `${runner.name}: ${name}`))
}
rmSync(reports, { recursive: true, force: true })
// A log is often kept by its end alone: what failed is said there once more.
for (const failure of failures) console.log(`FAILED ${failure}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

async function run({ name, commands, count }: Runner): Promise<Count> {
  const began = performance.now()
  console.log(`\n── ${name}`)
  let succeeded = true
  for (const [program = '', ...words] of commands) succeeded &&= await succeeds(program, words)
  const counted = count ? read(count) : { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 }
  // A runner that fails without a failed test, as when nothing could be loaded, has failed all the same.
  if (!succeeded && counted.failed === 0) counted.failed = 1
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  console.log(`── ${name}: ${counted.passed} passed, ${counted.failed} failed, ${seconds} s`)
  return counted
}

/** A report that is not there, or holds no test, is a failure. */
function read(count: () => Count): Count {
  try {
    const counted = count()
    return counted.passed + counted.failed > 0 ? counted : { passed: 0, failed: 1 }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function succeeds(program: string, words: string[]): Promise<boolean> {
  const bin = join(root, 'node_modules', '.bin')
  const child = spawn(join(bin, program), words, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      CI: '1',
      PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
    },
  })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

function countVitest(report: string): Count {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as {
    numPassedTests: number
    numFailedTests: number
    testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[]
  }
  const names = testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed')
      const file = relative(root, name)
      return failed.length > 0 ? failed.map(({ fullName }) => `${file} ${fullName}`) : [file]
    })
  return { passed: numPassedTests, failed: numFailedTests, names }
}

/** A suite of Playwright's report: a file, or what a file describes. */
interface Suite {
  title: string
  suites?: Suite[]
  specs?: { title: string; tests: { status: string }[] }[]
}

/** A test that passed only the second time did not pass. */
function countPlaywright(report: string): Count {
  const { stats, suites } = JSON.parse(report) as {
    stats: { expected: number; unexpected: number; flaky: number }
    suites: Suite[]
  }
  const names = suites.flatMap((suite) => failedSpecs(suite, ''))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, names }
}

function failedSpecs({ title, suites = [], specs = [] }: Suite, before: string): string[] {
  const here = `${before}${title} › `
  const failed = specs.filter(({ tests }) => tests.some(({ status }) => /^(unexpected|flaky)$/.test(status)))
  return [...failed.map((spec) => here + spec.title), ...suites.flatMap((suite) => failedSpecs(suite, here))]
}
