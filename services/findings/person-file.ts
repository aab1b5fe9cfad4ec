import { type Application, type Award, listApplications, listAwards, listAwardsOf } from '#awards'
import { addMonths, firstDayOf, type LocalDate, type Month } from '#calendar'
import { type Decision, isRecipient, programFor } from '#law/social-assistance'
import type { Transaction } from '#platform/database'
import {
  factsAt,
  getPerson,
  listMembers,
  loadMonthColumns,
  loadMonths,
  type Member,
  type MonthColumns,
  type Person,
  personTimeline,
  placeOf,
  type TimelineEntry,
} from '#registry'
import { type Explanation, explain, type Range } from '#rules'
import { compare, type Discrepancy } from './comparing.ts'
import type { Finding } from './kinds.ts'
import { listFindingsOf } from './listing.ts'

/** Everything the department holds of one person, for their page. */
export interface PersonFile {
  person: Person
  /** The household on the day asked, themselves included. */
  members: Member[]
  timeline: TimelineEntry[]
  awards: Award[]
  applications: Application[]
  findings: Finding[]
}

/** Throws PersonNotFound when there is no such person in the actor's sight. Whoever shows it records the reading. */
export async function getPersonFile(
  transaction: Transaction,
  personId: number,
  { on }: { on: LocalDate },
): Promise<PersonFile> {
  const person = await getPerson(transaction, personId)
  return {
    person,
    members: await listMembers(transaction, personId, on),
    timeline: await personTimeline(transaction, personId, { corrections: true }),
    awards: await listAwards(transaction, personId),
    applications: await listApplications(transaction, {
      since: '0001-01-01' as LocalDate,
      until: on,
      personId,
    }),
    findings: await listFindingsOf(transaction, personId),
  }
}

/** One benefit in one month: what the law gives and what is recorded, đồng. */
export interface PersonMonth {
  month: Month
  benefit: string
  lawDong: Range
  recordedDong: number
  discrepancy: Discrepancy | undefined
}

/** The law beside the record for every month from `from` to `to`, both included; benefits of nothing are left out. */
export async function monthsOf(
  transaction: Transaction,
  personId: number,
  { from, to, knownOn }: { from: Month; to: Month; knownOn: LocalDate },
): Promise<PersonMonth[]> {
  const months: PersonMonth[] = []
  if (from > to) return months
  const columnsIn = await loadMonths(transaction, { from, to, knownOn, personIds: [personId] })
  const awards = await listAwardsOf(transaction, recordsIn(columnsIn(from), personId))
  const recipient = isRecipient(awards.map(decisionOf))
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    const columns = columnsIn(month)
    const place = placeOf(columns, personId)
    if (place < 0) await getPerson(transaction, personId)
    const explanation = explain(programFor({ month, knownOn, recipient }), factsAt(columns, place))
    const recorded = recordedIn(awards, month)
    for (const benefit of new Set([...explanation.benefits.keys(), ...recorded.keys()])) {
      const lawDong = explanation.benefits.get(benefit)?.amountDong ?? { low: 0, high: 0 }
      const recordedDong = recorded.get(benefit) ?? 0
      if (lawDong.high === 0 && recordedDong === 0) continue
      months.push({ month, benefit, lawDong, recordedDong, discrepancy: compare(lawDong, recordedDong) })
    }
  }
  return months
}

/** The full reasoning for one person and month, as known on a day. */
export async function explainPerson(
  transaction: Transaction,
  personId: number,
  { month, knownOn, ...file }: { month: Month; knownOn: LocalDate; awards?: readonly Award[] },
): Promise<Explanation> {
  const columns = await loadMonthColumns(transaction, { month, knownOn, personIds: [personId] })
  const place = placeOf(columns, personId)
  if (place < 0) await getPerson(transaction, personId)
  const awards = file.awards ?? (await listAwardsOf(transaction, recordsIn(columns, personId)))
  const recipient = isRecipient(awards.map(decisionOf))
  return explain(programFor({ month, knownOn, recipient }), factsAt(columns, place))
}

/** All records of the person to whom a record belongs. */
function recordsIn({ linked }: MonthColumns, personId: number): number[] {
  const root = linked.get(personId) ?? personId
  return [root, ...[...linked].flatMap(([record, of]) => (of === root ? [record] : []))]
}

/** A decision whose day no list gave counts from its first month. */
function decisionOf({ benefit, category, signedOn, fromMonth, toMonth }: Award): Decision {
  return {
    benefit,
    ground: category,
    signedOn: signedOn ?? firstDayOf(fromMonth),
    ...(toMonth === undefined ? {} : { endedFrom: addMonths(toMonth, 1) }),
  }
}

function recordedIn(awards: readonly Award[], month: Month): Map<string, number> {
  const recorded = new Map<string, number>()
  for (const { benefit, amountDong, fromMonth, toMonth } of awards)
    if (fromMonth <= month && (toMonth === undefined || toMonth >= month))
      recorded.set(benefit, (recorded.get(benefit) ?? 0) + amountDong)
  return recorded
}
