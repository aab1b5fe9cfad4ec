import type { PrincipleFigure } from '#jobs/weekly-briefing'
import {
  formatCount,
  formatDay,
  type Lang,
  pathIn,
  percentText,
  Sen,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import { principlePath } from './places.ts'
import { words } from './words.ts'

/** The three principles with what each gained since last week: the sen, the numbers, what they are counted from. */
export function Principles({
  figures,
  what,
  unitUid,
}: {
  figures: readonly PrincipleFigure[]
  what: string
  /** The commune they are of; undefined is the province. */
  unitUid?: string
}) {
  const percentOf = (name: PrincipleFigure['name']) => figures.find((figure) => figure.name === name)?.value
  return (
    <div className="kpis">
      <div>
        <Sen
          value={{ right: percentOf('right'), full: percentOf('full'), onTime: percentOf('onTime') }}
          what={what}
        />
      </div>
      {figures.map((figure) => (
        <Principle key={figure.name} figure={figure} unitUid={unitUid} />
      ))}
    </div>
  )
}

function Principle({
  figure: { name, value, part, whole, standing, change },
  unitUid,
}: {
  figure: PrincipleFigure
  unitUid: string | undefined
}) {
  const t = useWords(words)
  const lang = useLang()
  const colour = { good: 'ok', cham: 'cham', sai: 'sai', none: 'quiet' }[standing]
  const ratio = name === 'onTime' ? t.ofClocks : t.ofPeople
  return (
    <div>
      <p className="label">
        <a href={pathIn(lang, principlePath(name, unitUid))}>{t[name]}</a>
      </p>
      <b className={colour}>{percentText(value, lang)}</b>
      {part === undefined || value === undefined ? (
        <p className="quiet">{part === undefined ? t.notMeasured : t.nobody}</p>
      ) : (
        <>
          <p>{changeText(change, t, lang)}</p>
          <p className="quiet long">{ratio(formatCount(part, lang), formatCount(whole ?? 0, lang))}</p>
        </>
      )}
    </div>
  )
}

const points = {
  vi: new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1 }),
}

function changeText(change: PrincipleFigure['change'], t: (typeof words)['vi'], lang: Lang): string {
  if (!change) return t.noWeek
  const [size, since] = [points[lang].format(Math.abs(change.by)), formatDay(change.since)]
  if (change.by === 0) return t.same(since)
  return change.by > 0 ? t.up(size, since) : t.down(size, since)
}
