import { chmodSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where the system under test runs. */
export interface SystemUnderTest {
  port: number
  folder: string
}

/**
 * A free port and a folder of its own, chosen once: Playwright reads its configuration in every worker, and the
 * environment carries the choice to them.
 */
export async function chooseSystem(): Promise<SystemUnderTest> {
  process.env.AN_SINH_TEST_PORT ??= String(await findFreePort())
  process.env.AN_SINH_TEST_FOLDER ??= makeFolder()
  return { port: Number(process.env.AN_SINH_TEST_PORT), folder: process.env.AN_SINH_TEST_FOLDER }
}

/** PostgreSQL's own user must be able to pass through it. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-e2e-'))
  chmodSync(folder, 0o755)
  return folder
}

/** A port that was free a moment ago. */
function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
