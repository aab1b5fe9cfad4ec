import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day, type Month } from '#calendar'
import { printedReading } from './printed-reading.ts'
import { readListFile } from './recipient-list.ts'

const standards: Record<string, number> = { '2024-06': 360_000, '2025-03': 500_000 }
const options = { today: day('2026-11-23'), standardOn: (month: Month) => standards[month] }

describe('a list as communes keep it', () => {
  it.each(['tcxh-nghi-kieu-2024-06', 'tong-hop-2025-03'])('%s is read as its key says', async (name) => {
    const bytes = readFileSync(`test/examples/lists/${name}.xlsx`)
    const { file, ...key } = JSON.parse(readFileSync(`test/examples/lists/${name}.key.json`, 'utf8'))
    expect(file).toContain(name)
    const { reading } = await readListFile(bytes, `${name}.xlsx`, options)
    const printed = printedReading(reading)
    expect(printed.rows).toEqual(key.rows)
    expect(printed).toEqual(key)
  })
})
