import { type RawBuilder, sql } from 'kysely'
import type { FindingKind } from '#findings'
import type { CountingQuestion, Metric } from './metric.ts'
import { nothing } from './standings-sql.ts'
import { awardsSource, findingsList, sweepSource } from './wording.ts'

/** Awards of the month of a day, each with the record that speaks for its person and their unit. */
const awardsOfMonth = ({
  on,
}: CountingQuestion) => sql`select coalesce(person.linked_to, person.id) as person_id,
    person.unit_uid, award.benefit, award.amount_dong
  from awards.award join registry.person on person.id = award.person_id
  where award.valid @> date_trunc('month', ${on}::date)::date`

/** A count over the awards of the month: in all, by benefit and by the areas whose people are told apart. */
function ofAwards(question: CountingQuestion, count: RawBuilder<unknown>): RawBuilder<unknown> {
  const awards = awardsOfMonth(question)
  return sql`select '' as split, unit_uid, ${count}, null::bigint from (${awards}) as award group by 2
    union all select 'benefit:' || benefit, unit_uid, ${count}, null from (${awards}) as award group by 1, 2
    union all select 'area:' || area, unit_uid, ${count}, null from (${awards}) as award
      join pg_temp.area_people using (person_id) group by 1, 2`
}

/** A count over what the sweep found of some kinds and what is still open, in all and by benefit. */
function ofFindings(
  { run }: CountingQuestion,
  kinds: readonly FindingKind[],
  count: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (!run?.isLatest) return nothing
  const found = sql`findings.finding where month = ${run.month} and closed_run is null and kind = any(${kinds})`
  return sql`select '' as split, unit_uid, ${count}, null::bigint from ${found} group by 2
    union all select 'benefit:' || benefit, unit_uid, ${count}, null from ${found} group by 1, 2`
}

const people = sql`count(distinct person_id)`

type Words = Pick<Metric, 'key' | 'name' | 'definition' | 'unit'>

/** Something the sweep found and that should be none. */
function finding(
  words: Words,
  kinds: readonly FindingKind[],
  count: RawBuilder<unknown>,
  lists: Metric['lists'],
): Metric {
  return {
    ...words,
    better: 'lower',
    areas: ['social-assistance'],
    by: ['commune', 'benefit'],
    source: sweepSource,
    lists,
    counted: { reaches: 'today', sql: (question) => ofFindings(question, kinds, count) },
  }
}

const missed = [findingsList('missed', { vi: 'Người bị bỏ sót', en: 'People who are missed' })]
const underpaid = [findingsList('underpaid', { vi: 'Người bị chi thiếu', en: 'People who are underpaid' })]
const undue = [
  findingsList('undue', { vi: 'Người hưởng không đúng', en: 'People with an undue benefit' }),
  findingsList('overpaid', { vi: 'Người bị chi thừa', en: 'People who are overpaid' }),
]

