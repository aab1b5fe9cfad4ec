import {
  addMonths,
  firstDayOf,
  type LocalDate,
  type Month,
  monthNumberOf,
  monthOf,
  monthsBetween,
  yearOf,
} from '#calendar'
import { birthdayText, coefficientText, dayText, dongText, monthText, rangeText } from '#law/wording'
import { type BirthRange, citationText, type Text } from '#rules'
import { benefitName, groundName } from './benefit-words.ts'
import type { Cause } from './causes.ts'
import type { Draft } from './drafts.ts'
import { questionAbout } from './fact-questions.ts'
import { changedFact, shortFact } from './fact-words.ts'
import type { Reason } from './kinds.ts'

type Of<Kind extends Cause['kind']> = Extract<Cause, { kind: Kind }>

/** The cause of a finding in one or two short sentences, with its article. */
export function wordCause(cause: Cause, found: Draft, month: Month): Reason {
  const text = sentences(cause, found, month)
  const also = 'also' in cause && cause.also ? wordCause(cause.also, found, month) : undefined
  return {
    vi: [capital(text.vi), ...(also ? [also.vi] : [])].join(' '),
    en: [capital(text.en), ...(also ? [also.en] : [])].join(' '),
    articles: ['cite' in cause ? citationText(cause.cite) : [], also?.articles ?? []].flat(),
  }
}

function sentences(cause: Cause, found: Draft, month: Month): Text {
  switch (cause.kind) {
    case 'died':
      return died(cause, found, month)
    case 'excluded':
      return joined(cause.text, stillPaid(found, month))
    case 'prevailing':
      return prevailing(cause)
    case 'standardChanged':
      return standardChanged(cause, found, month)
    case 'ageReached':
      return ageReached(cause, found)
    case 'ageNotReached':
      return ageNotReached(cause, found, month)
    case 'factChanged':
      return factChanged(cause, found, month)
    case 'lawChanged':
      return lawChanged(cause, found, month)
    case 'coefficientMistaken':
      return coefficientMistaken(cause, found, month)
    case 'neverApplied':
      return neverApplied(cause, found)
    case 'factMissing':
      return factMissing(cause)
    case 'paidTwice':
      return paidTwice(cause, found)
    case 'unexplained':
      return amounts(found)
  }
}

