import { rmSync } from 'node:fs'
import { main } from '#ansinh'

/** The real system, as `npm start` runs it; when it has stopped, its data goes. */
process.exitCode = await main(['start'])
const folder = process.env.AN_SINH_TEST_FOLDER
if (folder) rmSync(folder, { recursive: true, force: true })
