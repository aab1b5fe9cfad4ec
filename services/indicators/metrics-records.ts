import { type RawBuilder, sql } from 'kysely'
import { listLedger, sumProgress } from '#archive'
import type { Transaction } from '#platform/database'
import type { CountingQuestion, Figure, Metric } from './metric.ts'
import { pageList } from './wording.ts'

const ledger = pageList('/can-bo/kho-ho-so', { vi: 'Kho hồ sơ giấy', en: 'Paper archive' })
const lists = pageList('/can-bo/danh-sach', { vi: 'Nhập danh sách', en: 'Lists' })

/** Of the numbers that can still be captured, how many have come so far. */
async function ofLedger(transaction: Transaction, step: 'captured' | 'checked'): Promise<Figure[]> {
  const byUnit = Map.groupBy(await listLedger(transaction), ({ unitUid }) => unitUid)
  return [...byUnit].map(([unitUid, collections]) => {
    const progress = sumProgress(collections.flatMap(({ books }) => books))
    return { split: '', unitUid, part: progress[step], whole: progress.expected - progress.gone }
  })
}

/** Lists that were written and not taken back, in the twelve months to a day. */
function ofLists({ on }: CountingQuestion, count: RawBuilder<unknown>): RawBuilder<unknown> {
  const day = sql`(written_at at time zone 'Asia/Ho_Chi_Minh')::date`
  return sql`select '' as split, unit_uid, ${count}, null::bigint from intake.file
    where ${day} <= ${on}::date and ${day} > ${on}::date - interval '12 months' group by 2`
}

const paper = {
  unit: 'percent',
  better: 'higher',
  areas: ['digital', 'merit'],
  thresholds: { good: 97, fair: 90 },
  by: ['commune'],
  source: {
    vi: 'Sổ theo dõi kho giấy: số trang, số hồ sơ phải có của từng quyển',
    en: 'The ledger of the archive: the pages or dossiers each book should hold',
  },
  lists: [ledger],
} as const

/** Paper that becomes data, and lists that come in. */
export const recordMetrics: readonly Metric[] = [
  {
    ...paper,
    key: 'paper-captured',
    name: { vi: 'Hồ sơ giấy đã chụp', en: 'Paper captured' },
    definition: {
      vi: 'Trong số trang, hồ sơ phải có của các quyển, trừ những số đã ghi là mất hoặc hỏng, bao nhiêu số đã có ảnh xem được.',
      en: 'Of the numbers the books should hold, less those told to be missing or damaged, how many have a picture one can read.',
    },
    counted: { reaches: 'today', figures: (transaction) => ofLedger(transaction, 'captured') },
  },
  {
    ...paper,
    key: 'paper-checked',
    name: { vi: 'Hồ sơ giấy đã đọc xong', en: 'Paper read and checked' },
    definition: {
      vi: 'Trong số trang, hồ sơ phải có, trừ số mất hoặc hỏng, bao nhiêu số đã có hai người đọc khớp nhau, hoặc được để riêng có lý do.',
      en: 'Of the same numbers, how many were read by two officers who agree, or set aside with a reason.',
    },
    counted: { reaches: 'today', figures: (transaction) => ofLedger(transaction, 'checked') },
  },
  {
    key: 'scans-read',
    name: { vi: 'Bản chụp đã có hai người đọc', en: 'Scans read by two officers' },
    definition: {
      vi: 'Trong số bản chụp mở được và không để riêng, bao nhiêu bản đã có hai người đọc thống nhất.',
      en: 'Of the scans that open and were not set aside, how many two officers have read and agree upon.',
    },
    unit: 'percent',
    better: 'higher',
    areas: ['digital'],
    thresholds: { good: 97, fair: 90 },
    by: ['commune'],
    source: { vi: 'Các bản chụp đã nhận', en: 'The scans received' },
    lists: [ledger],
    counted: {
      reaches: 'today',
      sql: () => sql`select '' as split, unit_uid, count(*) filter (where state in ('agreed', 'entered')), count(*)
        from archive.scan where state not in ('setAside', 'failed') group by 2`,
    },
  },
  {
    key: 'lists-written',
    name: { vi: 'Danh sách đã nhập', en: 'Lists brought in' },
    definition: {
      vi: 'Số danh sách đã ghi vào sổ trong 12 tháng đến ngày đo và không bị hoàn tác.',
      en: 'Lists written into the register in the twelve months to the day, and not taken back.',
    },
    unit: 'cases',
    better: 'higher',
    isSize: true,
    areas: ['digital'],
    by: ['commune'],
    source: { vi: 'Các lần nhập danh sách', en: 'The lists brought in' },
    lists: [lists],
    counted: { reaches: 'anyDay', sql: (question) => ofLists(question, sql`count(*)`) },
  },
  {
    key: 'list-rows',
    name: { vi: 'Dòng danh sách đã nhập', en: 'Rows of lists brought in' },
    definition: {
      vi: 'Số dòng của các danh sách đã ghi vào sổ trong 12 tháng đến ngày đo.',
      en: 'Rows of the lists written into the register in the twelve months to the day.',
    },
    unit: 'cases',
    better: 'higher',
    isSize: true,
    areas: ['digital'],
    by: ['commune'],
    source: { vi: 'Các lần nhập danh sách', en: 'The lists brought in' },
    lists: [lists],
    counted: { reaches: 'anyDay', sql: (question) => ofLists(question, sql`sum(rows)`) },
  },
]
