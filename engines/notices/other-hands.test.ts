import { describe, expect, it } from 'vitest'
import { type DraftTask, type NoticePart, readNotice } from './index.ts'

const read = (...lines: string[]) =>
  readNotice({ parts: lines.map((text): NoticePart => ({ kind: 'paragraph', text })) })
const said = ({ does, assignee }: DraftTask) => (assignee === undefined ? does : `${assignee}: ${does}`)

describe('a conclusion of the Party', () => {
  it('numbers its points with a dash, and tells a committee what stands beneath', () => {
    const { tasks } = read(
      '1- Ban Thường vụ Tỉnh ủy cơ bản đồng ý với nội dung báo cáo.',
      '2- Đảng ủy UBND tỉnh lãnh đạo, chỉ đạo:',
      '2.1- Rà soát các hộ đã thoát nghèo, hoàn thành chậm nhất ngày 15/9/2026.',
      '3- Đảng ủy các xã, phường phân công cán bộ phụ trách từng thôn.',
    )
    expect(tasks.map(said)).toEqual([
      'Đảng ủy UBND tỉnh: Rà soát các hộ đã thoát nghèo',
      'Đảng ủy các xã, phường: Phân công cán bộ phụ trách từng thôn',
    ])
    expect(tasks[0]?.due).toBe('2026-09-15')
  })

  it('holds a duty of the whole system for a principle', () => {
    const { tasks } = read(
      'Giao Sở Nội vụ tham mưu đề án việc làm; coi việc chăm lo người có công là trách nhiệm của cả hệ thống.',
    )
    expect(tasks.map(({ kind }) => kind)).toEqual(['task', 'principle'])
  })
})

describe('minutes of a meeting', () => {
  const reading = read(
    'BIÊN BẢN',
    'Họp giao ban công tác bảo trợ xã hội tuần 46',
    'Thời gian: 08 giờ 00, ngày 09/11/2026. Địa điểm: Phòng họp tầng 3.',
    'Chủ trì: Bà Đặng Thu Hà, Phó Giám đốc Sở.',
    'I. Nội dung báo cáo',
    'Phòng Bảo trợ xã hội báo cáo: trong tuần tiếp nhận 37 hồ sơ hưởng trợ cấp.',
    'II. Kết luận của chủ trì',
    '- Phòng Bảo trợ xã hội trả lời 02 hồ sơ còn lại trước 17 giờ ngày 11/11/2026.',
    '- Các phòng, đơn vị nộp báo cáo tháng trước ngày 25 hằng tháng.',
    'Cuộc họp kết thúc lúc 09 giờ 40 cùng ngày.',
  )

  it('command by what the chair concludes, not by what was reported', () => {
    expect(reading.tasks.map(said)).toEqual([
      'Phòng Bảo trợ xã hội: Trả lời 02 hồ sơ còn lại',
      'Các phòng, đơn vị: Nộp báo cáo tháng trước ngày 25 hằng tháng',
    ])
    expect(reading.tasks[1]).toMatchObject({ recurs: 'monthly' })
  })

  it('say who sat in the chair, and when', () => {
    expect(reading.directive).toMatchObject({
      kind: 'other',
      concludedBy: { name: 'Đặng Thu Hà', title: 'Phó Giám đốc Sở' },
      meetingOn: '2026-11-09',
    })
  })
})

describe('a sheet of assignments', () => {
  it('tells in lines of its own who, with whom, by when and what comes out', () => {
    const { tasks } = read(
      'PHIẾU GIAO NHIỆM VỤ',
      'Ngày 24/11/2026',
      'Kính chuyển: Sở Y tế',
      '1. Nội dung: Kiểm tra hoàn cảnh 14 trẻ mồ côi.',
      'Đơn vị chủ trì: Sở Y tế',
      'Đơn vị phối hợp: Sở Giáo dục và Đào tạo; UBND xã Tương Dương',
      'Thời hạn: 04/12/2026',
      'Sản phẩm: Tờ trình',
      '2. Đăng thông tin chính thức trên Cổng thông tin điện tử tỉnh - Giao Sở Tư pháp.',
      '3. Lập danh sách trẻ mồ côi (Công an tỉnh chủ trì).',
    )
    expect(tasks).toHaveLength(3)
    expect(tasks[0]).toMatchObject({
      assignee: 'Sở Y tế',
      cooperatesWith: ['Sở Giáo dục và Đào tạo', 'UBND xã Tương Dương'],
      due: '2026-12-04',
      product: 'Tờ trình',
    })
    expect(tasks.slice(1).map(({ assignee }) => assignee)).toEqual(['Sở Tư pháp', 'Công an tỉnh'])
  })

  it('leaves a label alone that stands beneath no duty', () => {
    expect(read('Thời hạn: 04/12/2026', 'Đơn vị chủ trì: Sở Y tế').tasks).toEqual([])
  })
})

