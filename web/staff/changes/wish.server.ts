import type { Act, Units } from '#registry'
import { maskedId } from '#web/staff/people/citizen-id.ts'
import { shortName } from '#web/staff/units.server.ts'
import { formatDay, type Lang } from '#web/ui/index.ts'
import { actWords } from './act-words.ts'
import { spanText, textOfValue } from './value-text.ts'

/** What a wish is written with. */
export interface WishWording {
  units: Units
  lang: Lang
  /** The names of those an act names by number. */
  names: ReadonlyMap<number, string>
  /** Numbers are shown whole only where the reader's look is written down for it. */
  whole?: boolean
}

/** What an act asks for, as somebody who decides reads it in one line. */
export function wishOf(act: Act, wording: WishWording): string {
  const { units, lang } = wording
  const t = actWords[lang]
  switch (act.kind) {
    case 'correctFact':
      return act.value === undefined ? t.takeAway : textOfValue(act.key, act.value, lang)
    case 'endFact':
    case 'endPersonValue':
      return `${t.lastDay}: ${formatDay(act.lastOn)}`
    case 'replaceFact':
      return `${textOfValue(act.key, act.value, lang)}, ${spanText(act.from, act.to, lang)}`
    case 'correctPerson':
      return Object.entries(act.change)
        .map(([key, value]) => personValueText(key, value, wording))
        .join(', ')
    case 'replacePersonValue':
      return `${personValueText(act.key, act.value, wording)}, ${since(act.from, lang)}`
    case 'undoDeath':
      return ''
    case 'death':
      return formatDay(act.on)
    case 'return':
      return [act.village, shortName(units, act.unitUid), since(act.on, lang)].filter(Boolean).join(', ')
    case 'move':
      return moveWish(act, wording)
    default:
      return householdWish(act, wording)
  }
}

function moveWish(act: Extract<Act, { kind: 'move' }>, { units, lang }: WishWording): string {
  const t = actWords[lang]
  const to = act.to === 'away' ? [t.away] : [act.to.village, shortName(units, act.to.unitUid)]
  return [...to, since(act.on, lang), act.whole ? t.wholeWish : ''].filter(Boolean).join(', ')
}

type HouseholdAct = Extract<
  Act,
  { kind: 'split' | 'merge' | 'changeHead' | 'join' | 'leave' | 'correctRelation' }
>

function householdWish(act: HouseholdAct, { lang, names }: WishWording): string {
  const t = actWords[lang]
  const nameOf = (id: number) => names.get(id) ?? t.record(id)
  const newHead = 'newHeadId' in act && act.newHeadId ? t.headAfter(nameOf(act.newHeadId)) : ''
  switch (act.kind) {
    case 'split': {
      const others = act.leaving.filter(({ personId }) => personId !== act.headId)
      const leaving = [t.headOf(nameOf(act.headId)), ...others.map(({ personId }) => nameOf(personId))]
      return [leaving.join(', '), newHead, since(act.on, lang)].filter(Boolean).join('; ')
    }
    case 'merge':
      return `${t.household(act.into)}, ${since(act.on, lang)}`
    case 'changeHead':
      return `${nameOf(act.headId)}, ${since(act.on, lang)}`
    case 'join':
      return `${t.household(act.householdId)}, ${t.relations[act.relation]}, ${since(act.on, lang)}`
    case 'leave':
      return [since(act.on, lang), newHead].filter(Boolean).join('; ')
    case 'correctRelation':
      return t.relations[act.relation] ?? act.relation
  }
}

/** Everybody whom the wish of an act names by number. */
export function personsOf(act: Act): number[] {
  const newHead = 'newHeadId' in act && act.newHeadId !== undefined ? [act.newHeadId] : []
  if (act.kind === 'split') return [...act.leaving.map(({ personId }) => personId), act.headId, ...newHead]
  return act.kind === 'changeHead' ? [act.headId] : newHead
}

function since(on: string, lang: Lang): string {
  return `${actWords[lang].since} ${formatDay(on)}`
}

function personValueText(key: string, value: unknown, { lang, whole }: WishWording): string {
  if (value === null) return actWords[lang].takeAway
  if (typeof value === 'object') return (value as { written: string }).written
  const isNumber = key === 'citizenId' || key === 'oldId'
  return isNumber && !whole ? maskedId(String(value)) : textOfValue(key, String(value), lang)
}
