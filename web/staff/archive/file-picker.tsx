import { useEffect, useRef, useState } from 'react'
import { useWords } from '#web/ui/index.ts'
import { scanWords } from './scan-words.ts'

/**
 * A field for pictures. With scripts the label is the button, in the page's language, and the number of files chosen stands
 * beside it; without them the browser's own button is shown.
 */
export function FilePicker(props: {
  id: string
  title: string
  button: string
  hint?: string
  accept: string
  /** Opens the phone's camera. */
  camera?: boolean
}) {
  const s = useWords(scanWords)
  const { id, title, button, hint, accept, camera } = props
  const input = useRef<HTMLInputElement>(null)
  const [count, setCount] = useState(0)
  const show = () => setCount(input.current?.files?.length ?? 0)
  // Files may have been chosen before the scripts came.
  useEffect(() => setCount(input.current?.files?.length ?? 0), [])
  return (
    <fieldset className="drop">
      <p id={`${id}-hint`}>
        <b>{title}</b>
        {hint ? <span className="hint">{hint}</span> : null}
      </p>
      <div className="file">
        <input
          ref={input}
          id={id}
          name="files"
          type="file"
          multiple={!camera}
          accept={accept}
          capture={camera ? 'environment' : undefined}
          aria-describedby={`${id}-hint ${id}-chosen`}
          onChange={show}
        />
        <label htmlFor={id} className="btn">
          {button}
        </label>
        <output id={`${id}-chosen`} htmlFor={id}>
          {s.filesChosen(count)}
        </output>
      </div>
    </fieldset>
  )
}
