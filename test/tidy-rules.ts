import { engines, pure, services, wings } from '#architecture'
import { isTest, moduleOf, type ProjectFile, resolveDoor, wingOf } from './tidy-files.ts'
import { functionsOf } from './tidy-functions.ts'
import { importsOf, withoutComments } from './tidy-imports.ts'

/** One sentence for each thing that is not in order: where, and what to do. */
export type Complaints = string[]

/** Wings above the house, which may look at everything. */
const above = ['test', 'bench', '.']

export function complainAboutImports(file: ProjectFile, doors: Readonly<Record<string, string>>): Complaints {
  return importsOf(file.text).flatMap(({ specifier, line }) => {
    const because = wrongImport(file.path, specifier, doors)
    return because ? [`${file.path}:${line} imports ${specifier}: ${because}`] : []
  })
}

function wrongImport(
  path: string,
  specifier: string,
  doors: Readonly<Record<string, string>>,
): string | undefined {
  if (specifier.startsWith('../')) return 'go by a door of package.json "imports", never up'
  if (specifier.startsWith('./')) return wrongNeighbour(specifier)
  if (specifier.startsWith('#')) {
    const target = resolveDoor(specifier, doors)
    return target ? wrongDoor(path, target) : 'there is no such door in package.json'
  }
  const isPure = (pure as readonly string[]).includes(wingOf(path))
  if (isPure && !isTest(path)) return 'engines and law depend on nothing outside'
  return undefined
}

function wrongNeighbour(specifier: string): string | undefined {
  if (specifier.startsWith('./+types/')) return undefined
  return /\.(tsx?|m?js|json|css|sql|svg)(\?[\w&]+)?$/.test(specifier)
    ? undefined
    : 'a relative import ends in its extension'
}

function wrongDoor(path: string, target: string): string | undefined {
  const [from, to] = [wingOf(path), wingOf(target)]
  if (above.includes(from)) return undefined
  if (to === 'test') return isTest(path) ? undefined : 'only tests use what stands in test/'
  if (moduleOf(path) === moduleOf(target)) return undefined
  if (from !== to) {
    const allowed: readonly string[] = (wings as Record<string, readonly string[]>)[from] ?? []
    return allowed.includes(to) ? undefined : `${from}/ knows nothing of ${to}/`
  }
  const order: readonly string[] | undefined = { services, engines }[from as 'services' | 'engines']
  if (!order) return undefined
  const [mine, theirs] = [moduleOf(path), moduleOf(target)].map((module) =>
    order.indexOf(module.split('/')[1] ?? ''),
  )
  if (mine === undefined || theirs === undefined || mine < 0 || theirs < 0)
    return 'name the module in architecture.ts first'
  return theirs < mine ? undefined : 'read upstream only, by the door'
}

const impure = [
  [/\bDate\.now\(/, 'Date.now()'],
  [/\bnew Date\(\s*\)/, 'new Date()'],
  [/\bMath\.random\(/, 'Math.random()'],
  [/\bperformance\.now\(/, 'performance.now()'],
  [/\bprocess\.\w/, 'process'],
  [/\bfetch\(/, 'fetch()'],
] as const

/** Engines and law are given the time and what they compute over. */
export function complainAboutPurity({ path, text }: ProjectFile): Complaints {
  if (!(pure as readonly string[]).includes(wingOf(path)) || isTest(path)) return []
  const code = withoutComments(text)
  return impure.flatMap(([pattern, what]) =>
    pattern.test(code) ? [`${path} uses ${what}: pure code is given it`] : [],
  )
}

/** The clock has one reader. */
export function complainAboutClocks({ path, text }: ProjectFile): Complaints {
  const reads = /\bDate\.now\(|\bnew Date\(\s*\)/.test(withoutComments(text))
  const may = path === 'platform/clock.ts' || isTest(path) || above.includes(wingOf(path))
  return reads && !may ? [`${path} reads the clock: use now() or today() of #platform/clock`] : []
}

const longestFile = 400
const longestFunction = 70

export function complainAboutLength({ path, text }: ProjectFile): Complaints {
  const lines = text.split('\n').length - 1
  const file =
    lines > longestFile ? [`${path} has ${lines} lines: at most ${longestFile}, make it two files`] : []
  const functions = functionsOf(text)
    .filter((each) => each.lines > longestFunction)
    .map((each) => `${path}:${each.line} ${each.name} has ${each.lines} lines: at most ${longestFunction}`)
  return [...file, ...functions]
}

const drawers = /^(utils?|helpers?|common|misc|lib|shared|stuff|general)$/i

/** A folder or file called after nothing collects everything. */
export function complainAboutNames({ path }: ProjectFile): Complaints {
  const drawer = path.split('/').find((part) => drawers.test(part.replace(/\..*$/, '')))
  return drawer ? [`${path}: "${drawer}" says nothing; name it after what is in it`] : []
}

/** Written in two halves, so that this list does not find itself. */
const forbidden = [
  [['registry', '.npmjs.org'], 'a registry is configured, not written down'],
  [['npm', 'mirror'], 'a registry is configured, not written down'],
  [['/wo', 'rk/'], 'no path of one machine'],
  [['TO', 'DO'], 'open an issue, or do it'],
  [['FIX', 'ME'], 'open an issue, or fix it'],
  [['biome-', 'ignore'], 'put it right instead'],
  [['@ts-', 'ignore'], 'put it right instead'],
  [['@ts-expect', '-error'], 'put it right instead'],
  [[' as a', 'ny'], 'say what it is'],
  [['it.sk', 'ip('], 'a test runs or is not there'],
  [['test.sk', 'ip('], 'a test runs or is not there'],
  [['describe.sk', 'ip('], 'a test runs or is not there'],
  [['it.on', 'ly('], 'every test runs'],
  [['test.on', 'ly('], 'every test runs'],
] as const

export function complainAboutWords({ path, text }: ProjectFile): Complaints {
  return forbidden.flatMap(([halves, because]) => {
    const at = text.search(
      new RegExp(`(?<![\\w])${literally(halves.join(''))}`.replace('(?<![\\w]) ', '\\b ')),
    )
    return at < 0
      ? []
      : [`${path}:${text.slice(0, at).split('\n').length} "${halves.join('').trim()}": ${because}`]
  })
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Every module says in one screen what it is. */
export function complainAboutReadmes(files: readonly ProjectFile[]): Complaints {
  const paths = new Set(files.map(({ path }) => path))
  const modules = new Set(files.filter(({ path }) => /\.tsx?$/.test(path)).map(({ path }) => moduleOf(path)))
  modules.delete('.')
  return [...modules].flatMap((module) =>
    paths.has(`${module}/README.md`)
      ? []
      : [`${module}/ has no README.md: what it is, its words, its door, its nevers`],
  )
}

interface Lock {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>
}

/** A lock without some platform's package installs here and fails on that platform. */
export function complainAboutLock(lock: Lock): Complaints {
  return Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).flatMap((name) =>
      isLocked(lock, place, name)
        ? []
        : [`package-lock.json lacks ${name}, which ${place} wants: pin another version`],
    ),
  )
}

function isLocked({ packages }: Lock, place: string, name: string): boolean {
  for (let base = place; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (packages[`${base && `${base}/`}node_modules/${name}`]) return true
    if (base === '') return false
  }
}
