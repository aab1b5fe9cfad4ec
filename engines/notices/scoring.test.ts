import { describe, expect, it } from 'vitest'
import type { LabelledTask } from './labels.ts'
import { precisionOf, recallOf, scoreReading, sumScores } from './scoring.ts'
import type { DraftTask, NoticeDocument } from './types.ts'

const paragraph =
  'Ghi nhận kết quả đã đạt được; giao Sở Y tế rà soát hồ sơ tồn đọng; công khai kết quả cho dân biết'
const document: NoticeDocument = {
  parts: [
    { kind: 'paragraph', text: paragraph },
    {
      kind: 'table',
      rows: [
        ['1', 'Mở lớp dạy nghề'],
        ['2', 'Xóa nhà tạm'],
      ],
    },
  ],
}
const review: LabelledTask = { id: 1, paragraph: 1, quote: 'rà soát hồ sơ tồn đọng', areas: ['merit'] }
const publish: LabelledTask = {
  id: 2,
  paragraph: 1,
  quote: 'công khai kết quả cho dân biết',
  areas: ['communication'],
}
const praise = 'Ghi nhận kết quả đã đạt được'

function draft(quote: string, also: Partial<DraftTask> = {}): DraftTask {
  return { id: 1, paragraph: 1, does: quote, areas: ['merit'], kind: 'task', quote, ...also }
}

function score(
  drafts: DraftTask[],
  { tasks = [review, publish], addressee }: { tasks?: LabelledTask[]; addressee?: string } = {},
) {
  return scoreReading(
    document,
    {
      directive: { kind: 'plan', number: '12/KH-UBND', ...(addressee && { addressee }) },
      tasks,
      notTasks: [praise],
    },
    { directive: { kind: 'plan', inferred: [] }, tasks: drafts },
  )
}

describe('how far a reading agrees with its label', () => {
  it('counts what is found, what is missed and what is false', () => {
    const { found, labelled, right, drafts, missed, extra } = score([
      draft('giao Sở Y tế rà soát hồ sơ tồn đọng'),
      draft('Mở lớp dạy nghề', { paragraph: 2 }),
    ])
    expect({ found, labelled, right, drafts }).toEqual({ found: 1, labelled: 2, right: 1, drafts: 2 })
    expect(missed).toEqual([publish])
    expect(extra.map(({ quote }) => quote)).toEqual(['Mở lớp dạy nghề'])
  })

  it('lets a draft join two labelled tasks', () => {
    const joined = score([draft('rà soát hồ sơ tồn đọng; công khai kết quả cho dân biết')])
    expect([recallOf(joined), precisionOf(joined)]).toEqual([1, 1])
  })

  it('lets a labelled task be split in two, but not in three', () => {
    const whole = [{ ...review, quote: 'giao Sở Y tế rà soát hồ sơ tồn đọng' }]
    const two = [draft('giao Sở Y tế'), draft('rà soát hồ sơ')]
    expect(precisionOf(score(two, { tasks: whole }))).toBe(1)
    expect(score([...two, draft('tồn đọng')], { tasks: whole })).toMatchObject({ right: 2, drafts: 3 })
  })

  it('credits a draft of a whole page with no more than two tasks', () => {
    const tasks = ['Sở Y tế', 'rà soát', 'công khai'].map((quote, at) => ({ ...review, id: at + 1, quote }))
    const whole = draft('giao Sở Y tế rà soát hồ sơ tồn đọng; công khai kết quả cho dân biết')
    expect(score([whole], { tasks })).toMatchObject({ found: 2, labelled: 3 })
  })

  it('calls a draft false that speaks of praise, also when a task stands in it', () => {
    expect(score([draft(praise)])).toMatchObject({ right: 0, drafts: 1 })
    expect(score([draft(paragraph)])).toMatchObject({ right: 0, drafts: 1, found: 0 })
  })

  it('neither asks for an optional task nor holds it against the reader', () => {
    const tasks = [review, { ...publish, optional: true }]
    const both = [draft('rà soát hồ sơ tồn đọng'), draft('công khai kết quả')]
    expect(score(both, { tasks })).toMatchObject({ labelled: 1, found: 1, drafts: 1, right: 1 })
    expect(score(both.slice(0, 1), { tasks })).toMatchObject({ labelled: 1, found: 1, drafts: 1, right: 1 })
  })

  it('finds a task in the cell of a table and one labelled by what is to be done alone', () => {
    const cell: LabelledTask = { id: 1, paragraph: 2, quote: 'Xóa nhà tạm', areas: ['poverty'] }
    expect(score([draft('Xóa nhà tạm', { paragraph: 2 })], { tasks: [cell] })).toMatchObject({ found: 1 })
    const told: LabelledTask = { id: 1, paragraph: 1, does: 'Công khai kết quả', areas: ['communication'] }
    expect(score([draft('công khai kết quả cho dân biết')], { tasks: [told] })).toMatchObject({ found: 1 })
  })

  it('gives every task its own draft where one quote stands under several', () => {
    const quote = 'rà soát hồ sơ tồn đọng; công khai kết quả cho dân biết'
    const drafts = [draft(quote, { does: 'Công khai kết quả' }), draft(quote, { does: 'Rà soát hồ sơ' })]
    expect(score(drafts)).toMatchObject({ found: 2, right: 2 })
  })

  it('counts a quote that is not words of its part', () => {
    expect(score([draft('rà soát mọi hồ sơ tồn đọng')]).misquoted).toBe(1)
    expect(score([draft('rà soát hồ sơ tồn đọng')]).misquoted).toBe(0)
  })
})

