import { birthInShort } from '#identity'
import type { FieldChange, ListRow } from '#intake'
import { monthlyFacts } from '#law/people'
import { valueText } from '#law/wording'
import type { Units } from '#registry'
import { formatDay, formatMoney, type Lang } from '#web/ui/index.ts'
import { words } from './words.ts'

/** One field before and after, in words; undefined where nothing is recorded. */
export interface ChangeView {
  name: string
  before: string | undefined
  after: string | undefined
}

/** The fields of one person that a list would change, in words. */
export function changeViews(changes: readonly FieldChange[], units: Units, lang: Lang): ChangeView[] {
  return changes.map(({ field, before, after }) => {
    const { name, value } = describe(field, units, lang)
    return {
      name,
      before: before === undefined ? undefined : value(before),
      after: after === undefined ? undefined : value(after),
    }
  })
}

function describe(
  field: string,
  units: Units,
  lang: Lang,
): { name: string; value: (text: string) => string } {
  const t = words[lang]
  const [kind = '', key = '', category = ''] = field.split(':')
  const name = t.fields[kind] ?? field
  const asIs = (text: string) => text
  if (kind === 'award')
    return { name: `${name} ${category}`, value: (text) => formatMoney(Number(text), lang) }
  if (kind === 'unit') return { name, value: (uid) => units.byUid.get(uid)?.name ?? uid }
  if (kind === 'death') return { name, value: formatDay }
  if (kind === 'sex' || kind === 'relation') return { name, value: (code) => t.values[code] ?? code }
  if (kind !== 'fact' && kind !== 'householdFact') return { name, value: asIs }
  const fact = monthlyFacts.find((each) => each.key === key)
  if (!fact) return { name: key, value: asIs }
  const isNumber = fact.kind === 'count' || fact.kind === 'amount'
  const text = fact.text[lang]
  return {
    name: text.charAt(0).toUpperCase() + text.slice(1),
    value: (value) => valueText(fact, isNumber ? Number(value) : value, lang),
  }
}

/** How a row was read, in one line: birth (day, month or year), number, place and what the list says is received. */
export function readingText({ birth, id, unitAsWritten, village, award }: ListRow, lang: Lang): string {
  const t = words[lang]
  const place = [village, ...unitAsWritten].filter(Boolean).join(', ')
  const category = award?.category ?? award?.categoryAsWritten
  const amount = award?.amountDong === undefined ? undefined : formatMoney(award.amountDong, lang)
  const receives = [category, amount].filter(Boolean).join(', ')
  return [
    birth ? t.bornOn(birthInShort(birth).split('-').toReversed().join('/')) : undefined,
    id,
    place || undefined,
    receives ? t.receives(receives) : undefined,
  ]
    .filter(Boolean)
    .join(' · ')
}
