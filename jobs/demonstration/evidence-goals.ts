/** What a metric of the notice is to reach in the demonstration; no paper of a province says so. */
export interface DemonstrationGoal {
  metric: string
  /** Words of the notice by which the task it belongs to is known. */
  words: string
  /** The last day of this many months ago is the day of the baseline. */
  monthsBefore: number
  /** What somebody reported for that day; left out where the machine counts days gone by. */
  reported?: number
  /** From the baseline to the goal. */
  goal: (baseline: number) => number
  /** The goal is due on the last day of this many months ahead. */
  monthsAhead: number
}

const everybody = () => 100

/** Each has a history: counted for days gone by, or reported for one and measured since. */
export const demonstrationGoals: readonly DemonstrationGoal[] = [
  {
    metric: 'full-entitlement',
    words: 'chính sách đối với người có công, người nghèo, bảo trợ xã hội',
    monthsBefore: 6,
    reported: 91.5,
    goal: everybody,
    monthsAhead: 7,
  },
  {
    metric: 'poor-households',
    words: 'Chương trình MTQG giảm nghèo',
    monthsBefore: 11,
    goal: (baseline) => Math.floor(baseline * 0.9),
    monthsAhead: 1,
  },
  {
    metric: 'decision-days',
    words: 'cải cách hành chính',
    monthsBefore: 6,
    goal: (baseline) => Math.max(0, Math.round(baseline * 8) / 10),
    monthsAhead: 1,
  },
  {
    metric: 'numbered-people',
    words: 'số hóa hệ thống cơ sở dữ liệu',
    monthsBefore: 6,
    reported: 93,
    goal: everybody,
    monthsAhead: 7,
  },
]
