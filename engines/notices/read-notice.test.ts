import { describe, expect, it } from 'vitest'
import { type DraftTask, type NoticePart, readNotice } from './index.ts'

const paragraphs = (lines: readonly string[]) =>
  lines.map((text): NoticePart => ({ kind: 'paragraph', text }))
const read = (...lines: string[]) => readNotice({ parts: paragraphs(lines) })
const said = ({ does, assignee }: DraftTask) => (assignee === undefined ? does : `${assignee}: ${does}`)
const kinds = (...lines: string[]) => read(...lines).kept.map(({ kind }) => kind)

describe('who is told', () => {
  it('is told once for every clause that follows', () => {
    const { tasks } = read(
      'Giao Sở Y tế rà soát hồ sơ người khuyết tật; lập danh sách trẻ mồ côi. Đồng thời, kiểm tra việc chi trả tại cơ sở.',
    )
    expect(tasks.map(said)).toEqual([
      'Sở Y tế: Rà soát hồ sơ người khuyết tật',
      'Sở Y tế: Lập danh sách trẻ mồ côi',
      'Sở Y tế: Kiểm tra việc chi trả tại cơ sở',
    ])
  })

  it('stands above the points beneath, until the next heading', () => {
    const { tasks } = read(
      'UBND tỉnh yêu cầu:',
      '1. Sở Nội vụ',
      'a) Thống kê số lao động mất việc tại các khu công nghiệp;',
      'b) Đeo bám nguồn vay ưu đãi cho người mất việc.',
      '2. UBND các xã, phường có mỏ đá:',
      'Rà soát các điểm khai thác sát khu dân cư.',
    )
    expect(tasks.map(said)).toEqual([
      'Sở Nội vụ: Thống kê số lao động mất việc tại các khu công nghiệp',
      'Sở Nội vụ: Đeo bám nguồn vay ưu đãi cho người mất việc',
      'UBND các xã, phường có mỏ đá: Rà soát các điểm khai thác sát khu dân cư',
    ])
  })

  it.each([
    ['Hằng quý Sở Y tế tổng hợp số liệu trẻ mồ côi.', 'Sở Y tế'],
    ['Trước ngày 20/11/2026, UBND các xã, phường lập danh sách hộ nghèo.', 'UBND các xã, phường'],
    ['Sở Tư pháp được giao thẩm định dự thảo quy chế.', 'Sở Tư pháp'],
    ['Đối với Công an tỉnh: tăng cường nắm chắc địa bàn.', 'Công an tỉnh'],
    ['Các đơn vị theo chức năng, nhiệm vụ được giao chủ động rà soát chế độ.', 'Các đơn vị'],
    ['Chủ tịch UBND tỉnh có ý kiến: Giao Sở Y tế kiểm tra phản ánh của báo chí.', 'Sở Y tế'],
    ['Sở Nội vụ cùng Sở Tài chính rà soát mức hỗ trợ người có công.', 'Sở Nội vụ'],
  ])('%s', (line, assignee) => {
    expect(read(line).tasks.map((task) => task.assignee)).toEqual([assignee])
  })

  it('cooperates, receives the report and has a day', () => {
    const [task] = read(
      'Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, Công an tỉnh và các đơn vị liên quan tham mưu quy chế quản lý lao động; trình UBND tỉnh trước ngày 15/10/2026.',
    ).tasks
    expect(task).toMatchObject({
      assignee: 'Sở Nội vụ',
      cooperatesWith: ['Sở Tài chính', 'Công an tỉnh', 'các đơn vị liên quan'],
      reportsTo: 'UBND tỉnh',
      due: '2026-10-15',
    })
  })
})

