import type { ComparedLine, Content } from '#publishing'

/** What the server says to a saving, over the wire. */
export type SaveAnswer =
  | {
      ok: true
      version: number
      savedAt: string
      problems: Record<string, 'notADay' | 'notAnAddress' | 'notBlocks'>
    }
  | { ok: false; because: 'notFound' | 'notEditable' }
  /** Something is more than can be kept, or of the wrong form: what, if that is known. */
  | { ok: false; because: 'invalid'; part?: keyof Content | undefined }
  | {
      ok: false
      because: 'conflict'
      version: number
      /** The officer did so in another tab. */
      isOwn: boolean
      editedBy: string
      editedAt: string
      differences: ComparedLine[]
    }

/** What the page says of what was typed: kept, on its way, or why it is not kept. */
export type SaveState =
  | { kind: 'saved'; at: Date }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /** No answer: it is tried again. */
  | { kind: 'offline' }
  | {
      kind: 'refused'
      because: 'notFound' | 'notEditable' | 'invalid' | 'signedOut'
      part?: keyof Content | undefined
    }
  | {
      kind: 'conflict'
      version: number
      isOwn: boolean
      editedBy: string
      editedAt: Date
      differences: ComparedLine[]
    }

/** The state after an answer. */
export function stateAfter(answer: SaveAnswer): SaveState {
  if (answer.ok) return { kind: 'saved', at: new Date(answer.savedAt) }
  if (answer.because === 'invalid') return { kind: 'refused', because: 'invalid', part: answer.part }
  if (answer.because !== 'conflict') return { kind: 'refused', because: answer.because }
  const { version, isOwn, editedBy, editedAt, differences } = answer
  return { kind: 'conflict', version, isOwn, editedBy, editedAt: new Date(editedAt), differences }
}
