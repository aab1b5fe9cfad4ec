import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { main } from '#ansinh'
import { chooseSystem } from './system.ts'

const { folder } = await chooseSystem()
mkdirSync(folder)
// PostgreSQL's own user must be able to pass through it.
chmodSync(folder, 0o755)

/** The real system, as `npm start` runs it. */
process.exitCode = await main(['start'])
rmSync(folder, { recursive: true, force: true })
