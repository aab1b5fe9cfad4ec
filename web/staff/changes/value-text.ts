import { monthlyFacts } from '#law/people'
import { valueText } from '#law/wording'
import { formatDay, type Lang } from '#web/ui/index.ts'
import { actWords } from './act-words.ts'

/** What of a person or household is meant, in the words of the law: `Mức độ khuyết tật trên giấy xác nhận`. */
export function keyText(key: string, lang: Lang): string {
  const named = actWords[lang].keys[key]
  if (named) return named
  const text = monthlyFacts.find((each) => each.key === key)?.text[lang] ?? key
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A value as officers read it: the law's words, days as dd/mm/yyyy. */
export function textOfValue(key: string, value: string, lang: Lang): string {
  const t = actWords[lang]
  if (key === 'sex') return t.sexes[value] ?? value
  if (key === 'membership') return t.relations[value] ?? value
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value)
  const fact = monthlyFacts.find((each) => each.key === key)
  if (!fact || fact.kind === 'birth') return value
  return valueText(fact, fact.kind === 'choice' ? value : Number(value), lang)
}

/** `từ 01/07/2025 đến nay`; days included. */
export function spanText(from: string | null | undefined, to: string | null | undefined, lang: Lang): string {
  const t = actWords[lang]
  if (!from && !to) return t.always
  const until = to ? `${t.to} ${formatDay(to)}` : t.toNow
  return from ? `${t.since} ${formatDay(from)} ${until}` : until
}
