import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { day } from '#calendar'
import { type AuditRoot, parseAuditRoots, rootOf } from '#platform/audit-root'
import { hashCommand } from './hash-command.ts'
import { rootsFeed, rootsFile } from './roots.server.ts'

const told = {
  seal: 3,
  lines: 120,
  hash: 'a'.repeat(64),
  previousRoot: '0'.repeat(64),
  day: day('2026-11-23'),
}
const root: AuditRoot = { ...told, root: rootOf(told) }
const origin = 'https://ansinh.example.vn'

it('the file of roots is what the verifying command reads', () => {
  expect(parseAuditRoots(rootsFile([root], origin))).toEqual([root])
})

it('the line that the page gives computes the root in a shell', () => {
  const printed = execFileSync('sh', ['-c', hashCommand(told)], { encoding: 'utf8' })
  expect(printed.split(' ')[0]).toBe(root.root)
})

it('the feed of roots holds each root whole, and is a feed also when there is none', () => {
  const atom = rootsFeed([root], { origin, lang: 'vi' })
  expect(atom).toContain(`23/11/2026: ${root.root}`)
  expect(atom).toContain('<updated>2026-11-22T17:05:00.000Z</updated>')
  expect(atom).toContain('"lines":120')
  expect(rootsFeed([], { origin, lang: 'en' })).toContain('<title>Daily root of the log')
})
