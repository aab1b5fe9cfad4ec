import type { ComparedLine } from '#publishing'

/** What the server says to a saving, over the wire. */
export type SaveAnswer =
  | {
      ok: true
      version: number
      savedAt: string
      problems: Record<string, 'notADay' | 'notAnAddress' | 'notBlocks'>
    }
  | { ok: false; because: 'notFound' | 'notEditable' | 'invalid' }
  | {
      ok: false
      because: 'conflict'
      version: number
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
  | { kind: 'refused'; because: 'notFound' | 'notEditable' | 'invalid' | 'signedOut' }
  | {
      kind: 'conflict'
      version: number
      editedBy: string
      editedAt: Date
      differences: ComparedLine[]
    }

/** The state after an answer. */
export function stateAfter(answer: SaveAnswer): SaveState {
  if (answer.ok) return { kind: 'saved', at: new Date(answer.savedAt) }
  if (answer.because !== 'conflict') return { kind: 'refused', because: answer.because }
  const { version, editedBy, editedAt, differences } = answer
  return { kind: 'conflict', version, editedBy, editedAt: new Date(editedAt), differences }
}
