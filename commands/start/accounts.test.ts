import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { demonstrationAccounts } from './accounts.ts'

it('every account of the demonstration is met in the first hour', () => {
  const guide = readFileSync(new URL('../../docs/guides/first-hour.md', import.meta.url), 'utf8')
  const met = demonstrationAccounts.filter(({ username }) => guide.includes(`\`${username}\``))
  expect(met).toEqual(demonstrationAccounts)
  expect(demonstrationAccounts.map(({ password }) => password)).toEqual(
    demonstrationAccounts.map(() => 'ansinh-2026'),
  )
})
