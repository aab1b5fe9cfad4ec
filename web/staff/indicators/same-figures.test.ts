import { RouterContextProvider } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { measureByCommune } from '#indicators'
import { loadDemonstration } from '#jobs/demonstration'
import { measureIndicators } from '#jobs/measure-indicators'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { actorOf, type Officer } from '#platform/sessions'
import { readSheets } from '#platform/sheets'
import { freshDatabase } from '#test/database'
import { requestContext, type Services, servicesContext } from '#web/context.ts'
import { loader as exportMetric } from './export.ts'
import { loader as exportMetrics } from './export-list.ts'
import { loader as readList } from './list.tsx'
import { action, loader as readPage } from './page.tsx'
import { loader as readPrinciples } from './principles.tsx'

const database = await freshDatabase()
const ours = '17827@2025-07-01'
const officer = (role: Officer['role'], unitUid: string): Officer => ({
  id: role,
  username: role,
  name: 'Lan',
  role,
  unitUid,
  areas: ['*'],
})
const province = officer('provinceOfficer', 'province')
const commune = officer('communeOfficer', ours)
const leader = officer('leader', 'province')

type Args = Parameters<typeof exportMetric>[0] &
  Parameters<typeof exportMetrics>[0] &
  Parameters<typeof readPage>[0] &
  Parameters<typeof readPrinciples>[0] &
  Parameters<typeof readList>[0] &
  Parameters<typeof action>[0]

/** What a loader or action is given when this officer asks for this address. */
function asked(who: Officer, path: string, form?: Record<string, string>): Args {
  const context = new RouterContextProvider()
  context.set(servicesContext, { database } as Services)
  context.set(requestContext, { id: '', address: '', nonce: '', findOfficer: async () => who })
  const url = new URL(path, 'http://localhost')
  const key = /so-lieu\/([a-z-]+)/.exec(path)?.[1]
  const request = new Request(url, form ? { method: 'POST', body: new URLSearchParams(form) } : {})
  return { context, url, request, params: { key } } as unknown as Args
}

async function sheetOf(answer: Response, name: string): Promise<unknown[][]> {
  const [sheet] = await readSheets(new Uint8Array(await answer.arrayBuffer()), name)
  return sheet?.rows.map((row) => [...row]) ?? []
}

beforeAll(async () => {
  await loadDemonstration({ database, people: 1_500, seed: 3, today: today() })
  await measureIndicators(database, { today: today() })
}, 120_000)

describe('a metric', () => {
  it.each(['full-entitlement', 'monthly-amount', 'decision-days'])(
    '%s is the same on the page, in its sheets and for programs',
    async (key) => {
      const page = await readPage(asked(province, `/can-bo/so-lieu/${key}`))
      const json = await (await exportMetric(asked(province, `/can-bo/so-lieu/${key}.json`))).json()
      const csv = await sheetOf(await exportMetric(asked(province, `/can-bo/so-lieu/${key}.csv`)), 'a.csv')
      const xlsx = await sheetOf(await exportMetric(asked(province, `/can-bo/so-lieu/${key}.xlsx`)), 'a.xlsx')
      expect(page.measured?.part).toBeGreaterThan(0)
      expect([json.measured.value, json.measured.part]).toEqual([page.measured?.value, page.measured?.part])
      expect(page.communes).toHaveLength(130)
      const direct = await withActor(database, actorOf(province), (transaction) =>
        measureByCommune(transaction, { key, on: today() }),
      )
      const shown = page.communes.map(({ unitUid, value }) => [unitUid, value ?? null])
      expect(direct.map(({ unitUid, value }) => [unitUid, value ?? null])).toEqual(shown)
      expect(
        json.communes.map((each: { unitUid: string; value?: number }) => [each.unitUid, each.value ?? null]),
      ).toEqual(shown)
      const all = [['province', page.measured?.value], ...shown].map(([uid, value]) => [uid, value ?? null])
      const figure = (cell: unknown) => (cell === null || cell === '' ? null : Number(cell))
      for (const rows of [csv, xlsx])
        expect(rows.slice(1).map(([uid, , value]) => [uid, figure(value)])).toEqual(all)
    },
  )

  it('of the list of metrics is the same in its sheet', async () => {
    const { lines } = await readList(asked(province, '/can-bo/so-lieu'))
    const rows = await sheetOf(await exportMetrics(asked(province, '/can-bo/so-lieu.csv')), 'a.csv')
    expect(rows.slice(1).map(([key]) => key)).toEqual(lines.map(({ metric }) => metric.key))
    const kinds = Object.fromEntries(rows.slice(1).map(([key, , , , , , kind]) => [key, kind]))
    expect([kinds['right-person'], kinds['merit-dossiers-open']]).toEqual(['đo được', 'chưa đo'])
  })

  it('that nobody wrote is not found', async () => {
    for (const read of [readPage, exportMetric])
      await expect(read(asked(province, '/can-bo/so-lieu/nobody-wrote-this'))).rejects.toMatchObject({
        status: 404,
      })
  })
})

