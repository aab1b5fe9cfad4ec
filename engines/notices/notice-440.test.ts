import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type DraftTask, readNotice, readPlainText } from './index.ts'

const file = (name: string) => readFileSync(new URL(`./notice-440/${name}`, import.meta.url), 'utf8')
const { directive, tasks, notTasks } = JSON.parse(file('tasks.json')) as {
  directive: Record<string, unknown>
  tasks: (Partial<DraftTask> & Pick<DraftTask, 'id' | 'paragraph' | 'areas'>)[]
  notTasks: string[]
}
const document = readPlainText(file('article.txt'))
const reading = readNotice(document)

/** Words of the article by which each entry is known. */
const wordsOf: Readonly<Record<number, string>> = {
  1: 'rà soát, đánh giá thực hiện các chỉ tiêu',
  2: 'đúng đối tượng, đủ chế độ và kịp thời',
  3: 'đảm bảo an toàn vệ sinh lao động',
  4: 'sẵn sàng nguồn nhân lực',
  5: 'tăng cường kết nối cung – cầu lao động',
  6: 'giải quyết kịp thời, hài hòa mối quan hệ',
  7: 'Tăng cường quản lý công tác đưa người đi làm việc',
  8: 'Rà soát, đánh giá hoạt động của các doanh nghiệp dịch vụ',
  9: 'Đề án số 14-ĐA/TU',
  10: 'thực hiện tốt chính sách đối với người có công',
  11: 'xử lý dứt điểm hồ sơ tồn đọng',
  12: 'kỷ niệm 75 năm',
  13: 'Chương trình MTQG giảm nghèo bền vững',
  14: 'lồng ghép với 2 Chương trình',
  15: 'giáo dục trẻ em',
  16: 'bình đẳng giới',
  17: 'phối hợp liên ngành',
  18: 'truyền thông, công khai',
  19: 'kiện toàn tổ chức bộ máy',
  20: 'người dân làm trung tâm',
  21: 'chuyển đổi số',
  22: 'số hóa hệ thống cơ sở dữ liệu',
  23: 'tham mưu xử lý',
}

function draftOf(id: number): DraftTask {
  const found = reading.tasks.filter(({ quote }) => quote.includes(wordsOf[id] ?? '?'))
  const draft = found.find(({ paragraph }) => paragraph === tasks[id - 1]?.paragraph)
  if (!draft) throw new Error(`No draft speaks of entry ${id}`)
  return draft
}

describe('the notice that began this project', () => {
  it.each(tasks)(
    'says entry $id: $does',
    ({ id, areas, kind, cites, cooperatesWith, reportsTo, due, assignee }) => {
      const draft = draftOf(id)
      expect(draft.areas).toEqual(areas)
      expect(draft.kind).toBe(kind ?? 'task')
      expect(draft.cites).toEqual(cites)
      expect(draft.cooperatesWith).toEqual(cooperatesWith)
      expect(draft.reportsTo).toBe(reportsTo)
      expect(draft.due).toBe(due)
      if (assignee !== undefined) expect(draft.assignee).toBe(assignee)
    },
  )

  it('makes no task of praise, of findings or of background', () => {
    for (const words of notTasks) {
      expect(reading.tasks.filter(({ quote }) => quote.includes(words))).toEqual([])
      expect(reading.kept.filter(({ quote }) => quote.includes(words))).not.toEqual([])
    }
    expect(reading.tasks.length).toBeLessThanOrEqual(28)
  })

  it('has every draft speak of one of its entries', () => {
    const places = new Set(tasks.map(({ paragraph }) => paragraph))
    expect(reading.tasks.filter(({ paragraph }) => !places.has(paragraph))).toEqual([])
  })

  it('is told as it tells of itself, with the year that a commemoration gives', () => {
    expect(reading.directive).toEqual({
      ...directive,
      title: expect.stringContaining('đúng đối tượng, đủ chế độ'),
      inferred: ['issuedOn', 'meetingOn'],
      inferredFrom: '75 năm Ngày Thương binh, Liệt sĩ (27/7)',
    })
    expect(draftOf(12).dueInferred).toBe(true)
  })

  it('keeps the boxes of the page and the byline as what they are', () => {
    const kinds = (quote: string) =>
      reading.kept.filter((kept) => kept.quote === quote).map(({ kind }) => kind)
    expect(kinds('Mã kiểm tra no image')).toEqual(['form'])
    expect(kinds('PQ (tồng hợp)')).toEqual(['signature'])
  })

  it('binds the department that the meeting was with, unless another is named', () => {
    expect(draftOf(15).assignee).toBe('Sở Lao động, Thương binh và Xã hội')
    expect(draftOf(23)).toMatchObject({
      assignee: 'các sở, ngành chức năng liên quan',
      does: 'Kiến nghị đề xuất của Sở LĐ,TB&XH: tham mưu xử lý',
    })
  })
})
