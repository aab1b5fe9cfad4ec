import { expect, it } from 'vitest'
import type { Job } from '#platform/queue'
import { viewFor } from './view.ts'

const sweep = {
  id: '0198f0d2-0000-7000-8000-000000000000',
  name: 'sweep',
  state: 'running',
  done: 12_000,
  total: 20_004,
  message: 'Đang xét 12.000 người',
} as Job

it('tells a commune that a sweep is running, and the province alone over how many people', () => {
  expect(viewFor({ unitUid: 'province' }, sweep)).toMatchObject({ done: 12_000, total: 20_004 })
  const told = viewFor({ unitUid: '17611@2025-07-01' }, sweep)
  expect(told).toMatchObject({ state: 'running', done: 0, total: undefined, message: undefined })
  expect(viewFor({ unitUid: '17611@2025-07-01' }, { ...sweep, name: 'importList' }).total).toBe(20_004)
})
