import type { RouteConfigEntry } from '@react-router/dev/routes'
import { expect, it } from 'vitest'
import routes from './routes.ts'

/** Every address below this entry, and the file that answers it. */
function addresses(entry: RouteConfigEntry, above = ''): [path: string, file: string][] {
  const path = [above, entry.path].filter(Boolean).join('/')
  return [[path, entry.file], ...(entry.children ?? []).flatMap((child) => addresses(child, path))]
}

/** Sheets to be filled in, not lists. */
const templates = ['can-bo/danh-sach-mau.xlsx']

it('every list that can be saved is saved as Excel and as CSV, by the same code', () => {
  const all = new Map(routes.flatMap((entry) => addresses(entry)))
  const ending = (letters: string) => [...all.keys()].filter((path) => path.endsWith(letters))
  const lists = ending('.xlsx').filter((path) => !templates.includes(path))
  expect(lists.length).toBeGreaterThan(8)
  for (const path of lists)
    expect([path, all.get(path.replace('.xlsx', '.csv'))]).toEqual([path, all.get(path)])
  expect(ending('.csv')).toHaveLength(lists.length)
})