describe('the fields of what was found', () => {
  it('asks a field where either says something, and leaves out where neither does', () => {
    const due = '2026-09-30' as NonNullable<DraftTask['due']>
    const { fields } = score([draft('rà soát hồ sơ tồn đọng', { due })], { tasks: [review] })
    expect(fields).toMatchObject({ due: { asked: 1, right: 0 }, cites: { asked: 0, right: 0 } })
  })

  it('knows a cited document by its number, a target by its figure, an agency by its words', () => {
    const said = { assignee: 'sở y tế.', cites: ['Quyết định số 22/2026/QĐ-UBND'] }
    const target = { words: 'ít nhất 90%', number: 90, comparison: 'at-least' as const }
    const task: LabelledTask = {
      ...review,
      assignee: 'Sở Y tế',
      cites: ['Quyết định số 22/2026/QĐ-UBND ngày 18/5/2026 của UBND tỉnh'],
      targets: [target],
    }
    const { fields } = score(
      [draft('rà soát hồ sơ tồn đọng', { ...said, targets: [{ ...target, words: '90%' }] })],
      { tasks: [task] },
    )
    for (const name of ['assignee', 'cites', 'targets', 'kind', 'areas'])
      expect(fields[name], name).toEqual({ asked: 1, right: 1 })
  })

  it('does not ask for an assignee that is the addressee of the whole document', () => {
    const drafts = [draft('rà soát hồ sơ tồn đọng', { assignee: 'Sở Y tế' })]
    expect(score(drafts, { tasks: [review], addressee: 'Sở Y tế' }).fields.assignee?.asked).toBe(0)
    expect(score(drafts, { tasks: [review] }).fields.assignee).toEqual({ asked: 1, right: 0 })
  })

  it('takes two agencies named together as the same with a comma between', () => {
    const task: LabelledTask = { ...review, assignee: 'Sở Xây dựng và Sở Tài chính' }
    const drafts = [draft('rà soát hồ sơ tồn đọng', { assignee: 'Sở Xây dựng, Sở Tài chính' })]
    expect(score(drafts, { tasks: [task] }).fields.assignee).toEqual({ asked: 1, right: 1 })
  })

  it('takes areas as alike when half of what either names is named by both', () => {
    const areas = (said: DraftTask['areas']) =>
      score([draft('rà soát hồ sơ tồn đọng', { areas: said })], { tasks: [review] }).fields.areas?.right
    expect([
      areas(['merit', 'poverty']),
      areas(['merit', 'poverty', 'children']),
      areas(['poverty']),
    ]).toEqual([1, 0, 0])
  })

  it('compares of the head what the label names', () => {
    expect(score([]).head).toEqual({ kind: { asked: 1, right: 1 }, number: { asked: 1, right: 0 } })
  })

  it('sums documents as one', () => {
    const sum = sumScores([score([draft('rà soát hồ sơ tồn đọng')]), score([])])
    expect([recallOf(sum), precisionOf(sum)]).toEqual([0.25, 1])
    expect(sum.head.number).toEqual({ asked: 2, right: 0 })
    expect([recallOf(sumScores([])), precisionOf(sumScores([]))]).toEqual([1, 1])
  })
})
