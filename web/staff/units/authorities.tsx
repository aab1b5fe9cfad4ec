import type { LocalDate } from '#calendar'
import { levelNames } from '#law/authorities'
import { ArticleChip, formatDay, Table, useLang, useWords } from '#web/ui/index.ts'
import type { AreaGroup, AuthorityLine, ShownLevel } from './authorities.server.ts'
import { words } from './words.ts'

/** Area by area, the authority at each level on the day, with its basis, and how sure it is where that is not said above. */
export function Authorities(props: {
  on: LocalDate
  levels: readonly ShownLevel[]
  groups: readonly AreaGroup[]
  /** How sure most of the lines are. */
  usual: string | undefined
}) {
  const t = useWords(words)
  const lang = useLang()
  const title = t.authorities(formatDay(props.on))
  return (
    <section className="sect" aria-labelledby="tham-quyen">
      <h2 id="tham-quyen">{title}</h2>
      <p className="quiet small">{t.authoritiesHint}</p>
      {props.usual ? <p className="small">{t.usual(props.usual)}</p> : null}
      <Table
        name={title}
        rows={props.groups}
        keyOf={({ areas }) => areas.join('|')}
        columns={[
          { key: 'area', head: t.area, full: true, cell: ({ areas }) => <b>{areas.join('; ')}</b> },
          ...props.levels.map((level) => ({
            key: level,
            head: levelNames[level][lang],
            full: true,
            label: `${levelNames[level][lang]}:`,
            cell: ({ authorities }: AreaGroup) => (
              <Authority authority={authorities[level]} usual={props.usual} />
            ),
          })),
        ]}
      />
    </section>
  )
}

function Authority({
  authority,
  usual,
}: {
  authority: AuthorityLine | undefined
  usual: string | undefined
}) {
  const t = useWords(words)
  if (!authority) return <span className="quiet">{t.notInTable}</span>
  const { name, detail, legalBasis, certainty, nowWith } = authority
  return (
    <>
      {name}
      {detail ? ` (${detail})` : ''}{' '}
      {legalBasis.map((each) => (
        <ArticleChip key={each} cite={each} />
      ))}{' '}
      {certainty === usual ? null : <span className="hint small">{certainty}</span>}
      {nowWith ? <span className="now-with">{t.nowWith(nowWith)}</span> : null}
    </>
  )
}
