import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** A field for a file that also takes one dropped onto it. */
export function DropArea({ again, children }: { again: boolean; children: ReactNode }) {
  const t = useWords(words)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    if (input.current && event.dataTransfer.files.length > 0) input.current.files = event.dataTransfer.files
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  return (
    <fieldset
      className="drop"
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <label htmlFor="file">
        <b>{again ? t.another : t.choose}</b>
      </label>
      <p className="hint" id="file-hint">
        {t.chooseHint}
      </p>
      <input
        ref={input}
        id="file"
        name="file"
        type="file"
        accept=".xlsx,.csv"
        required
        aria-describedby="file-hint"
      />
      {children}
    </fieldset>
  )
}
