/** What was counted of one metric at one place. */
export interface Counted {
  part: number
  /** Zero where the metric is no share. */
  whole: number
}

/**
 * Metrics whose counts are told together, so that none gives another away: columns of people who are in no two of them, and
 * by which columns somebody who reads a metric can compute. The column after the last is their total.
 */
export interface MetricFamily {
  name: string
  /** The metrics its columns are computed from. */
  reads: readonly string[]
  columns: (counted: readonly Counted[]) => number[]
  /** Each metric it tells, with the columns that must be told for it. */
  tells: Readonly<Record<string, readonly number[]>>
}

const partOf = ({ part }: Counted | undefined = { part: 0, whole: 0 }) => part
const wholeOf = ({ whole }: Counted | undefined = { part: 0, whole: 0 }) => whole

/**
 * One count that is part of no other, with the money paid to those who are counted. The total of its one column is told even
 * where no place is.
 */
function countAlone(key: string, money?: string): MetricFamily {
  return {
    name: key,
    reads: [key],
    columns: ([count]) => [partOf(count)],
    tells: { [key]: [1], ...(money ? { [money]: [1] } : {}) },
  }
}

/** A share tells its part and its rest to who knows of how many it is. */
function shareAlone(key: string): MetricFamily {
  return {
    name: key,
    reads: [key],
    columns: ([share]) => [partOf(share), wholeOf(share) - partOf(share)],
    tells: { [key]: [1, 2] },
  }
}

/** Every metric that counts people, dossiers or papers of people, besides the benefits and the three principles. */
export const metricFamilies: readonly MetricFamily[] = [
  {
    name: 'households',
    reads: ['poor-households', 'near-poor-households', 'poverty-rate'],
    columns: ([poor, nearPoor, rate]) => [
      partOf(poor),
      partOf(nearPoor),
      wholeOf(rate) - partOf(poor) - partOf(nearPoor),
    ],
    tells: { 'poor-households': [0], 'near-poor-households': [1], 'poverty-rate': [2, 3] },
  },
  {
    name: 'children',
    reads: ['small-children', 'children'],
    columns: ([small, all]) => [partOf(small), partOf(all) - partOf(small)],
    tells: { 'small-children': [0], children: [2] },
  },
  {
    name: 'numbers',
    reads: ['numbered-people', 'unnumbered-people'],
    columns: ([numbered, unnumbered]) => [partOf(numbered), partOf(unnumbered)],
    tells: { 'unnumbered-people': [1], 'numbered-people': [1, 2] },
  },
  {
    name: 'papers',
    reads: ['paper-checked', 'paper-captured'],
    columns: ([checked, captured]) => [
      partOf(checked),
      partOf(captured) - partOf(checked),
      wholeOf(captured) - partOf(captured),
    ],
    tells: { 'paper-checked': [0, 3], 'paper-captured': [2, 3] },
  },
  {
    name: 'decisions',
    reads: ['decision-days'],
    columns: ([days]) => [wholeOf(days)],
    tells: { 'decision-days': [1] },
  },
  countAlone('missed-people', 'missed-amount'),
  countAlone('underpaid-people', 'arrears'),
  countAlone('undue-people', 'undue-amount'),
  countAlone('late-applications'),
  countAlone('elders'),
  countAlone('disabled-severe'),
  countAlone('disabled-extreme'),
  countAlone('duplicates-waiting'),
  countAlone('list-rows'),
  shareAlone('scans-read'),
  shareAlone('feedback-on-time'),
]

/** Metrics that count lists, articles and tasks: nobody is hidden among them. */
export const metricsOfThings: readonly string[] = ['lists-written', 'articles-published', 'tasks-in-time']
