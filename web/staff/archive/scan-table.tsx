import type { FormKind, ScanState } from '#archive'
import { SaveAs } from '#web/staff/export/save-as.tsx'
import { Empty, formatCount, pathIn, State, Table, useLang, useWords } from '#web/ui/index.ts'
import { scanWords } from './scan-words.ts'

export interface ScanRow {
  id: number
  fileName: string
  state: ScanState
  form: FormKind | undefined
  /** Book and number. */
  place: string | undefined
  because?: string | undefined
}

const shapes: Record<ScanState, 'ok' | 'cham' | 'sai' | 'open'> = {
  waiting: 'open',
  unread: 'open',
  readOnce: 'cham',
  disagreed: 'sai',
  agreed: 'cham',
  entered: 'ok',
  setAside: 'ok',
  failed: 'sai',
}

/** Where a scan is on its way, by shape and word. */
export function ScanMark({ state }: { state: ScanState }) {
  const t = useWords(scanWords)
  return <State is={shapes[state]}>{t.states[state]}</State>
}

interface ScanListProps {
  name: string
  scans: readonly ScanRow[]
  /** Of how many they are the first. */
  count: number
  /** What the address of the file asks for. */
  search: string
  /** Said where there is none. */
  empty: string
}

/** The first scans of a list, and the whole of it as a file. */
export function ScanList({ name, scans, count, search, empty }: ScanListProps) {
  const t = useWords(scanWords)
  const lang = useLang()
  if (scans.length === 0) return <Empty sentence={empty} />
  return (
    <>
      <SaveAs path="/can-bo/kho-ho-so/ho-so" search={search} />
      {scans.length < count ? (
        <p>{t.firstOf(formatCount(scans.length, lang), formatCount(count, lang))}</p>
      ) : null}
      <ScanTable name={name} scans={scans} />
    </>
  )
}

/** Scans in the order of the paper; each opens where it is read. */
function ScanTable({ name, scans }: { name: string; scans: readonly ScanRow[] }) {
  const t = useWords(scanWords)
  const lang = useLang()
  return (
    <Table
      name={name}
      rows={scans}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          key: 'file',
          head: t.file,
          full: true,
          cell: (row) => (
            <a href={pathIn(lang, `/can-bo/kho-ho-so/ho-so/${row.id}`)} data-row="" data-open="">
              <b>{row.fileName}</b>
            </a>
          ),
        },
        { key: 'form', head: t.form, cell: (row) => (row.form ? t.forms[row.form] : t.formUnknown) },
        { key: 'place', head: t.place, cell: (row) => row.place ?? t.noPlace },
        {
          key: 'state',
          head: t.state,
          full: true,
          cell: (row) => (
            <>
              <ScanMark state={row.state} /> {row.because}
            </>
          ),
        },
      ]}
    />
  )
}
