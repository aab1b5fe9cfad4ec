import type { LocalDate, Month } from '#calendar'
import type { Text } from '#rules'
import { formatDay, formatMoney, useLang, useWords } from '#web/ui/index.ts'
import { maskedId } from './citizen-id.ts'
import { birthText } from './texts.ts'
import { words } from './words.ts'

interface Props {
  id: number
  name: string
  sex: 'male' | 'female' | undefined
  birth: { from: LocalDate; to: LocalDate } | undefined
  ages: { from: number; to: number } | undefined
  deathOn: LocalDate | undefined
  citizenId: string | undefined
  revealed: boolean
  place: string
  receives: { id: number; benefit: string; category?: string; amountDong: number; fromMonth: Month }[]
  benefitTexts: Record<string, Text>
}

/** Who somebody is. The whole number is shown on demand, and the log says so. */
export function Identity(props: Props) {
  const { id, name, sex, birth, ages, deathOn, citizenId, revealed, place, receives, benefitTexts } = props
  const t = useWords(words)
  const lang = useLang()
  const about = [
    sex && t.sex[sex],
    ages && (ages.from === ages.to ? t.years(ages.from) : t.agesBetween(ages.from, ages.to)),
    deathOn && t.dead(formatDay(deathOn)),
  ]
  return (
    <section className="id">
      <div>
        <h1>
          {name} <small>{about.filter(Boolean).join(', ')}</small>
        </h1>
        <dl>
          <div>
            <dt>{t.citizenId}</dt>
            <dd>
              {citizenId ? (revealed ? citizenId : maskedId(citizenId)) : t.notKnown}{' '}
              {citizenId && !revealed ? (
                <a href="?hien" className="small">
                  {t.reveal}
                </a>
              ) : null}
            </dd>
          </div>
          <div>
            <dt>{t.birth}</dt>
            <dd>{birthText(birth) ?? t.notKnown}</dd>
          </div>
          <div>
            <dt>{t.residence}</dt>
            <dd>{place || t.notKnown}</dd>
          </div>
          <div>
            <dt>{t.receiving}</dt>
            <dd>
              {receives.length === 0
                ? t.receivingNothing
                : receives.map((award) => (
                    <div key={award.id}>
                      {benefitTexts[award.benefit]?.[lang] ?? award.benefit}
                      {award.category ? ` (${award.category})` : null}, {formatMoney(award.amountDong, lang)}
                    </div>
                  ))}
            </dd>
          </div>
          <div>
            <dt>{t.record}</dt>
            <dd>{id}</dd>
          </div>
        </dl>
      </div>
    </section>
  )
}
