import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { BilingualError } from '#platform/bilingual-error'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** The Hono app with its pages, as Vite leaves it. */
export const serverBundle = join(root, 'build', 'server', 'index.js')

const stamp = join(root, 'build', 'sources.sha256')

/** What the pages are made of: when a byte of it changes they are built anew. */
const sources = [
  'web',
  'engines',
  'law',
  'services',
  'platform',
  'jobs',
  'vite.config.ts',
  'react-router.config.ts',
  'package-lock.json',
]

/** Builds the pages unless build/ was made of these very sources; says so first. */
export async function ensureBuilt(onBuild: () => void): Promise<void> {
  const current = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return
  onBuild()
  const program = join(root, 'node_modules', '@react-router', 'dev', 'bin.cjs')
  try {
    const env = { ...process.env, NODE_ENV: 'production' }
    await promisify(execFile)(process.execPath, [program, 'build'], { cwd: root, env, maxBuffer: 2 ** 26 })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    throw new BilingualError(
      { vi: `Không dựng được các trang web: ${said}`, en: `The pages could not be built: ${said}` },
      { cause: error },
    )
  }
  writeFileSync(stamp, current)
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of filesUnder(join(root, source))) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** Tests are no part of the pages. */
function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test|bench)\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
