import { type Candidate, calledIn } from './apply-matching.ts'
import type { PlacedRow } from './row-placing.ts'
import type { RowRemark } from './staging.ts'

/**
 * Where a row names another commune or sex than the record it is about: the record keeps its own, and an officer is
 * told, until one has said that both are the same person. A name, a birth and a village are not compared here: they are
 * written in many ways.
 */
export function saidOtherwise(person: Candidate, row: PlacedRow): RowRemark | undefined {
  if (row.decision) return undefined
  const { sex, sexInferred } = row.reading
  const isOtherSex = !sexInferred && sex !== undefined && person.sex !== undefined && sex !== person.sex
  const isOtherUnit =
    person.unitUid !== undefined && row.unitUid !== undefined && person.unitUid !== row.unitUid
  const said = [
    ...(isOtherUnit ? [{ vi: 'xã, phường', en: 'commune' }] : []),
    ...(isOtherSex ? [{ vi: 'giới tính', en: 'sex' }] : []),
  ]
  if (said.length === 0) return undefined
  const called = calledIn(person)
  return {
    vi: `Danh sách ghi khác ${called.vi} (${said.map(({ vi }) => vi).join('; ')}), hồ sơ giữ nguyên: cần cán bộ đối chiếu`,
    en: `The list differs from ${called.en} (${said.map(({ en }) => en).join('; ')}), which stays: an officer must compare`,
  }
}
