import { type RawBuilder, sql } from 'kysely'
import type { CountingQuestion, Metric } from './metric.ts'
import { pageList, registerSource } from './wording.ts'

/** The records that speak for somebody who lives. */
const living = sql`registry.person where linked_to is null and death_on is null`

/** Households that stand on a day, with the poverty status recorded for it. */
const householdsOn = ({ on }: CountingQuestion) => sql`select household.unit_uid, fact.value as poverty
  from registry.household_life as life join registry.household on household.id = life.household_id
  left join registry.household_fact as fact on fact.household_id = household.id and fact.key = 'poverty'
    and fact.valid @> ${on}::date
  where life.valid @> ${on}::date`

function households(question: CountingQuestion, statuses: readonly string[]): RawBuilder<unknown> {
  return sql`select '' as split, unit_uid, count(*), null::bigint from (${householdsOn(question)}) as household
    where poverty = any(${statuses}) group by 2`
}

/** People with a degree of disability on record on a day. */
function disabled({ on }: CountingQuestion, degrees: readonly string[]): RawBuilder<unknown> {
  return sql`select '' as split, person.unit_uid, count(distinct coalesce(linked_to, id)), null::bigint
    from registry.fact join registry.person on person.id = fact.person_id
    where fact.key = 'disability' and fact.value = any(${degrees}) and fact.valid @> ${on}::date
      and (death_on is null or death_on > ${on}::date) group by 2`
}

/** Of an age for certain, whatever of the birth is not known. */
const agedAtLeast = (years: number, { on }: CountingQuestion) =>
  sql`birth_to <= ${on}::date - make_interval(years => ${years})`
const agedBelow = (years: number, { on }: CountingQuestion) =>
  sql`birth_from > ${on}::date - make_interval(years => ${years})`

const countOfLiving = (where: RawBuilder<unknown>) =>
  sql`select '' as split, unit_uid, count(*), null::bigint from ${living} and ${where} group by 2`

const plain = { by: ['commune'], source: registerSource, lists: [] } as const
const povertyStatuses = ['poor', 'nearPoor']

