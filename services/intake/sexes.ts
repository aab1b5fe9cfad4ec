import { contentsOf, foldText, readIdNumber, type Sex } from '#identity'
import type { CellValue } from '#platform/sheets'

const words = new Map<string, Sex>([
  ['nam', 'male'],
  ['trai', 'male'],
  ['ong', 'male'],
  ['m', 'male'],
  ['male', 'male'],
  ['nu', 'female'],
  ['gai', 'female'],
  ['ba', 'female'],
  ['f', 'female'],
  ['female', 'female'],
])
const marks = new Set(['x', 'v', '1', '+', '✓', '✔', '√', '☑', '☒', '●', '*', 'ü', 'þ'])

/** The sex in words; undefined for a mark, nothing, or anything else. */
export function sexInWords(value: CellValue): Sex | undefined {
  return typeof value === 'string' ? words.get(foldText(value)) : undefined
}

/** Whether the cell holds a tick such as `x`; `ü` and `þ` are ticks of the font Wingdings. */
export function isMark(value: CellValue): boolean {
  if (typeof value !== 'string') return value === 1 || value === true
  const text = value.trim().toLowerCase()
  return marks.has(text) || marks.has(foldText(text))
}

/** The sex that the name (`Thị`) and the ID tell, as far as they do. */
export function sexEvidence(name: CellValue, id: CellValue): { byName?: Sex; byId?: Sex } {
  const evidence: { byName?: Sex; byId?: Sex } = {}
  if (typeof name === 'string' && / thi /.test(` ${foldText(name)} `.replace(/^ \S+/, '')))
    evidence.byName = 'female'
  const number = typeof id === 'string' || typeof id === 'number' ? readIdNumber(id) : undefined
  if (number?.kind === 'citizenId') evidence.byId = contentsOf(number.id).sex
  return evidence
}

/**
 * What a tick in a column of sex stands for in this list, by the names and IDs of the ticked rows; the empty cells
 * then stand for the other sex. Undefined when nothing is ticked or the rows say nothing.
 */
export function meaningOfMarks(ticked: Iterable<{ name: CellValue; id: CellValue }>): Sex | undefined {
  let balance = 0
  for (const { name, id } of ticked) {
    for (const sex of Object.values(sexEvidence(name, id))) balance += sex === 'female' ? 1 : -1
  }
  return balance === 0 ? undefined : balance > 0 ? 'female' : 'male'
}

/**
 * The sex of a row whose cell is ticked or empty: what the ticks of the list mean, unless name and ID both say
 * otherwise; without ticks, what the ID says, then the name.
 */
export function inferSex(
  cell: CellValue,
  evidence: { byName?: Sex; byId?: Sex },
  tick: Sex | undefined,
): Sex | undefined {
  const { byName, byId } = evidence
  if (tick === undefined) return byId ?? byName
  const other: Sex = tick === 'female' ? 'male' : 'female'
  const byTick = isMark(cell) ? tick : other
  return byName !== undefined && byName === byId ? byName : byTick
}
