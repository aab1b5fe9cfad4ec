import { monthlyFacts } from '#law/people'
import { valueText } from '#law/wording'

type Language = 'vi' | 'en'

/** A fact as the law calls it, in quotation marks: `“mức độ khuyết tật trên giấy xác nhận”`. */
export function factWords(key: string, lang: Language): string {
  return `“${monthlyFacts.find((fact) => fact.key === key)?.text[lang] ?? key}”`
}

/** A value of a fact as the law calls it, in quotation marks; one that the law does not know stands as it is. */
export function valueWords(key: string, value: string, lang: Language): string {
  const fact = monthlyFacts.find((each) => each.key === key)
  return `“${fact?.kind === 'choice' ? valueText(fact, value, lang) : value}”`
}