describe('handling poverty policy well', () => {
  it('opens the three principles of the poverty area, today, by commune', async () => {
    const view = await readPrinciples(asked(province, '/can-bo/so-lieu/ba-nguyen-tac?linh-vuc=poverty'))
    expect([view.on, view.reach]).toEqual([today(), 'area'])
    expect(view.principles.map(({ metric }) => metric.key)).toEqual([
      'right-person',
      'full-entitlement',
      'on-time',
    ])
    expect(view.principles[1]?.measured?.whole).toBeGreaterThan(0)
    expect(view.rows).toHaveLength(130)
    const everybody = await readPrinciples(asked(province, '/can-bo/so-lieu/ba-nguyen-tac'))
    expect(view.principles[1]?.measured?.whole).toBeLessThan(everybody.principles[1]?.measured?.whole ?? 0)
  })

  it('says of merit that nothing is measured yet', async () => {
    const view = await readPrinciples(asked(province, '/can-bo/so-lieu/ba-nguyen-tac?linh-vuc=merit'))
    expect([view.reach, view.rows, view.principles.map(({ measured }) => measured)]).toEqual([
      'none',
      [],
      [undefined, undefined, undefined],
    ])
  })

  it('leads from a commune to the list behind, with the commune set', async () => {
    const view = await readPrinciples(asked(province, `/can-bo/so-lieu/ba-nguyen-tac?xa=${ours}`))
    expect(view.principles[1]?.lists[0]?.path).toBe(`/can-bo?loai=missed&xa=${encodeURIComponent(ours)}`)
  })
})

describe('an officer of a commune', () => {
  it('is shown their own commune whatever the address says', async () => {
    const page = await readPage(asked(commune, '/can-bo/so-lieu/recipients?xa=16702@2025-07-01'))
    expect([page.unitName, page.communes.map(({ unitUid }) => unitUid), page.choosable]).toEqual([
      'Xã Nghi Lộc',
      [ours],
      [],
    ])
  })
})

const path = '/can-bo/so-lieu/poor-households'
const report = {
  viec: 'bao-cao',
  ma: 'mot',
  'ngay-so': '01/11/2026',
  'gia-tri': '1.234',
  'van-ban': '12/BC',
  'ghi-chu': '',
}

describe('the forms of a metric', () => {
  it('keep a report, shown beside what was measured and once when sent twice', async () => {
    for (const _ of [1, 2])
      await expect(action(asked(province, path, report))).rejects.toMatchObject({ status: 303 })
    const { reports } = await readPage(asked(leader, path))
    expect(reports.map(({ value, document, on }) => [value, document, on])).toEqual([
      [1234, '12/BC', '2026-11-01'],
    ])
    expect(reports[0]?.difference).toBe(1234 - (reports[0]?.measured ?? 0))
  })

  it('come back with what was typed and every problem at its field', async () => {
    const answer = await action(
      asked(province, path, { ...report, 'ngay-so': '31/02/2026', 'gia-tri': 'nhiều' }),
    )
    expect(answer).toMatchObject({
      init: { status: 422 },
      data: { problems: { 'ngay-so': 'day', 'gia-tri': 'noNumber' }, values: { 'gia-tri': 'nhiều' } },
    })
  })

  it('set a target for the province alone, with its ground and its pace', async () => {
    const target = {
      viec: 'chi-tieu',
      ma: 'hai',
      'muc-dau': '40',
      'ngay-dau': '31/12/2025',
      'muc-dich': '10',
    }
    const rest = { 'ngay-dich': '31/12/2030', 'can-cu': 'Nghị quyết 1' }
    expect(await action(asked(province, path, { ...target, ...rest, 'can-cu': '' }))).toMatchObject({
      data: { problems: { 'can-cu': 'noDocument' } },
    })
    await expect(action(asked(province, path, { ...target, ...rest }))).rejects.toMatchObject({ status: 303 })
    const { targets } = await readPage(asked(leader, path))
    expect(targets[0]?.pace.latest?.on).toBe(today())
    for (const who of [leader, commune])
      await expect(action(asked(who, path, { ...target, ...rest }))).rejects.toMatchObject({ status: 403 })
  })
})
