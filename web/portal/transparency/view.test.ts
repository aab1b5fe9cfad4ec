import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { publishMonths } from '#indicators'
import { loadUnits } from '#jobs/units-table'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { amountToldIn, readTransparency } from './view.server.ts'

const database = await freshDatabase()
const machine = { kind: 'system', job: 'test' } as const
const [vinhPhu, other] = ['16702@2025-07-01', '17827@2025-07-01']

/** People with a pension and with support for care, by commune. */
const counts: Record<string, [pension: number, care: number]> = {
  [vinhPhu]: [60, 3],
  [other]: [80, 40],
  province: [140, 43],
}

beforeAll(async () => {
  await loadUnits(database)
  const rows = Object.entries(counts).flatMap(([unit, [pension, care]]) => [
    { metric: 'recipients', unit, split: '', part: pension + care - 1 },
    { metric: 'recipients', unit, split: 'benefit:socialPension', part: pension },
    { metric: 'recipients', unit, split: 'benefit:careSupport', part: care },
    { metric: 'elders', unit, split: '', part: pension },
    { metric: 'on-time', unit, split: '', part: 0, whole: 0 },
    { metric: 'monthly-amount', unit, split: 'benefit:socialPension', part: pension * 540_000 },
    { metric: 'monthly-amount', unit, split: 'benefit:careSupport', part: care * 810_000 },
  ])
  await withActor(database, machine, async (transaction) => {
    await sql`insert into indicators.measured (metric, unit_uid, split, measured_on, part, whole)
      select metric, unit, split, '2026-11-23', part, whole from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as figure (metric text, unit text, split text, part bigint, whole bigint)`.execute(transaction)
    await publishMonths(transaction, { today: day('2026-11-23') })
  })
})

const read = (asked: { month?: string; benefit?: string; metric?: string }) =>
  readTransparency(database, { month: null, benefit: null, language: 'vi', ...asked })

describe('the public page of figures', () => {
  it('tells the province and each programme by the name the law gives it', async () => {
    const view = await read({})
    expect(view).toMatchObject({ month: '2026-11', measuredOn: '2026-11-23', people: null, recipients: 183 })
    expect(view?.byBenefit.map(({ name, recipients }) => [name, recipients])).toEqual([
      ['Hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng', 43],
      ['Trợ cấp hưu trí xã hội', 140],
    ])
    expect(view?.principles.map(({ share }) => share)).toEqual([undefined, undefined, undefined])
  })

  it('hides what is small in a commune, and as much as keeps it hidden', async () => {
    const places = (await read({ benefit: 'careSupport' }))?.byCommune
    expect(places?.map(({ name, recipients }) => [name, recipients])).toEqual([
      ['Phường Vinh Phú', null],
      [expect.stringContaining(' '), null],
    ])
    const pensions = (await read({ benefit: 'socialPension' }))?.byCommune
    expect(pensions?.map(({ recipients, amountDong }) => [recipients, amountDong])).toEqual([
      [null, null],
      [null, null],
    ])
    expect((await read({}))?.byCommune.map(({ recipients }) => recipients)).toEqual([63, 120])
  })

  it('tells a metric of each commune, and takes one it does not know for none', async () => {
    const view = await read({ metric: 'elders' })
    expect(view?.metrics.map(({ key }) => key)).toContain('elders')
    expect(view?.ofMetric).toMatchObject({ metric: { key: 'elders' }, province: 140 })
    expect(view?.ofMetric?.byCommune.map(({ figure }) => figure)).toEqual([60, 80])
    expect((await read({ metric: 'khong-co' }))?.ofMetric).toBeUndefined()
  })

  it('tells the money of the programmes that are told where one is hidden', () => {
    expect(amountToldIn([null, 75_600_000, 24_300_000, null])).toEqual({ dong: 99_900_000, hidden: 2 })
    expect(amountToldIn([null, null])).toBeUndefined()
  })

  it('knows no month that was not published, and takes an unknown programme for all', async () => {
    expect(await read({ month: '2026-10' })).toBeUndefined()
    expect(await read({ month: 'thang-muoi' })).toBeUndefined()
    expect(await read({ month: '2026-11', benefit: 'khong-co' })).toMatchObject({
      benefit: undefined,
      recipients: 183,
    })
  })
})
