import { withActor } from '#platform/database'
import { exportList } from '#web/staff/export/list.server.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import type { Route } from './+types/export-list'
import { indicatorsDesk } from './desk.server.ts'
import { lineColumns, lineRow } from './rows.server.ts'
import { type MetricLine, readLines } from './view.server.ts'

/** The list of metrics as the page shows it, as .xlsx or .csv. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { desk, query, unitUid, on } = await indicatorsDesk(context, url)
  const lines = await withActor(desk.database, desk.actor, (transaction) =>
    readLines(transaction, { area: query.area, unitUid, on }),
  )
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `chi-so-${on}`,
    name: 'Chỉ số',
    subject: { kind: 'indicators', id: unitUid },
    filter: { unitUid, on, area: query.area },
    columns: lineColumns,
    rows: rowsOf(lines),
  })
}

async function* rowsOf(lines: readonly MetricLine[]): AsyncGenerator<(string | number | null)[]> {
  for (const line of lines) yield lineRow(line)
}
