import './feedback.css'
import { Link } from 'react-router'
import { agencies, areaNames } from '#law/authorities'
import { Empty, formatCount, Pager, pathIn, State, Table, useLang, useWords } from '#web/ui/index.ts'
import { addressees, queueAreas } from './choices.ts'
import type { loadQueue } from './load-queue.server.ts'
import type { QueueLine } from './queue.server.ts'
import { standingShapes, stateShapes } from './shapes.ts'
import { words } from './words.ts'

type Shown = Awaited<ReturnType<typeof loadQueue>>

/** The queue, of the open path or of the reserved ones: filters, table, files. */
export function Queue(shown: Shown) {
  const { reserved, count, filter, lines, query, pageCount, wasSentOn } = shown
  const t = useWords(words)
  const lang = useLang()
  const path = reserved ? '/can-bo/gop-y/rieng' : '/can-bo/gop-y'
  const home = pathIn(lang, path)
  const title = reserved ? t.reservedTitle : t.title
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <div className="headrow">
        <div>
          <h1>{title}</h1>
          <p className="quiet">{t.lead(formatCount(count, lang))}</p>
          {reserved ? <p className="quiet">{t.reservedLead}</p> : null}
          <Unread {...shown} />
        </div>
        <Ways shown={shown} />
      </div>
      {wasSentOn ? (
        <p className="note" role="status">
          {t.gone}
        </p>
      ) : null}
      <Filters {...shown} home={home} />
      {lines.length === 0 ? (
        <Empty sentence={t.none}>
          {t.noneNext} <a href={`${home}?buoc=all`}>{t.showAll}</a>.
        </Empty>
      ) : (
        <QueueTable lines={lines} />
      )}
      <Pager
        page={query.page}
        pageCount={pageCount}
        hrefOf={(to) => `${home}?${filter ? `${filter}&` : ''}trang=${to}`}
      />
    </>
  )
}

/** What nobody has read yet is seen by who shares messages out: others are told how many wait, and no more. */
function Unread({ reserved, unread }: Shown) {
  const t = useWords(words)
  const lang = useLang()
  if (reserved || !unread || unread.waiting === 0) return null
  return (
    <p className="quiet">{t.unread(formatCount(unread.waiting, lang), formatCount(unread.late, lang))}</p>
  )
}

function Ways({ shown }: { shown: Shown }) {
  const { reserved, count, filter, maySeeReserved, unsentLetters } = shown
  const t = useWords(words)
  const lang = useLang()
  return (
    <div className="acts">
      {reserved ? (
        <a className="btn sm" href={pathIn(lang, '/can-bo/gop-y')}>
          {t.toOpen}
        </a>
      ) : (
        <a className="btn sm" href={pathIn(lang, '/can-bo/gop-y/thong-ke')}>
          {t.toFigures}
        </a>
      )}
      <a className="btn sm" href={pathIn(lang, '/can-bo/gop-y/thu')}>
        {t.toLetters}
        {unsentLetters > 0 ? ` (${formatCount(unsentLetters, lang)})` : ''}
      </a>
      {maySeeReserved && !reserved ? (
        <a className="btn sm" href={pathIn(lang, '/can-bo/gop-y/rieng')}>
          {t.toReserved}
        </a>
      ) : null}
      {count > 0 && !reserved ? (
        <>
          <a className="btn sm" href={`/can-bo/gop-y.xlsx?${filter}`} download>
            {t.exportXlsx}
          </a>
          <a className="btn sm" href={`/can-bo/gop-y.csv?${filter}`} download>
            {t.exportCsv}
          </a>
        </>
      ) : null}
    </div>
  )
}

