import { sql } from 'kysely'
import { type CitizenId, contentsOf, placeCodes } from '#identity'
import type { Transaction } from '#platform/database'
import { ImpossibleAct } from './impossible.ts'
import { holdLinks, takeTurns } from './links.ts'

/**
 * Throws ImpossibleAct when a record that is linked to others would bring its person a second valid citizen number;
 * to be asked before the number is written, in the same transaction. Links and numbers are written one at a time, so
 * that neither slips in while the other is being judged.
 */
export async function checkOneNumber(
  transaction: Transaction,
  recordId: number,
  number: string,
): Promise<void> {
  await takeTurns(transaction)
  if (contentsOf(number as CitizenId).place === undefined) return
  const { rows } = await sql<{ record_id: number; place: string; is_seen: boolean }>`select record_id, place,
      exists (select from registry.person where id = record_id) as is_seen
    from registry.against_number(${recordId}, ${number})`.execute(transaction)
  const against = rows.filter(({ place }) => placeCodes.has(place))
  const other = against.find(({ is_seen }) => is_seen) ?? against[0]
  if (other) throw contradiction(recordId, other)
}

function contradiction(recordId: number, other: { record_id: number; is_seen: boolean }): ImpossibleAct {
  const id = other.record_id
  return other.is_seen
    ? new ImpossibleAct({
        vi: `Hồ sơ ${recordId} đã nối với hồ sơ ${id}, nơi ghi một số căn cước khác cũng hợp lệ: một người không mang hai số. Gỡ liên kết với hồ sơ ${id} trước (Trùng hồ sơ, các hồ sơ của người này) rồi ghi số này`,
        en: `Record ${recordId} is linked to record ${id}, which carries another valid citizen number: nobody has two. Take the link with record ${id} back first (Duplicates, records of this person), then enter this number`,
      })
    : new ImpossibleAct({
        vi: `Hồ sơ ${recordId} đã nối với hồ sơ ${id} ở đơn vị khác, nơi ghi một số căn cước khác cũng hợp lệ: một người không mang hai số. Đề nghị cán bộ tỉnh gỡ liên kết với hồ sơ ${id} trước rồi ghi số này`,
        en: `Record ${recordId} is linked to record ${id} of another unit, which carries another valid citizen number: nobody has two. Ask an officer of the province to take the link with record ${id} back first, then enter this number`,
      })
}

type Offers = ReadonlyMap<number, { citizenId?: string | undefined }>

/**
 * Of numbers about to be written to many records those that would be the second valid one of a linked person, by
 * record. Until the transaction ends nobody links a record that is offered one; numbers of records that are linked
 * already are written one transaction at a time. Several may give numbers to records that are not.
 */
export async function refuseSecondNumbers(transaction: Transaction, offers: Offers): Promise<Set<number>> {
  const ids = numberedOf(offers).map(({ id }) => id)
  if (ids.length === 0) return new Set()
  await holdLinks(transaction)
  const { rows } = await sql`select from registry.link
    where unlinked_at is null and (record_a = any(${ids}) or record_b = any(${ids})) limit 1`.execute(
    transaction,
  )
  if (rows.length === 0) return new Set()
  await sql`select pg_advisory_xact_lock(hashtext('registry.link numbers'))`.execute(transaction)
  return listSecondNumbers(transaction, offers)
}

/** The same as it stands now, when nothing is to be written. */
export async function listSecondNumbers(transaction: Transaction, offers: Offers): Promise<Set<number>> {
  const numbered = numberedOf(offers)
  if (numbered.length === 0) return new Set()
  const { rows } = await sql<{ id: number }>`select id from unnest(${numbered.map(({ id }) => id)}::bigint[],
      ${numbered.map(({ number }) => number)}::text[]) as each (id, number)
    where case when exists (select from registry.link
        where unlinked_at is null and each.id in (record_a, record_b))
      then exists (select from registry.against_number(each.id, each.number)
        where place = any(${[...placeCodes.keys()]})) else false end`.execute(transaction)
  return new Set(rows.map(({ id }) => id))
}

function numberedOf(offers: Offers): { id: number; number: string }[] {
  return [...offers].flatMap(([id, { citizenId: number }]) =>
    number && contentsOf(number as CitizenId).place !== undefined ? [{ id, number }] : [],
  )
}
