import { useEffect, useRef, useState } from 'react'

/**
 * A field for one file. With scripts its label is the button and the chosen name stands beside it, in the page's language;
 * without them the browser's own button is shown.
 */
export function FileField(props: {
  id: string
  title: string
  hint: string
  button: string
  none: string
  accept: string
  required?: boolean
}) {
  const { id, title, hint, button, none, accept, required = false } = props
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<string>()
  const show = () => setChosen(input.current?.files?.[0]?.name)
  // A file may have been chosen before the scripts came.
  useEffect(() => setChosen(input.current?.files?.[0]?.name), [])
  return (
    <fieldset className="drop">
      <p id={`${id}-hint`}>
        <b>{title}</b>
        <span className="hint">{hint}</span>
      </p>
      <div className="file">
        <input
          ref={input}
          id={id}
          name={id}
          type="file"
          accept={accept}
          required={required}
          aria-describedby={`${id}-hint ${id}-chosen`}
          onChange={show}
        />
        <label htmlFor={id} className="btn">
          {button}
        </label>
        <output id={`${id}-chosen`} htmlFor={id}>
          {chosen ?? none}
        </output>
      </div>
    </fieldset>
  )
}
