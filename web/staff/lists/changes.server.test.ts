import { expect, it } from 'vitest'
import { birthFromShort } from '#identity'
import type { ListRow } from '#intake'
import { readingText } from './changes.server.ts'

it.each([
  ['1990-08-19', 'sinh 19/08/1990'],
  ['1944-03', 'sinh 03/1944'],
  ['1944', 'sinh 1944'],
])('a birth known as %s is shown as people write it', (short, shown) => {
  const row: Pick<ListRow, 'birth' | 'id' | 'unitAsWritten' | 'village' | 'award'> = {
    birth: birthFromShort(short),
    id: undefined,
    unitAsWritten: [],
    village: undefined,
    award: undefined,
  }
  expect(readingText(row as ListRow, 'vi')).toBe(shown)
})