describe('what is a duty and what is not', () => {
  it('is one as long as commas join it, and takes its deadline at the end', () => {
    const { tasks } = read(
      'Sở Y tế rà soát, sắp xếp các cơ sở trợ giúp xã hội, tổ chức tập huấn cho cộng tác viên, hoàn thành trước ngày 30/11/2026.',
    )
    expect(tasks).toMatchObject([
      { due: '2026-11-30', quote: expect.stringContaining('cộng tác viên, hoàn thành') },
    ])
    expect(tasks[0]?.does).not.toContain('30/11')
  })

  it.each([
    ['Sở Y tế rà soát hồ sơ tồn đọng, đồng thời công khai đường dây nóng tại các trường học.', 2],
    ['Sở Y tế rà soát hồ sơ tồn đọng, phối hợp với Công an tỉnh đối khớp dữ liệu dân cư.', 2],
    ['Sở Y tế rà soát hồ sơ trước ngày 20/11/2026, tổ chức hội nghị tổng kết trước ngày 20/12/2026.', 2],
    ['Sở Y tế đẩy mạnh chuyển đổi số, trong đó quan tâm số hóa hồ sơ người có công.', 2],
    ['Sở Y tế tăng cường công tác bảo vệ, chăm sóc, giáo dục trẻ em, phối hợp với Công an tỉnh.', 1],
    ['Sở Y tế chủ trì, phối hợp với Công an tỉnh rà soát hồ sơ, báo cáo UBND tỉnh.', 1],
    ['Sở Y tế tập huấn để cán bộ hiểu rõ chính sách, phát huy hiệu quả phần mềm.', 1],
  ])('%s: %i', (line, count) => {
    expect(read(line).tasks).toHaveLength(count)
  })

  it('takes an obligation on a thing, a prohibition and a standard for principles', () => {
    const { tasks } = read(
      'Việc bình xét hộ nghèo phải dân chủ, công khai. Tuyệt đối không thu phí của người dân. Chỉ chi trả khi đã đối soát xong danh sách. Mọi hoạt động lấy người dân làm trung tâm.',
    )
    expect(tasks.map(({ kind }) => kind)).toEqual(['principle', 'principle', 'principle', 'principle'])
  })

  it('takes an obligation with a day for a duty', () => {
    const [task] = read('Hồ sơ tồn đọng phải được giải quyết dứt điểm trước ngày 30/11/2026.').tasks
    expect(task).toMatchObject({ kind: 'task', due: '2026-11-30' })
  })

  it('hands proposals on', () => {
    const { tasks } = read(
      'Về đề xuất của Sở Y tế xin bổ sung kinh phí: Giao Sở Tài chính nghiên cứu, tham mưu UBND tỉnh.',
      'Kiến nghị Bộ Y tế sớm ban hành hướng dẫn về mức chuẩn trợ giúp xã hội.',
    )
    expect(tasks.map(({ kind, assignee }) => [kind, assignee])).toEqual([
      ['proposal', 'Sở Tài chính'],
      ['proposal', 'Bộ Y tế'],
    ])
  })

  it.each([
    ['praise', 'Chủ tịch UBND tỉnh biểu dương Sở Y tế đã chủ động rà soát hồ sơ, kịp thời chi trả trợ cấp.'],
    ['finding', 'Tuy nhiên, việc chi trả trợ cấp ở một số xã còn chậm, cần được quan tâm hơn.'],
    [
      'background',
      'Ngày 10/9/2026, tại trụ sở UBND tỉnh, đồng chí Lê Văn A chủ trì cuộc họp nghe Sở Y tế báo cáo.',
    ],
    ['background', 'Căn cứ Luật Trẻ em; xét đề nghị của Giám đốc Sở Y tế.'],
    [
      'background',
      'Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về Sở Y tế để được hướng dẫn.',
    ],
    ['background', 'Yêu cầu các đơn vị nghiêm túc thực hiện./.'],
    ['background', 'Quyết định này có hiệu lực kể từ ngày ký.'],
  ])('keeps %s: %s', (kind, line) => {
    const reading = read('1. Về công tác trẻ em.', line)
    expect(reading.tasks).toEqual([])
    expect(reading.kept.at(-1)?.kind).toBe(kind)
  })

  it('hears an order in the same sentence as praise', () => {
    const reading = read('Ghi nhận kết quả của Sở Y tế và yêu cầu Sở Nội vụ rà soát chế độ người có công.')
    expect(reading.tasks.map(said)).toEqual(['Sở Nội vụ: Rà soát chế độ người có công'])
    expect(reading.kept.map(({ kind }) => kind)).toEqual(['praise'])
  })

  it('finds nothing to do under a heading of remarks or of purposes, and numbers to reach under goals', () => {
    const { tasks } = read(
      'I. ĐÁNH GIÁ CHUNG',
      'Tập trung chi trả kịp thời, tổ chức tốt việc thăm hỏi.',
      'II. MỤC ĐÍCH',
      '- Nâng cao nhận thức của người dân.',
      'III. MỤC TIÊU',
      '- 100% người thuộc hộ nghèo được cấp thẻ bảo hiểm y tế.',
      'IV. NHIỆM VỤ',
      '- Tăng cường kiểm tra việc bình xét hộ nghèo.',
    )
    expect(tasks.map(({ does }) => does)).toEqual([
      '100% người thuộc hộ nghèo được cấp thẻ bảo hiểm y tế',
      'Tăng cường kiểm tra việc bình xét hộ nghèo',
    ])
    expect(tasks[0]?.targets).toMatchObject([{ number: 100, unit: '%', comparison: 'exactly' }])
  })
})

describe('the page around the text', () => {
  it('keeps recipients, signature and letterhead', () => {
    expect(
      kinds(
        'ỦY BAN NHÂN DÂN TỈNH NGHỆ AN',
        'Số: 12/UBND-VX',
        'Kính gửi: Sở Y tế.',
        'Giao Sở Y tế kiểm tra việc chi trả trợ cấp.',
        'Nơi nhận:',
        '- Như trên;',
        '- Lưu: VT.',
        'KT. CHỦ TỊCH',
        'PHÓ CHỦ TỊCH',
        'Hoàng Thị Lam',
      ),
    ).toEqual([
      'head',
      'head',
      'head',
      'recipients',
      'recipients',
      'recipients',
      'signature',
      'signature',
      'signature',
    ])
  })

  it('joins the lines that a machine broke, and quotes the words of the line', () => {
    const lines = [
      'Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát danh sách người khuyết tật trên',
      'địa bàn và báo cáo UBND tỉnh trước ngày 20/11/2026.',
    ]
    const [task] = read(...lines).tasks
    expect(task).toMatchObject({ due: '2026-11-20', paragraph: 1 })
    expect(lines[0]).toContain(task?.quote)
  })

  it('reads through lost tones and odd blanks, and quotes them as they stand', () => {
    const line = 'Phôi hợp  với Liên đoàn Lao động tỉnh hướng dẫn doanh nghiệp, xong trươc ngay 30/4/2026 .'
    const [task] = read('1. Sở Nội vụ :', line).tasks
    expect(task).toMatchObject({ cooperatesWith: ['Liên đoàn Lao động tỉnh'], due: '2026-04-30' })
    expect(line).toContain(task?.quote)
  })

  it('quotes text whose letters are written in parts', () => {
    const line = 'Giao Sở Y tế rà soát hộ nghèo.'.normalize('NFD')
    const [task] = read(line).tasks
    expect(task?.assignee).toBe('Sở Y tế')
    expect(line).toContain(task?.quote)
  })
})
