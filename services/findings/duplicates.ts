import { sql } from 'kysely'
import type { Month } from '#calendar'
import { firstDayOf } from '#calendar'
import type { Transaction } from '#platform/database'
import { type MonthColumns, placeOf } from '#registry'
import { type Draft, draft } from './drafts.ts'

/**
 * The same twelve-digit number on more than one record that is paid in the month: certain enough to name, because
 * the State gives each number once. Likeness of names is never enough.
 */
export async function findDuplicates(
  transaction: Transaction,
  columns: MonthColumns,
  month: Month,
): Promise<Draft[]> {
  const { rows } = await sql<{ id: number; benefit: string; amount: string; others: number[] }>`
    with shared as materialized (
      select citizen_id from registry.person where citizen_id is not null group by citizen_id having count(*) > 1
    ), paid as materialized (
      select p.id, p.citizen_id, a.benefit, sum(a.amount_dong) as amount
      from shared join registry.person p using (citizen_id) join awards.award a on a.person_id = p.id
      where a.valid @> ${firstDayOf(month)}::date group by p.id, p.citizen_id, a.benefit
    ), together as (
      select citizen_id, array_agg(distinct id) as ids from paid group by citizen_id having count(distinct id) > 1
    )
    select paid.id, paid.benefit, paid.amount::text as amount, array_remove(together.ids, paid.id) as others
    from paid join together using (citizen_id) order by paid.id, paid.benefit`.execute(transaction)
  return rows.flatMap(({ id, benefit, amount, others }) => {
    const place = placeOf(columns, id)
    if (place < 0) return []
    const numbers = others.join(', ')
    return [
      draft(place, 'duplicate', benefit, {
        recordedDong: Number(amount),
        reasons: [
          {
            vi: `Cùng số định danh với hồ sơ ${numbers}, cả hai đang được ghi nhận chi trả`,
            en: `The same identity number as record ${numbers}, and both are recorded as paid`,
            articles: [],
          },
        ],
      }),
    ]
  })
}
