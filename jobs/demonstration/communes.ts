import { readFile } from 'node:fs/promises'
import type { FormerCommune } from './former-communes.ts'
import type { NameStock } from './names.ts'
import { weighted } from './random.ts'

/** A commune of today as the demonstration peoples it. */
export interface Commune {
  unitUid: string
  name: string
  population: number
  /** Assumed for the demonstration by its former district: the list in force is the province's to record. */
  difficult: boolean
  stocks: readonly NameStock[]
  /** The ways in which people came under it without moving; absent when nobody is told where they lived before. */
  former?: readonly (readonly FormerCommune[])[]
}

const data = new URL('../../data/', import.meta.url)

const difficultDistricts = new Set([
  'Huyện Kỳ Sơn',
  'Huyện Tương Dương',
  'Huyện Quế Phong',
  'Huyện Quỳ Châu',
  'Huyện Con Cuông',
])
const halfMountain = new Set(['Huyện Quỳ Hợp', 'Huyện Nghĩa Đàn', 'Huyện Anh Sơn', 'Huyện Tân Kỳ'])

const stocksOf = (district: string): NameStock[] => {
  if (district === 'Huyện Kỳ Sơn')
    return weighted([
      ['mong', 4],
      ['khoMu', 3],
      ['thai', 3],
    ])
  if (district === 'Huyện Tương Dương')
    return weighted([
      ['thai', 7],
      ['khoMu', 1],
      ['mong', 1],
      ['kinh', 1],
    ])
  if (difficultDistricts.has(district))
    return weighted([
      ['thai', 8],
      ['kinh', 2],
    ])
  if (halfMountain.has(district))
    return weighted([
      ['kinh', 8],
      ['thai', 2],
    ])
  return ['kinh']
}

/** The 130 communes since 1 July 2025 with their people. */
export async function readCommunes(): Promise<Commune[]> {
  const text = await readFile(new URL('nghe-an-communes-2025.csv', data), 'utf8')
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  const names = header.split(',')
  const place = (name: string) => names.indexOf(name)
  return lines.map((line) => {
    const cells = line.split(',')
    const district = cells[place('old_districts')] ?? ''
    return {
      unitUid: `${cells[place('code')]}@2025-07-01`,
      name: cells[place('name_vi')] ?? '',
      population: Number(cells[place('population')]),
      difficult: difficultDistricts.has(district),
      stocks: stocksOf(district),
    }
  })
}
