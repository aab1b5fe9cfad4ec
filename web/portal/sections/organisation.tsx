import { formatDay, Table, useWords } from '#web/ui/index.ts'
import type { AreaLine } from './organisation.server.ts'
import { words } from './words.ts'

/** Which agency does what, area by area, with the text it rests on. */
export function Organisation({ on, lines }: { on: string; lines: readonly AreaLine[] }) {
  const t = useWords(words)
  return (
    <section className="block" aria-labelledby="who">
      <div className="sec-head">
        <h2 className="h2" id="who">
          {t.whoDoes}
        </h2>
      </div>
      <p>{t.whoDoesLead(formatDay(on))}</p>
      <Table
        name={t.whoDoes}
        rows={lines}
        keyOf={({ area }) => area}
        columns={[
          { key: 'area', head: t.area, full: true, cell: ({ area }) => <b>{area}</b> },
          {
            key: 'province',
            head: t.province,
            label: t.province,
            full: true,
            cell: ({ province }) => <Agency agency={province} />,
          },
          {
            key: 'commune',
            head: t.commune,
            label: t.commune,
            full: true,
            cell: ({ commune }) => <Agency agency={commune} />,
          },
        ]}
      />
      <p className="quiet small">{t.unsure}</p>
    </section>
  )
}

function Agency({ agency }: { agency: AreaLine['province'] }) {
  const t = useWords(words)
  if (!agency) return <span className="quiet">{t.notKnown}</span>
  const { name, does, basis, isSure } = agency
  return (
    <>
      {name}
      {does ? `: ${does}` : ''}{' '}
      <span className="quiet small">
        <span lang="vi">{basis.join(', ')}</span> {isSure ? '' : t.toConfirm}
      </span>
    </>
  )
}
