import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { birthFromShort, foldText } from '#identity'
import type { Candidate } from './apply-matching.ts'
import { Candidates, matchRow } from './apply-matching.ts'
import type { ListRow } from './list-rows.ts'
import type { PlacedRow } from './row-placing.ts'
import { saidOtherwise } from './said-otherwise.ts'

const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01']
const number = '040050000001'
const on = day('1950-03-12')
const holder: Candidate = {
  id: 7,
  nameFolded: 'nguyen van tam',
  sex: 'male',
  birth: { from: on, to: on },
  citizenId: number,
  oldId: undefined,
  deathOn: undefined,
  unitUid: ours,
  village: 'Xóm 1',
}

function rowOf(of: Partial<ListRow>, unitUid = ours): PlacedRow {
  const birth = { from: on, to: on, written: '12/03/1950' }
  const reading = { row: 2, name: 'Nguyễn Văn Tám', birth, id: number, idKind: 'citizenId', ...of } as ListRow
  return { number: 2, reading, remarks: [], decision: undefined, unitUid }
}

function match(name: string, { from, to } = { from: on, to: on }) {
  const known = new Candidates()
  known.know([{ ...holder, linkedTo: undefined }])
  const { reading } = rowOf({ name, birth: { from, to, written: '' } })
  return matchRow(reading, ours, known).is
}

describe('a number that somebody holds', () => {
  it('is theirs by the birth and a name that is at least alike', () => {
    for (const name of ['NGUYEN VAN TAM', 'Nguyễn Văn Tâm', 'Nguyễn Văn Tá', 'Nguyễn Tám'])
      expect([foldText(name), match(name)]).toEqual([foldText(name), 'known'])
  })

  it('does not make the row theirs when the name is another one, though the birth may be the same', () => {
    const year = { from: day('1950-01-01'), to: day('1950-12-31') }
    expect(match('Trần Thị Hồng Bé', year)).toBe('doubtful')
    expect(match('Trần Thị Hồng Bé')).toBe('doubtful')
  })
})

describe('a row that says otherwise than the record', () => {
  it('of the commune or the sex is shown to an officer, in both languages', () => {
    expect(saidOtherwise(holder, rowOf({ sex: 'male' }))).toBeUndefined()
    expect(saidOtherwise(holder, rowOf({ sex: 'female' }, theirs))).toEqual({
      vi: 'Danh sách ghi khác hồ sơ 7 (xã, phường; giới tính), hồ sơ giữ nguyên: cần cán bộ đối chiếu',
      en: 'The list differs from record 7 (commune; sex), which stays: an officer must compare',
    })
  })

  it('is settled once an officer has said whose row it is, and a sex taken from the number says nothing', () => {
    const decision = { is: 'same', personId: 7 } as const
    expect(saidOtherwise(holder, { ...rowOf({}, theirs), decision })).toBeUndefined()
    expect(saidOtherwise(holder, rowOf({ sex: 'female', sexInferred: true }))).toBeUndefined()
  })
})

describe('a row that knows the day of a birth', () => {
  const ofYear = { ...holder, birth: { from: day('1950-01-01'), to: day('1950-12-31') } }
  const born = (short: string) => birthFromShort(short) as NonNullable<ListRow['birth']>

  it('of which the record has the year is shown, so that an officer looks at the paper', () => {
    expect(saidOtherwise(ofYear, rowOf({}))).toEqual({
      vi: 'Danh sách ghi ngày sinh 12/03/1950, hồ sơ 7 chỉ ghi 1950 và giữ nguyên: đối chiếu giấy tờ rồi sửa ngày sinh ở trang của người này',
      en: "The list says born 12/03/1950, record 7 says 1950 only and stays: compare the paper, then correct the birth on the person's page",
    })
    expect(saidOtherwise(ofYear, rowOf({ birth: born('1950-03') }))?.vi).toContain('03/1950')
  })

  it('says nothing where the record knows as much, where it is the first of January, or once it is settled', () => {
    expect(saidOtherwise(holder, rowOf({}))).toBeUndefined()
    expect(saidOtherwise(holder, rowOf({ birth: born('1950') }))).toBeUndefined()
    expect(saidOtherwise(ofYear, rowOf({ birth: born('1950') }))).toBeUndefined()
    expect(saidOtherwise(ofYear, rowOf({ birth: born('1950-01-01') }))).toBeUndefined()
    expect(saidOtherwise(ofYear, { ...rowOf({}), decision: { is: 'same', personId: 7 } })).toBeUndefined()
  })
})
