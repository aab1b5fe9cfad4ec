import { birthInShort } from '#identity'
import { type Candidate, calledIn } from './apply-matching.ts'
import type { PlacedRow } from './row-placing.ts'
import type { RowRemark } from './staging.ts'

/**
 * Where a row names another commune or sex than the record it is about: the record keeps its own, and an officer is
 * told, until one has said that both are the same person. So is one where the row knows the day of a birth of which the
 * record has the year. A name and a village are not compared here: they are written in many ways.
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
  if (said.length === 0) return birthKnownBetter(person, row)
  const called = calledIn(person)
  return {
    vi: `Danh sách ghi khác ${called.vi} (${said.map(({ vi }) => vi).join('; ')}), hồ sơ giữ nguyên: cần cán bộ đối chiếu`,
    en: `The list differs from ${called.en} (${said.map(({ en }) => en).join('; ')}), which stays: an officer must compare`,
  }
}

/** The first of January is what many write who know the year alone: it tells nothing more. */
function birthKnownBetter(person: Candidate, { reading: { birth } }: PlacedRow): RowRemark | undefined {
  if (!person.birth || !birth || birth.from.endsWith('-01-01')) return undefined
  const isWithin = person.birth.from <= birth.from && birth.to <= person.birth.to
  const [recorded, listed] = [birthInShort(person.birth), birthInShort(birth)]
  if (!isWithin || listed.length <= recorded.length) return undefined
  const called = calledIn(person)
  return {
    vi: `Danh sách ghi ngày sinh ${written(listed)}, ${called.vi} chỉ ghi ${written(recorded)} và giữ nguyên: đối chiếu giấy tờ rồi sửa ngày sinh ở trang của người này`,
    en: `The list says born ${written(listed)}, ${called.en} says ${written(recorded)} only and stays: compare the paper, then correct the birth on the person's page`,
  }
}

/** As it is read on screens: `03/1944` of `1944-03`. */
function written(short: string): string {
  return short.split('-').reverse().join('/')
}
