import { Form } from 'react-router'
import { Button, formatCount, Table, useLang, useWords } from '#web/ui/index.ts'
import { Counts } from './counts.tsx'
import type { DryRun, ProblemView, SampleRow } from './read.server.ts'
import { Remarks } from './remarks.tsx'
import { words } from './words.ts'

/** What a list would do: counts, every cell that wants correcting with its remedy, every row that wants a look. */
export function DryRunView({ dryRun }: { dryRun: DryRun }) {
  const t = useWords(words)
  const lang = useLang()
  const { counts, problems, problemCount, isRepeated } = dryRun
  const written = counts.new + counts.changed
  return (
    <section aria-labelledby="dry-run">
      <div className="sec-head">
        <h2 id="dry-run">{t.dryRun(dryRun.fileName)}</h2>
      </div>
      <p className="note">{isRepeated ? t.repeated : t.nothingWritten}</p>
      <Counts counts={counts} />
      <p className="quiet small">
        {t.readAs(formatCount(dryRun.rows, lang), formatCount(dryRun.notPeople, lang))}{' '}
        {dryRun.columns.map(({ letters, heading }) => `${letters}: ${heading}`).join(' · ')}
      </p>
      {dryRun.columnsNotRead.length > 0 ? (
        <p className="note">
          {t.columnsNotRead(
            dryRun.columnsNotRead.map(({ letters, heading }) => `${letters} (${heading})`).join(', '),
          )}
        </p>
      ) : null}
      {isRepeated ? null : (
        <Form method="post" className="acts confirm">
          <input type="hidden" name="fileId" value={dryRun.fileId} />
          <Button weight="main" type="submit">
            {written > 0 ? t.confirm(formatCount(written, lang)) : t.confirmNothing}
          </Button>
          {dryRun.hasErrorFile ? (
            <a className="btn" href={`/can-bo/danh-sach-can-sua/${dryRun.fileId}`} download>
              {t.errorFile}
            </a>
          ) : null}
        </Form>
      )}
      {problems.length > 0 ? <Problems problems={problems} count={problemCount} /> : null}
      <Remarks remarks={dryRun.remarks} title={t.wouldDoubt} />
      <Sample rows={dryRun.sample} />
    </section>
  )
}

/** The first people as they were read, to see at a glance whether the columns were understood. */
function Sample({ rows }: { rows: SampleRow[] }) {
  const t = useWords(words)
  return (
    <section className="sect">
      <h2>{t.sample(rows.length)}</h2>
      <Table
        name={t.sample(rows.length)}
        rows={rows}
        keyOf={(row) => String(row.row)}
        columns={[
          { key: 'row', head: t.row, cell: (row) => row.row, number: true },
          { key: 'name', head: t.name, cell: (row) => <b>{row.name}</b> },
          { key: 'birth', head: t.birth, cell: (row) => row.birth ?? '' },
          { key: 'id', head: t.id, cell: (row) => row.id ?? '' },
          { key: 'place', head: t.place, cell: (row) => row.place },
          { key: 'award', head: t.award, cell: (row) => row.award },
        ]}
      />
    </section>
  )
}

function Problems({ problems, count }: { problems: ProblemView[]; count: number }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <section className="sect">
      <h2>{t.problems(formatCount(count, lang))}</h2>
      {problems.length < count ? <p className="quiet small">{t.problemsShown(problems.length)}</p> : null}
      <Table
        name={t.problems(formatCount(count, lang))}
        rows={problems}
        keyOf={(problem) => `${problem.cell} ${problem.problem}`}
        columns={[
          { key: 'cell', head: t.cell, cell: (problem) => <b>{problem.cell}</b> },
          { key: 'reads', head: t.reads, cell: (problem) => problem.reads },
          {
            key: 'problem',
            head: t.problem,
            cell: (problem) => (
              <>
                <span className={problem.refused ? 'sai' : 'cham'}>
                  {problem.refused ? t.refused : t.doubted}
                </span>
                {': '}
                {problem.problem}
              </>
            ),
          },
          {
            key: 'remedy',
            head: t.remedy,
            cell: (problem) =>
              problem.proposes ? `${problem.remedy} (${t.proposes(problem.proposes)})` : problem.remedy,
          },
        ]}
      />
    </section>
  )
}
