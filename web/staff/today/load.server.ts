import { type LocalDate, type Month, monthOf, monthsBetween, weekdayOf } from '#calendar'
import {
  countFindings,
  explainPerson,
  type Finding,
  findLatestRun,
  listFindings,
  monthsOf,
  readPrinciples,
} from '#findings'
import { programFor } from '#law/social-assistance'
import { recordRead } from '#platform/audit'
import type { Transaction } from '#platform/database'
import type { Officer } from '#platform/sessions'
import type { Text } from '#rules'
import { explanationView } from '#web/staff/reasons.server.ts'
import type { Lang } from '#web/ui/index.ts'
import { findingsAPage, type TodayQuery } from './query.ts'

/** Everything the Today page shows for one query, read in one transaction so that the numbers agree. */
export async function readToday(
  transaction: Transaction,
  { query, officer, on, lang }: { query: TodayQuery; officer: Officer; on: LocalDate; lang: Lang },
) {
  const filter = filterOf(query)
  const run = await findLatestRun(transaction)
  const counts = await countFindings(transaction, filter)
  const findings = await listFindings(transaction, {
    ...filter,
    ...(query.kind ? { kind: query.kind } : {}),
    sort: query.sort,
    limit: findingsAPage,
    offset: (query.page - 1) * findingsAPage,
  })
  const selected = findings.find((finding) => finding.id === query.selectedId)
  const unitUid = query.unitUid ?? officer.unitUid
  const principles = await readPrinciples(transaction, { unitUid })
  const isProvince = officer.unitUid === 'province'
  return {
    run: run && {
      // Nobody is told how many there are beyond their right.
      people: isProvince ? run.people : (principles?.people ?? 0),
      finishedAt: run.finishedAt,
      month: run.month,
      mode: run.mode,
      judged: isProvince ? run.judged : undefined,
      because: run.because,
    },
    weekday: weekdayOf(on),
    principles,
    counts,
    /** All that is open in the officer's sight, whatever the filter. */
    openCount: sumOf(Object.keys(filter).length === 0 ? counts : await countFindings(transaction)),
    findings,
    benefitTexts: benefitTexts(run?.month, on),
    selected: selected && (await readSelected(transaction, selected, { officer, on, lang })),
  }
}

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** What the service is asked: the query without its paging. */
export function filterOf({ unitUid, text }: TodayQuery) {
  return { ...(unitUid ? { unitUid } : {}), ...(text ? { text } : {}) }
}

/** The law's names of the benefits, by id. */
export function benefitTexts(month: Month | undefined, knownOn: LocalDate): Record<string, Text> {
  if (!month) return {}
  const { benefits } = programFor({ month, knownOn, recipient: false })
  return Object.fromEntries(benefits.map(({ id, text }) => [id, text]))
}

/** The reasons of one finding. Opening them is a look at a person's record, and is written down as one. */
async function readSelected(
  transaction: Transaction,
  finding: Finding,
  { officer, on, lang }: { officer: Officer; on: LocalDate; lang: Lang },
) {
  const { personId, month, unitUid, sinceMonth, benefit } = finding
  await recordRead(
    transaction,
    { kind: 'person', id: String(personId), ...(unitUid ? { unitUid } : {}) },
    { by: officer.name, purpose: 'finding', finding: finding.id },
  )
  const shown = finding.kind === 'comingUp' && finding.dueOn ? monthOf(finding.dueOn) : month
  const explanation = await explainPerson(transaction, personId, { month: shown, knownOn: on })
  const from = sinceMonth ?? month
  const months = sinceMonth ? await monthsOf(transaction, personId, { from, to: month, knownOn: on }) : []
  return {
    finding,
    month: shown,
    benefits: explanationView(explanation, { lang, only: benefit }),
    months: months
      .filter((each) => each.benefit === benefit)
      .map((each) => ({ month: each.month, lawDong: each.lawDong.low, recordedDong: each.recordedDong })),
    monthCount: monthsBetween(from, month) + 1,
  }
}
