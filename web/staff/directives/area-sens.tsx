import { type DutyArea, dutyAreaNames } from '#notices'
import { type Principles, pathIn, percentText, Sen, useLang, useWords } from '#web/ui/index.ts'
import { words } from './page-words.ts'

/** The three principles of the people of each area, each a way to its communes and to the lists behind. */
export function AreaSens({
  areas,
}: {
  areas: readonly { area: DutyArea; principles: Principles | undefined }[]
}) {
  const t = useWords(words)
  const lang = useLang()
  if (areas.length === 0) return null
  return (
    <aside className="panel" aria-labelledby="theo-linh-vuc">
      <div>
        <h2 id="theo-linh-vuc">{t.byArea}</h2>
        <p className="quiet">{t.byAreaLead}</p>
      </div>
      <ul className="area-sens">
        {areas.map(({ area, principles }) => (
          <li key={area}>
            <Sen value={principles ?? { right: undefined, full: undefined, onTime: undefined }} />
            <span>
              {principles ? (
                <a href={pathIn(lang, `/can-bo/so-lieu/ba-nguyen-tac?linh-vuc=${area}`)}>
                  {dutyAreaNames[area][lang]}
                </a>
              ) : (
                dutyAreaNames[area][lang]
              )}
              <br />
              <span className="quiet num">
                {principles
                  ? [principles.right, principles.full, principles.onTime]
                      .map((each) => percentText(each, lang))
                      .join(' · ')
                  : t.unmeasured}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </aside>
  )
}
