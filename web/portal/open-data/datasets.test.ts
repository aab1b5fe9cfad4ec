import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { publishMonths } from '#indicators'
import { loadDirective440 } from '#jobs/demonstration/directive-440'
import { loadUnits } from '#jobs/units-table'
import { withActor } from '#platform/database'
import { seedPublishing } from '#publishing'
import { freshDatabase } from '#test/database'
import { readTransparency } from '#web/portal/transparency/view.server.ts'
import { catalogueJson, datasets } from './catalogue.server.ts'
import type { Dataset } from './dataset.ts'
import { filesOf, sendOpen } from './files.server.ts'
import { datasetOfMetric } from './metric-datasets.server.ts'

const database = await freshDatabase()
const machine = { kind: 'system', job: 'test' } as const
const today = day('2026-11-23')
const communes: Record<string, [pension: number, allowance: number]> = {
  '16702@2025-07-01': [60, 3],
  '17827@2025-07-01': [80, 40],
  '16690@2025-07-01': [25, 0],
  province: [165, 43],
}

beforeAll(async () => {
  await loadUnits(database)
  const rows = Object.entries(communes).flatMap(([unit, [pension, allowance]]) => [
    { metric: 'recipients', unit, split: '', part: pension + allowance },
    { metric: 'recipients', unit, split: 'benefit:socialPension', part: pension },
    { metric: 'recipients', unit, split: 'benefit:socialAllowance', part: allowance },
    { metric: 'monthly-amount', unit, split: 'benefit:socialPension', part: pension * 540_000 },
    { metric: 'monthly-amount', unit, split: 'benefit:socialAllowance', part: allowance * 810_000 },
    { metric: 'full-entitlement', unit, split: '', part: pension, whole: pension + 5 },
    { metric: 'disabled-extreme', unit, split: '', part: unit === 'province' ? 3 : 1 },
    { metric: 'elders', unit, split: '', part: unit === 'province' ? 105 : pension - 20 },
    { metric: 'arrears', unit, split: '', part: 1_080_000 },
  ])
  await withActor(database, machine, async (transaction) => {
    await seedPublishing(transaction)
    await sql`insert into indicators.measured (metric, unit_uid, split, measured_on, part, whole)
      select metric, unit, split, ${today}::date, part, whole from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as figure (metric text, unit text, split text, part bigint, whole bigint)`.execute(transaction)
    await publishMonths(transaction, { today })
  })
  await loadDirective440({ database, today, officerOf: () => undefined })
})

const get = (slug: string): Dataset => {
  const found = datasets.find((each) => each.slug === slug)
  if (!found) throw new Error(`There is no dataset ${slug}`)
  return found
}

async function jsonRows(dataset: Dataset): Promise<Record<string, unknown>[]> {
  const { json } = await filesOf(database, dataset)
  return (JSON.parse(new TextDecoder().decode(json.bytes)) as { rows: Record<string, unknown>[] }).rows
}

const own = (rows: Record<string, unknown>[], key: string) =>
  rows.filter((row) => row.ma === key).map((row) => row.gia_tri)

