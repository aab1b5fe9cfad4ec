import { drawnShares, toldShareText } from '#web/portal/transparency/told-share.ts'
import { formatDay, Icon, pathIn, Sen, standingOf, useLang, useWords } from '#web/ui/index.ts'
import type { ProvincePrinciples } from './principles.server.ts'
import { words } from './words.ts'

/** The three principles of the province: the sen, and the numbers it draws; unmeasured is said, never shown as zero. */
export function PrincipleNumbers({ principles, asOf, demonstration }: ProvincePrinciples) {
  const t = useWords(words)
  const lang = useLang()
  const title = asOf ? t.provinceAsOf(formatDay(asOf)) : t.province
  const value = drawnShares(principles)
  return (
    <section className="count on-paper" aria-labelledby="principles">
      <h2 className="h3" id="principles">
        {title}
      </h2>
      <Sen value={value} />
      <dl>
        {principles.map(({ key, name, means, share }) => (
          <div className="row" key={key}>
            <dt>
              <b>{name[lang]}</b>
              <span>{means[lang]}</span>
            </dt>
            <dd className={colourOf(value[key])}>{toldShareText(share, lang)}</dd>
          </div>
        ))}
      </dl>
      {asOf ? null : <p className="hint s3">{t.notMeasured}</p>}
      {asOf && demonstration ? <p className="hint s3">{t.demonstration}</p> : null}
      <a className="link small more" href={pathIn(lang, '/minh-bach')}>
        {t.byCommune} <Icon name="go" />
      </a>
    </section>
  )
}

function colourOf(percent: number | undefined): string {
  const standing = standingOf(percent)
  if (standing === 'none') return 'none-yet'
  return standing === 'good' ? 'ok' : standing
}
