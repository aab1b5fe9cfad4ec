import { Link } from 'react-router'
import type { ManuscriptLine } from '#publishing'
import { formatInstant, pathIn, Table, useLang, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

export type ListedText = ManuscriptLine & { editor: string; unit: string | undefined }

/** Texts with where they stand. */
export function TextTable({ lines }: { lines: readonly ListedText[] }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <Table
      name={t.title}
      rows={lines}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          key: 'title',
          head: t.columns.title,
          full: true,
          cell: (line) => (
            <>
              <Link to={pathIn(lang, `/can-bo/cong/${line.id}`)} lang={line.language}>
                {line.title}
              </Link>
              {line.language === 'en' ? <span className="quiet"> ({t.english})</span> : null}
            </>
          ),
        },
        { key: 'kind', head: t.columns.kind, cell: ({ kind }) => t.kinds[kind] },
        { key: 'state', head: t.columns.state, cell: (line) => <Standing line={line} /> },
        {
          key: 'edited',
          head: t.columns.edited,
          full: true,
          cell: ({ editor, editedAt }) => t.editedBy(editor, formatInstant(editedAt)),
        },
        {
          key: 'unit',
          head: t.columns.unit,
          cell: ({ unit }) => (unit ? <span lang="vi">{unit}</span> : t.province),
        },
      ]}
    />
  )
}

/** Where a text stands, in words: its own state, and what readers see of it when that is something else. */
export function Standing({ line }: { line: ManuscriptLine }) {
  const t = useWords(words)
  const isOffered = line.shown === 'shown' && line.state !== 'published'
  return (
    <>
      {line.shown === 'withdrawn' ? t.shelves.withdrawn : t.shelves[line.state]}
      {line.state === 'scheduled' && line.publishAt
        ? `, ${t.publishesAt(formatInstant(line.publishAt))}`
        : null}
      {isOffered ? <span className="quiet"> · {t.shelves.published}</span> : null}
      {line.isOutdated ? <span className="cham"> · {t.outdated}</span> : null}
    </>
  )
}
