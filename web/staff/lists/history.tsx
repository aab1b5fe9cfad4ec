import type { ImportCounts } from '#intake'
import type { Job } from '#platform/queue'
import type { Officer } from '#platform/sessions'
import { SaveAs } from '#web/staff/export/save-as.tsx'
import { Empty, formatCount, formatInstant, pathIn, State, Table, useLang, useWords } from '#web/ui/index.ts'
import { type Imported, isTakenBack } from './job.ts'
import { words } from './words.ts'

/** One import of the past, or under way. */
export interface PastImport {
  id: string
  state: Job['state'] | 'takenBack'
  fileName: string | undefined
  at: Date
  counts: ImportCounts | undefined
}

/** What an officer may see of the imports: their own, and which of them were taken back since, by whomever. */
export function historyOf(
  { imports, undoings }: { imports: readonly Job[]; undoings: readonly Job[] },
  officer: Officer,
): PastImport[] {
  return imports
    .filter((job) => job.startedBy === officer.id)
    .map((job) => {
      const result = job.result as Imported | undefined
      return {
        id: job.id,
        state: isTakenBack(job, undoings) ? 'takenBack' : job.state,
        fileName: result?.fileName,
        at: job.finishedAt ?? job.createdAt,
        counts: result?.counts,
      }
    })
}

const marks = { waiting: 'cham', running: 'cham', done: 'ok', failed: 'sai', takenBack: 'open' } as const

export function History({ history, mayWrite }: { history: PastImport[]; mayWrite: boolean }) {
  const t = useWords(words)
  const lang = useLang()
  const count = (number: number | undefined) => (number === undefined ? '' : formatCount(number, lang))
  return (
    <section className="sect" aria-labelledby="history">
      <div className="sec-head">
        <h2 id="history">{t.history}</h2>
        {history.length > 0 ? <SaveAs path="/can-bo/lan-nhap" /> : null}
      </div>
      {history.length === 0 ? (
        <Empty sentence={mayWrite ? t.noHistory : t.noHistoryHere} />
      ) : (
        <Table
          name={t.history}
          rows={history}
          keyOf={(each) => each.id}
          columns={[
            {
              key: 'file',
              full: true,
              head: t.file,
              cell: ({ id, fileName }) => (
                <a href={pathIn(lang, `/can-bo/danh-sach/${id}`)}>{fileName ?? t.unnamed}</a>
              ),
            },
            { key: 'at', head: t.at, cell: ({ at }) => formatInstant(at) },
            {
              key: 'state',
              head: t.state,
              cell: ({ state }) => <State is={marks[state]}>{t.jobStates[state]}</State>,
            },
            {
              key: 'new',
              head: t.states.new,
              label: t.states.new,
              number: true,
              cell: ({ counts }) => count(counts?.new),
            },
            {
              key: 'changed',
              head: t.states.changed,
              label: t.states.changed,
              number: true,
              cell: ({ counts }) => count(counts?.changed),
            },
            {
              key: 'doubtful',
              head: t.states.doubtful,
              label: t.states.doubtful,
              number: true,
              cell: ({ counts }) => count(counts?.doubtful),
            },
            {
              key: 'faulty',
              head: t.states.faulty,
              label: t.states.faulty,
              number: true,
              cell: ({ counts }) => count(counts?.faulty),
            },
          ]}
        />
      )}
    </section>
  )
}