/** Who is in the register, and how well they are known. */
export const registerMetrics: readonly Metric[] = [
  {
    ...plain,
    key: 'poor-households',
    name: { vi: 'Hộ nghèo', en: 'Poor households' },
    definition: {
      vi: 'Số hộ được ghi là hộ nghèo vào ngày đo.',
      en: 'Households on record as poor on the day.',
    },
    unit: 'households',
    better: 'lower',
    areas: ['poverty'],
    counted: { reaches: 'anyDay', sql: (question) => households(question, ['poor']) },
  },
  {
    ...plain,
    key: 'near-poor-households',
    name: { vi: 'Hộ cận nghèo', en: 'Near-poor households' },
    definition: {
      vi: 'Số hộ được ghi là hộ cận nghèo vào ngày đo.',
      en: 'Households on record as near-poor on the day.',
    },
    unit: 'households',
    better: 'lower',
    areas: ['poverty'],
    counted: { reaches: 'anyDay', sql: (question) => households(question, ['nearPoor']) },
  },
  {
    ...plain,
    key: 'poverty-rate',
    name: { vi: 'Tỷ lệ hộ nghèo và cận nghèo', en: 'Share of poor and near-poor households' },
    definition: {
      vi: 'Hộ nghèo và hộ cận nghèo trong tổng số hộ có trong sổ vào ngày đo.',
      en: 'Poor and near-poor households of all households in the register on the day.',
    },
    unit: 'percent',
    better: 'lower',
    areas: ['poverty'],
    counted: {
      reaches: 'anyDay',
      sql: (
        question,
      ) => sql`select '' as split, unit_uid, count(*) filter (where poverty = any(${povertyStatuses})),
        count(*) from (${householdsOn(question)}) as household group by 2`,
    },
  },
  {
    ...plain,
    key: 'children',
    name: { vi: 'Trẻ em dưới 16 tuổi', en: 'Children under 16' },
    definition: {
      vi: 'Số người còn sống trong sổ chắc chắn chưa đủ 16 tuổi.',
      en: 'People alive in the register who are certainly under 16.',
    },
    unit: 'people',
    better: 'higher',
    isSize: true,
    areas: ['children'],
    counted: { reaches: 'today', sql: (question) => countOfLiving(agedBelow(16, question)) },
  },
  {
    ...plain,
    key: 'small-children',
    name: { vi: 'Trẻ em dưới 6 tuổi', en: 'Children under 6' },
    definition: {
      vi: 'Số người còn sống trong sổ chắc chắn chưa đủ 6 tuổi.',
      en: 'People alive in the register who are certainly under 6.',
    },
    unit: 'people',
    better: 'higher',
    isSize: true,
    areas: ['children'],
    counted: { reaches: 'today', sql: (question) => countOfLiving(agedBelow(6, question)) },
  },
  {
    ...plain,
    key: 'elders',
    name: { vi: 'Người từ đủ 75 tuổi', en: 'People aged 75 and over' },
    definition: {
      vi: 'Số người còn sống trong sổ chắc chắn đã đủ 75 tuổi.',
      en: 'People alive in the register who are certainly 75 or over.',
    },
    unit: 'people',
    better: 'higher',
    isSize: true,
    areas: ['social-assistance'],
    counted: { reaches: 'today', sql: (question) => countOfLiving(agedAtLeast(75, question)) },
  },
  {
    ...plain,
    key: 'disabled-severe',
    name: { vi: 'Người khuyết tật nặng', en: 'People with a severe disability' },
    definition: {
      vi: 'Số người có mức độ khuyết tật nặng trên giấy xác nhận, vào ngày đo.',
      en: 'People whose certificate says severe, on the day.',
    },
    unit: 'people',
    better: 'higher',
    isSize: true,
    areas: ['social-assistance'],
    counted: { reaches: 'anyDay', sql: (question) => disabled(question, ['severe']) },
  },
  {
    ...plain,
    key: 'disabled-extreme',
    name: { vi: 'Người khuyết tật đặc biệt nặng', en: 'People with an extremely severe disability' },
    definition: {
      vi: 'Số người có mức độ khuyết tật đặc biệt nặng trên giấy xác nhận, vào ngày đo.',
      en: 'People whose certificate says extremely severe, on the day.',
    },
    unit: 'people',
    better: 'higher',
    isSize: true,
    areas: ['social-assistance'],
    counted: { reaches: 'anyDay', sql: (question) => disabled(question, ['extreme']) },
  },
  {
    ...plain,
    key: 'numbered-people',
    name: { vi: 'Người có số định danh', en: 'People with a citizen number' },
    definition: {
      vi: 'Trong số người còn sống trong sổ, bao nhiêu người đã có số định danh 12 chữ số.',
      en: 'Of those alive in the register, how many have their twelve-digit citizen number recorded.',
    },
    unit: 'percent',
    better: 'higher',
    areas: ['digital'],
    thresholds: { good: 97, fair: 90 },
    counted: {
      reaches: 'today',
      sql: () => sql`select '' as split, unit_uid, count(citizen_id), count(*) from ${living} group by 2`,
    },
  },
  {
    ...plain,
    key: 'unnumbered-people',
    name: { vi: 'Người chưa có số định danh', en: 'People without a citizen number' },
    definition: {
      vi: 'Số người còn sống trong sổ chưa ghi số định danh 12 chữ số.',
      en: 'People alive in the register without a twelve-digit citizen number on record.',
    },
    unit: 'people',
    better: 'lower',
    areas: ['digital'],
    counted: { reaches: 'today', sql: () => countOfLiving(sql`citizen_id is null`) },
  },
  {
    ...plain,
    key: 'duplicates-waiting',
    name: { vi: 'Cặp hồ sơ trùng chờ xem', en: 'Pairs of records waiting to be judged' },
    definition: {
      vi: 'Số cặp hồ sơ có thể của cùng một người mà chưa cán bộ nào quyết định; cặp của hai xã chỉ tính vào toàn tỉnh.',
      en: 'Pairs of records that may be of one person and wait for an officer; a pair of two communes counts for the province alone.',
    },
    unit: 'cases',
    better: 'lower',
    areas: ['digital', 'social-assistance'],
    source: { vi: 'Hàng chờ trùng hồ sơ', en: 'The queue of duplicates' },
    lists: [pageList('/can-bo/trung', { vi: 'Trùng hồ sơ', en: 'Duplicates' })],
    counted: {
      reaches: 'today',
      sql: () => sql`select '' as split, case when unit_a = unit_b then unit_a end, count(*), null::bigint
        from deduplication.pair where state = 'waiting' group by 2`,
    },
  },
]
