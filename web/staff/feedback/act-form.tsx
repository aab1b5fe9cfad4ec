import type { ReactNode } from 'react'
import { Form } from 'react-router'
import type { HandlingKind } from '#feedback'
import { Button, useWords } from '#web/ui/index.ts'
import type { MessageView } from './view.server.ts'
import { words } from './words.ts'

/** The message as its page holds it, with the key by which an act is done once. */
export type Keyed = MessageView & { key: string }

/** What was sent and refused, to be mended. */
export type Typed = { what: string; text: string } | undefined

/** A form for one act. */
export function Act(props: {
  view: Keyed
  act: HandlingKind
  isMain?: boolean
  button?: string
  children?: ReactNode
}) {
  const { view, act, isMain = false, button, children } = props
  const t = useWords(words)
  return (
    <Form method="post" action="?" className="message-act">
      <input type="hidden" name="khoa" value={`${act}-${view.key}`} />
      {children}
      <Button type="submit" name="viec" value={act} {...(isMain ? { weight: 'main' as const } : {})}>
        {button ?? t.buttons[act]}
      </Button>
    </Form>
  )
}

/** An act that needs a reason, folded until it is wanted. */
export function WithReason(props: {
  view: Keyed
  act: HandlingKind
  hint?: string
  label?: string
  text: string | undefined
}) {
  const { view, act, hint, label, text } = props
  const t = useWords(words)
  return (
    <details open={text !== undefined}>
      <summary>{t.buttons[act]}</summary>
      <Act view={view} act={act}>
        <Reason act={act} hint={hint} label={label} text={text} />
      </Act>
    </details>
  )
}

export function Reason(props: {
  act: string
  hint?: string | undefined
  /** “Reason” where nothing is said. */
  label?: string | undefined
  text: string | undefined
}) {
  const { act, hint, label, text } = props
  const t = useWords(words)
  const id = `ly-do-${act}`
  return (
    <div className="field">
      <label htmlFor={id}>{label ?? t.because}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <input
        type="text"
        id={id}
        name="ly-do"
        maxLength={1_000}
        autoComplete="off"
        defaultValue={text}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
    </div>
  )
}
