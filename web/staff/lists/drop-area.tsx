import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useWords } from '#web/ui/index.ts'
import { fileBytesMax } from './job.ts'
import { words } from './words.ts'

/**
 * A field for a file that also takes one dropped onto it. With scripts the label is the button and the chosen name
 * stands beside it, in the page's language; without them the browser's own button is shown.
 */
export function DropArea({ children }: { children: ReactNode }) {
  const t = useWords(words)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const show = () => {
    const file = input.current?.files?.[0]
    // Said before anything is sent; the server says the same.
    input.current?.setCustomValidity(file && file.size > fileBytesMax ? t.tooLarge : '')
    setChosen(file?.name)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    if (input.current && event.dataTransfer.files.length > 0) input.current.files = event.dataTransfer.files
    show()
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
      <p id="file-hint">
        <b>{t.choose}</b>
        <span className="hint">{t.chooseHint}</span>
      </p>
      <div className="file">
        <input
          ref={input}
          id="file"
          name="file"
          type="file"
          accept=".xlsx,.csv"
          required
          aria-describedby="file-hint file-chosen"
          onChange={show}
        />
        <label htmlFor="file" className="btn">
          {t.chooseButton}
        </label>
        <output id="file-chosen" htmlFor="file">
          {chosen ?? t.noneChosen}
        </output>
      </div>
      {children}
    </fieldset>
  )
}
