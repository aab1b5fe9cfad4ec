import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where the system under test runs. */
export interface SystemUnderTest {
  port: number
  /** Made when it starts and removed when it has stopped. */
  folder: string
}

/**
 * A free port and a folder of its own, chosen once: Playwright reads its configuration in every worker, and the
 * environment carries the choice to them.
 */
export async function chooseSystem(): Promise<SystemUnderTest> {
  process.env.AN_SINH_TEST_PORT ??= String(await findFreePort())
  const port = Number(process.env.AN_SINH_TEST_PORT)
  return { port, folder: join(tmpdir(), `an-sinh-e2e-${port}`) }
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