describe('a report in the press', () => {
  const reading = read(
    'Đưa việc làm về gần nhà',
    'Sáng 02/02/2027, Phó Chủ tịch UBND tỉnh Phú Thọ Quách Tiến Dũng đi kiểm tra phiên giao dịch việc làm, đồng thời chủ trì cuộc họp với Sở Nội vụ.',
    'Ông đề nghị Trung tâm Dịch vụ việc làm đăng ký cho lao động mất việc, kết thúc trước 28/02.',
    'Với kiến nghị về đường xuống cấp, Phó Chủ tịch yêu cầu Sở Xây dựng khảo sát, trình UBND tỉnh trong tuần sau.',
    'Về lâu dài, tỉnh có đề án; việc này giao Sở Nội vụ soạn thảo, trình Ban Thường vụ Tỉnh ủy trong quý II/2027.',
  )

  it('tells the person who orders from the province', () => {
    expect(reading.directive).toMatchObject({
      concludedBy: { name: 'Quách Tiến Dũng', title: 'Phó Chủ tịch UBND tỉnh Phú Thọ' },
      meetingOn: '2027-02-02',
    })
  })

  it('hears orders of whoever was named before', () => {
    expect(reading.tasks.map(({ assignee, kind, due }) => [assignee, kind, due])).toEqual([
      ['Trung tâm Dịch vụ việc làm', 'task', '2027-02-28'],
      ['Sở Xây dựng', 'proposal', undefined],
      ['Sở Nội vụ', 'task', '2027-06-30'],
    ])
  })
})

describe('what a council asks for after its supervision', () => {
  it('stands beneath whom it asks, and not in what it found', () => {
    const { tasks } = read(
      'Từ ngày 23/11 đến ngày 27/11/2026, Đoàn giám sát do bà Ma Thị Duyên làm Trưởng đoàn đã giám sát trực tiếp tại 06 xã.',
      'KIẾN NGHỊ',
      '1. Với UBND tỉnh',
      '1.1. Sớm ban hành chuẩn chất lượng chăm sóc; trình kỳ họp HĐND tỉnh trong tháng 7/2027.',
    )
    expect(tasks.map(said)).toEqual(['UBND tỉnh: Sớm ban hành chuẩn chất lượng chăm sóc'])
    expect(tasks[0]).toMatchObject({ reportsTo: 'HĐND tỉnh', due: '2027-07-31' })
  })
})