function paidTwice({ records }: Of<'paidTwice'>, found: Draft): Text {
  const both = amounts(found)
  return {
    vi: `Được chi trên ${records} hồ sơ đã gộp của cùng một người; ${lowered(both.vi)}`,
    en: `Paid on ${records} linked records of one person; ${lowered(both.en)}`,
  }
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function died({ on }: Of<'died'>, found: Draft, month: Month): Text {
  if (found.kind === 'comingUp')
    return on === undefined
      ? { vi: 'Đã khai tử; thôi chi từ tháng sau.', en: 'Died; no longer paid from next month.' }
      : {
          vi: `Đã khai tử ${dayText(on)}; thôi chi từ ${startOf(found)}.`,
          en: `Died on ${dayText(on)}; no longer paid from ${startOf(found)}.`,
        }
  return joined(
    on === undefined
      ? { vi: 'đã khai tử', en: 'died' }
      : { vi: `đã khai tử ${dayText(on)}`, en: `died on ${dayText(on)}` },
    stillPaid(found, month),
  )
}

/** ` nhưng kỳ tháng 9, 10, 11 vẫn chi`; nothing of what is only about to happen. */
function stillPaid({ sinceMonth, kind }: Draft, month: Month): Text {
  if (kind === 'comingUp') return { vi: '.', en: '.' }
  const from = sinceMonth ?? month
  const count = monthsBetween(from, month) + 1
  if (count > 4 || yearOf(firstDayOf(from)) !== yearOf(firstDayOf(month)))
    return {
      vi: ` nhưng vẫn chi từ tháng ${monthText(from)} đến ${monthText(month)}.`,
      en: `, but still paid from ${monthText(from)} to ${monthText(month)}.`,
    }
  const numbers = Array.from({ length: count }, (_, index) => monthNumberOf(addMonths(from, index))).join(
    ', ',
  )
  return {
    vi: ` nhưng kỳ tháng ${numbers} vẫn chi.`,
    en: `, but still paid for ${count === 1 ? 'month' : 'months'} ${numbers}.`,
  }
}

function prevailing({ benefit, amountDong }: Of<'prevailing'>): Text {
  const name = benefitName(benefit)
  return {
    vi: `Được ${name.vi} ${rangeText(amountDong, 'vi')}; chỉ hưởng khoản cao hơn.`,
    en: `Due ${name.en} of ${rangeText(amountDong, 'en')}; only the higher is paid.`,
  }
}

function standardChanged({ fromDong, toDong }: Of<'standardChanged'>, found: Draft, month: Month): Text {
  const [from, to] = [plain(fromDong, 'vi'), plain(toDong, 'vi')]
  const [fromEn, toEn] = [plain(fromDong, 'en'), plain(toDong, 'en')]
  if (found.kind === 'comingUp')
    return {
      vi: `Mức chuẩn từ ${from} lên ${to} từ ${startOf(found)}.`,
      en: `The standard rises from ${fromEn} to ${toEn} on ${startOf(found)}.`,
    }
  const since = found.sinceMonth ?? month
  return joined(
    {
      vi: `Chi theo mức chuẩn ${from} từ tháng ${monthBeside(since, month)}; luật cho ${to}.`,
      en: `Paid by the standard of ${fromEn} since ${monthText(since)}; the law gives ${toEn}.`,
    },
    shortBy(found, month),
  )
}

function ageReached(cause: Of<'ageReached'>, found: Draft): Text {
  const { years, birth, tenths, ground, next } = cause
  const reached = reachedText(birth, years)
  if (tenths.to === 0) {
    const name = groundName(ground ?? '')
    const ends = ground ? { vi: `hết ${name.vi}`, en: `${name.en} ends` } : { vi: 'hết diện', en: 'it ends' }
    const then = next === undefined ? undefined : groundName(next)
    return {
      vi: `${reached.vi}: ${ends.vi}${then ? `; nếu còn học thì lập hồ sơ ${then.vi.replace('diện ', '')}` : ''}.`,
      en: `${reached.en}: ${ends.en}${then ? `; if still studying, ${then.en} follows` : ''}.`,
    }
  }
  if (tenths.from === 0)
    return found.kind === 'comingUp'
      ? { vi: `${reached.vi}; mời nộp hồ sơ trước.`, en: `${reached.en}; invite to apply before.` }
      : { vi: `${reached.vi}.`, en: `${reached.en}.` }
  const [from, to] = [coefficientText(tenths.from, 'vi'), coefficientText(tenths.to, 'vi')]
  const [fromEn, toEn] = [coefficientText(tenths.from, 'en'), coefficientText(tenths.to, 'en')]
  const turn = tenths.to > tenths.from ? 'lên' : 'xuống'
  const must = found.kind === 'comingUp' ? '' : 'phải '
  return {
    vi: `${reached.vi}, hệ số ${must}từ ${from} ${turn} ${to}.`,
    en: `${reached.en}: the coefficient goes from ${fromEn} to ${toEn}.`,
  }
}

function ageNotReached({ years, birth }: Of<'ageNotReached'>, found: Draft, month: Month): Text {
  const reached = reachedText(birth, years)
  return joined(
    { vi: `${reached.vi}, nay chưa đến`, en: `${reached.en}, not yet` },
    found.kind === 'undue' ? stillPaid(found, month) : { vi: '.', en: '.' },
  )
}

function reachedText(birth: BirthRange, years: number): Text {
  const on = birth.from === birth.to ? 'ngày ' : ''
  const word = years >= 70 ? 'Đủ' : 'Tròn'
  return {
    vi: `${word} ${years} tuổi ${on}${birthdayText(birth, years, 'vi')}`,
    en: `${years} years old ${birth.from === birth.to ? 'on ' : ''}${birthdayText(birth, years, 'en')}`,
  }
}

function factChanged(cause: Of<'factChanged'>, found: Draft, month: Month): Text {
  const { fact, value, instead, since, ground, child } = cause
  if (child) return childGrown(child, found, ground)
  const known = since?.from === undefined ? shortFact(fact, value) : changedFact(fact, value)
  const from = since?.from === undefined ? { vi: '', en: '' } : sinceText(since.from)
  if (known === undefined)
    return {
      vi: `Điều kiện của ${groundName(ground ?? '').vi} không còn.`,
      en: `${groundName(ground ?? '').en} no longer holds.`,
    }
  const now = { vi: `${known.vi}${from.vi}`, en: `${known.en}${from.en}` }
  const paid = instead === undefined ? undefined : suppositionOf(fact, instead)
  if (found.kind === 'comingUp') return { vi: `${now.vi}.`, en: `${now.en}.` }
  if (found.lawDong.high === 0 || paid === undefined)
    return joined(now, found.lawDong.high === 0 ? stillPaid(found, month) : { vi: '.', en: '.' })
  return joined(
    {
      vi: `${now.vi}; ${paid.vi}.`,
      en: `${now.en}; ${paid.en}.`,
    },
    shortBy(found, month),
  )
}

/** What the record supposes: so many children, or another value of a fact. */
function suppositionOf(fact: string, instead: string | number | BirthRange): Text | undefined {
  if (typeof instead === 'number')
    return {
      vi: `chi tính ${instead} con`,
      en: `paid for ${instead} ${instead === 1 ? 'child' : 'children'}`,
    }
  const supposed = shortFact(fact, instead)
  return supposed && { vi: `chi như ${supposed.vi}`, en: `paid as if: ${supposed.en}` }
}

/** A child's age ends what a parent drew for it. */
function childGrown(
  { years, birth, studying }: NonNullable<Of<'factChanged'>['child']>,
  found: Draft,
  ground: string | undefined,
): Text {
  const [age, ageEn] = years === 3 ? ['36 tháng', '36 months'] : [`${years} tuổi`, `${years} years`]
  const on = birth.from === birth.to ? 'ngày ' : ''
  const left =
    years === 16 && studying === 'no'
      ? { vi: ' và đã nghỉ học', en: ' and no longer studies' }
      : { vi: '', en: '' }
  const ends = whatIsLeft(found, ground)
  return {
    vi: `Con tròn ${age} ${on}${birthdayText(birth, years, 'vi')}${left.vi}${ends.vi}.`,
    en: `A child reaches ${ageEn} ${on ? 'on ' : ''}${birthdayText(birth, years, 'en')}${left.en}${ends.en}.`,
  }
}

/** After a child has grown: nothing on that ground, or less. */
function whatIsLeft({ lawDong }: Draft, ground: string | undefined): Text {
  if (lawDong.high > 0)
    return { vi: `; còn ${rangeText(lawDong, 'vi')}`, en: `; ${rangeText(lawDong, 'en')} is left` }
  if (ground === undefined) return { vi: '', en: '' }
  const name = groundName(ground)
  return { vi: `: hết ${name.vi}`, en: `: ${name.en} ends` }
}

function sinceText(from: LocalDate): Text {
  const whole = from.endsWith('-01')
  const text = whole ? monthText(monthOf(from)) : dayText(from)
  return { vi: ` từ ${text}`, en: ` since ${text}` }
}

function lawChanged({ tenths: { from, to } }: Of<'lawChanged'>, found: Draft, month: Month): Text {
  const since = found.kind === 'comingUp' ? startOf(found) : monthText(found.sinceMonth ?? month)
  if (to === 0)
    return {
      vi: `Luật mới từ ${since} không còn cho khoản này.`,
      en: `The law in force from ${since} no longer gives this.`,
    }
  if (from === 0)
    return { vi: `Luật mới từ ${since} cho khoản này.`, en: `The law in force from ${since} gives this.` }
  const turn = to > from ? 'lên' : 'xuống'
  return {
    vi: `Luật mới từ ${since}: hệ số từ ${coefficientText(from, 'vi')} ${turn} ${coefficientText(to, 'vi')}.`,
    en: `The law in force from ${since}: the coefficient goes from ${coefficientText(from, 'en')} to ${coefficientText(to, 'en')}.`,
  }
}

function coefficientMistaken(
  { hundredths, ground }: Of<'coefficientMistaken'>,
  found: Draft,
  month: Month,
): Text {
  const name = groundName(ground)
  return joined(
    {
      vi: `Chi theo hệ số ${factorText(hundredths.recorded, 'vi')}; ${name.vi} hệ số ${factorText(hundredths.law, 'vi')}.`,
      en: `Paid by coefficient ${factorText(hundredths.recorded, 'en')}; ${name.en} has ${factorText(hundredths.law, 'en')}.`,
    },
    shortBy(found, month),
  )
}

/** 150 is `1,5`, 75 is `0,75`. */
function factorText(hundredths: number, lang: 'vi' | 'en'): string {
  const decimals = hundredths % 10 === 0 ? 1 : 2
  return (hundredths / 100).toFixed(decimals).replace('.', lang === 'vi' ? ',' : '.')
}

function neverApplied({ age, facts, pendingSince, paidUntil }: Of<'neverApplied'>, found: Draft): Text {
  const reached = age && reachedText(age.birth, age.years)
  const parts = [...(reached ? [reached] : []), ...facts]
  const name = benefitName(found.benefit)
  const because = missedBecause(name, pendingSince, paidUntil)
  return {
    vi: `${parts.map(({ vi }) => vi).join(', ')}; ${because.vi}.`,
    en: `${parts.map(({ en }) => en).join(', ')}; ${because.en}.`,
  }
}

function missedBecause(name: Text, pendingSince: LocalDate | undefined, paidUntil: Month | undefined): Text {
  if (pendingSince !== undefined)
    return {
      vi: `hồ sơ ${name.vi} nhận ${dayText(pendingSince)} chưa quyết định`,
      en: `the application for ${name.en} of ${dayText(pendingSince)} is undecided`,
    }
  if (paidUntil !== undefined)
    return {
      vi: `thôi chi ${name.vi} sau tháng ${monthText(paidUntil)}`,
      en: `${name.en} has not been paid after ${monthText(paidUntil)}`,
    }
  return { vi: `chưa có hồ sơ ${name.vi}`, en: `nobody has applied for ${name.en}` }
}

function factMissing({ fact }: Of<'factMissing'>): Text {
  const { what, ask } = questionAbout(fact)
  return { vi: `Chưa biết ${what.vi}: ${ask.vi}.`, en: `Not known ${what.en}: ${ask.en}.` }
}

/** What the law gives beside what is recorded, when nothing else can be said. */
function amounts({ lawDong, recordedDong, kind, dueOn }: Draft): Text {
  const [law, lawEn] = [rangeText(lawDong, 'vi'), rangeText(lawDong, 'en')]
  const [now, nowEn] = [dongText(recordedDong, 'vi'), dongText(recordedDong, 'en')]
  if (kind === 'comingUp')
    return {
      vi: `từ ${dueOn ? dayText(dueOn) : ''} luật cho ${law} một tháng, hiện nay ${now}.`,
      en: `from ${dueOn ? dayText(dueOn) : ''} the law gives ${lawEn} a month, now ${nowEn}.`,
    }
  const recorded = recordedDong === 0 ? 'chưa ghi nhận hưởng' : `đang ghi nhận ${now}`
  return {
    vi: `luật cho ${law} một tháng, ${recorded}.`,
    en: `the law gives ${lawEn} a month, ${recordedDong === 0 ? 'nothing' : nowEn} is recorded.`,
  }
}

function shortBy({ kind, sinceMonth }: Draft, month: Month): Text {
  if (sinceMonth === undefined || (kind !== 'underpaid' && kind !== 'overpaid')) return { vi: '', en: '' }
  const count = monthsBetween(sinceMonth, month) + 1
  const months = `${count} ${count === 1 ? 'month' : 'months'}`
  return kind === 'underpaid'
    ? { vi: ` Thiếu ${count} tháng.`, en: ` Short for ${months}.` }
    : { vi: ` Thừa ${count} tháng.`, en: ` Too much for ${months}.` }
}

/** The month in which a coming change begins. */
function startOf({ dueOn }: Draft): string {
  return dueOn === undefined ? '' : monthText(monthOf(dueOn))
}

/** `7` in the year of the sweep, `07/2025` in another. */
function monthBeside(month: Month, beside: Month): string {
  return yearOf(month) === yearOf(beside) ? String(monthNumberOf(month)) : monthText(month)
}

function plain(dong: number, lang: 'vi' | 'en'): string {
  return dongText(dong, lang).replace(' đ', '')
}

function joined(one: Text, other: Text): Text {
  return { vi: `${one.vi}${other.vi}`, en: `${one.en}${other.en}` }
}

/** The first letter of a sentence. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
