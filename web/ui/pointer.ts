let isPressed = false

const press = () => {
  isPressed = true
}
const release = () => {
  isPressed = false
}

/** Begins to know whether a button or a finger presses; asked twice it listens once. */
export function watchPointer(): void {
  window.addEventListener('pointerdown', press, true)
  for (const end of ['pointerup', 'pointercancel'] as const) window.addEventListener(end, release, true)
}

/**
 * Does what moves the page once nothing presses any more: who leaves a field by pressing a button must find the button
 * where it was until they let go, or the press is lost.
 */
export function onceReleased(move: () => void): void {
  if (!isPressed) {
    move()
    return
  }
  const end = new AbortController()
  const afterClick = () => {
    end.abort()
    setTimeout(move)
  }
  for (const each of ['pointerup', 'pointercancel'] as const)
    window.addEventListener(each, afterClick, { signal: end.signal })
}
