import { type DutyArea, dutyAreaNames, dutyAreas } from '#notices'
import { DayInput, useLang, useWords } from '#web/ui/index.ts'
import type { IndicatorsQuery } from './query.ts'
import { words } from './words.ts'

/** Whose figures of which day: a plain form, so that the address says it all. */
export function Filters(props: {
  query: IndicatorsQuery
  communes: readonly { uid: string; name: string }[]
  today: string
  hasAreas?: boolean
}) {
  const { query, communes, today, hasAreas } = props
  const t = useWords(words)
  return (
    <search>
      <form className="figures-form" aria-label={t.show}>
        {hasAreas ? <AreaChoice area={query.area} /> : null}
        {communes.length > 0 ? (
          <label htmlFor="xa">
            {t.unit}
            <select id="xa" name="xa" defaultValue={query.unitUid ?? ''} key={query.unitUid}>
              <option value="">{t.province}</option>
              {communes.map(({ uid, name }) => (
                <option key={uid} value={uid}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label htmlFor="ngay">
          {t.day}
          <DayInput id="ngay" name="ngay" defaultValue={query.on ?? today} key={query.on} />
        </label>
        <button type="submit" className="btn">
          {t.show}
        </button>
      </form>
    </search>
  )
}

function AreaChoice({ area }: { area: DutyArea | undefined }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <label htmlFor="linh-vuc">
      {t.area}
      <select id="linh-vuc" name="linh-vuc" defaultValue={area ?? ''} key={area}>
        <option value="">{t.everyArea}</option>
        {dutyAreas.map((each) => (
          <option key={each} value={each}>
            {dutyAreaNames[each][lang]}
          </option>
        ))}
      </select>
    </label>
  )
}
