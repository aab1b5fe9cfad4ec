import { foldText } from '#identity'
import type { CellValue } from '#platform/sheets'
import type { Columns } from './list-sheets.ts'
import { valueAt } from './row-kinds.ts'

/** What is written in the row of the head alone and holds for the household. */
const ofHousehold = ['household', 'fact:poverty', 'village', 'commune', 'district'] as const

/**
 * Lists by household write the number, the poverty and the place in the row of the head alone: the members below,
 * whose relation to the head is told, take them over until the next head.
 */
export class HouseholdBlocks {
  private readonly columns: Columns
  private head: readonly CellValue[] | undefined

  constructor(columns: Columns) {
    this.columns = columns
  }

  fill(cells: readonly CellValue[]): readonly CellValue[] {
    const relation = valueAt(cells, this.columns.get('relation'))
    if (!this.columns.has('household') || typeof relation !== 'string') return cells
    const household = valueAt(cells, this.columns.get('household'))
    if (/^(chu ho|chu)$/.test(foldText(relation))) {
      this.head = household === null ? undefined : cells
      return cells
    }
    if (!this.head) return cells
    if (household !== null && household !== valueAt(this.head, this.columns.get('household'))) return cells
    const whole = [...cells]
    for (const key of ofHousehold) {
      const column = this.columns.get(key)
      if (column === undefined || valueAt(cells, column) !== null) continue
      while (whole.length < column) whole.push(null)
      whole[column] = valueAt(this.head, column)
    }
    return whole
  }
}
