import { describe, expect, it } from 'vitest'
import { readNotice } from './index.ts'

const head = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian', 'Sản phẩm']
const read = (...rows: string[][]) =>
  readNotice({
    parts: [
      { kind: 'paragraph', text: 'Nghệ An, ngày 25 tháng 02 năm 2026' },
      { kind: 'table', rows },
    ],
  })

describe('a plan by months in plain words', () => {
  it('takes the month from the head of the column', () => {
    const { tasks } = readNotice({
      parts: [
        { kind: 'paragraph', text: 'Nghệ An, ngày 04 tháng 01 năm 2027' },
        {
          kind: 'table',
          rows: [
            ['Tháng', 'Việc', 'Ai làm', 'Ai giúp'],
            ['3', 'Tập huấn cho trưởng bản', 'Hội Liên hiệp Phụ nữ xã', 'Công an xã'],
            ['Hằng tháng', 'Thăm hộ có nguy cơ bạo lực', 'Công an xã', 'Trưởng bản'],
          ],
        },
      ],
    })
    expect(tasks).toMatchObject([
      { assignee: 'Hội Liên hiệp Phụ nữ xã', cooperatesWith: ['Công an xã'], due: '2027-03-31' },
      { assignee: 'Công an xã', recurs: 'monthly' },
    ])
  })
})

describe('a table of tasks', () => {
  it('is a duty a row, with what its columns say', () => {
    const { tasks } = read(
      head,
      ['1', 'Số hóa hồ sơ hộ nghèo', 'Sở NN&MT', 'Sở KH&CN, UBND các xã, phường', 'Quý III/2026', 'Báo cáo'],
      [
        '2',
        'Tuyên truyền gương thoát nghèo',
        'Báo và phát thanh, truyền hình Nghệ An',
        '',
        'Thường xuyên',
        '',
      ],
    )
    expect(tasks).toMatchObject([
      {
        id: 1,
        paragraph: 2,
        does: 'Số hóa hồ sơ hộ nghèo',
        areas: ['poverty', 'digital'],
        assignee: 'Sở Nông nghiệp và Môi trường',
        cooperatesWith: ['Sở Khoa học và Công nghệ', 'UBND các xã, phường'],
        due: '2026-09-30',
        product: 'Báo cáo',
        quote: 'Số hóa hồ sơ hộ nghèo',
      },
      { does: 'Tuyên truyền gương thoát nghèo', recurs: 'ongoing', dueWords: 'Thường xuyên' },
    ])
  })

  it('takes rows that only name a section for headings, merged or not', () => {
    const { tasks, kept } = read(
      head,
      ['I', 'CÔNG TÁC GIẢM NGHÈO', '', '', '', ''],
      ['1', 'Ban hành hướng dẫn rà soát', 'Sở NN&MT', '', '31/3/2026', ''],
      ['II. Công tác trẻ em', 'II. Công tác trẻ em', 'II. Công tác trẻ em', 'II. Công tác trẻ em', '', ''],
      ['1', 'Mở lớp tập huấn', 'Sở Y tế', '', '30/4/2026', ''],
    )
    expect(tasks.map(({ does, areas, due }) => [does, areas, due])).toEqual([
      ['Ban hành hướng dẫn rà soát', ['poverty'], '2026-03-31'],
      ['Mở lớp tập huấn', ['children', 'organisation'], '2026-04-30'],
    ])
    expect(kept.filter(({ kind }) => kind === 'background')).toHaveLength(3)
  })

  it('lets whoever leads stand over the empty cells of a merged column', () => {
    const { tasks } = read(
      head,
      ['1', 'Lập danh sách hộ nghèo', 'Sở Y tế', '', '31/3/2026', ''],
      ['2', 'Đối chiếu với dữ liệu dân cư', '', '', '30/4/2026', ''],
    )
    expect(tasks.map(({ assignee }) => assignee)).toEqual(['Sở Y tế', 'Sở Y tế'])
  })

  it('commands nothing when no column holds tasks', () => {
    const { tasks } = read(['STT', 'Họ và tên', 'Chức vụ'], ['1', 'Nguyễn Văn A', 'Tổ trưởng'])
    expect(tasks).toEqual([])
  })
})
