import './commune-map.css'
import { type Better, type CommuneValue, classesOf, classFor, type MapClass } from './commune-map-classes.ts'
import { type CommuneOrder, type CommuneRow, CommuneTable } from './commune-map-table.tsx'
import { words } from './commune-map-words.ts'
import { formatCount } from './format.ts'
import { useLang, useWords } from './language.ts'

/** As `communeShapes` of `#platform/maps` gives them; a page's loader hands them on. */
interface Shapes {
  viewBox: string
  shapes: readonly { unitUid: string; name: string; path: string }[]
}

/**
 * The communes by one number, drawn on the server: five classes, the worst hatched, each area a link with its name and
 * number. The table below is the form for the keyboard and for readers of the screen, so the drawing is hidden from
 * both. Works without scripts.
 */
export function CommuneMap(props: {
  shapes: Shapes
  values: readonly CommuneValue[]
  /** What is shown, as the head of the table says it: `Đủ chế độ`. */
  what: string
  format: (value: number) => string
  better: Better
  /** Four ascending numbers between the classes; without them each class holds a fifth of the communes. */
  cuts?: readonly number[] | undefined
  /** A count of which more is neither right nor wrong: nothing is hatched. */
  isPlain?: boolean | undefined
  /** What is said of a commune without a number; left out: not measured yet. */
  missing?: string | undefined
  order?: CommuneOrder | undefined
  hrefOf?: ((order: CommuneOrder) => string) | undefined
  /** Whether the table stands open; it does so by itself once it was sorted. */
  open?: boolean | undefined
  /** The page has a table of its own below. */
  withoutTable?: boolean | undefined
  /** Legend and table stand beside the drawing where there is room. */
  isWide?: boolean | undefined
}) {
  const { shapes, what, values, format, better, cuts, isPlain, order = 'value', hrefOf, open = false } = props
  const t = useWords(words)
  const { missing = t.notMeasured } = props
  const classes = classesOf(values, { better, cuts, isPlain })
  const rows = rowsOf(shapes, values, { order, better })
  return (
    <figure className={props.isWide ? 'map beside' : 'map'}>
      <figcaption>
        <span className="vh">{t.map(what)}. </span>
        <span className="quiet small">{t.tableBelow}</span>
      </figcaption>
      <svg viewBox={shapes.viewBox} aria-hidden="true">
        {shapes.shapes.map(({ unitUid, path }) => (
          <Area
            key={unitUid}
            path={path}
            row={rows.find((row) => row.unitUid === unitUid)}
            classes={classes}
            format={format}
            missing={missing}
          />
        ))}
      </svg>
      <div>
        <Legend classes={classes} rows={rows} format={format} unknown={missing} />
        <p className="map-rights">{t.boundaries}</p>
        {props.withoutTable ? null : (
          <details className="map-table" open={open || undefined}>
            <summary>{t.table}</summary>
            <CommuneTable {...{ what, rows, classes, format, missing, order, better, hrefOf }} />
          </details>
        )}
      </div>
    </figure>
  )
}

function rowsOf(
  { shapes }: Shapes,
  values: readonly CommuneValue[],
  { order, better }: { order: CommuneOrder; better: Better },
): CommuneRow[] {
  const byUnit = new Map(values.map((each) => [each.unitUid, each]))
  const rows = shapes.map(
    ({ unitUid, name }): CommuneRow => ({ unitUid, value: undefined, ...byUnit.get(unitUid), name }),
  )
  const plain = ({ name }: CommuneRow) => name.replace(/^(Xã|Phường) /, '')
  const byName = (a: CommuneRow, b: CommuneRow) => plain(a).localeCompare(plain(b), 'vi')
  if (order === 'name') return rows.sort(byName)
  const turn = better === 'higher' ? 1 : -1
  const last = Number.POSITIVE_INFINITY
  const rank = ({ value }: CommuneRow) => (value === undefined ? last : value * turn)
  return rows.sort((a, b) => (rank(a) === rank(b) ? byName(a, b) : rank(a) - rank(b)))
}

function Area(props: {
  path: string
  row: CommuneRow | undefined
  classes: readonly MapClass[]
  format: (value: number) => string
  missing: string
}) {
  const { path, row, classes, format, missing } = props
  if (!row) return null
  const { value } = row
  const mark = value === undefined ? undefined : classFor(classes, value)?.mark
  const area = (
    <path className={mark ?? 'kn'} d={path}>
      <title>{`${row.name}: ${value === undefined ? (row.missing ?? missing) : format(value)}`}</title>
    </path>
  )
  return row.href ? (
    <a href={row.href} tabIndex={-1}>
      {area}
    </a>
  ) : (
    area
  )
}

function Legend(props: {
  classes: readonly MapClass[]
  rows: readonly CommuneRow[]
  format: (value: number) => string
  unknown: string
}) {
  const { classes, rows, format, unknown } = props
  const t = useWords(words)
  const lang = useLang()
  const numberless = rows.filter(({ value }) => value === undefined)
  const sayings = Map.groupBy(numberless, (row) => row.missing ?? unknown)
  const entries = [
    ...(numberless.length < rows.length
      ? classes.map((each) => ({ ...each, text: textOf(each, t, format, rows) }))
      : []),
    ...[...sayings].map(([text, { length }]) => ({ mark: 'kn', text, count: length })),
  ]
  return (
    <p className="legend">
      {entries.map(({ mark, text, count }) => (
        <span key={text}>
          <svg width="14" height="14" aria-hidden="true">
            <rect x="0.5" y="0.5" width="13" height="13" className={mark} />
          </svg>
          {text} <span className="quiet">({t.places(formatCount(count, lang))})</span>
        </span>
      ))}
    </p>
  )
}

function textOf(
  { from, to }: MapClass,
  t: (typeof words)['vi'],
  format: (value: number) => string,
  rows: readonly CommuneRow[],
): string {
  // One class without ends: every commune that has a number has the same.
  if (from === undefined && to === undefined)
    return t.all(format(rows.find(({ value }) => value !== undefined)?.value ?? 0))
  if (from === undefined) return t.below(format(to ?? 0))
  return to === undefined ? t.from(format(from)) : t.between(format(from), format(to))
}
