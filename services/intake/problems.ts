import type { BirthDoubt, BirthProblem, IdDoubt, IdProblem, OldIdDoubt } from '#identity'
import type { ColumnKey } from './columns.ts'
import { personProblems, type Wording } from './person-problems.ts'
import { rowProblems } from './row-problems.ts'

export type ProblemCode =
  | IdProblem
  | IdDoubt
  | BirthProblem
  | Exclude<BirthDoubt, 'twoDigitYear'>
  | OldIdDoubt
  | 'twoIds'
  | 'twoPeople'
  | 'mergedCells'
  | 'notATick'
  | 'severalTicks'
  | 'hiddenRow'
  | 'hiddenSheet'
  | 'aboveHeadings'
  | 'otherHeadings'
  | 'zeroLost'
  | 'insuranceCard'
  | 'amountNotProduct'
  | 'notAnAmount'
  | 'notACoefficient'
  | 'notAMonth'
  | 'unknownCategory'
  | 'unknownSex'
  | 'unknownFact'
  | 'noName'
  | 'moreThanName'
  | 'formulaError'
  | 'bothSexes'
  | 'dayMonthUncertain'
  | 'yearOrAge'
  | 'amountOfMonths'
  | 'amountTooSmall'
  | 'yearUnknown'
  | 'amongLeavers'
  | 'noHeadings'
  | 'listsSideBySide'
  | 'otherList'

/** What is wrong with one cell. */
export interface ListProblem {
  /** As Excel writes it: `E9`. */
  cell: string
  row: number
  /** The place of the sheet, where several are read as one list. */
  sheetAt?: number
  column: ColumnKey
  code: ProblemCode
  reads: string | number
  /** What it probably should be; an officer decides. */
  proposes?: string
  /** The amount that the coefficient gives. */
  expectedDong?: number
}

const wordings: Readonly<Record<ProblemCode, Wording>> = { ...personProblems, ...rowProblems }

/** The problem in one sentence and what to do, in both languages; `name` is the one the printed reading uses. */
export function explainProblem({ code }: Pick<ListProblem, 'code'>): Wording {
  return wordings[code]
}

/** Whether the value was left out because of it. */
export function isRefusal({ code }: Pick<ListProblem, 'code'>): boolean {
  return wordings[code].weight === 'refusal'
}
