import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import type { ReadWord } from '#platform/ocr'
import { type FieldName, fieldsOf } from './field-names.ts'
import { isSure, proposeFields } from './propose.ts'

const context = { today: day('2026-11-23') }
const examples = new URL('./examples/', import.meta.url)

type Row = [string, number, number, number, number, number, number, number]

/** Words a machine did read on a drawn form, and what the form says. */
function load(name: string) {
  const { truth, words, kind, damage } = JSON.parse(readFileSync(new URL(name, examples), 'utf8')) as {
    truth: Record<string, string>
    words: Row[]
    kind: string
    damage: string
  }
  return {
    truth,
    kind,
    damage,
    words: words.map(
      ([text, confidence, letters, line, left, top, right, bottom]): ReadWord => ({
        text,
        confidence,
        letters,
        line,
        box: { left, top, right, bottom },
      }),
    ),
  }
}

/** Lines of certain words, a hundred points apart. */
function page(...lines: string[]): ReadWord[] {
  return lines.flatMap((text, line) =>
    text.split(' ').map((word, at) => ({
      text: word,
      confidence: 96,
      letters: 99,
      line,
      box: { left: at * 100, top: line * 40, right: at * 100 + 90, bottom: line * 40 + 30 },
    })),
  )
}

const valuesOf = (words: ReadWord[]) =>
  Object.fromEntries(proposeFields(words, context).proposals.map(({ field, value }) => [field, value]))

const names = readdirSync(examples).filter((name) => name.endsWith('.json'))

describe('forms a machine really read', () => {
  it('are all here: four kinds, from clean to a phone out of focus', () => {
    expect(new Set(names.map((name) => load(name).kind)).size).toBe(4)
    expect(new Set(names.map((name) => load(name).damage)).size).toBe(7)
  })

  it.each(names)('%s proposes only what the paper says, and most of it', (name) => {
    const { truth, words, kind } = load(name)
    const { form, proposals } = proposeFields(words, context)
    expect(form).toBe(kind)
    const wrong = proposals.filter((each) => isSure(each) && truth[each.field] !== each.value)
    expect(wrong).toEqual([])
    const said = fieldsOf(form).filter((field: FieldName) => truth[field] !== undefined)
    const right = proposals.filter((each) => isSure(each))
    expect(right.length / said.length).toBeGreaterThanOrEqual(0.6)
  })
})

describe('a certificate', () => {
  const certificate = page(
    'GIẤY XÁC NHẬN KHUYẾT TẬT',
    'Họ và tên: Nguyễn Thị Hoà',
    'Ngày tháng năm sinh: 12/03/1944 Giới tính: Nữ',
    'Số định danh cá nhân: 040144001234',
    'Nơi cư trú: Xóm 3, xã Nghi Kiều, huyện Nghi Lộc, tỉnh Nghệ An',
    'Dạng khuyết tật: Nghe, nói',
    'Mức độ khuyết tật: Đặc biệt nặng',
    'Nghi Kiều, ngày 08 tháng 12 năm 2021',
  )

  it('gives up every field', () => {
    expect(valuesOf(certificate)).toEqual({
      name: 'Nguyễn Thị Hoà',
      birth: '12/03/1944',
      sex: 'Nữ',
      citizenId: '040144001234',
      village: 'Xóm 3',
      commune: 'Nghi Kiều',
      district: 'Nghi Lộc',
      disabilityKind: 'Nghe, nói',
      disabilityDegree: 'Đặc biệt nặng',
      signedOn: '08/12/2021',
    })
  })

  it('shows where a value stands, without its label', () => {
    const name = proposeFields(certificate, context).proposals.find(({ field }) => field === 'name')
    expect(name?.box).toEqual({ left: 300, top: 40, right: 590, bottom: 70 })
  })

  it('is read through a label with a letter or two misread', () => {
    const misread = page(
      'GIẤY XÁC NHÂN KHUYÉT TẬT',
      'Họ và tên: Lô Văn Hùng',
      'Ngày tháng nám sinh: 1950',
      'Múc độ khuyẽt tật: Nạng',
    )
    expect(valuesOf(misread)).toEqual({ name: 'Lô Văn Hùng', birth: '1950', disabilityDegree: 'Nặng' })
  })

  it('leaves out what cannot be: a day that is not, eleven digits, a word that is no degree', () => {
    const impossible = page(
      'GIẤY XÁC NHẬN KHUYẾT TẬT',
      'Họ và tên: 12 Nguyễn',
      'Ngày tháng năm sinh: 31/02/1944',
      'Số định danh cá nhân: 04014400123',
      'Mức độ khuyết tật: Rất',
    )
    expect(valuesOf(impossible)).toEqual({})
  })
})

describe('what speaks against each other', () => {
  const saying = (sex: string, birth: string) =>
    proposeFields(
      page('GIẤY XÁC NHẬN KHUYẾT TẬT', `Sinh ngày: ${birth} Giới tính: ${sex}`, 'Số CCCD: 040144001234'),
      context,
    ).proposals

  it('is put in doubt and left empty', () => {
    const proposals = saying('Nam', '12/03/1944')
    const doubted = proposals.filter(({ doubts }) => doubts.includes('sexMismatch'))
    expect(doubted.map(({ field }) => field)).toEqual(['sex', 'citizenId'])
    expect(doubted.some(isSure)).toBe(false)
  })

  it('and what agrees is not', () => {
    expect(saying('Nữ', '12/03/1944').every(isSure)).toBe(true)
    expect(
      saying('Nữ', '12/03/1949')
        .filter(isSure)
        .map(({ field }) => field),
    ).toEqual(['sex'])
  })
})

describe('other papers', () => {
  it('a decision names its own number and day, not those of the decree it rests on', () => {
    const decision = page(
      'ỦY BAN NHÂN DÂN HUYỆN NGHI LỘC',
      'Số: 125/QĐ-UBND Nghi Lộc, ngày 12 tháng 03 năm 2024',
      'QUYẾT ĐỊNH',
      'Về việc trợ cấp xã hội hằng tháng',
      'Căn cứ Nghị định số 20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ;',
      'Ông (bà): Trần Văn Sáu Sinh ngày: 1/2/1939',
      'Mức trợ cấp: 1.080.000 đồng/tháng',
    )
    expect(valuesOf(decision)).toEqual({
      decisionNumber: '125/QĐ-UBND',
      signedOn: '12/03/2024',
      benefit: 'Trợ cấp xã hội hằng tháng',
      name: 'Trần Văn Sáu',
      birth: '01/02/1939',
      amountDong: '1.080.000',
    })
  })

  it('a guardian is not taken for the person, and nine digits are the old card', () => {
    const application = page(
      'TỜ KHAI ĐỀ NGHỊ TRỢ GIÚP XÃ HỘI',
      '1. Họ và tên: Vi Thị Mai Dân tộc: Thái',
      'Số CCCD hoặc CMND: 187654321',
      '7. Họ và tên người giám hộ: Vi Văn Tuấn',
    )
    expect(valuesOf(application)).toEqual({
      name: 'Vi Thị Mai',
      ethnicity: 'Thái',
      oldId: '187654321',
      guardian: 'Vi Văn Tuấn',
    })
  })

  it('a form that is not known gives its text and no field', () => {
    expect(proposeFields(page('Đơn xin nghỉ phép', 'Họ và tên: Vi Thị Mai'), context)).toEqual({
      form: undefined,
      proposals: [],
    })
    expect(proposeFields([], context)).toEqual({ form: undefined, proposals: [] })
  })
})
