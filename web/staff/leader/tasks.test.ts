import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import type { TaskFigures } from '#jobs/weekly-briefing'
import { taskStates } from '#law/task-monitoring'
import { Tasks } from './tasks.tsx'

const zero = Object.fromEntries(taskStates.map((state) => [state, 0])) as TaskFigures['counts']
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

function draw(tasks: TaskFigures, path = '/can-bo/dieu-hanh'): string {
  const page = createElement(MemoryRouter, { initialEntries: [path] }, createElement(Tasks, { tasks }))
  return renderToStaticMarkup(page)
}

describe('the tasks on the leader’s page', () => {
  it('says how many are in each state, what is late, with whom, and for how long', () => {
    const html = draw({
      counts: { ...zero, late: 21, inTime: 3 },
      late: [late],
      directives: [{ id: 1, number: '440/TB-UBND', title: undefined, total: 24, done: 0, late: 21 }],
      lateBy: [{ party: 'dpHomeAffairs', name: 'Sở Nội vụ', count: 21 }],
      nearDue: [],
    })
    expect(html).toContain('Đang thực hiện – quá hạn</span><b class="num">21</b>')
    expect(html).not.toContain('Hoàn thành đúng hạn')
    expect(html).toContain('<a href="/can-bo/chi-dao/1" lang="vi">440/TB-UBND</a>')
    expect(html).toContain(
      '<a href="/can-bo/chi-dao/nhiem-vu?trang-thai=late&amp;co-quan=dpHomeAffairs">Sở Nội vụ</a> (21)',
    )
    expect(html).toContain('href="/can-bo/chi-dao/nhiem-vu/7"')
    expect(html).toContain('03/11/2026<br/><span class="sai">quá 20 ngày</span>')
    expect(html).toContain('Còn 20 nhiệm vụ quá hạn nữa.')
    expect(html).not.toContain('Sắp đến hạn')
  })

  it('says so when nothing is late, and when there is no task at all', () => {
    expect(
      draw({ counts: { ...zero, inTime: 2 }, late: [], directives: [], lateBy: [], nearDue: [] }),
    ).toContain('Không có nhiệm vụ quá hạn.')
    expect(draw({ counts: zero, late: [], directives: [], lateBy: [], nearDue: [] })).toContain(
      'Chưa có nhiệm vụ nào',
    )
  })

  it('says in English how many days are left', () => {
    const near = { ...late, dueOn: day('2026-11-24'), daysLate: -1 }
    const html = draw(
      { counts: { ...zero, nearDue: 1 }, late: [], directives: [], lateBy: [], nearDue: [near] },
      '/en/can-bo/dieu-hanh',
    )
    expect(html).toContain('1 day left')
    expect(html).toContain('href="/en/can-bo/chi-dao/nhiem-vu/7"')
  })
})
