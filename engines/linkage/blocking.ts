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

/** A rule would make too many pairs; nothing was compared. */
export class PairBudgetExceeded extends Error {
  override name = 'PairBudgetExceeded'
  readonly counts: readonly BlockingCount[]
  constructor(message: string, counts: readonly BlockingCount[]) {
    super(message)
    this.counts = counts
  }
}

/** Groups the records that have all features of the rule, and have them alike; those standing alone are left out. */
export function blocksOf({ rows, width, ids, offsets }: RecordFeatures, rule: BlockingRule): Blocks {
  const keys = Int32Array.from(rule.features, (feature) => offsetOf({ offsets }, feature))
  const size = 1 << Math.ceil(Math.log2(ids.length * 2 + 2))
  const table = new Int32Array(size).fill(-1)
  const blockOf = new Int32Array(ids.length).fill(-1)
  const firsts = new Int32Array(ids.length)
  const counts = new Int32Array(ids.length)
  let blocks = 0
  for (let record = 0; record < ids.length; record++) {
    const start = record * width
    const hash = hashOf(rows, start, keys)
    if (hash < 0) continue
    let slot = hash & (size - 1)
    for (;;) {
      const block = table[slot] as number
      if (block < 0) {
        table[slot] = blocks
        firsts[blocks] = record
        counts[blocks] = 1
        blockOf[record] = blocks++
        break
      }
      if (alike(rows, start, (firsts[block] as number) * width, keys)) {
        blockOf[record] = block
        counts[block] = (counts[block] as number) + 1
        break
      }
      slot = (slot + 1) & (size - 1)
    }
  }
  return gather(rule, blockOf, counts.subarray(0, blocks))
}

/** A hash from 0, or −1 when a feature is missing. */
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

function gather(rule: BlockingRule, blockOf: Int32Array, counts: Int32Array): Blocks {
  const place = new Int32Array(counts.length).fill(-1)
  let kept = 0
  let records = 0
  for (let block = 0; block < counts.length; block++) {
    if ((counts[block] as number) < 2) continue
    place[block] = kept++
    records += counts[block] as number
  }
  const starts = new Int32Array(kept + 1)
  for (let block = 0; block < counts.length; block++) {
    const at = place[block] as number
    if (at >= 0) starts[at + 1] = (starts[at] as number) + (counts[block] as number)
  }
  const next = starts.slice()
  const members = new Int32Array(records)
  for (let record = 0; record < blockOf.length; record++) {
    const block = blockOf[record] as number
    const at = block < 0 ? -1 : (place[block] as number)
    if (at < 0) continue
    const free = next[at] as number
    members[free] = record
    next[at] = free + 1
  }
  return { rule, starts, members }
}

/** Counts alone: no pair is made. `example` is the position of a record in the block. */
export function countBlocks({ rule, starts, members }: Blocks): BlockingCount {
  let pairs = 0
  const largest: BlockingCount['largest'] = []
  for (let block = 0; block + 1 < starts.length; block++) {
    const records = (starts[block + 1] as number) - (starts[block] as number)
    pairs += (records * (records - 1)) / 2
    if (largest.length === 3 && records <= (largest[2]?.records ?? 0)) continue
    largest.push({ records, example: members[starts[block] as number] as number })
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
  const blocks = worst.largest.map(
    ({ records, example }) => `${describe(example, worst.rule)} (${records.toLocaleString('vi-VN')} hồ sơ)`,
  )
  throw new PairBudgetExceeded(
    `Đối sánh cần so ${total.toLocaleString('vi-VN')} cặp, quá hạn mức ${budget.toLocaleString('vi-VN')}. ` +
      `Khóa gom "${worst.rule}" tạo ${worst.pairs.toLocaleString('vi-VN')} cặp; nhóm lớn nhất: ${blocks.join('; ')}. ` +
      'Thêm một đặc điểm vào khóa này, sửa giá trị mặc định trong các nhóm lớn (như 01/01), ' +
      'đối sánh từng phần bằng lượt "hồ sơ mới", hoặc tăng hạn mức pairBudget.',
    counts,
  )
}
