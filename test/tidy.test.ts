import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isTest, type ProjectFile, readProject, root } from './tidy-files.ts'
import { functionsOf } from './tidy-functions.ts'
import { importsOf } from './tidy-imports.ts'
import {
  complainAboutClocks,
  complainAboutImports,
  complainAboutLength,
  complainAboutLock,
  complainAboutNames,
  complainAboutPurity,
  complainAboutReadmes,
  complainAboutWords,
} from './tidy-rules.ts'

const files = readProject()
const code = files.filter(({ path }) => /\.tsx?$/.test(path))
const { imports: doors } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  imports: Record<string, string>
}
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

describe('the house is tidy', () => {
  it('and was looked at', () => {
    const wings = new Set(code.map(({ path }) => path.split('/')[0]))
    expect([...wings]).toEqual(expect.arrayContaining(['engines', 'law', 'services', 'platform', 'web']))
    expect(code.flatMap(({ text }) => importsOf(text)).length).toBeGreaterThan(code.length)
  })

  it('imports point one way', () => {
    expect(code.flatMap((file) => complainAboutImports(file, doors))).toEqual([])
  })

  it('engines and law are pure', () => {
    expect(code.flatMap(complainAboutPurity)).toEqual([])
  })

  it('one file reads the clock', () => {
    expect(code.flatMap(complainAboutClocks)).toEqual([])
  })

  it('files and functions are short', () => {
    expect(code.flatMap(complainAboutLength)).toEqual([])
  })

  it('there are no drawers', () => {
    expect(files.flatMap(complainAboutNames)).toEqual([])
  })

  it('every module says what it is', () => {
    expect(complainAboutReadmes(files)).toEqual([])
  })

  it('the project speaks of itself alone, and hides nothing', () => {
    expect(files.flatMap(complainAboutWords)).toEqual([])
  })

  it('the lock has every platform', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100)
    expect(complainAboutLock(lock)).toEqual([])
  })
})

function file(path: string, text = ''): ProjectFile {
  return { path, text }
}

function complain(path: string, specifier: string) {
  return complainAboutImports(file(path, `import { a } from '${specifier}'\n`), doors)
}

describe('the tidy test', () => {
  it('fails when it sees no files', () => {
    const empty = mkdtempSync(join(tmpdir(), 'an-sinh-empty-'))
    expect(() => readProject(empty)).toThrow('sees no files')
    rmSync(empty, { recursive: true })
  })

  it('sees every way to import, and none in comments', () => {
    const source = `import './a.css'
import {
  one,
} from "#calendar"
import type { Two } from '#registry'
export * from './three.ts'
export { four } from './four.ts'
const five = () => import('./five.ts')
type Six = import('./six.ts').Six
// import { seven } from './seven.ts'
/* import './eight.ts' */
const nine = "text from 'nine'"
`
    expect(importsOf(source).map(({ specifier }) => specifier)).toEqual([
      './a.css',
      '#calendar',
      '#registry',
      './three.ts',
      './four.ts',
      './five.ts',
      './six.ts',
    ])
  })

  it.each([
    ['services/awards/a.ts', '#findings', 'read upstream only'],
    ['services/registry/a.ts', '../awards/b.ts', 'never up'],
    ['engines/calendar/a.ts', '#rules', 'read upstream only'],
    ['engines/rules/a.ts', '#law/holidays', 'engines/ knows nothing of law/'],
    ['law/holidays/a.ts', '#platform/clock', 'law/ knows nothing of platform/'],
    ['platform/a.ts', '#registry', 'platform/ knows nothing of services/'],
    ['services/registry/a.ts', '#web/ui/index.ts', 'services/ knows nothing of web/'],
    ['engines/rules/a.ts', 'node:fs', 'depend on nothing outside'],
    ['law/holidays/a.ts', 'zod', 'depend on nothing outside'],
    ['services/registry/a.ts', '#test/database', 'only tests'],
    ['services/registry/a.ts', '#nowhere', 'no such door'],
    ['services/registry/a.ts', './people', 'its extension'],
  ])('%s may not import %s', (path, specifier, because) => {
    expect(complain(path, specifier)).toEqual([expect.stringContaining(because)])
  })

  it.each([
    ['services/awards/a.ts', '#registry'],
    ['services/registry/a.ts', './people.ts'],
    ['services/registry/a.test.ts', '#test/database'],
    ['engines/rules/a.test.ts', 'node:fs'],
    ['engines/rules/batch/a.ts', '#rules'],
    ['platform/a.ts', '#calendar'],
    ['commands/a.ts', '#web/ui/index.ts'],
    ['cli.ts', './commands/start.ts'],
  ])('%s may import %s', (path, specifier) => {
    expect(complain(path, specifier)).toEqual([])
  })

  it('finds what is impure, too long, badly named or forbidden', () => {
    const body = (count: number) => `export function long() {\n${'  step()\n'.repeat(count)}}\n`
    expect(complainAboutPurity(file('engines/rules/a.ts', 'const t = Date.now()'))).toHaveLength(1)
    expect(complainAboutPurity(file('engines/rules/a.ts', '// Date.now()'))).toHaveLength(0)
    expect(complainAboutClocks(file('services/awards/a.ts', 'const t = new Date()'))).toHaveLength(1)
    expect(complainAboutLength(file('a.ts', body(69)))).toEqual([
      expect.stringContaining('long has 71 lines'),
    ])
    expect(complainAboutLength(file('a.ts', body(68)))).toEqual([])
    expect(complainAboutLength(file('a.ts', 'x\n'.repeat(401)))).toHaveLength(1)
    expect(complainAboutNames(file('services/utils.ts'))).toHaveLength(1)
    expect(complainAboutWords(file('a.md', `see /wo${'rk/'}x`))).toHaveLength(1)
    expect(complainAboutReadmes([file('law/merit/index.ts')])).toHaveLength(1)
    expect(complainAboutLock({ packages: { a: { optionalDependencies: { b: '1' } } } })).toHaveLength(1)
  })

  it('measures functions, arrows and methods, and not the tests around them', () => {
    const source = `export const one = (a: number) => {
  return a
}
class Two {
  async three(a: string): Promise<void> {
    if (a) {
      go()
    }
  }
}
describe('x', () => {
  it('y', () => {
    go()
  })
})
const short = (a: number) => a
const four = (a: number) =>
  go(a, () => {
    a()
  })

function five(
  a: number,
): void {
  go(a)
}
`
    expect(functionsOf(source).map(({ name, lines }) => [name, lines])).toEqual([
      ['one', 3],
      ['three', 5],
      ['it', 3],
      ['four', 4],
      ['go', 3],
      ['five', 5],
    ])
  })

  it('knows tests by their names', () => {
    expect(isTest('a/b.test.ts')).toBe(true)
    expect(isTest('a/test.ts')).toBe(false)
  })
})