/** What is paid, and what the sweep found that is not right. */
export const benefitMetrics: readonly Metric[] = [
  {
    key: 'recipients',
    name: { vi: 'Người đang hưởng trợ cấp hằng tháng', en: 'People with a monthly benefit' },
    definition: {
      vi: 'Số người có ít nhất một khoản trợ cấp hằng tháng ghi cho tháng này; hưởng nhiều khoản vẫn đếm một lần.',
      en: 'People with at least one monthly benefit on record for the month; with several they are counted once.',
    },
    unit: 'people',
    better: 'higher',
    isSize: true,
    areas: ['social-assistance', 'poverty', 'children'],
    by: ['commune', 'benefit', 'area'],
    source: awardsSource,
    lists: [],
    counted: { reaches: 'anyDay', sql: (question) => ofAwards(question, people) },
  },
  {
    key: 'monthly-amount',
    name: { vi: 'Tiền trợ cấp một tháng', en: 'Benefits of a month' },
    definition: {
      vi: 'Tổng mức trợ cấp hằng tháng ghi trong danh sách hưởng của tháng; là số phải chi theo danh sách, chưa phải số đã chi.',
      en: 'The sum of the monthly benefits on record for the month: what the lists say is to be paid, not what was paid out.',
    },
    unit: 'dong',
    better: 'higher',
    isSize: true,
    areas: ['social-assistance', 'poverty', 'children'],
    by: ['commune', 'benefit', 'area'],
    source: awardsSource,
    lists: [],
    counted: { reaches: 'anyDay', sql: (question) => ofAwards(question, sql`sum(amount_dong)`) },
  },
  finding(
    {
      key: 'missed-people',
      name: { vi: 'Người bị bỏ sót', en: 'People who are missed' },
      definition: {
        vi: 'Số người luật chắc chắn cho hưởng một khoản mà danh sách không ghi khoản ấy.',
        en: 'People to whom the law certainly gives a benefit that is not on record for them.',
      },
      unit: 'people',
    },
    ['missed'],
    people,
    missed,
  ),
  finding(
    {
      key: 'missed-amount',
      name: { vi: 'Tiền bị bỏ sót một tháng', en: 'Missed benefits of a month' },
      definition: {
        vi: 'Tổng mức một tháng của các khoản bị bỏ sót, tính theo mức thấp nhất luật chắc chắn cho.',
        en: 'What the missed benefits come to in a month, by the least the law certainly gives.',
      },
      unit: 'dong',
    },
    ['missed'],
    sql`sum(law_low_dong)`,
    missed,
  ),
  finding(
    {
      key: 'underpaid-people',
      name: { vi: 'Người bị chi thiếu', en: 'People who are underpaid' },
      definition: {
        vi: 'Số người đang ghi một khoản thấp hơn mức thấp nhất luật chắc chắn cho.',
        en: 'People with a benefit on record below the least the law certainly gives.',
      },
      unit: 'people',
    },
    ['underpaid'],
    people,
    underpaid,
  ),
  finding(
    {
      key: 'arrears',
      name: { vi: 'Tiền còn phải truy lĩnh', en: 'Arrears owed to people' },
      definition: {
        vi: 'Tổng số chi thiếu của các tháng đã qua, với những người hiện vẫn bị chi thiếu.',
        en: 'What was underpaid in the months gone by, of those who are still underpaid.',
      },
      unit: 'dong',
    },
    ['underpaid'],
    sql`sum(greatest(arrears_dong, 0))`,
    underpaid,
  ),
  finding(
    {
      key: 'undue-people',
      name: { vi: 'Người hưởng không đúng hoặc thừa', en: 'People with an undue or too high benefit' },
      definition: {
        vi: 'Số người đang ghi một khoản luật chắc chắn không cho, hoặc cao hơn mức cao nhất luật cho.',
        en: 'People with a benefit on record that the law certainly does not give, or more than it gives at most.',
      },
      unit: 'people',
    },
    ['undue', 'overpaid'],
    people,
    undue,
  ),
  finding(
    {
      key: 'undue-amount',
      name: { vi: 'Tiền chi không đúng một tháng', en: 'Undue benefits of a month' },
      definition: {
        vi: 'Phần ghi chi một tháng vượt mức cao nhất luật cho, kể cả khoản luật không cho.',
        en: 'What is on record for a month above the most the law gives, benefits it does not give included.',
      },
      unit: 'dong',
    },
    ['undue', 'overpaid'],
    sql`sum(greatest(-difference_dong, 0))`,
    undue,
  ),
  {
    ...finding(
      {
        key: 'late-applications',
        name: { vi: 'Hồ sơ quá hạn chưa quyết định', en: 'Overdue applications' },
        definition: {
          vi: 'Số người, theo từng khoản, có hồ sơ đã hết hạn luật định mà chưa có quyết định.',
          en: 'People, by benefit, whose application has run past its legal day without a decision.',
        },
        unit: 'cases',
      },
      ['late'],
      sql`count(*)`,
      [findingsList('late', { vi: 'Hồ sơ quá hạn', en: 'Overdue applications' })],
    ),
    thresholds: { good: 0, fair: 0 },
  },
  {
    key: 'decision-days',
    name: { vi: 'Số ngày giải quyết một hồ sơ', en: 'Days to decide an application' },
    definition: {
      vi: 'Số ngày lịch trung bình từ ngày nhận đến ngày quyết định của hồ sơ quyết định trong 12 tháng qua.',
      en: 'The mean number of calendar days from receipt to decision, of applications decided in the last twelve months.',
    },
    unit: 'days',
    better: 'lower',
    areas: ['social-assistance', 'digital'],
    by: ['commune', 'benefit'],
    source: {
      vi: 'Hồ sơ đề nghị, ngày nhận và ngày quyết định',
      en: 'Applications with the days they were received and decided',
    },
    lists: [],
    counted: { reaches: 'anyDay', sql: decisionDays },
  },
]

function decisionDays({ on }: CountingQuestion): RawBuilder<unknown> {
  const decided = sql`awards.application join registry.person on person.id = application.person_id
    where decided_on <= ${on}::date and decided_on > ${on}::date - interval '12 months'`
  const sums = sql`sum(decided_on - received_on), count(*)`
  return sql`select '' as split, unit_uid, ${sums} from ${decided} group by 2
    union all select 'benefit:' || benefit, unit_uid, ${sums} from ${decided} group by 1, 2`
}
