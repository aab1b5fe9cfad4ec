import { today } from '#platform/clock'
import type { SheetColumn } from '#platform/sheets'
import { getDesk } from '#web/staff/access.ts'
import { exportList, pagesOf } from '#web/staff/export/list.server.ts'
import { sheetFormatOf } from '#web/staff/sheet-headers.ts'
import { formatInstant } from '#web/ui/index.ts'
import type { Route } from './+types/export-history'
import { historyOf, type PastImport } from './history.tsx'
import { listJobs } from './job.ts'
import { words } from './words.ts'

const states = ['new', 'changed', 'identical', 'doubtful', 'faulty'] as const
const t = words.vi

const columns: readonly SheetColumn[] = [
  { heading: t.file, kind: 'text', width: 40 },
  { heading: t.at, kind: 'text', width: 18 },
  { heading: t.state, kind: 'text' },
  ...states.map((state): SheetColumn => ({ heading: t.states[state] ?? state, kind: 'number', width: 12 })),
]

/** The officer's own imports as a file: as many as the queue remembers, not only those on the page. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const imports = await desk.queue.list({ name: listJobs.import, limit: 10_000 })
  const undoings = await desk.queue.list({ name: listJobs.undo, limit: 10_000 })
  const rows = historyOf({ imports, undoings }, desk.officer).map(rowOf)
  return exportList(desk, {
    format: sheetFormatOf(url),
    fileName: `lan-nhap-${today()}`,
    name: t.history,
    subject: { kind: 'imports', id: desk.officer.id },
    columns,
    rows: pagesOf(0, async () => ({ items: rows, place: undefined })),
  })
}

function rowOf({ fileName, at, state, counts }: PastImport): (string | number | null)[] {
  return [
    fileName ?? t.unnamed,
    formatInstant(at),
    t.jobStates[state],
    ...states.map((each) => counts?.[each] ?? null),
  ]
}
