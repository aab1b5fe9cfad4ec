import {
  type BirthDate,
  type CitizenId,
  doubtsAbout,
  doubtsAboutOldId,
  type IdReading,
  type OldId,
  readIdNumber,
  type Sex,
} from '#identity'
import { cellAt, type Row, report } from './row-cells.ts'
import { idsTogether } from './two-people.ts'

/** Two letters of the group, a digit of the benefit, two of the province, ten of the person. */
const insuranceCard = /^\s*[A-Z]{2}[ -]?\d(?:[ -]?\d){12}\s*$/

export type ReadId = Extract<IdReading, { id: CitizenId | OldId }>

/** The number of a person; undefined when there is none, or when the cell was refused and says why. */
export function readId(row: Row): ReadId | undefined {
  const column = idColumn(row)
  const cell = cellAt(row, column)
  if (typeof cell !== 'string' && typeof cell !== 'number') {
    if (cell !== null) report(row, column, 'notAnId', typeof cell === 'object' ? cell.day : String(cell))
    return undefined
  }
  if (typeof cell === 'string' && insuranceCard.test(cell)) {
    report(row, column, 'insuranceCard', cell)
    return undefined
  }
  const several = typeof cell === 'string' ? idsTogether(cell) : []
  if (several.length > 1) {
    report(row, column, 'twoIds', String(cell))
    return undefined
  }
  const reading = readIdNumber(cell)
  if (reading.kind === 'none') return undefined
  if (reading.kind === 'problem') {
    report(row, column, reading.problem, reading.reads)
    return undefined
  }
  if (reading.kind === 'citizenId' && reading.zeroLost) {
    report(row, column, 'zeroLost', String(cell), { proposes: reading.id })
  }
  return reading
}

/** Some lists keep the old card in a column of its own: it stands in only where there is no citizen ID. */
export function idColumn(row: Row): 'id' | 'oldId' {
  return cellAt(row, 'id') === null && cellAt(row, 'oldId') !== null ? 'oldId' : 'id'
}

/** Where the number of the person disagrees with what else the row says. */
export function reportDoubts(
  row: Row,
  read: ReadId | undefined,
  declared: { sex: Sex | undefined; birth: BirthDate | undefined },
): void {
  if (read === undefined) return
  const doubts =
    read.kind === 'citizenId' ? doubtsAbout(read.id, declared) : doubtsAboutOldId(read.id, declared)
  for (const doubt of doubts) report(row, idColumn(row), doubt, read.id)
}
