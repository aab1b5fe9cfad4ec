import { formatDay, Icon, pathIn, percentText, Sen, standingOf, useLang, useWords } from '#web/ui/index.ts'
import type { ProvincePrinciples } from './principles.server.ts'
import { words } from './words.ts'

/** The three principles of the province: the sen, and the numbers it draws; unmeasured is said, never shown as zero. */
export function PrincipleNumbers({ value, asOf, demonstration }: ProvincePrinciples) {
  const t = useWords(words)
  const lang = useLang()
  const title = asOf ? t.provinceAsOf(formatDay(asOf)) : t.province
  const rows = [
    { name: t.right, means: t.rightMeans, percent: value.right },
    { name: t.full, means: t.fullMeans, percent: value.full },
    { name: t.onTime, means: t.onTimeMeans, percent: value.onTime },
  ]
  return (
    <section className="count on-paper" aria-labelledby="principles">
      <h2 className="h3" id="principles">
        {title}
      </h2>
      <Sen value={value} what={title} />
      <dl>
        {rows.map(({ name, means, percent }) => (
          <div className="row" key={name}>
            <dt>
              <b>{name}</b>
              <span>{means}</span>
            </dt>
            <dd className={colourOf(percent)}>{percentText(percent, lang)}</dd>
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
