import type { LocalDate, Month } from '#calendar'
import type { MonthColumns } from '#registry'
import type { Range } from '#rules'
import { compare } from './comparing.ts'
import { type Draft, draft } from './drafts.ts'
import { type Applicability, type Compiled, compileFor } from './judging.ts'
import type { Receipts } from './receipts.ts'

/** What the law gives, by benefit, đồng a month; the same number always means the same amounts. */
export type Amounts = ReadonlyMap<string, Range>

/** The law over some people for a month beside what is recorded, one number a person. */
export interface Evaluation {
  columns: MonthColumns
  receipts: Receipts
  programs: Programs
  /** By place: number of the amounts in `programs`; 0 is nothing, and so is who was not asked about. */
  verdicts: Uint16Array
  /** The places asked about; undefined is everybody. */
  within: Int32Array | undefined
}

/** A program costs some milliseconds to compile and holds for everybody: one for each month and group. */
export class Programs {
  readonly knownOn: LocalDate
  private readonly compiled = new Map<string, Compiled>()
  private readonly verdicts: Amounts[] = [new Map()]
  private readonly numbers = new Map<string, number>([['', 0]])
  private readonly shared = new WeakMap<Compiled, number[]>()

  constructor(knownOn: LocalDate) {
    this.knownOn = knownOn
  }

  compiledFor(month: Month, applicability: Applicability): Compiled {
    const key = `${month} ${applicability}`
    const found = this.compiled.get(key) ?? compileFor(month, this.knownOn, applicability)
    this.compiled.set(key, found)
    return found
  }

  amountsOf(verdict: number): Amounts {
    return this.verdicts[verdict] as Amounts
  }

  /** From the numbers of one program to numbers that mean the same under all of them. */
  sharedNumbers(compiled: Compiled): readonly number[] {
    const numbers = this.shared.get(compiled) ?? [0]
    this.shared.set(compiled, numbers)
    for (let own = numbers.length; own < compiled.fold.count; own++) {
      const amounts = new Map<string, Range>()
      for (const [benefit, { amount }] of compiled.fold.amountsOf(own)) amounts.set(benefit, amount)
      numbers.push(this.numberOf(amounts))
    }
    return numbers
  }

  private numberOf(amounts: Amounts): number {
    const key = [...amounts].map(([benefit, { low, high }]) => `${benefit} ${low} ${high}`).join(',')
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.verdicts.push(amounts) - 1
    if (number > 65_535) throw new RangeError('More than 65 535 different verdicts in one sweep')
    this.numbers.set(key, number)
    return number
  }
}

/** Judges everybody in the columns, or only those at `within`. */
export function evaluate(
  columns: MonthColumns,
  receipts: Receipts,
  programs: Programs,
  within?: Iterable<number>,
): Evaluation {
  const verdicts = new Uint16Array(columns.count)
  const only = within && Int32Array.from(within)
  const inTransition = only
    ? only.filter((place) => receipts.transitional[place] === 1)
    : placesOf(receipts.transitional)
  const others = only
    ? only.filter((place) => receipts.transitional[place] !== 1)
    : { from: 0, to: columns.count }
  // Of everybody the few in transition are judged again: nobody has to be picked out of the columns first.
  judgeGroup('new', others)
  judgeGroup('recipient', inTransition)
  return { columns, receipts, programs, verdicts, within: only }

  function judgeGroup(applicability: Applicability, of: Int32Array | { from: number; to: number }): void {
    const compiled = programs.compiledFor(columns.month, applicability)
    const own = of instanceof Int32Array ? new Uint16Array(of.length) : verdicts
    compiled.judge(columns, of, own)
    const shared = Uint16Array.from(programs.sharedNumbers(compiled))
    if (of instanceof Int32Array)
      for (let i = 0; i < of.length; i++) verdicts[of[i] as number] = shared[own[i] as number] as number
    else
      for (let place = 0; place < verdicts.length; place++)
        verdicts[place] = shared[verdicts[place] as number] as number
  }
}

function placesOf(flags: Uint8Array): Int32Array {
  let count = 0
  for (const flag of flags) count += flag
  const places = new Int32Array(count)
  let next = 0
  for (let place = 0; place < flags.length; place++) if (flags[place] === 1) places[next++] = place
  return places
}

/** The program one person was judged by. */
export function compiledAt({ columns, receipts, programs }: Evaluation, place: number): Compiled {
  return programs.compiledFor(columns.month, receipts.transitional[place] === 1 ? 'recipient' : 'new')
}

/** What the law gives one person. */
export function amountsAt({ programs, verdicts }: Evaluation, place: number): Amounts {
  return programs.amountsOf(verdicts[place] as number)
}

/** Calls `visit` with the place of everybody who was asked about. */
export function forEachPlace({ columns, within }: Evaluation, visit: (place: number) => void): void {
  if (within) for (const place of within) visit(place)
  else for (let place = 0; place < columns.count; place++) visit(place)
}

/** One person's verdict beside what is recorded. */
export interface Case {
  place: number
  amounts: Amounts
  recorded: ReadonlyMap<string, number>
}

/** Everybody for whom the law may give something or something is recorded; the others need no look. */
export function* casesOf(evaluation: Evaluation): Generator<Case> {
  const { columns, receipts, verdicts, within } = evaluation
  const count = within ? within.length : columns.count
  for (let index = 0; index < count; index++) {
    const place = within ? (within[index] as number) : index
    if (verdicts[place] === 0 && receipts.numbers[place] === 0) continue
    yield { place, amounts: amountsAt(evaluation, place), recorded: receipts.recordedAt(place) }
  }
}

/** Whatever depends on a verdict and a record alone is worked out once for each pair of them. */
export class Pairs<Result> {
  private readonly results = new Map<number, Result>()
  private readonly work: (amounts: Amounts, recorded: ReadonlyMap<string, number>) => Result

  constructor(work: (amounts: Amounts, recorded: ReadonlyMap<string, number>) => Result) {
    this.work = work
  }

  at(evaluation: Evaluation, place: number): Result {
    const { receipts, verdicts } = evaluation
    const key = (receipts.numbers[place] as number) * 65_536 + (verdicts[place] as number)
    const known = this.results.get(key)
    if (known !== undefined) return known
    const result = this.work(amountsAt(evaluation, place), receipts.recordedAt(place))
    this.results.set(key, result)
    return result
  }
}

/** What is not right, for everybody who was asked about, in the order of places. */
export function discrepanciesIn(evaluation: Evaluation): Draft[] {
  const pairs = new Pairs(discrepanciesOf)
  const drafts: Draft[] = []
  const { receipts, verdicts } = evaluation
  forEachPlace(evaluation, (place) => {
    if (verdicts[place] === 0 && receipts.numbers[place] === 0) return
    for (const found of pairs.at(evaluation, place)) drafts.push({ ...found, place })
  })
  return drafts
}

/**
 * What is not right for one person: each benefit the law gives or the record holds, compared. Of benefits that are
 * not received and may or may not be due only the highest is asked about: its answer comes first.
 */
function discrepanciesOf(amounts: Amounts, recorded: ReadonlyMap<string, number>): Draft[] {
  const found: Draft[] = []
  for (const benefit of new Set([...amounts.keys(), ...recorded.keys()])) {
    const lawDong = amounts.get(benefit) ?? { low: 0, high: 0 }
    const recordedDong = recorded.get(benefit) ?? 0
    const discrepancy = compare(lawDong, recordedDong)
    if (discrepancy)
      found.push(
        draft(-1, discrepancy.kind, benefit, {
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