describe('open data', () => {
  it('has in every row of every dataset the columns its dictionary describes, and no others', async () => {
    for (const dataset of datasets) {
      const names = dataset.fields.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      for (const row of await jsonRows(dataset)) expect(Object.keys(row).sort()).toEqual(names.toSorted())
    }
    expect((await jsonRows(get('don-vi-hanh-chinh'))).length).toBeGreaterThan(400)
  })

  it('tells of each commune and programme what the page tells, hidden where the page hides', async () => {
    const rows = await jsonRows(get('tro-cap-theo-xa'))
    for (const benefit of ['socialPension', 'socialAllowance']) {
      const view = await readTransparency(database, { month: '2026-11', benefit, language: 'vi' })
      const own = rows.filter((row) => row.ma_chuong_trinh === benefit)
      expect(own.map((row) => [row.ma_xa, row.luot_huong, row.tien_dong])).toEqual(
        view?.byCommune.map(({ key, recipients, amountDong }) => [key, recipients, amountDong]),
      )
    }
    expect(rows.filter((row) => row.luot_huong === null).length).toBeGreaterThan(1)
    const all = await readTransparency(database, { month: null, benefit: null, language: 'vi' })
    expect((await jsonRows(get('tro-cap-toan-tinh'))).map((row) => row.luot_huong)).toEqual(
      all?.byBenefit.map(({ recipients }) => recipients),
    )
    const principle = (await jsonRows(get('ba-nguyen-tac'))).find((row) => row.cap === 'tinh')
    expect(principle?.tu_phan_tram).toBe(all?.principles.find(({ key }) => key === 'full')?.share)
  })

  it('tells of each metric by commune what the page tells, in CSV as in JSON', async () => {
    const all = await jsonRows(get('chi-so-theo-xa'))
    const told = await readTransparency(database, { month: null, benefit: null, language: 'vi' })
    expect(told?.metrics.map(({ key }) => key)).toEqual([
      'recipients',
      'monthly-amount',
      'elders',
      'disabled-extreme',
    ])
    for (const { key } of told?.metrics ?? []) {
      const view = await readTransparency(database, {
        month: '2026-11',
        benefit: null,
        metric: key,
        language: 'vi',
      })
      const ofPage = view?.ofMetric?.byCommune.map(({ key: unit, figure }) => [
        unit,
        typeof figure === 'number' ? figure : null,
      ])
      const own = all.filter((row) => row.ma === key)
      expect(own.map((row) => [row.ma_xa, row.gia_tri])).toEqual(ofPage)
      const one = datasetOfMetric(key, { byCommune: true })
      expect(one && (await jsonRows(one))).toEqual(own)
      const province = (await jsonRows(get('chi-so'))).find((row) => row.ma === key)
      const { amountDong, amountOfTold } = view ?? {}
      const isPartly = key === 'monthly-amount' && amountDong === null
      expect(province?.gia_tri).toBe(isPartly ? amountOfTold?.dong : view?.ofMetric?.province)
      expect(province?.tinh_trang).toBe(isPartly ? 'mot-phan' : province?.gia_tri === null ? 'an' : 'co')
    }
    expect(own(all, 'elders')).toEqual([5, 40, 60])
    expect(own(all, 'disabled-extreme')).toEqual([null, null, null])
    expect(datasetOfMetric('articles-published', { byCommune: true })).toBeUndefined()
    const csv = new TextDecoder().decode((await filesOf(database, get('chi-so-theo-xa'))).csv.bytes)
    const [head, ...lines] = csv.trim().split(/\r?\n/)
    expect(head?.replace('\ufeff', '')).toBe(
      get('chi-so-theo-xa')
        .fields.map(({ name }) => name)
        .join(','),
    )
    expect(lines).toHaveLength(all.length)
    for (const [at, row] of all.entries()) expect(lines[at]).toContain(`${row.ma_xa}`)
    expect(lines.filter((line) => line.endsWith(',an'))).toHaveLength(
      all.filter((row) => row.gia_tri === null).length,
    )
  })

  it('describes every dataset and every column in Vietnamese and in English', () => {
    for (const { title, description, source, fields } of datasets)
      for (const { vi, en } of [title, description, source, ...fields.map(({ means }) => means)]) {
        expect(vi.trim().length * en.trim().length).toBeGreaterThan(0)
        expect(vi).not.toBe(en)
      }
  })

  it('of a metric tells the province’s value, empty where few people are counted, and no money of few', async () => {
    const rows = await jsonRows(get('chi-so'))
    expect(rows.find((row) => row.ma === 'recipients')?.gia_tri).toBe(208)
    expect(rows.find((row) => row.ma === 'disabled-extreme')?.gia_tri).toBeNull()
    expect(rows.map((row) => row.ma)).not.toContain('arrears')
    const one = datasetOfMetric('recipients')
    expect(one && (await jsonRows(one))).toEqual(rows.filter((row) => row.ma === 'recipients'))
    expect(datasetOfMetric('khong-co')).toBeUndefined()
  })

  it('names the tasks of the notice, which is public, with who leads them now', async () => {
    const rows = await jsonRows(get('nhiem-vu'))
    expect(rows).toHaveLength(23)
    expect(rows[11]).toMatchObject({
      van_ban: '440/TB-UBND',
      so: '12',
      han: '2022-07-27',
      ma_tinh_trang: 'doneInTime',
    })
  })

  it('says in its catalogue the size and the checksum of each file that is fetched', async () => {
    const catalogue = JSON.parse(await catalogueJson(database, 'https://ansinh.example.vn'))
    const [first] = catalogue['dcat:dataset']
    expect(catalogue['dcat:dataset']).toHaveLength(datasets.length)
    const [csv] = first['dcat:distribution']
    expect(csv['dcat:downloadURL']).toBe('https://ansinh.example.vn/du-lieu/ba-nguyen-tac.csv')
    const { bytes } = (await filesOf(database, get('ba-nguyen-tac'))).csv
    expect(csv['spdx:checksum']['spdx:checksumValue']).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(csv['dcat:byteSize']).toBe(bytes.byteLength)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('goes to any site, and is told to be the same to who has it', async () => {
    const { csv } = await filesOf(database, get('ba-nguyen-tac'))
    const ask = (headers: HeadersInit = {}) =>
      sendOpen(new Request('http://x/', { headers }), csv, { type: 'text/csv', name: 'a.csv' })
    const answer = ask()
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const again = ask({ 'if-none-match': `W/${answer.headers.get('etag')}` })
    expect([answer.status, again.status]).toEqual([200, 304])
  })
})
