import { Link } from 'react-router'
import type { Finding } from '#findings'
import type { Text } from '#rules'
import { ArticleChip, formatDay, KindTag, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { amountText, kindWords, marks } from './kinds.ts'
import { searchOf, type TodayQuery } from './query.ts'
import { words } from './words.ts'

/** Written out, because stacking the rows on a phone would otherwise drop the table's meaning. */
const role = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
}
const head = { role: 'columnheader' }

/** The findings of a page. Choosing a row shows its reasons at the right; the name opens the person. */
export function FindingsTable({
  findings,
  query,
  on,
  benefitTexts,
}: {
  findings: Finding[]
  query: TodayQuery
  on: string
  benefitTexts: Readonly<Record<string, Text>>
}) {
  const t = useWords(words)
  const lang = useLang()
  const told = namedTwice(findings)
  return (
    <table className="tbl stack finds" {...role.table}>
      <caption className="vh">{t.caption}</caption>
      <thead {...role.group}>
        <tr {...role.row}>
          <th scope="col" {...head}>
            {t.kind}
          </th>
          <th scope="col" {...head}>
            {t.who}
          </th>
          <th scope="col" {...head}>
            {t.what}
          </th>
          <th scope="col" className="r" {...head}>
            {t.amount}
          </th>
          <th scope="col" {...head}>
            {t.due}
          </th>
        </tr>
      </thead>
      <tbody {...role.group}>
        {findings.map((finding) => (
          <FindingRow
            key={finding.id}
            finding={finding}
            query={query}
            on={on}
            benefit={told.has(sameOf(finding)) ? benefitTexts[finding.benefit]?.[lang] : undefined}
          />
        ))}
      </tbody>
    </table>
  )
}

function sameOf({ personId, kind }: Finding): string {
  return `${personId} ${kind}`
}

/** People of whom the page tells the same thing of several benefits: only then is the benefit named. */
function namedTwice(findings: readonly Finding[]): Set<string> {
  const seen = new Set<string>()
  return new Set(
    findings.map(sameOf).filter((same) => {
      const isAgain = seen.has(same)
      seen.add(same)
      return isAgain
    }),
  )
}

function FindingRow({
  finding,
  query,
  on,
  benefit,
}: {
  finding: Finding
  query: TodayQuery
  on: string
  benefit: string | undefined
}) {
  const t = useWords(words)
  const kinds = useWords(kindWords)
  const lang = useLang()
  const [first] = finding.reasons
  const articles = finding.reasons.find((reason) => reason.articles.length > 0)?.articles ?? []
  const due = finding.dueOn
  return (
    <tr {...role.row} data-row="" aria-current={finding.id === query.selectedId ? 'true' : undefined}>
      <td {...role.cell}>
        <KindTag {...marks[finding.kind]}>{kinds[finding.kind]}</KindTag>
      </td>
      <td {...role.cell} className="full who">
        <Link to={pathIn(lang, `/can-bo/nguoi/${finding.personId}`)} data-open="">
          <b>{finding.personName}</b>
        </Link>
        <br />
        <span className="quiet">{finding.unitName?.replace(/^(Xã|Phường) /, '')}</span>
      </td>
      <td {...role.cell} className="full">
        <Link
          className="select"
          data-select=""
          to={searchOf(query, { selectedId: finding.id })}
          preventScrollReset
        >
          {benefit ? <b>{benefit}: </b> : null}
          {first?.[lang]}
          <span className="vh">. {t.showReasons(finding.personName)}</span>
        </Link>{' '}
        {articles.slice(0, 2).map((article) => (
          <ArticleChip key={article} cite={article} />
        ))}
      </td>
      <td {...role.cell} className="r num">
        {amountText(finding, lang)}
      </td>
      <td {...role.cell} className={due && due < on ? 'num sai' : 'num'} data-l={due ? t.due : undefined}>
        {due ? formatDay(due) : ''}
      </td>
    </tr>
  )
}
