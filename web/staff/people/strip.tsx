import { formatCount, formatMoney, Icon, useLang, useWords } from '#web/ui/index.ts'
import { type Column, type LawChange, layStrip, type MonthFigures } from './strip.ts'
import { moneyRange, monthText } from './texts.ts'
import { words } from './words.ts'

/** A region that scrolls sideways must be reachable by keyboard. */
const reachable = { tabIndex: 0 }

/**
 * Twenty-four months, what the law gives against what was paid; the table of the same figures opens below. Where there
 * is nothing to draw a sentence says so.
 */
export function MonthStrip({
  months,
  changes,
}: {
  months: readonly MonthFigures[]
  changes: readonly LawChange[]
}) {
  const t = useWords(words)
  const lang = useLang()
  const layout = layStrip(months, changes)
  const first = months[0]
  const last = months.at(-1)
  if (!first || !last) return null
  if (months.every(({ entitledDong, paidDong }) => entitledDong.high === 0 && paidDong === 0))
    return <p className="quiet">{t.stripEmpty}</p>
  const name = t.stripName(monthText(first.month), monthText(last.month))
  return (
    <div className="strip">
      <p className="strip-hint">
        <Icon name="back" /> {t.stripHint}
      </p>
      <section className="scroll" {...reachable} aria-label={t.stripScroll}>
        <svg viewBox={`0 0 ${layout.width} ${layout.height}`} fontSize="12" role="img" aria-label={name}>
          {layout.gridlines.map(({ y, dong }) => (
            <g key={dong}>
              <path className="grid" d={`M${layout.left} ${y}H${layout.right}`} />
              <text className="axis" x={layout.right + 8} y={y + 4}>
                {formatCount(dong, lang)}
              </text>
            </g>
          ))}
          {layout.columns.map((column) => (
            <MonthColumn key={column.figures.month} column={column} base={layout.base} />
          ))}
          {layout.years.map(({ x, year }) => (
            <text key={year} className="year" x={x} y={layout.base + 38}>
              {year}
            </text>
          ))}
          {layout.changes.map(({ x, row, anchor, change }) => (
            <g key={change.month}>
              <path className="law-line" d={`M${x} ${8 + row * 30}V${layout.base}`} />
              <text
                className="law-text"
                x={x + (anchor === 'start' ? 6 : -6)}
                y={18 + row * 30}
                textAnchor={anchor}
              >
                {change.text}
                <tspan className="axis"> {change.cite}</tspan>
              </text>
            </g>
          ))}
        </svg>
      </section>
      <Legend />
      <FigureTable months={months} />
    </div>
  )
}

function MonthColumn({ column, base }: { column: Column; base: number }) {
  const t = useWords(words)
  const lang = useLang()
  const { x, width, paid, missing, unclaimed, beyond, entitledY, figures } = column
  const title = t.monthFigures(
    monthText(figures.month),
    moneyRange(figures.entitledDong, lang),
    formatMoney(figures.paidDong, lang),
  )
  return (
    <g>
      <title>{title}</title>
      <rect className="paid" x={x} y={paid.y} width={width} height={paid.height} />
      {missing ? (
        <rect className="missing" x={x} y={missing.y} width={width} height={missing.height} />
      ) : null}
      {unclaimed ? (
        <rect className="unclaimed" x={x} y={unclaimed.y} width={width} height={unclaimed.height} />
      ) : null}
      {beyond ? <rect className="beyond" x={x} y={beyond.y} width={width} height={beyond.height} /> : null}
      {entitledY === undefined ? null : (
        <path
          className={column.unsettled ? 'law-tick open' : 'law-tick'}
          d={`M${x - 3} ${entitledY}h${width + 6}`}
        />
      )}
      <text className="axis" x={x + width / 2} y={base + 18} textAnchor="middle">
        {column.label}
      </text>
    </g>
  )
}

function Legend() {
  const t = useWords(words)
  return (
    <p className="legend">
      <span>
        <i className="l-paid" />
        {t.paid}
      </span>
      <span>
        <i className="l-tick" />
        {t.entitled}
      </span>
      <span>
        <i className="l-missing" />
        {t.missing}
      </span>
      <span>
        <i className="l-unclaimed" />
        {t.unclaimed}
      </span>
      <span>
        <i className="l-beyond" />
        {t.beyond}
      </span>
      <span>
        <i className="l-law" />
        {t.lawChanged}
      </span>
    </p>
  )
}

function FigureTable({ months }: { months: readonly MonthFigures[] }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <details>
      <summary>{t.sameFigures}</summary>
      <table className="tbl figures">
        <caption className="vh">{t.sameFigures}</caption>
        <thead>
          <tr>
            <th scope="col">{t.month}</th>
            <th scope="col" className="r">
              {t.entitledDong}
            </th>
            <th scope="col" className="r">
              {t.paidDong}
            </th>
            <th scope="col" className="r">
              {t.differenceDong}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map(({ month, entitledDong, paidDong }) => (
            <tr key={month}>
              <td className="num">{monthText(month)}</td>
              <td className="r num">{moneyRange(entitledDong, lang)}</td>
              <td className="r num">{formatCount(paidDong, lang)}</td>
              <td className="r num">
                {entitledDong.low === entitledDong.high
                  ? formatCount(paidDong - entitledDong.low, lang)
                  : t.notKnown}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
