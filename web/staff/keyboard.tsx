import { useEffect, useRef, useState } from 'react'
import { useWords } from '#web/ui/index.ts'
import { type Move, moveOf } from './keys.ts'
import { words } from './words.ts'

const switchedOff = 'an-sinh-keys-off'

/**
 * The keys of the workspace and the list of them. Rows that J and K walk carry `data-row`; each holds the link that
 * Enter opens in `data-open`. Without scripts the button is not shown and nothing is lost but speed.
 */
export function Keyboard() {
  const t = useWords(words)
  const dialog = useRef<HTMLDialogElement>(null)
  const [on, setOn] = useState<boolean>()
  useEffect(() => setOn(readSwitch()), [])
  useEffect(() => {
    if (on === undefined) return
    const listen = (event: KeyboardEvent) => {
      const move = moveOf(event, event.target instanceof HTMLElement ? event.target : null)
      if (!move || (!on && move !== 'help') || dialog.current?.open) return
      if (act(move, dialog.current)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [on])
  if (on === undefined) return null
  return (
    <>
      <button type="button" className="btn text keys-button" onClick={() => dialog.current?.showModal()}>
        {t.keys} <kbd>?</kbd>
      </button>
      <dialog ref={dialog} aria-labelledby="keys-title">
        <h2 id="keys-title">{t.keysTitle}</h2>
        <KeyList />
        <label className="keys-switch">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              setOn(event.target.checked)
              writeSwitch(event.target.checked)
            }}
          />
          {t.keysOn}
        </label>
        <p className="quiet small">{t.keysWhy}</p>
        <form method="dialog">
          <button type="submit" className="btn sm">
            {t.close}
          </button>
        </form>
      </dialog>
    </>
  )
}

function KeyList() {
  const t = useWords(words)
  const rows: [string[], string][] = [
    [['J', 'K'], t.keysMove],
    [['Enter'], t.keysOpen],
    [['/'], t.keysSearch],
    [['?'], t.keysAll],
  ]
  return (
    <dl className="key-list">
      {rows.map(([keys, does]) => (
        <div key={does}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The line of keys below a list, as a reminder. */
export function KeyHints() {
  const t = useWords(words)
  return (
    <>
      <span>
        <kbd>J</kbd> <kbd>K</kbd> {t.keysMove}
      </span>
      <span>
        <kbd>Enter</kbd> {t.keysOpen}
      </span>
      <span>
        <kbd>/</kbd> {t.keysSearch}
      </span>
      <span>
        <kbd>?</kbd> {t.keysAll}
      </span>
    </>
  )
}

/** Does the move on the page; false when there was nothing to do. */
function act(move: Move, dialog: HTMLDialogElement | null): boolean {
  if (move === 'help') dialog?.showModal()
  else if (move === 'search') document.querySelector<HTMLInputElement>('#wf')?.focus()
  else if (move === 'open') return openRow()
  else return walk(move === 'down' ? 1 : -1)
  return true
}

function currentRow(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-row][data-here], [data-row][aria-current="true"]')
}

function walk(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  if (rows.length === 0) return false
  const current = currentRow()
  const next = current ? rows.indexOf(current) + step : 0
  const row = rows[Math.max(0, Math.min(rows.length - 1, next))] as HTMLElement
  for (const each of rows) each.toggleAttribute('data-here', each === row)
  row.scrollIntoView({ block: 'nearest' })
  row.querySelector<HTMLElement>('[data-select]')?.click()
  return true
}

function openRow(): boolean {
  const row = currentRow()
  const link = row?.matches('[data-open]') ? row : row?.querySelector<HTMLElement>('[data-open]')
  link?.click()
  return link !== null && link !== undefined
}

function readSwitch(): boolean {
  try {
    return localStorage.getItem(switchedOff) === null
  } catch {
    return true
  }
}

function writeSwitch(on: boolean): void {
  try {
    if (on) localStorage.removeItem(switchedOff)
    else localStorage.setItem(switchedOff, '1')
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}
