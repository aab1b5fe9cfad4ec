import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import type { Completion, PlannedRow } from './list-plan.ts'
import type { RowOutcome, RowRemark } from './staging.ts'

/**
 * Rows as they are done where the register does not take their number, because it would be the second valid one of a
 * linked person: the number is no change, and the row says so. A row that says nothing else waits for an officer.
 */
export function withoutRefused(
  planned: readonly (PlannedRow | RowOutcome)[],
  refused: ReadonlySet<number>,
): readonly (PlannedRow | RowOutcome)[] {
  if (refused.size === 0) return planned
  return planned.map((each) => ('row' in each && refused.has(each.person.id) ? withoutNumber(each) : each))
}

function withoutNumber(planned: PlannedRow): PlannedRow {
  const number = planned.changes.find(({ field }) => field === 'citizenId')?.after
  if (number === undefined) return planned
  const remark = notWritten(number, planned.person.id)
  const changes = planned.changes.filter(({ field }) => field !== 'citizenId')
  if (planned.remark === undefined) return { ...planned, changes, remark }
  return { ...planned, changes, row: { ...planned.row, remarks: [...planned.row.remarks, remark] } }
}

/** What lists complete, less the numbers that the register does not take. */
export function completionsTaken(
  completions: readonly Completion[],
  refused: ReadonlySet<number>,
): Completion[] {
  if (refused.size === 0) return [...completions]
  return completions.flatMap((completion) => {
    if (!refused.has(completion.personId)) return [completion]
    const { citizenId: _, ...change } = completion.change
    return Object.keys(change).length === 0 ? [] : [{ ...completion, change }]
  })
}

/**
 * What is told of a row that gives somebody a number of a record out of the actor's sight: it is written all the same,
 * and says nothing of who the other is or where.
 */
export function numberElsewhere({ person, isNew, changes }: PlannedRow): RowRemark[] {
  const number = person.numberElsewhere
  const isGiven = isNew || changes.some(({ after }) => after === number)
  if (number === undefined || !isGiven) return []
  return [
    {
      vi: `Số ${number} cũng đang có ở một hồ sơ do đơn vị khác giữ; dòng này vẫn được ghi. Xem lại số trên giấy tờ: nếu đúng, đề nghị cán bộ tỉnh đối chiếu hai hồ sơ ở Trùng hồ sơ`,
      en: `The number ${number} also stands on a record that another unit keeps; this row is written all the same. Look at the paper again: if the number is right, ask an officer of the province to compare the two records in Duplicates`,
    },
  ]
}

/** Whether somebody whom a list added or completed bears a number of a record out of the actor's sight. */
export async function givesNumbersElsewhere(transaction: Transaction, fileId: number): Promise<boolean> {
  const { rows } = await sql<{ isSo: boolean }>`with given as (
      select citizen_id, old_id from registry.person where id in (
        select person_id from intake.effect where file_id = ${fileId} and kind in ('person', 'completed')))
    select exists (select from registry.numbers_elsewhere(
      array(select citizen_id from given where citizen_id is not null),
      array(select old_id from given where old_id is not null))) as "isSo"`.execute(transaction)
  return rows[0]?.isSo ?? false
}

function notWritten(number: string, personId: number): RowRemark {
  return {
    vi: `Số ${number} không ghi vì hồ sơ ${personId} đã nối với một hồ sơ mang số căn cước khác cũng hợp lệ: một người không mang hai số. Xem Trùng hồ sơ: gỡ liên kết nếu là hai người, hoặc sửa số nào ghi nhầm`,
    en: `The number ${number} is not written because record ${personId} is linked to a record with another valid citizen number: nobody has two. See Duplicates: take the link back if they are two people, or correct the number that is wrong`,
  }
}
