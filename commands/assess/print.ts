import { month } from '#calendar'
import { emergencyFacts, funeralFacts, monthlyFacts } from '#law/social-assistance'
import {
  certaintyTexts,
  dayText,
  dongText,
  type Language,
  monthText,
  rangeText,
  valueText,
} from '#law/wording'
import type { Fact, Range } from '#rules'
import type { BenefitReport, EventReport, PersonReport, Reason, Report } from './report.ts'
import { assessTexts } from './texts.ts'

const marks: Readonly<Record<string, string>> = { yes: '✓', no: '✗', unknown: '?' }
const facts: readonly Fact[] = [...monthlyFacts, ...funeralFacts, ...emergencyFacts]

/** A report as lines for people: what is due, why by article, what is missing. */
export function textOf(report: Report, lang: Language): string[] {
  const say = assessTexts[lang]
  return [
    say.title(monthText(month(report.month)), dayText(report.knownOn as Parameters<typeof dayText>[0])),
    ...report.persons.flatMap((each) => ['', ...personLines(each, lang)]),
    ...report.events.flatMap((each) => ['', ...eventLines(each, lang)]),
    '',
    say.total(rangeText(report.monthlyTotalDong, lang)),
  ]
}

function personLines(person: PersonReport, lang: Language): string[] {
  const say = assessTexts[lang]
  const open = person.benefits.filter((each) => each.entitledDong.high > 0)
  return [
    person.name ? `${person.name} (${person.id})` : person.id,
    ...(open.length === 0 ? [`  ${say.none}`] : []),
    ...open.flatMap((each) => benefitLines(each, say.aMonth, lang)),
    ...dueLines(person, lang),
    ...undatedLines(person, lang),
    ...arrearsLines(person, lang),
    ...(person.missing.length > 0 ? [`  ${say.missing}`] : []),
    ...person.missing.map((each) => `    ? ${each.question} (${each.fact})`),
    ...presumedLines(person.presumed, lang),
  ]
}

function dueLines({ due }: PersonReport, lang: Language): string[] {
  if (due.length === 0) return []
  const say = assessTexts[lang]
  const total = {
    low: due.reduce((sum, each) => sum + each.dueDong.low, 0),
    high: due.reduce((sum, each) => sum + each.dueDong.high, 0),
  }
  const open = due.some((each) => !each.payable && each.dueDong.high > 0)
  return [`  ${say.due(rangeText(total, lang))}${open ? ` (${say.confirm})` : ''}`]
}

function undatedLines({ undated = [] }: PersonReport, lang: Language): string[] {
  return undated.map(
    ({ signedOn, missing }) =>
      `  ${assessTexts[lang].undated(dayText(signedOn as Parameters<typeof dayText>[0]), missing)}`,
  )
}

function arrearsLines({ arrears, benefits }: PersonReport, lang: Language): string[] {
  if (!arrears || arrears.months.length === 0) return []
  const say = assessTexts[lang]
  const { totalDong } = arrears
  const over = totalDong.high < 0
  const amount = over
    ? rangeText({ low: -totalDong.high, high: -totalDong.low }, lang)
    : rangeText(totalDong, lang)
  const nameOf = (id: string) => benefits.find((each) => each.benefit === id)?.name ?? id
  return [
    `  ${over ? say.overpaid(amount) : say.arrears(amount)}${arrears.payable ? '' : ` (${say.confirm})`}`,
    ...arrears.months.map(
      (each) =>
        `    ${say.difference({
          month: monthText(month(each.month)),
          benefit: nameOf(each.benefit),
          due: rangeText(each.dueDong, lang),
          paid: dongText(each.paidDong, lang),
        })}${each.payable ? '' : ` (${say.confirm})`}`,
    ),
  ]
}

function presumedLines(values: PersonReport['presumed'], lang: Language): string[] {
  const names = Object.entries(values).map(([key, value]) => {
    const fact = facts.find((each) => each.key === key)
    return fact ? `${fact.text[lang]}: ${valueText(fact, value, lang)}` : key
  })
  return names.length === 0 ? [] : [`  ${assessTexts[lang].presumed(names.join('; '))}`]
}

function eventLines(event: EventReport, lang: Language): string[] {
  const say = assessTexts[lang]
  const { rice } = event
  const due = event.benefits.filter((each) => each.entitledDong.high > 0)
  const on = dayText(event.on as Parameters<typeof dayText>[0])
  return [
    `${event.kind === 'death' ? say.death : say.emergency} (${event.person}), ${on}`,
    ...(event.covered ? [] : [`  ${say.notKept}`]),
    ...(event.covered && due.length === 0 && !rice ? [`  ${say.notDue}`] : []),
    ...due.flatMap((each) => benefitLines(each, '', lang)),
    ...(rice ? [`  ${say.rice(rice.kilograms, rice.months)}  [${rice.article}]`] : []),
    ...(event.covered ? presumedLines(event.presumed, lang) : []),
  ]
}

function benefitLines(benefit: BenefitReport, per: string, lang: Language): string[] {
  const say = assessTexts[lang]
  const amount = isNothing(benefit.amountDong) ? say.notDue : `${rangeText(benefit.amountDong, lang)}${per}`
  const sure = benefit.certainty === 'gazette' ? '' : ` (${certaintyTexts[benefit.certainty][lang]})`
  const { procedure } = benefit
  const shown = benefit.reasons.filter((each) => each.truth !== 'no' || each.role !== 'ground')
  return [
    `  ${benefit.name}: ${amount}${sure}`,
    ...(benefit.payable ? [] : [`    ! ${say.confirm}`]),
    ...shown.flatMap((each) => reasonLines(each, '    ')),
    ...(procedure ? [`    ${say.procedure(procedure.name, procedure.workingDays, procedure.article)}`] : []),
  ]
}

function isNothing({ low, high }: Range): boolean {
  return low === 0 && high === 0
}

function reasonLines(reason: Reason, indent: string): string[] {
  const article = reason.article ? `  [${reason.article}]` : ''
  const known = reason.known && !sameWords(reason.known, reason.text) ? `  (${reason.known})` : ''
  return [
    `${indent}${marks[reason.truth]} ${reason.text}${known}${article}`,
    ...reason.because.flatMap((each) => reasonLines(each, `${indent}  `)),
  ]
}

function sameWords(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
