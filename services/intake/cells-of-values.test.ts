import { expect, it } from 'vitest'
import { cellOfField } from './cells-of-values.ts'

it('a value is named by the cell of its row, several columns that make it by the first and the last', () => {
  const letters = {
    familyName: 'B',
    name: 'C',
    birthDay: 'Y',
    birthMonth: 'Z',
    birthYear: 'AA',
    id: 'F',
    'fact:poverty': 'G',
    'tick:disability=severe': 'H',
    'tick:disability=extreme': 'I',
  }
  const cell = (field: string) => cellOfField(letters, field, 12)
  expect(['name', 'birth', 'citizenId', 'oldId', 'poverty', 'disability'].map(cell)).toEqual([
    'B12–C12',
    'Y12–AA12',
    'F12',
    'F12',
    'G12',
    'H12–I12',
  ])
  expect(['residence', 'sex', 'membership', 'area'].map(cell)).toEqual([...Array(4).fill(undefined)])
})
