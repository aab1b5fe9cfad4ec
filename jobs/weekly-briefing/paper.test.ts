import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { taskStates } from '#law/task-monitoring'
import type { PaperBlock } from '#platform/paper'
import type { LeaderFigures } from './figures.ts'
import { briefingPaper, changeText } from './paper.ts'

const zero = Object.fromEntries(taskStates.map((state) => [state, 0])) as LeaderFigures['tasks']['counts']
const nothing: LeaderFigures = {
  on: day('2026-11-23'),
  since: day('2026-11-16'),
  principles: [],
  findings: {
    missed: 0,
    undue: 0,
    underpaid: 0,
    overpaid: 0,
    late: 0,
    comingUp: 0,
    unknown: 0,
    duplicate: 0,
  },
  communes: [],
  tasks: { directives: [], counts: zero, late: [], lateBy: [], nearDue: [] },
  compared: [],
  feedback: { open: 0, late: 0, lateBy: [] },
  law: [],
}
const late = {
  id: 7,
  directiveId: 1,
  directive: '440/TB-UBND',
  number: '12',
  does: 'Rà soát hồ sơ người có công tồn đọng',
  lead: 'Sở Nội vụ',
  party: 'dpHomeAffairs',
  dueOn: day('2026-11-03'),
  daysLate: 20,
}
const figures: LeaderFigures = {
  ...nothing,
  principles: [
    {
      name: 'full',
      value: 96.9,
      part: 18_904,
      whole: 19_500,
      standing: 'cham',
      asOf: day('2026-11-23'),
      change: { by: -0.4, since: day('2026-11-16') },
    },
  ],
  communes: [
    {
      unitUid: '16702@2025-07-01',
      name: 'Phường Vinh Phú',
      counts: { 'missed-people': 1_204, 'undue-people': 31, 'late-applications': 5 },
      total: 1_240,
    },
  ],
  tasks: {
    directives: [
      { id: 1, number: '440/TB-UBND', title: 'Kết luận của Chủ tịch', total: 23, done: 4, late: 1 },
    ],
    counts: { ...zero, late: 1, nearDue: 1 },
    late: [late],
    lateBy: [
      { party: 'dpHomeAffairs', name: 'Sở Nội vụ', count: 1 },
      { party: undefined, name: '', count: 2 },
    ],
    nearDue: [{ ...late, number: '13', dueOn: day('2026-11-26'), daysLate: -3 }],
  },
  compared: [
    {
      metric: 'poor-households',
      name: { vi: 'Hộ nghèo', en: 'Poor households' },
      unit: 'households',
      reported: 40_000,
      reportedOn: day('2026-11-20'),
      measured: 41_312,
      difference: -1_312,
    },
  ],
  feedback: { open: 14, late: 2, lateBy: [{ name: { vi: 'Sở Y tế', en: 'Health' }, count: 2 }] },
  law: [
    {
      number: '07/2021/NĐ-CP',
      title: { vi: 'Chuẩn nghèo', en: 'Poverty' },
      on: day('2027-01-01'),
      is: 'ends',
    },
  ],
}

function textOf(of: LeaderFigures): string {
  return briefingPaper(of, new Date('2026-11-23T01:00:00Z'))
    .body.flatMap((block: PaperBlock) => {
      if (block.block === 'list') return block.items
      if (block.block !== 'table') return [block.text]
      return [block.caption ?? '', ...block.columns.map(({ head }) => head), ...block.rows.flat()]
    })
    .join('\n')
}

describe('the weekly briefing', () => {
  it('is a draft: marked, without number and day, with nobody’s name under it', () => {
    const paper = briefingPaper(figures, new Date('2026-11-23T01:00:00Z'))
    expect(paper).toMatchObject({ mark: 'DỰ THẢO', kind: 'BÁO CÁO' })
    expect(paper.number).toMatch(/^Số: +\/BC-VP$/)
    expect(paper.placeAndDay).toMatch(/ngày +tháng +năm 2026$/)
    expect(paper.signatory.name).toBeUndefined()
    expect(paper.summary).toContain('từ ngày 16/11/2026 đến ngày 23/11/2026')
  })

  it('tells every figure of the page', () => {
    const text = textOf(figures)
    for (const told of [
      '96,9 %',
      'giảm 0,4 điểm so với 16/11/2026',
      '18.904 trong 19.500',
      '1.204',
      '1.240',
      'Phường Vinh Phú',
    ])
      expect(text).toContain(told)
    for (const told of [
      'Tổng số 2 nhiệm vụ',
      'Sở Nội vụ (1); chưa rõ cơ quan chủ trì (2)',
      '440/TB-UBND, 12. Rà soát',
      '440/TB-UBND, Kết luận',
      '23',
      'quá 20 ngày',
      'còn 3 ngày',
    ])
      expect(text).toContain(told)
    for (const told of ['40.000', '41.312', '-1.312', 'Đang xử lý 14; quá hạn 2, ở: Sở Y tế (2)'])
      expect(text).toContain(told)
    expect(text).toContain('07/2021/NĐ-CP (Chuẩn nghèo) sẽ hết hiệu lực từ 01/01/2027')
  })

  it('says of what is not there that it is not there, and never zero per cent', () => {
    const text = textOf(nothing)
    expect(text).toContain('Chưa đo được')
    expect(text).toContain('Chưa có nhiệm vụ nào')
    expect(text).not.toContain('%')
    const unmeasured = { ...figures.principles[0], value: undefined, part: undefined, change: undefined }
    expect(textOf({ ...figures, principles: [unmeasured as LeaderFigures['principles'][number]] })).toContain(
      'chưa đo',
    )
  })

  it('has the same six sections every week', () => {
    for (const week of [figures, nothing])
      expect(textOf(week).match(/^\d\. .+$/gm)).toEqual([
        '1. Đúng đối tượng, đủ chế độ, kịp thời',
        '2. Nhiệm vụ được giao',
        '3. Xã, phường còn nhiều việc chưa đúng',
        '4. Số báo cáo khác số đo được',
        '5. Góp ý, phản ánh, kiến nghị',
        '6. Thay đổi của pháp luật',
      ])
  })

  it('says how a principle moved in words', () => {
    const moved = (by: number) => changeText({ change: { by, since: day('2026-11-16') } })
    expect([0.5, -0.5, 0].map(moved)).toEqual([
      'tăng 0,5 điểm so với 16/11/2026',
      'giảm 0,5 điểm so với 16/11/2026',
      'không đổi so với 16/11/2026',
    ])
    expect(changeText({ change: undefined })).toBe('chưa so được')
  })
})
