import { seesGrounds } from '#awards'
import { addMonths, ageOn, type LocalDate, type Month, monthOf } from '#calendar'
import { explainPerson, getPersonFile, monthsOf, type PersonFile, type PersonMonth } from '#findings'
import { programFor } from '#law/social-assistance'
import { listAuditOf, recordRead } from '#platform/audit'
import type { Transaction } from '#platform/database'
import type { Officer } from '#platform/sessions'
import { listDeaths, type Units } from '#registry'
import { explanationView } from '#web/staff/reasons.server.ts'
import { benefitTexts } from '#web/staff/today/load.server.ts'
import { formatCount, type Lang } from '#web/ui/index.ts'
import { sourceLookup } from './fact-sources.server.ts'
import { readRecord } from './record.server.ts'
import { recordWords } from './record-words.ts'
import type { LawChange, MonthFigures } from './strip.ts'
import { monthText } from './texts.ts'
import { holdsOn } from './value-groups.ts'

const monthsShown = 24

export interface PersonQuestion {
  id: number
  month: Month
  on: LocalDate
  officer: Officer
  units: Units
  lang: Lang
  /** Show the whole citizen number; written in the log. */
  revealed: boolean
  /** Says who an officer of the log is. */
  nameOf: (actor: string) => string
}

/**
 * Everything a person's page shows, and the line in the log that this officer looked. Throws PersonNotFound when the
 * person does not exist or is not the officer's to see: both look the same from outside.
 */
export async function readPerson(transaction: Transaction, question: PersonQuestion) {
  const { id, month, on, officer, lang, revealed } = question
  const file = await getPersonFile(transaction, id, { on })
  const subject = {
    kind: 'person',
    id: String(id),
    ...(file.person.unitUid ? { unitUid: file.person.unitUid } : {}),
  }
  await recordRead(transaction, subject, {
    by: officer.name,
    purpose: 'person',
    ...(revealed ? { revealed: 'citizenId' } : {}),
  })
  const last = monthOf(on)
  const from = addMonths(last, 1 - monthsShown)
  const rows = await monthsOf(transaction, id, { from, to: last, knownOn: on })
  const explanation = await explainPerson(transaction, id, { month, knownOn: on, awards: file.awards })
  const recipient = file.awards.length > 0
  const mayAct = officer.role !== 'leader'
  const deathOn = (await listDeaths(transaction, id))[0]?.on
  const { sourceOf, ...record } = await readRecord(transaction, file, { ...question, mayAct })
  return {
    ...pickPerson({ ...file, person: { ...file.person, deathOn } }, question),
    months: figuresOf(rows, from, last),
    lawChanges: lawChanges({ from, to: last, knownOn: on, recipient, lang }),
    month,
    benefits: explanationView(explanation, { lang, sourceOf: sourceLookup(file, month, sourceOf) }),
    receivedThen: benefitsIn(file, month),
    ...record,
    benefitTexts: benefitTexts(last, on),
    lookers: await lookersOf(transaction, subject, question.nameOf),
  }
}

function pickPerson(
  { person, members, findings, awards, timeline }: PersonFile,
  {
    on,
    officer,
    units,
    revealed,
    lang,
  }: Pick<PersonQuestion, 'on' | 'officer' | 'units' | 'revealed' | 'lang'>,
) {
  const until = person.deathOn ?? on
  const place = [person.village, person.unitUid && units.byUid.get(person.unitUid)?.name]
    .filter(Boolean)
    .join(', ')
  const places = timeline.filter(
    ({ kind, supersededAt }) => kind === 'residence' && supersededAt === undefined,
  )
  const hasGone = places.length > 0 && !places.some((each) => holdsOn(each, until))
  return {
    id: person.id,
    name: person.name,
    sex: person.sex,
    birth: person.birth,
    ages: person.birth && { from: ageOn(person.birth.to, until), to: ageOn(person.birth.from, until) },
    deathOn: person.deathOn,
    citizenId: person.citizenId ?? person.oldId,
    revealed,
    place: hasGone ? recordWords[lang].gone(place) : place,
    members: members.map((member) => ({
      id: member.personId,
      name: member.name,
      relation: member.relation,
      bornFrom: member.birthFrom,
      bornTo: member.birthTo,
    })),
    findings,
    receives: awards
      .filter(({ fromMonth, toMonth }) => fromMonth <= monthOf(on) && (!toMonth || toMonth >= monthOf(on)))
      .map(({ id, benefit, category, amountDong, fromMonth }) => ({
        id,
        benefit,
        ...(seesGrounds(officer) && { category }),
        amountDong,
        fromMonth,
      })),
  }
}

/** The benefits that are recorded as received in a month. */
function benefitsIn({ awards }: PersonFile, month: Month): string[] {
  const then = awards.filter(({ fromMonth, toMonth }) => fromMonth <= month && (!toMonth || toMonth >= month))
  return then.map(({ benefit }) => benefit)
}

/** All benefits of a month together; a month without any is a month of nothing. */
function figuresOf(rows: readonly PersonMonth[], from: Month, to: Month): MonthFigures[] {
  const byMonth = Map.groupBy(rows, (row) => row.month)
  const figures: MonthFigures[] = []
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    const sum = { month, entitledDong: { low: 0, high: 0 }, paidDong: 0 }
    for (const { lawDong, recordedDong } of byMonth.get(month) ?? []) {
      sum.entitledDong.low += lawDong.low
      sum.entitledDong.high += lawDong.high
      sum.paidDong += recordedDong
    }
    figures.push(sum)
  }
  return figures
}

/** The months in which a level of the law changed for somebody who receives, or for a newcomer. */
function lawChanges(asked: {
  from: Month
  to: Month
  knownOn: LocalDate
  recipient: boolean
  lang: Lang
}): LawChange[] {
  const { from, to, knownOn, recipient, lang } = asked
  const levels = (month: Month) => programFor({ month, knownOn, recipient }).parameters
  const names = {
    standard: { vi: 'mức chuẩn', en: 'standard' },
    pensionLevel: { vi: 'hưu trí xã hội', en: 'social pension' },
  }
  const changes: LawChange[] = []
  for (let month = addMonths(from, 1); month <= to; month = addMonths(month, 1))
    for (const id of ['standard', 'pensionLevel'] as const) {
      const level = levels(month).get(id)
      if (!level || level.value === levels(addMonths(month, -1)).get(id)?.value) continue
      if (changes.at(-1)?.month === month) continue
      const amount = formatCount(level.value, lang)
      changes.push({
        month,
        text: `${monthText(month)}: ${names[id][lang]} ${amount}`,
        cite: level.cite.instrument.short,
      })
    }
  return changes
}

async function lookersOf(
  transaction: Transaction,
  subject: { kind: string; id: string },
  nameOf: (actor: string) => string,
) {
  const lines = await listAuditOf(transaction, subject, 20)
  return lines.map(({ number, at, action, details, actor }) => {
    const { by, purpose } = details as { by?: string; purpose?: string }
    const machine = actor.startsWith('system:')
    return { number, at, action, by: by ?? (machine ? undefined : nameOf(actor)), purpose, machine }
  })
}