function Filters({ query, communes, filter, reserved, home }: Shown & { home: string }) {
  const t = useWords(words)
  const lang = useLang()
  const states = Object.entries(t.states)
  return (
    <form
      className="filters feedback-filters"
      data-wraps=""
      aria-label={t.filters}
      action={home}
      key={filter}
    >
      <Choice
        name="buoc"
        label={t.state}
        value={query.state ?? 'all'}
        options={[['unfinished', t.unfinished], ['all', t.anyState], ...states]}
      />
      <Choice
        name="han"
        label={t.due}
        value={query.due ?? ''}
        options={[['', t.anyDue], ...Object.entries(t.dues)]}
      />
      <Choice
        name="linh-vuc"
        label={t.area}
        value={query.area ?? ''}
        options={[
          ['', t.anyArea],
          ...queueAreas.map((area): [string, string] => [area, areaNames[area][lang]]),
        ]}
      />
      {reserved ? null : (
        <Choice
          name="co-quan"
          label={t.authority}
          value={query.agency ?? ''}
          options={[
            ['', t.anyAuthority],
            ...addressees.map((code): [string, string] => [code, agencies[code].name[lang]]),
          ]}
        />
      )}
      {communes.length > 0 && !reserved ? (
        <Choice
          name="xa"
          label={t.commune}
          lang="vi"
          value={query.unitUid ?? ''}
          options={[['', t.anyCommune], ...communes.map(({ uid, name }): [string, string] => [uid, name])]}
        />
      ) : null}
      <input
        type="search"
        name="tu"
        aria-label={t.text}
        placeholder={t.text}
        maxLength={100}
        defaultValue={query.text}
      />
      <button type="submit" className="btn sm">
        {t.filter}
      </button>
    </form>
  )
}

/** One choice of the filters; `options` are values and words. */
function Choice(props: {
  name: string
  label: string
  value: string
  options: [string, string][]
  lang?: string
}) {
  return (
    <select name={props.name} aria-label={props.label} defaultValue={props.value}>
      {props.options.map(([value, text]) => (
        <option key={value} value={value} lang={value === '' ? undefined : props.lang}>
          {text}
        </option>
      ))}
    </select>
  )
}

function QueueTable({ lines }: { lines: QueueLine[] }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <Table
      name={t.title}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'message',
          head: t.message,
          full: true,
          cell: ({ id, title, language, fullName, receivedAt }) => (
            <>
              <Link to={pathIn(lang, `/can-bo/gop-y/${id}`)} data-row="" data-open="">
                <b lang={language}>{title}</b>
              </Link>
              <div className="quiet">
                <span lang="vi">{fullName}</span>, <span className="num">{receivedAt}</span>
              </div>
            </>
          ),
        },
        {
          key: 'kind',
          head: t.kind,
          cell: ({ kind, area }) => (
            <>
              {kind ?? t.noKind}
              <div className="quiet">{area ?? t.noArea}</div>
            </>
          ),
        },
        { key: 'holder', head: t.holder, cell: ({ holder }) => holder },
        {
          key: 'state',
          head: t.state,
          cell: (line) => (
            <>
              <State is={stateShapes[line.state]}>{t.states[line.state]}</State>
              <Marks line={line} />
            </>
          ),
        },
        {
          key: 'due',
          head: t.due,
          end: true,
          cell: ({ dueOn, standing }) =>
            dueOn ? (
              <>
                <span className="num">{dueOn}</span>
                {standing === 'late' || standing === 'soon' ? (
                  <div>
                    <State is={standingShapes[standing]}>{t.dues[standing]}</State>
                  </div>
                ) : null}
              </>
            ) : (
              <span className="quiet">{t.noDue}</span>
            ),
        },
      ]}
    />
  )
}

function Marks({ line: { reopenedTimes, isRaised, isJoined } }: { line: QueueLine }) {
  const t = useWords(words)
  const marks = [
    reopenedTimes > 0 ? t.reopened(reopenedTimes) : '',
    isRaised ? t.raised : '',
    isJoined ? t.joinedMark : '',
  ].filter(Boolean)
  return marks.length > 0 ? <div className="quiet small">{marks.join(', ')}</div> : null
}
