import { describe, expect, it } from 'vitest'
import { type NoticePart, readNotice } from './index.ts'

const head = (...lines: string[]) =>
  readNotice({ parts: lines.map((text): NoticePart => ({ kind: 'paragraph', text })) }).directive

const order = 'Giao Sở Y tế rà soát hộ nghèo, báo cáo trước ngày 20/12.'

describe('what a document says of itself', () => {
  it('stands in its letterhead', () => {
    expect(
      head(
        'UBND TỈNH NGHỆ AN',
        'SỞ Y TẾ',
        'Số: 2871/SYT-BTXH',
        'V/v thực hiện mức chuẩn trợ giúp xã hội mới',
        'Nghệ An, ngày 02 tháng 7 năm 2026',
        'Kính gửi: Ủy ban nhân dân các xã, phường',
        order,
      ),
    ).toEqual({
      number: '2871/SYT-BTXH',
      kind: 'official-letter',
      title: 'V/v thực hiện mức chuẩn trợ giúp xã hội mới',
      issuedOn: '2026-07-02',
      issuedBy: 'Sở Y tế',
      addressee: 'UBND các xã, phường',
      inferred: [],
    })
  })

  it('may be set as a table without lines', () => {
    const rows = [
      ['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['TỈNH NGHỆ AN', 'Độc lập - Tự do - Hạnh phúc'],
      ['Số: 187/KH-UBND', 'Nghệ An, ngày 25 tháng 02 năm 2026'],
    ]
    const { directive, kept } = readNotice({
      parts: [
        { kind: 'table', rows },
        { kind: 'paragraph', text: order },
      ],
    })
    expect(directive).toMatchObject({
      number: '187/KH-UBND',
      kind: 'plan',
      issuedBy: 'UBND tỉnh Nghệ An',
      issuedOn: '2026-02-25',
    })
    expect(kept.map(({ kind }) => kind)).toEqual(Array(6).fill('head'))
  })

  it.each([
    ['Số: 440/TB-UBND', 'conclusion-notice'],
    ['Số: 09/CĐ-UBND', 'urgent-dispatch'],
    ['Số: 187/KH-UBND', 'plan'],
    ['Số: 1438/QĐ-UBND', 'decision'],
    ['Số: 16/CT-UBND', 'directive'],
    ['Số: 45-CT/TU', 'directive'],
    ['Số: 6120/UBND-VX', 'official-letter'],
  ])('%s is a %s', (number, kind) => {
    expect(head('ỦY BAN NHÂN DÂN TỈNH NGHỆ AN', number, order)).toMatchObject({
      number: number.slice(4),
      kind,
    })
  })

  it('is nothing but the order on a slip', () => {
    expect(head(order)).toEqual({ kind: 'assignment', inferred: [] })
  })

  it('names who concluded, when and with whom', () => {
    expect(
      head(
        'ỦY BAN NHÂN DÂN TỈNH NGHỆ AN',
        'Số: 512/TB-UBND',
        'Nghệ An, ngày 14 tháng 9 năm 2026',
        'THÔNG BÁO',
        'Kết luận của đồng chí Lê Hồng Phúc - Phó Chủ tịch UBND tỉnh tại buổi làm việc với Sở Nội vụ',
        'Ngày 10/9/2026, tại trụ sở UBND tỉnh, đồng chí Lê Hồng Phúc chủ trì buổi làm việc với Sở Nội vụ.',
        order,
      ),
    ).toMatchObject({
      concludedBy: { name: 'Lê Hồng Phúc', title: 'Phó Chủ tịch UBND tỉnh' },
      meetingOn: '2026-09-10',
      meetingWith: 'Sở Nội vụ',
      addressee: 'Sở Nội vụ',
    })
  })
})

describe('a year that nobody wrote beside the day', () => {
  const press = (rest: string) =>
    head(
      'Chỉ đạo về công tác người có công',
      'Ngày 28/6, UBND tỉnh ban hành Thông báo số 440/TB-UBND kết luận của đồng chí Nguyễn Văn A - Chủ tịch UBND tỉnh.',
      rest,
      'Thu Hằng',
    )

  it.each([
    ['Tổ chức kỷ niệm 80 năm Ngày Thương binh, Liệt sĩ (27/7).', '2027-06-28'],
    ['Tổ chức kỷ niệm 80 năm Quốc khánh.', '2025-06-28'],
    ['Tổ chức kỷ niệm 75 năm Ngày Thương binh, Liệt sĩ (27/7/1947 - 27/7/2022).', '2022-06-28'],
    [
      'Chuẩn bị Tháng hành động vì trẻ em năm 2026, theo Quyết định số 12/QĐ-TTg ngày 01/02/2024.',
      '2026-06-28',
    ],
  ])('%s', (rest, issuedOn) => {
    const directive = press(rest)
    expect(directive).toMatchObject({ issuedOn, inferred: ['issuedOn'], byline: 'Thu Hằng' })
    expect(rest).toContain(directive.inferredFrom)
  })

  it('stays unsaid without a trace of it', () => {
    const directive = press('Tổ chức thăm hỏi người có công.')
    expect(directive.issuedOn).toBeUndefined()
    expect(directive.inferred).toEqual([])
  })

  it('is taken from the document for its deadlines, and marked', () => {
    const parts = ['Nghệ An, ngày 14 tháng 9 năm 2026', order].map(
      (text): NoticePart => ({ kind: 'paragraph', text }),
    )
    expect(readNotice({ parts }).tasks[0]).toMatchObject({ due: '2026-12-20', dueInferred: true })
  })
})
