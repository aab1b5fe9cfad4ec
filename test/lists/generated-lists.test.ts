import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { printedReading, readListFile, readRecipientList } from '#intake'
import { writeCells } from '#platform/sheets'
import { communeList, type MadeList } from './commune-list.ts'
import { districtList } from './district-list.ts'

const seeds = Array.from({ length: 20 }, (_, index) => 1_000 + index * 37)
const optionsFor = ({ standardDong }: MadeList) => ({
  today: day('2026-11-23'),
  standardOn: () => standardDong,
})

describe('a list made with its key', () => {
  it.each(seeds)('of a commune is read as the key says (%i)', (seed) => {
    const list = communeList(seed)
    expect(printedReading(readRecipientList(list.sheet, optionsFor(list)))).toEqual(list.key)
  })

  it.each(seeds)('of several districts is read as the key says (%i)', (seed) => {
    const list = districtList(seed)
    expect(printedReading(readRecipientList(list.sheet, optionsFor(list)))).toEqual(list.key)
  })

  it.each([communeList(5), districtList(6)])('is read the same from an Excel file', async (list) => {
    const bytes = await writeCells(list.sheet.name, list.sheet.rows)
    const { reading } = await readListFile(bytes, 'a.xlsx', optionsFor(list))
    expect(printedReading(reading)).toEqual(list.key)
  })

  it('is another for another seed and the same for the same', () => {
    expect(communeList(3)).toEqual(communeList(3))
    expect(communeList(3)).not.toEqual(communeList(4))
    expect(new Set(seeds.map((seed) => districtList(seed).sheet.rows[0]?.join('|'))).size).toBeGreaterThan(10)
  })
})
