import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { day, type Month } from '#calendar'
import { printedReading, readListFile } from '#intake'
import { readSheets } from '#platform/sheets'
import { keptLists } from './kept-lists.ts'
import { trapLists } from './trap-lists.ts'
import { wholeLists } from './whole-lists.ts'

const standards: Record<string, number> = {
  '2019-05': 270_000,
  '2025-03': 500_000,
  '2025-06': 500_000,
  '2026-03': 500_000,
  '2026-08': 540_000,
  '2026-09': 540_000,
}
const options = { today: day('2026-11-23'), standardOn: (month: Month) => standards[month] }
const lists = [...keptLists, ...trapLists, ...wholeLists]
const at = (file: string) => new URL(`../examples/lists/${file}`, import.meta.url)

describe('a list as communes really keep it', () => {
  it.each(lists.map(({ file }) => file))('%s is read as its key says', async (file) => {
    const { file: named, ...key } = JSON.parse(
      await readFile(at(`${file.replace(/\.\w+$/, '')}.key.json`), 'utf8'),
    )
    expect(named).toBe(file)
    const { reading } = await readListFile(await readFile(at(file)), file, options)
    const printed = printedReading(reading)
    expect(printed.rows).toEqual(key.rows)
    expect(printed).toEqual(key)
  })

  it.each(lists.map((list) => [list.file, list] as const))(
    '%s is the file its maker writes',
    async (file, list) => {
      expect(await readSheets(await readFile(at(file)), file)).toEqual(
        await readSheets(await list.bytes(), file),
      )
    },
  )
})
