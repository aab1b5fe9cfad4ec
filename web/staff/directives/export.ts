import {
  exportTasks,
  listDiverging,
  listMeasures,
  listTasks,
  readOwnParties,
  type TaskMeasures,
} from '#directives'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import type { SheetColumn } from '#platform/sheets'
import { getDesk } from '#web/staff/access.ts'
import { exportList } from '#web/staff/export/list.server.ts'
import { figureText } from '#web/staff/indicators/figures.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import type { Route } from './+types/export'
import { filterOf } from './filter.server.ts'
import { tasksQueryOf } from './query.ts'
import { words } from './words.ts'

const rowsMax = 50_000
const wide = new Set(['Nhiệm vụ', 'Cơ quan chủ trì', 'Lĩnh vực'])

/** The tasks as they are filtered on the page, every one of them, with what is reported beside what is measured. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const on = today()
  const query = tasksQueryOf(url.searchParams)
  const { headings, rows } = await withActor(desk.database, desk.actor, async (transaction) => {
    const filter = filterOf(query, {
      parties: await readOwnParties(transaction),
      diverging: await listDiverging(transaction, on),
      today: on,
    })
    const table = await exportTasks(transaction, { ...filter, language: 'vi' })
    const tasks = await listTasks(transaction, { ...filter, sort: 'number', limit: rowsMax })
    const measures = await listMeasures(
      transaction,
      tasks.map(({ id }) => id),
      on,
    )
    const beside = tasks.map(({ id }) => besideOf(measures.get(id)))
    return {
      headings: [...table.headings, words.vi.reported, words.vi.measured],
      rows: table.rows.map((row, index) => [...row, ...(beside[index] ?? ['', ''])]),
    }
  })
  const columns: SheetColumn[] = headings.map((heading) => ({
    heading,
    kind: 'text',
    width: wide.has(heading) ? 48 : 18,
  }))
  const { unitUid } = desk.officer
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `nhiem-vu-${on}`,
    name: words.vi.exportName,
    subject: { kind: 'tasks', id: unitUid, ...(unitUid === 'province' ? {} : { unitUid }) },
    filter: query,
    columns,
    rows: oneByOne(rows),
  })
}

/** What is reported and what is measured, each with the name of its metric. */
function besideOf(measures: TaskMeasures | undefined): [string, string] {
  const { metrics = [], report } = measures ?? {}
  const written = (kind: 'reported' | 'measured') =>
    metrics.flatMap(({ metric, [kind]: figure }) =>
      figure?.value === undefined
        ? []
        : [`${metric.name.vi}: ${figureText(metric.unit, figure.value, 'vi')}`],
    )
  const percent =
    report?.percent === undefined ? [] : [words.vi.progress(figureText('percent', report.percent, 'vi'))]
  return [[...written('reported'), ...percent].join('; '), written('measured').join('; ')]
}

async function* oneByOne(rows: readonly string[][]): AsyncGenerator<string[]> {
  yield* rows
}
