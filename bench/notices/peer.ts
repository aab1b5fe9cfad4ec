import type { DraftTask, NoticeDocument, NoticeReading } from '#notices'

const verbs = [
  'yêu cầu',
  'giao',
  'đề nghị',
  'chủ trì',
  'phối hợp',
  'tham mưu',
  'triển khai',
  'tổ chức',
  'tăng cường',
  'rà soát',
]

/** What a morning's work finds: every sentence or clause with one of ten verbs of command is a task. */
export function peerReading(document: NoticeDocument): Pick<NoticeReading, 'directive' | 'tasks'> {
  const tasks = document.parts.flatMap((part, at): Omit<DraftTask, 'id'>[] => {
    const texts = part.kind === 'paragraph' ? part.text.split(/(?<=[.;])\s/) : part.rows.flat()
    return texts
      .filter((text) => verbs.some((verb) => text.toLowerCase().includes(verb)))
      .map((quote) => ({ paragraph: at + 1, does: quote, quote, areas: ['direction'], kind: 'task' }))
  })
  return {
    directive: { kind: 'other', inferred: [] },
    tasks: tasks.map((task, at) => ({ id: at + 1, ...task })),
  }
}
