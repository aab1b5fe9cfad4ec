import type { LocalDate, Month } from '#calendar'
import type { MonthColumns } from '#registry'
import type { Range } from '#rules'
import { compare } from './comparing.ts'
import { type Draft, draft } from './drafts.ts'
import { amountsOf, type Compiled, compileFor, type Judgement, judge, mayReceive } from './judging.ts'
import { partition, type Receipts } from './receipts.ts'

/** The law over some people, in two groups: those whom transitional rules set apart, and the others. */
export interface Evaluation {
  columns: MonthColumns
  receipts: Receipts
  judgements: readonly Judgement[]
}

/** A program costs some milliseconds to compile and holds for everybody: one for each month and group. */
export class Programs {
  readonly knownOn: LocalDate
  private readonly compiled = new Map<string, Compiled>()

  constructor(knownOn: LocalDate) {
    this.knownOn = knownOn
  }

  compiledFor(month: Month, applicability: 'recipient' | 'new'): Compiled {
    const key = `${month} ${applicability}`
    const found = this.compiled.get(key) ?? compileFor(month, this.knownOn, applicability)
    this.compiled.set(key, found)
    return found
  }
}

/** Judges everybody in the columns, or only those at `within`. */
export function evaluate(
  columns: MonthColumns,
  receipts: Receipts,
  programs: Programs,
  within?: readonly number[],
): Evaluation {
  const { recipients, others } = partition(columns, receipts, within)
  const judgements = [
    judge(programs.compiledFor(columns.month, 'recipient'), columns, recipients),
    judge(programs.compiledFor(columns.month, 'new'), columns, others),
  ]
  return { columns, receipts, judgements }
}

/** One person's verdict beside what is recorded. */
export interface Case {
  place: number
  judgement: Judgement
  /** The person's number within the judgement. */
  at: number
  amounts: ReadonlyMap<string, Range>
  recorded: ReadonlyMap<string, number>
}

const nothing: ReadonlyMap<string, number> = new Map()
const nothingDue: ReadonlyMap<string, Range> = new Map()

/** Everybody for whom the law may give something or something is recorded; the others need no look. */
export function* casesOf({ receipts, judgements }: Evaluation): Generator<Case> {
  for (const judgement of judgements)
    for (let at = 0; at < judgement.places.length; at++) {
      const place = judgement.places[at] as number
      const recorded = receipts.byPlace.get(place)
      const due = mayReceive(judgement, at)
      if (!recorded && !due) continue
      yield {
        place,
        judgement,
        at,
        amounts: due ? amountsOf(judgement, at) : nothingDue,
        recorded: recorded ?? nothing,
      }
    }
}

/**
 * What is not right for one person: each benefit the law gives or the record holds, compared. Of benefits that are
 * not received and may or may not be due only the highest is asked about: its answer comes first.
 */
export function discrepanciesOf({
  place,
  amounts,
  recorded,
}: Pick<Case, 'place' | 'amounts' | 'recorded'>): Draft[] {
  const found: Draft[] = []
  for (const benefit of new Set([...amounts.keys(), ...recorded.keys()])) {
    const lawDong = amounts.get(benefit) ?? { low: 0, high: 0 }
    const recordedDong = recorded.get(benefit) ?? 0
    const discrepancy = compare(lawDong, recordedDong)
    if (discrepancy)
      found.push(
        draft(place, discrepancy.kind, benefit, {
          lawDong,
          recordedDong,
          differenceDong: discrepancy.differenceDong,
        }),
      )
  }
  return withOneQuestion(found)
}

function withOneQuestion(found: Draft[]): Draft[] {
  const open = found.filter(({ kind, recordedDong }) => kind === 'unknown' && recordedDong === 0)
  if (open.length < 2) return found
  const asked = open.reduce((most, each) => (each.lawDong.high > most.lawDong.high ? each : most))
  return found.filter((each) => each === asked || !open.includes(each))
}