describe('words of other hands', () => {
  it.each([
    ['Thứ tư, trạm y tế phường lập hồ sơ cho người cao tuổi cô đơn.', 'trạm y tế phường'],
    ['Thứ năm, khối Yên Sơn họp dân bổ sung vào tối 04/12/2026.', 'khối Yên Sơn'],
    [
      '1. Phòng Kinh tế, Hạ tầng và Đô thị (bà Lê Thị Cúc) tổng hợp phiếu rà soát.',
      'Phòng Kinh tế, Hạ tầng và Đô thị',
    ],
    [
      'Đối với Liên đoàn Lao động tỉnh, Bí thư Tỉnh ủy mong muốn tiếp tục phát huy vai trò cầu nối.',
      'Liên đoàn Lao động tỉnh',
    ],
    [
      'Các doanh nghiệp có sử dụng từ 50 lao động trở lên được yêu cầu tự đánh giá nguy cơ cháy nổ.',
      'Các doanh nghiệp có sử dụng từ 50 lao động trở lên',
    ],
  ])('%s', (line, assignee) => {
    expect(read(line).tasks.map((task) => task.assignee)).toEqual([assignee])
  })

  it.each([
    'Chủ tịch Liên đoàn Lao động tỉnh tiếp thu ý kiến chỉ đạo và hứa sẽ triển khai ngay.',
    'Chiều 12/11, Bí thư Tỉnh ủy đã có buổi làm việc với Sở Nội vụ về nợ lương.',
    'Thực hiện Công văn số 1877/UBND-VX ngày 28/9/2026, Giám đốc Sở Nội vụ có ý kiến như sau:',
  ])('commands nothing: %s', (line) => {
    expect(read(line).tasks).toEqual([])
  })

  it('names who is told once for a heading with a duty to do it', () => {
    const { tasks } = read(
      '2. Trung tâm Dịch vụ việc làm tỉnh có trách nhiệm:',
      'a. Mở sổ tiếp nhận phản ánh của người lao động;',
    )
    expect(tasks.map(said)).toEqual([
      'Trung tâm Dịch vụ việc làm tỉnh: Mở sổ tiếp nhận phản ánh của người lao động',
    ])
  })

  it.each([
    [
      'Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường tổ chức quán triệt trong tháng 12.',
      ['Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các xã, phường'],
    ],
    ['UBND tỉnh giao: Sở Y tế rà soát đối tượng; Sở Tài chính bố trí kinh phí.', ['Sở Y tế', 'Sở Tài chính']],
    ['Căn cứ tình hình thực tế, các địa phương chủ động bố trí kinh phí.', ['các địa phương']],
  ])('tells every agency of a list: %s', (line, assignees) => {
    expect(read(line).tasks.map(({ assignee }) => assignee)).toEqual(assignees)
  })

  it('counts no day from each file that is received', () => {
    const [task] = read(
      'Nghệ An, ngày 05 tháng 11 năm 2026',
      'Giao Sở Tài chính thẩm định trong 05 ngày kể từ ngày nhận được hồ sơ.',
    ).tasks
    expect(task).not.toHaveProperty('due')
    expect(task?.dueWords).toBe('trong 05 ngày kể từ ngày nhận được hồ sơ')
  })

  it('keeps the words of a time from which no day can be told', () => {
    const { tasks } = read(
      'Giao Sở Xây dựng hoàn thành hồ sơ trong tuần đầu tháng 12/2026.',
      'Giao Sở Y tế báo cáo UBND tỉnh vào thứ Sáu hằng tuần.',
      'Trước ngày 05 của tháng đầu quý sau, các đơn vị gửi báo cáo về Sở Y tế.',
    )
    expect(tasks.map(({ due, recurs, dueWords }) => [due, recurs, dueWords])).toEqual([
      [undefined, undefined, 'trong tuần đầu tháng 12/2026'],
      [undefined, 'weekly', 'vào thứ Sáu hằng tuần'],
      [undefined, 'quarterly', 'Trước ngày 05 của tháng đầu quý sau'],
    ])
  })

  it('counts thousands, and not where things stand', () => {
    const { tasks } = read(
      'Giao Sở Nội vụ giải quyết việc làm cho 46 nghìn lao động, giảm thất nghiệp từ 4,5% xuống còn 3%.',
    )
    expect(tasks[0]?.targets?.map(({ number, unit }) => [number, unit])).toEqual([
      [46_000, 'lao động'],
      [3, '%'],
    ])
  })

  it('reports to whom results are sent, and to an office without its agency', () => {
    const { tasks } = read(
      'Giao Sở Y tế rà soát cơ sở trợ giúp, gửi kết quả về Sở Nội vụ trước ngày 30/4/2027.',
      'Giao Phòng Khoa giáo theo dõi phiếu này, cứ thứ Sáu báo cáo Chánh Văn phòng.',
    )
    expect(tasks.map(({ reportsTo }) => reportsTo)).toEqual(['Sở Nội vụ', 'Chánh Văn phòng'])
    expect(tasks[1]?.recurs).toBe('weekly')
  })
})
