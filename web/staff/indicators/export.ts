import { findMetric } from '#indicators'
import { recordRead } from '#platform/audit'
import { withActor } from '#platform/database'
import { exportList } from '#web/staff/export/list.server.ts'
import { savingHeaders, sheetFormatOf } from '#web/staff/sheet-headers.ts'
import type { Route } from './+types/export'
import { indicatorsDesk } from './desk.server.ts'
import { communeColumns, communeRows } from './rows.server.ts'
import { readMetric } from './view.server.ts'

const province = 'Toàn tỉnh'

/** One metric as the page shows it, by commune, as .xlsx or .csv; for programs as .json with all the page reads. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { desk, query, unitUid, unitName, on } = await indicatorsDesk(context, url)
  const key = params.key.replace(/\.(xlsx|csv|json)$/, '')
  const metric = findMetric(key)
  if (!metric) throw new Response(null, { status: 404 })
  const view = await withActor(desk.database, desk.actor, (transaction) =>
    readMetric(transaction, { key, unitUid, on }),
  )
  const subject = { kind: 'indicator', id: key, ...(unitUid === 'province' ? {} : { unitUid }) }
  const fileName = `chi-so-${key}-${on}`
  if (url.pathname.endsWith('.json')) {
    await withActor(desk.database, desk.actor, (transaction) =>
      recordRead(transaction, subject, { by: desk.officer.name, purpose: 'export', format: 'json' }),
    )
    const headers = savingHeaders(`${fileName}.json`, 'application/json; charset=utf-8')
    return new Response(JSON.stringify({ unitUid, on, ...view }), { headers })
  }
  const rows = communeRows(view, { unitUid, name: unitName ?? province })
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName,
    name: metric.name.vi.slice(0, 31),
    subject,
    filter: { unitUid, on, area: query.area },
    columns: communeColumns,
    rows: streamed(rows),
  })
}

async function* streamed<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}
