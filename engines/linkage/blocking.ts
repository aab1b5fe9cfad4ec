import { offsetOf, type RecordFeatures } from './records.ts'
import type { BlockingRule } from './settings.ts'

/** The records of one rule that stand together: block `i` is `members[starts[i]]` to `members[starts[i + 1] - 1]`. */
export interface Blocks {
  rule: BlockingRule
  starts: Int32Array
  members: Int32Array
}

export interface BlockingCount {
  rule: string
  blocks: number
  /** Pairs the rule makes by itself, those of earlier rules included. */
  pairs: number
  /** Largest first. */
  largest: { records: number; example: number }[]
}

/** A rule would make too many pairs; nothing was compared. Says so, and what to do, in both languages. */
export class PairBudgetExceeded extends Error {
  override name = 'PairBudgetExceeded'
  readonly vi: string
  readonly en: string
  readonly counts: readonly BlockingCount[]
  constructor({ vi, en }: { vi: string; en: string }, counts: readonly BlockingCount[]) {
    super(vi)
    this.vi = vi
    this.en = en
    this.counts = counts
  }
}

/** Groups the records that have all features of the rule, and have them alike; those standing alone are left out. */
export function blocksOf({ rows, width, ids, offsets }: RecordFeatures, rule: BlockingRule): Blocks {
  const keys = Int32Array.from(rule.features, (feature) => offsetOf({ offsets }, feature))
  const { hashes, records } = sortedByHash(rows, { width, keys, count: ids.length })
  const starts: number[] = [0]
  const members = new Int32Array(records.length)
  let filled = 0
  for (let from = 0; from < records.length; ) {
    let to = from + 1
    while (to < records.length && hashes[to] === hashes[from]) to++
    let run: Int32Array = records.subarray(from, to)
    from = to
    // Almost always one turn: different keys rarely share a hash.
    while (run.length > 1) {
      const lead = (run[0] as number) * width
      let size = 0
      for (let at = 0; at < run.length; at++) {
        const record = run[at] as number
        if (alike(rows, lead, record * width, keys)) members[filled + size++] = record
      }
      if (size < run.length) run = run.filter((record) => !alike(rows, lead, record * width, keys))
      else run = run.subarray(size)
      if (size < 2) continue
      filled += size
      starts.push(filled)
    }
  }
  return { rule, starts: Int32Array.from(starts), members: members.subarray(0, filled) }
}

/** The records that have all features, in the order of the hash of their key, and of their position below that. */
function sortedByHash(
  rows: Int32Array,
  { width, keys, count }: { width: number; keys: Int32Array; count: number },
): { hashes: Int32Array; records: Int32Array } {
  let hashes = new Int32Array(count)
  let records = new Int32Array(count)
  let known = 0
  for (let record = 0; record < count; record++) {
    const hash = hashOf(rows, record * width, keys)
    if (hash < 0) continue
    hashes[known] = hash
    records[known++] = record
  }
  let [hashesThen, recordsThen] = [new Int32Array(known), new Int32Array(known)]
  const next = new Int32Array(1 << 11)
  for (let shift = 0; shift < 31; shift += 11) {
    next.fill(0)
    for (let at = 0; at < known; at++) {
      const digit = ((hashes[at] as number) >>> shift) & 0x7ff
      next[digit] = (next[digit] as number) + 1
    }
    let sum = 0
    for (let digit = 0; digit < next.length; digit++) {
      const size = next[digit] as number
      next[digit] = sum
      sum += size
    }
    for (let at = 0; at < known; at++) {
      const hash = hashes[at] as number
      const digit = (hash >>> shift) & 0x7ff
      const to = next[digit] as number
      next[digit] = to + 1
      hashesThen[to] = hash
      recordsThen[to] = records[at] as number
    }
    ;[hashes, hashesThen] = [hashesThen, hashes]
    ;[records, recordsThen] = [recordsThen, records]
  }
  return { hashes: hashes.subarray(0, known), records: records.subarray(0, known) }
}

/** A hash of 31 bits, or −1 when a feature is missing. */
function hashOf(rows: Int32Array, start: number, keys: Int32Array): number {
  let hash = 0x9e3779b9
  for (let key = 0; key < keys.length; key++) {
    const value = rows[start + (keys[key] as number)] as number
    if (value < 0) return -1
    hash = Math.imul(hash ^ value, 0x85ebca6b)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 13)) & 0x7fffffff
}

function alike(rows: Int32Array, first: number, second: number, keys: Int32Array): boolean {
  for (let key = 0; key < keys.length; key++) {
    const offset = keys[key] as number
    if (rows[first + offset] !== rows[second + offset]) return false
  }
  return true
}

/**
 * Counts alone: no pair is made. With `isNew` only pairs with a new record count. `example` is the position of a record
 * in the block.
 */
export function countBlocks({ rule, starts, members }: Blocks, isNew?: Uint8Array): BlockingCount {
  let pairs = 0
  const largest: BlockingCount['largest'] = []
  for (let block = 0; block + 1 < starts.length; block++) {
    const [from, end] = [starts[block] as number, starts[block + 1] as number]
    const records = end - from
    let old = 0
    if (isNew) for (let at = from; at < end; at++) if (!isNew[members[at] as number]) old++
    pairs += (records * (records - 1)) / 2 - (old * (old - 1)) / 2
    if (largest.length === 3 && records <= (largest[2]?.records ?? 0)) continue
    largest.push({ records, example: members[from] as number })
    largest.sort((a, b) => b.records - a.records)
    largest.splice(3)
  }
  return { rule: rule.id, blocks: starts.length - 1, pairs, largest }
}

/**
 * Throws PairBudgetExceeded before any pair is made, naming the rule that makes most, its largest blocks and what can
 * be done. `describe` tells what the records of a block share.
 */
export function checkBudget(
  counts: readonly BlockingCount[],
  budget: number,
  describe: (example: number, rule: string) => string,
): void {
  const total = counts.reduce((sum, { pairs }) => sum + pairs, 0)
  if (total <= budget) return
  const [worst] = [...counts].sort((a, b) => b.pairs - a.pairs)
  if (!worst) return
  const blocks = (locale: string, noun: string) =>
    worst.largest
      .map(
        ({ records, example }) =>
          `${describe(example, worst.rule)} (${records.toLocaleString(locale)} ${noun})`,
      )
      .join('; ')
  throw new PairBudgetExceeded(
    {
      vi:
        `Đối sánh cần so ${total.toLocaleString('vi-VN')} cặp, quá hạn mức ${budget.toLocaleString('vi-VN')}. ` +
        `Khóa gom "${worst.rule}" tạo ${worst.pairs.toLocaleString('vi-VN')} cặp; nhóm lớn nhất: ${blocks('vi-VN', 'hồ sơ')}. ` +
        'Thêm một đặc điểm vào khóa này, sửa giá trị mặc định trong các nhóm lớn (như 01/01), ' +
        'đối sánh từng phần bằng lượt "hồ sơ mới", hoặc tăng hạn mức pairBudget.',
      en:
        `${total.toLocaleString('en-GB')} pairs would be compared, beyond the budget of ${budget.toLocaleString('en-GB')}. ` +
        `The rule "${worst.rule}" makes ${worst.pairs.toLocaleString('en-GB')}; largest blocks: ${blocks('en-GB', 'records')}. ` +
        'Add a feature to this rule, correct the default values in the large blocks (such as 1 January), ' +
        'search by new records only, or raise pairBudget.',
    },
    counts,
  )
}
