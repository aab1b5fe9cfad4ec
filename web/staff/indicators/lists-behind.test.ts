import type { RouteConfigEntry } from '@react-router/dev/routes'
import { expect, it } from 'vitest'
import { metrics } from '#indicators'
import routes from '#web/routes.ts'

function pathsOf({ path, children }: RouteConfigEntry, within: string): string[] {
  const here = path === undefined ? within : `${within}/${path.replace(/^en\?\/?/, '')}`.replace(/\/$/, '')
  return children ? children.flatMap((child) => pathsOf(child, here)) : [here]
}

it('the lists behind a figure are pages that there are', () => {
  const known = routes.flatMap((entry) => pathsOf(entry, ''))
  const lists = metrics.flatMap(({ key, lists: behind }) =>
    behind.map(({ path }) => ({ key, page: path('17827@2025-07-01').split('?')[0] ?? '' })),
  )
  expect(lists.length).toBeGreaterThan(10)
  expect(lists.filter(({ page }) => !known.includes(page))).toEqual([])
})
