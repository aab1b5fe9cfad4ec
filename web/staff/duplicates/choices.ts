/** What a key asks for on the page of a pair. */
export type Choice =
  | 'next'
  | 'previous'
  | 'link'
  | 'different'
  | 'setAside'
  | 'undo'
  | 'firstSpeaks'
  | 'secondSpeaks'

interface Pressed {
  key: string
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  repeat: boolean
}

const choices: Readonly<Record<string, Choice>> = {
  j: 'next',
  k: 'previous',
  l: 'link',
  d: 'different',
  s: 'setAside',
  u: 'undo',
  '1': 'firstSpeaks',
  '2': 'secondSpeaks',
}

/**
 * The choice a key stands for; none with a modifier held, none while somebody types or chooses, and none from a key
 * that is kept down: each decision is a press of its own.
 */
export function choiceOf(
  pressed: Pressed,
  standsOn: { tagName: string; type?: string } | null,
): Choice | undefined {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.repeat) return undefined
  const isTyping = standsOn && ['TEXTAREA', 'SELECT'].includes(standsOn.tagName)
  if (isTyping || (standsOn?.tagName === 'INPUT' && standsOn.type !== 'radio')) return undefined
  return choices[pressed.key.toLowerCase()]
}
