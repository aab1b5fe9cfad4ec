import { useEffect } from 'react'
import { useWords } from '#web/ui/index.ts'
import { type Choice, choiceOf } from './choices.ts'
import { words } from './words.ts'

/**
 * The keys of a pair: each presses the control that is there for everybody, so that a button that may not be pressed
 * is not pressed by its key either. They rest with all keys of the workspace.
 */
export function usePairKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isSwitchedOff() || document.querySelector('dialog[open]')) return
      const choice = choiceOf(
        event,
        event.target instanceof HTMLElement ? (event.target as HTMLInputElement) : null,
      )
      if (choice && act(choice)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

/** The keys of a pair as a line below it. */
export function PairKeys() {
  const t = useWords(words)
  usePairKeys()
  const rows: [string[], string][] = [
    [['J', 'K'], t.keyNext],
    [['1', '2'], t.keySpeaks],
    [['L'], t.keyLink],
    [['D'], t.keyDifferent],
    [['S'], t.keySetAside],
    [['U'], t.keyUndo],
  ]
  return (
    <p className="keys">
      {rows.map(([keys, does]) => (
        <span key={does}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {does}
        </span>
      ))}
    </p>
  )
}

function act(choice: Choice): boolean {
  const speaks = { firstSpeaks: '1', secondSpeaks: '2' }[choice as 'firstSpeaks' | 'secondSpeaks']
  // A number that must be called a mistake first is asked for, not skipped.
  const mistaken = document.querySelector<HTMLSelectElement>('#mistaken')
  if (choice === 'link' && mistaken?.value === '') {
    mistaken.focus()
    return true
  }
  const control = document.querySelector<HTMLElement>(
    speaks ? `[data-speaks="${speaks}"]` : `[data-choice="${choice}"]:not(:disabled)`,
  )
  control?.click()
  return control !== null
}

function isSwitchedOff(): boolean {
  try {
    return localStorage.getItem('an-sinh-keys-off') !== null
  } catch {
    return false
  }
}
