import type { BirthRange, Condition, Fact, FactValue, Program } from '#rules'
import { birthdayText, birthText, dongText, type Language, monthText } from './figures.ts'

type Leaf = Extract<Condition, { op: 'is' | 'age' | 'atLeast' }>

/** What a leaf asks, as a short sentence; `denied` turns it round. */
export function sentenceOf(leaf: Leaf, denied: boolean, program: Program, lang: Language): string {
  const fact = factOf(leaf, program)
  switch (leaf.op) {
    case 'is':
      return choiceSentence(leaf, denied, fact, lang)
    case 'age':
      return ageSentence(leaf, denied, program, lang)
    case 'atLeast':
      return amountSentence(leaf, denied, fact, lang)
  }
}

function choiceSentence(
  leaf: Extract<Condition, { op: 'is' }>,
  denied: boolean,
  fact: Fact,
  lang: Language,
): string {
  if (fact.kind !== 'choice') return fact.text[lang]
  const values = denied ? fact.values.filter((each) => !leaf.values.includes(each)) : leaf.values
  if (isYesNo(fact.values)) return `${fact.text[lang]}: ${wordsFor(fact, values[0] as string, lang)}`
  const or = lang === 'vi' ? ' hoặc ' : ' or '
  return `${fact.text[lang]}: ${values.map((each) => wordsFor(fact, each, lang)).join(or)}`
}

function isYesNo(values: readonly string[]): boolean {
  return values.length === 2 && values.includes('yes') && values.includes('no')
}

function ageSentence(
  leaf: Extract<Condition, { op: 'age' }>,
  denied: boolean,
  { moment }: Program,
  lang: Language,
): string {
  const month = monthText(moment.month)
  const whole = leaf.on === 'lastDay'
  if (lang === 'vi') {
    if (!denied) return `đủ ${leaf.years} tuổi ${whole ? 'trong hoặc trước' : 'trước'} tháng ${month}`
    return whole
      ? `chưa đủ ${leaf.years} tuổi đến hết tháng ${month}`
      : `chưa đủ ${leaf.years} tuổi khi tháng ${month} bắt đầu`
  }
  if (!denied) return `aged ${leaf.years} ${whole ? 'by the end of' : 'before'} ${month}`
  return `under ${leaf.years} ${whole ? 'to the end of' : 'at the beginning of'} ${month}`
}

function amountSentence(
  leaf: Extract<Condition, { op: 'atLeast' }>,
  denied: boolean,
  fact: Fact,
  lang: Language,
): string {
  const number = (of: number) => (fact.kind === 'amount' ? dongText(of, lang) : String(of))
  const bound =
    lang === 'vi'
      ? denied
        ? `không quá ${number(leaf.number - 1)}`
        : `từ ${number(leaf.number)} trở lên`
      : denied
        ? `at most ${number(leaf.number - 1)}`
        : `at least ${number(leaf.number)}`
  return `${fact.text[lang]}: ${bound}`
}

/** What is known of the fact a leaf reads, or that it is not known yet. */
export function knownText(
  leaf: Leaf,
  value: FactValue | undefined,
  program: Program,
  lang: Language,
): string {
  const fact = factOf(leaf, program)
  if (value === undefined) return lang === 'vi' ? `chưa rõ ${fact.text.vi}` : `not known: ${fact.text.en}`
  if (leaf.op === 'age') {
    const birth = value as BirthRange
    const reached = birthdayText(birth, leaf.years, lang)
    return lang === 'vi'
      ? `sinh ${birthText(birth)}, đủ ${leaf.years} tuổi ${birth.from === birth.to ? 'ngày ' : ''}${reached}`
      : `born ${birthText(birth)}, ${leaf.years} years old ${birth.from === birth.to ? 'on ' : ''}${reached}`
  }
  return `${fact.text[lang]}: ${valueText(fact, value, lang)}`
}

/** A value of a fact in words. */
export function valueText(fact: Fact, value: FactValue, lang: Language): string {
  switch (fact.kind) {
    case 'choice':
      return wordsFor(fact, value as string, lang)
    case 'birth':
      return birthText(value as BirthRange)
    case 'amount':
      return dongText(value as number, lang)
    case 'count':
      return String(value)
  }
}

function wordsFor(fact: Extract<Fact, { kind: 'choice' }>, value: string, lang: Language): string {
  return fact.valueTexts[value]?.[lang] ?? value
}

function factOf(leaf: Leaf, program: Program): Fact {
  const fact = program.facts.find((each) => each.key === leaf.fact)
  if (!fact) throw new Error(`The program has no fact "${leaf.fact}"`)
  return fact
}
