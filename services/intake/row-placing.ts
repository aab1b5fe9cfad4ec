import { firstDayOf, type LocalDate, type Month } from '#calendar'
import type { Units } from '#registry'
import { findWrittenUnit } from './apply-units.ts'
import type { StagedFile } from './files.ts'
import type { ListRow } from './list-rows.ts'
import type { RowRemark, WaitingRow } from './staging.ts'

/** What is the same for every row of a list while it is written or tried. */
export interface ApplyContext {
  file: StagedFile
  units: Units
  today: LocalDate
}

/** A row with the unit it is about, or why that is not certain. */
export type PlacedRow = WaitingRow & ({ unitUid: string } | { unitUid: undefined; remark: RowRemark })

export function placeRow(context: ApplyContext, month: Month, row: WaitingRow): PlacedRow {
  const unit = unitOf(context, month, row.reading)
  return typeof unit === 'string'
    ? { ...row, unitUid: unit }
    : { ...row, unitUid: undefined, remark: unit.remark }
}

/** Where the row's person lives, as the unit is called today: as written, or else the unit whose list it is. */
function unitOf(
  { units, today, file }: ApplyContext,
  month: Month,
  row: ListRow,
): string | { remark: RowRemark } {
  const written = findWrittenUnit(units, row.unitAsWritten, { listedOn: firstDayOf(month), today })
  const own = file.unitUid
  if (written && (own === undefined || own === written.uid)) return written.uid
  if (!written && own !== undefined && row.unitAsWritten.length === 0) return own
  const said = row.unitAsWritten.join(', ')
  if (written || own !== undefined)
    return {
      remark: {
        kind: 'noUnit',
        vi: `“${said}” không thuộc địa bàn của ông/bà: chuyển dòng này cho xã đó`,
        en: `“${said}” is not in your area: pass the row on to that commune`,
      },
    }
  return {
    remark: {
      kind: 'noUnit',
      vi:
        said === ''
          ? 'Không có tên xã: thêm cột xã'
          : `Không xác định được xã “${said}”: viết tên xã hiện nay`,
      en:
        said === ''
          ? 'No commune is named: add the column'
          : `The commune “${said}” is not certain: write its present name`,
    },
  }
}
