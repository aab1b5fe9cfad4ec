#!/usr/bin/env node
// Plain JavaScript, so that it loads on an older Node and can hand over to the one that came with npm ci.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [major] = process.versions.node.split('.').map(Number)
const cli = new URL('./cli.ts', import.meta.url)
const node = fileURLToPath(new URL('./node_modules/node/bin/node', import.meta.url))

if (major >= 24) {
  const { main } = await import(cli.href)
  process.exitCode = await main(process.argv.slice(2))
} else if (existsSync(node)) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143)
  })
} else {
  console.error(
    `An Sinh cần Node 24 (đang chạy ${process.version}): chạy "npm ci", không kèm --ignore-scripts, rồi thử lại.`,
  )
  process.exitCode = 1
}
