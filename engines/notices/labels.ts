import type { DirectiveHead, DraftTask } from './types.ts'

/** One thing that a careful reader finds commanded. Fields that the document does not say are absent. */
export interface LabelledTask
  extends Partial<
    Pick<
      DraftTask,
      | 'does'
      | 'kind'
      | 'quote'
      | 'assignee'
      | 'cooperatesWith'
      | 'reportsTo'
      | 'due'
      | 'recurs'
      | 'cites'
      | 'targets'
    >
  > {
  id: number
  paragraph: number
  areas: DraftTask['areas']
  /** Careful readers differ on it: neither asked for nor held against the reader. */
  optional?: boolean
}

/** What a document commands, and words that must never become a task. */
export interface NoticeLabel {
  directive: Partial<Omit<DirectiveHead, 'inferred'>>
  tasks: LabelledTask[]
  notTasks: string[]
}
