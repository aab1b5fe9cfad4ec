import { beforeAll, expect, it } from 'vitest'
import { day } from '#calendar'
import { listReported } from '#indicators'
import { loadUnits } from '#jobs/units-table'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { answerReport } from './form.server.ts'

const database = await freshDatabase()
const unitUid = '16702@2025-07-01'
const actor: Actor = {
  kind: 'officer',
  ...{ id: 'lan', name: 'lan', role: 'communeOfficer', unitUid, areas: ['*'] },
}
const desk = { desk: { database, actor }, unitUid, today: day('2026-11-23') }

beforeAll(() => loadUnits(database))

it('a form of a figure sent again is one report, and with another figure, after going back, another', async () => {
  const send = (value: string) =>
    answerReport(
      desk,
      'poor-households',
      new Map([
        ['ma', 'mot-ma-cua-trang'],
        ['ngay-so', '31/10/2026'],
        ['gia-tri', value],
      ]),
    )
  for (const value of ['120', '120', '121']) expect(await send(value)).toEqual({ ok: true })
  const reports = await withActor(database, actor, (transaction) =>
    listReported(transaction, { key: 'poor-households', unitUid }),
  )
  expect(reports.map(({ value, isReplaced }) => [value, isReplaced])).toEqual([
    [121, false],
    [120, true],
  ])
})
