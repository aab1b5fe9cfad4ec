/** What a key asks for in the workspace. */
export type Move = 'down' | 'up' | 'open' | 'search' | 'help'

interface Pressed {
  key: string
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
}

const moves: Readonly<Record<string, Move>> = {
  j: 'down',
  k: 'up',
  Enter: 'open',
  '/': 'search',
  '?': 'help',
}

/** The move a key stands for; none with a modifier held, and none while somebody types or stands on a control. */
export function moveOf(pressed: Pressed, standsOn: { tagName: string; isContentEditable?: boolean } | null) {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined
  const tag = standsOn?.tagName ?? 'BODY'
  if (standsOn?.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(tag)) return undefined
  const move = moves[pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key]
  return move === 'open' && ['A', 'BUTTON', 'SUMMARY'].includes(tag) ? undefined : move
}
