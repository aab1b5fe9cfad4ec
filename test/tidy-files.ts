import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** A file of the project, by its path from the root. */
export interface ProjectFile {
  path: string
  text: string
}

/** What is installed, built or left behind by a run is not the project. */
const outside = /^(node_modules|build|\.git|\.data|\.react-router|test-results|playwright-report|coverage)$/
const readable = /\.(tsx?|m?js|sql|json|md|css|html|svg|ya?ml)$|^run$/

/** Every file a person wrote; throws when there is none, because a check that sees nothing would say yes. */
export function readProject(from: string = root): ProjectFile[] {
  const files = listFiles(from).map((path) => ({
    path: relative(from, path).split(sep).join('/'),
    text: readFileSync(path, 'utf8'),
  }))
  if (!files.some(({ path }) => path.endsWith('.ts')))
    throw new Error(`The tidy test sees no files in ${from}`)
  return files
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (outside.test(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return listFiles(path)
    return entry.isFile() && readable.test(entry.name) ? [path] : []
  })
}

const deepWings = ['engines', 'law', 'services']

/** The module a file belongs to: `services/registry`, `platform`; the root's own files belong to `.`. */
export function moduleOf(path: string): string {
  const folders = path.split('/').slice(0, -1)
  const depth = deepWings.includes(folders[0] ?? '') ? 2 : 1
  return folders.slice(0, depth).join('/') || '.'
}

export function wingOf(path: string): string {
  return moduleOf(path).split('/')[0] ?? '.'
}

export function isTest(path: string): boolean {
  return /\.(test|bench|e2e)\.tsx?$/.test(path)
}

/** Where `#…` leads, by the map "imports" of package.json; undefined when it leads nowhere. */
export function resolveDoor(specifier: string, doors: Readonly<Record<string, string>>): string | undefined {
  const exact = doors[specifier]
  if (exact) return exact.replace(/^\.\//, '')
  for (const [pattern, target] of Object.entries(doors)) {
    const [before = '', after] = pattern.split('*')
    if (after === undefined || !specifier.startsWith(before)) continue
    return target.replace('*', specifier.slice(before.length)).replace(/^\.\//, '')
  }
  return undefined
}
