import { describe, expect, it } from 'vitest'
import { type DraftTask, readNotice, readPlainText } from './index.ts'

const read = (...lines: string[]) => readNotice(readPlainText(lines.join('\n'))).tasks
const brief = ({ does, assignee, cooperatesWith, due }: DraftTask) => ({
  does,
  ...(assignee === undefined ? {} : { assignee }),
  ...(cooperatesWith === undefined ? {} : { cooperatesWith }),
  ...(due === undefined ? {} : { due }),
})

describe('a slip whose lines are labels and what they tell', () => {
  it('reads numbered fields, and a requirement that begins with a verb as a job', () => {
    const tasks = read(
      'PHIẾU GIAO VIỆC',
      '1. Nội dung công việc: Khảo sát nhu cầu nhà ở của 40 hộ cận nghèo trên địa bàn',
      '2. Yêu cầu: Lập danh sách theo mẫu, có chữ ký khối trưởng',
      '3. Người thực hiện: Nguyễn Thị Lan, công chức LĐ-TBXH',
      '4. Phối hợp: Công an phường; các khối trưởng',
      '5. Thời gian hoàn thành: 15/12/2026',
      '6. Sản phẩm: Báo cáo tổng hợp',
      '7. Báo cáo cho: Trưởng phòng',
    )
    const told = {
      assignee: 'Nguyễn Thị Lan, công chức LĐ-TBXH',
      cooperatesWith: ['Công an phường', 'các khối trưởng'],
      due: '2026-12-15',
    }
    expect(tasks.map(brief)).toEqual([
      { does: 'Khảo sát nhu cầu nhà ở của 40 hộ cận nghèo trên địa bàn', ...told },
      { does: 'Lập danh sách theo mẫu, có chữ ký khối trưởng', ...told },
    ])
    expect(tasks[0]).toMatchObject({ product: 'Báo cáo tổng hợp', reportsTo: 'Trưởng phòng' })
  })

  it('holds who is told at the top for every job beneath, each with its own day', () => {
    const tasks = read(
      'PHIẾU GIAO NHIỆM VỤ',
      'Ngày giao: 02/11/2026',
      'Người giao: Giám đốc Sở Y tế',
      'Người nhận việc: Phòng Bảo trợ xã hội',
      'Việc 1: Đối chiếu danh sách người khuyết tật với dữ liệu dân cư',
      'Hạn: 10/11/2026',
      'Việc 2: Hội nghị rút kinh nghiệm',
      'Hạn: 12/11/2026',
      'Ghi chú: Việc 2 ưu tiên',
    )
    expect(tasks.map(brief)).toEqual([
      {
        does: 'Đối chiếu danh sách người khuyết tật với dữ liệu dân cư',
        assignee: 'Phòng Bảo trợ xã hội',
        due: '2026-11-10',
      },
      { does: 'Hội nghị rút kinh nghiệm', assignee: 'Phòng Bảo trợ xã hội', due: '2026-11-12' },
    ])
  })

  it('tells each job of who stands before it, where all of them are told so', () => {
    const tasks = read(
      'Ý KIẾN GIAO VIỆC CỦA CHỦ TỊCH UBND XÃ',
      'Giao cho: Công chức Văn hóa - Xã hội',
      'Công việc: Thống kê số người cao tuổi chưa có tài khoản',
      'Thời hạn: 03/12/2026',
      'Giao cho: Công an xã',
      'Công việc: Xác minh nơi ở của 6 đối tượng đã đi khỏi địa phương',
      'Thời hạn: 05/12/2026',
    )
    expect(tasks.map(({ assignee, due }) => [assignee, due])).toEqual([
      ['Công chức Văn hóa - Xã hội', '2026-12-03'],
      ['Công an xã', '2026-12-05'],
    ])
  })

  it('gives what is told once after several jobs to all of them', () => {
    const tasks = read(
      'PHIẾU GIAO VIỆC',
      'Việc 1: Thẩm định 25 hồ sơ liệt sĩ',
      'Việc 2: Dự thảo tờ trình',
      'Đơn vị thực hiện: Phòng Người có công',
      'Hạn hoàn thành: 18/12/2026',
    )
    expect(tasks.map(({ assignee, due }) => [assignee, due])).toEqual([
      ['Phòng Người có công', '2026-12-18'],
      ['Phòng Người có công', '2026-12-18'],
    ])
  })

  it('reads labels that stand alone, with what they tell on the lines beneath', () => {
    const tasks = read(
      'PHIẾU GIAO VIỆC',
      'Họ và tên người được giao: Hoàng Văn Nam',
      'I. NỘI DUNG GIAO VIỆC',
      '1. Thẩm định 25 hồ sơ liệt sĩ còn vướng mắc',
      '2. Dự thảo tờ trình gửi Bộ Nội vụ',
      'II. THỜI HẠN HOÀN THÀNH',
      'Trước ngày 18/12/2026',
      'III. ĐƠN VỊ PHỐI HỢP',
      '- Bộ Chỉ huy Quân sự tỉnh',
      '- Công an tỉnh',
      'NGƯỜI NHẬN VIỆC',
      'Hoàng Văn Nam',
    )
    const told = {
      assignee: 'Hoàng Văn Nam',
      cooperatesWith: ['Bộ Chỉ huy Quân sự tỉnh', 'Công an tỉnh'],
      due: '2026-12-18',
    }
    expect(tasks.map(brief)).toEqual([
      { does: 'Thẩm định 25 hồ sơ liệt sĩ còn vướng mắc', ...told },
      { does: 'Dự thảo tờ trình gửi Bộ Nội vụ', ...told },
    ])
  })

  it.each([
    [' ', 'without colons'],
    [' - ', 'with dashes'],
    ['\t', 'in two columns'],
  ])('reads labels set out by “%s”, %s', (mark) => {
    const tasks = read(
      'PHIẾU GIAO VIỆC TUẦN 48',
      `Nội dung công việc${mark}Kiểm tra việc chi trả trợ cấp tại các bưu cục`,
      `Người thực hiện${mark}Phòng Kế hoạch`,
      `Phối hợp${mark}Bưu điện tỉnh`,
      `Thời gian hoàn thành${mark}27/11/2026`,
    )
    expect(tasks.map(brief)).toEqual([
      {
        does: 'Kiểm tra việc chi trả trợ cấp tại các bưu cục',
        assignee: 'Phòng Kế hoạch',
        cooperatesWith: ['Bưu điện tỉnh'],
        due: '2026-11-27',
      },
    ])
  })

  it('reads labels within a line, after a full stop, a dash or a bracket', () => {
    const tasks = read(
      'GIAO VIỆC',
      '1. Lập danh sách hộ thiếu đói giáp hạt. Người thực hiện: Phòng Kinh tế. Hạn: 25/11/2026.',
      '2. Cấp phát gạo tại các xóm (Chủ trì: Phòng Nội vụ; Phối hợp: Công an xã; Hạn: 30/11/2026).',
      '3. Việc: dọn vệ sinh nhà văn hóa - Người làm: Đoàn thanh niên xã - Xong trước: 28/11/2026',
    )
    expect(tasks.map(brief)).toEqual([
      { does: 'Lập danh sách hộ thiếu đói giáp hạt', assignee: 'Phòng Kinh tế', due: '2026-11-25' },
      {
        does: 'Cấp phát gạo tại các xóm',
        assignee: 'Phòng Nội vụ',
        cooperatesWith: ['Công an xã'],
        due: '2026-11-30',
      },
      { does: 'Dọn vệ sinh nhà văn hóa', assignee: 'Đoàn thanh niên xã', due: '2026-11-28' },
    ])
  })

  it('takes a name of the job before its contents, and the subject of a paper, for no job', () => {
    expect(
      read(
        'PHIẾU GIAO VIỆC',
        'Tên nhiệm vụ: Tổng kiểm tra cơ sở bảo trợ ngoài công lập',
        'Nội dung thực hiện: Kiểm tra bếp ăn, hồ sơ trẻ tại 08 cơ sở',
        'Cán bộ phụ trách: Bà Phan Thị Thu, Phó Trưởng phòng',
        'Chế độ báo cáo: hằng tuần, vào thứ Sáu',
      ).map(({ does, recurs }) => [does, recurs]),
    ).toEqual([['Kiểm tra bếp ăn, hồ sơ trẻ tại 08 cơ sở', 'weekly']])
    expect(
      read(
        'PHIẾU CHUYỂN',
        'Văn bản đến: Đơn của bà Lê Thị Bảy về chậm trả trợ cấp',
        'Nội dung: Đơn đề nghị trả trợ cấp tháng 10',
        'Ý kiến chỉ đạo: Kiểm tra, trả lời công dân',
        'Đơn vị xử lý: Sở Y tế',
        'Hạn xử lý: 20/11/2026',
      ).map(brief),
    ).toEqual([{ does: 'Kiểm tra, trả lời công dân', assignee: 'Sở Y tế', due: '2026-11-20' }])
  })

  it('holds a day told again for what was added since', () => {
    expect(
      read(
        'PHIẾU GIAO VIỆC',
        'Người thực hiện: Phòng Nội vụ',
        'Nội dung:',
        '- Lập danh sách hộ nghèo',
        'Hạn: 10/11/2026',
        'Nội dung:',
        '- Chấm điểm từng hộ nghèo trong thôn',
        '- Lập biên bản của từng hộ',
        'Hạn: 12/11/2026',
        'Hạn: 13/11/2026',
      ).map(({ due }) => due),
    ).toEqual(['2026-11-10', '2026-11-12', '2026-11-12'])
  })

  it('takes time in proportion, however many jobs and labels stand there', () => {
    const lines = (count: number) => [
      'PHIẾU GIAO VIỆC',
      'Nội dung:',
      ...Array.from({ length: count }, () => '- Lập danh sách hộ nghèo'),
      ...Array.from({ length: count }, () => 'Hạn: 10/11/2026'),
      'Đơn vị phối hợp:',
      ...Array.from({ length: count }, () => '- Công an xã'),
    ]
    const msOf = (count: number) => {
      const began = process.cpuUsage()
      read(...lines(count))
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1_000
    }
    msOf(200)
    const small = Math.min(msOf(200), msOf(200))
    expect(msOf(800)).toBeLessThan(10 * small + 50)
  })

  it('is no slip where the lines tell of a meeting', () => {
    expect(
      read(
        'GIẤY MỜI',
        'Nội dung: Họp về chi trả trợ cấp',
        'Thời gian: 08 giờ ngày 12/11/2026',
        'Địa điểm: Phòng họp số 2',
        'Chủ trì: Phó Chủ tịch UBND tỉnh',
      ),
    ).toEqual([])
  })
})
