import type { Measured, Principles } from '#findings'
import { formatCount, percentText, Sen, standingOf, useLang, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** A share in tenths of a percent as the percentage the look draws. */
function percentOf(measured: Measured | undefined): number | undefined {
  return measured?.share === undefined ? undefined : measured.share / 10
}

/** The three principles of the scope shown: the sen, the numbers, and what lies behind each. */
export function PrinciplesRow({ principles }: { principles: Principles | undefined }) {
  const t = useWords(words)
  const lang = useLang()
  const value = {
    right: percentOf(principles?.rightPerson),
    full: percentOf(principles?.fullEntitlement),
    onTime: percentOf(principles?.onTime),
  }
  const count = (number: number) => formatCount(number, lang)
  const cells = [
    { name: t.right, of: principles?.rightPerson, ratio: t.partOf, left: t.wrongPeople },
    { name: t.full, of: principles?.fullEntitlement, ratio: t.partOf, left: t.shortPeople },
    { name: t.onTime, of: principles?.onTime, ratio: t.clocksOf, left: t.lateDossiers },
  ]
  return (
    <div className="kpis">
      <div>
        <Sen value={value} what={t.principles} />
      </div>
      {cells.map(({ name, of, ratio, left }) => {
        const standing = standingOf(percentOf(of))
        return (
          <div key={name}>
            <p className="label">{name}</p>
            <b className={standing === 'good' ? 'ok' : standing === 'none' ? 'quiet' : standing}>
              {percentText(percentOf(of), lang)}
            </b>
            {of?.share === undefined ? (
              <p className="quiet">{t.notMeasured}</p>
            ) : (
              <>
                <p>{left(count(of.whole - of.part))}</p>
                <p className="quiet long">{ratio(count(of.part), count(of.whole))}</p>
              </>
            )}
          </div>
        )
      })}
    </div>
  )
}
