import { birthInShort, withToneOnFirstVowel } from '#identity'
import type { ListReading, ListRow } from './list-rows.ts'
import { explainProblem, type ListProblem, type ProblemCode } from './problems.ts'

/**
 * The reading as it is printed and compared with the keys in test/examples/lists. A titled list has its kind, its
 * unit and its month as `2024-06`, villages, and what is no person; a flat list has units by row and its month as
 * `03/2025`. A row that is probably somebody listed before says only that, and what it draws.
 */
export function printedReading(reading: ListReading): Record<string, unknown> {
  const titled = reading.layout === 'titled'
  return {
    ...(reading.kind === undefined ? {} : { kind: reading.kind }),
    ...(reading.month === undefined ? {} : { month: titled ? reading.month : slashed(reading.month) }),
    ...(reading.unitAsWritten === undefined ? {} : { unitAsWritten: reading.unitAsWritten }),
    rows: reading.rows.map((row) => printedRow(row, titled, reading.unitAsWritten)),
    ...(titled || reading.notPeople.length > 0 ? { notPeople: reading.notPeople } : {}),
    problems: reading.problems
      .filter(({ code }) => !aboutOldCards.has(code))
      .map((problem) => printedProblem(problem, titled)),
  }
}

/** An old card is history and no key: what is doubted of it is told to officers and not printed. */
const aboutOldCards = new Set<ProblemCode>(['unknownArea', 'tooYoungForOldId'])

function printedRow(row: ListRow, titled: boolean, unit: string | undefined): Record<string, unknown> {
  const award = printedAward(row)
  if (row.probableDuplicateOf !== undefined) {
    return compact({
      row: row.row,
      sheet: row.sheet,
      name: row.name,
      probableDuplicateOf: row.probableDuplicateOf,
      probableDuplicateSheet: row.probableDuplicateSheet,
      ...award,
    })
  }
  return compact({
    row: row.row,
    sheet: row.sheet,
    name: withToneOnFirstVowel(row.nameProposed ?? row.name),
    sex: row.sex,
    unitAsWritten: isOfList(row, titled ? unit : undefined) ? undefined : row.unitAsWritten,
    ...award,
    village: row.village,
    nameFolded: row.nameProposed === undefined ? undefined : true,
    sexFromId: row.sexInferred,
    birthTwoDigitYear: row.birthTwoDigitYear,
    birth: row.birth && birthInShort(row.birth),
    id: row.id ?? null,
    idZeroLost: titled ? row.idZeroLost : undefined,
    household: row.household,
    relation: row.relation,
    facts: Object.keys(row.facts).length === 0 ? undefined : row.facts,
    note: row.note,
  })
}

function isOfList({ unitAsWritten }: ListRow, unit: string | undefined): boolean {
  return unitAsWritten.length === 0 || (unitAsWritten.length === 1 && unitAsWritten[0] === unit)
}

function printedAward(row: ListRow): Record<string, unknown> {
  const { award } = row
  if (!award) return {}
  const { category, coefficientTenths, amountDong } = award
  return compact({
    category,
    coefficient: coefficientTenths === undefined ? undefined : coefficientTenths / 10,
    amount: amountDong,
    ...(award.isExact ? { from: award.fromMonth, to: award.toMonth } : {}),
    before: row.earlierAwards?.map(({ amountDong: amount, fromMonth: from, toMonth: to }) => ({
      amount,
      from,
      to,
    })),
  })
}

function printedProblem(problem: ListProblem, titled: boolean): Record<string, unknown> {
  return compact({
    cell: problem.cell,
    problem: explainProblem(problem).name,
    reads: problem.code === 'zeroLost' && !titled ? undefined : problem.reads,
    proposes: problem.proposes,
    expected: problem.expectedDong,
  })
}

function slashed(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`
}

/** Without the fields that hold nothing. */
function compact(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
