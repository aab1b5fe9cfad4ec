import { addMonths, type LocalDate, type Month } from '#calendar'
import { type Compiled, compileFor } from '#findings'
import { factsAt, lookAhead, type MonthColumns } from '#registry'
import { type Explanation, explain } from '#rules'

/** Months of payments that the demonstration records, the current one included. */
export const monthsRecorded = 13

/** What one person receives of one benefit over those months, 0 where nothing. */
export interface Line {
  place: number
  benefit: string
  category: string
  tenths: number
  amountsDong: number[]
}

/** What the law certainly gives everybody in each of the months, as awards would record it. */
export function lawfulLines(columns: MonthColumns, programs: LawfulPrograms): Line[] {
  const lines = new Map<string, Line>()
  const first = addMonths(columns.month, 1 - monthsRecorded)
  for (let index = 0; index < monthsRecorded; index++) {
    const month: Month = addMonths(first, index)
    const then = month === columns.month ? columns : lookAhead(columns, month)
    addMonth(lines, then, programs.of(month), index)
  }
  return [...lines.values()]
}

/** The law of each month and the reasons of each profile, worked out once for however many columns. */
export class LawfulPrograms {
  private readonly knownOn: LocalDate
  private readonly months = new Map<Month, Lawful>()

  constructor(knownOn: LocalDate) {
    this.knownOn = knownOn
  }

  of(month: Month): Lawful {
    const known = this.months.get(month) ?? {
      compiled: compileFor(month, this.knownOn, 'recipient'),
      explanations: new Map<string, Explanation>(),
    }
    this.months.set(month, known)
    return known
  }
}

interface Lawful {
  compiled: Compiled
  explanations: Map<string, Explanation>
}

function addMonth(
  lines: Map<string, Line>,
  columns: MonthColumns,
  { compiled, explanations }: Lawful,
  index: number,
): void {
  const verdicts = new Uint16Array(columns.count)
  compiled.judge(columns, { from: 0, to: columns.count }, verdicts)
  for (let place = 0; place < columns.count; place++) {
    if (verdicts[place] === 0) continue
    for (const [benefit, { amount }] of compiled.fold.amountsOf(verdicts[place] as number)) {
      if (amount.low === 0) continue
      const profile = compiled.profileAt(columns, place)
      const explanation = explanations.get(profile) ?? explain(compiled.program, factsAt(columns, place))
      explanations.set(profile, explanation)
      const key = `${place} ${benefit}`
      const line = lines.get(key) ?? {
        place,
        benefit,
        amountsDong: Array(monthsRecorded).fill(0) as number[],
        ...groundOf(explanation, benefit),
      }
      Object.assign(line, groundOf(explanation, benefit))
      line.amountsDong[index] = amount.low
      lines.set(key, line)
    }
  }
}

function groundOf(explanation: Explanation, benefit: string): { category: string; tenths: number } {
  const verdict = explanation.benefits.get(benefit)
  const best = verdict?.coefficients.toSorted((one, other) => other.tenths.low - one.tenths.low)[0]
  const category = best?.ground ?? verdict?.benefit.plus?.ground ?? benefit
  return { category: category.startsWith('SP') ? 'SP' : category, tenths: verdict?.tenths.low ?? 0 }
}

/** A line as awards: one for each stretch of months with the same amount; the last goes on. */
export function stretchesOf(
  line: Line,
  last: Month,
): { from: Month; to: Month | undefined; amountDong: number }[] {
  const first = addMonths(last, 1 - monthsRecorded)
  const stretches: { from: Month; to: Month | undefined; amountDong: number }[] = []
  line.amountsDong.forEach((amountDong, index) => {
    const month = addMonths(first, index)
    const before = stretches.at(-1)
    if (before && before.to === undefined && before.amountDong === amountDong) return
    if (before && before.to === undefined) before.to = addMonths(month, -1)
    if (amountDong > 0) stretches.push({ from: month, to: undefined, amountDong })
  })
  return stretches
}
