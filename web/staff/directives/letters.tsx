import { Form } from 'react-router'
import type { LetterChoice } from '#directives'
import { Button, Field, useWords } from '#web/ui/index.ts'
import { words } from './letters-words.ts'

interface Shown {
  choice: LetterChoice | undefined
  /** This machine is connected to a mail server. */
  sendsMail: boolean
  /** The form came back with what was typed. */
  returned: { problem: string; typed: string } | undefined
  isSaved: boolean
}

/** Whether and where the officer wants reminders by letter; folded until it is wanted. */
export function Letters({ choice, sendsMail, returned, isSaved }: Shown) {
  const t = useWords(words)
  const isOn = choice?.isWanted ?? false
  return (
    <details className="letters" id="thu" open={returned !== undefined || isSaved}>
      <summary>{isOn && choice ? t.on(choice.address) : t.off}</summary>
      {isSaved ? (
        <p className="note" role="status">
          {isOn && choice ? t.savedOn(choice.address) : t.savedOff}
        </p>
      ) : null}
      <p className="quiet">{sendsMail ? t.lead : t.noServer}</p>
      <Form method="post" action="?#thu" preventScrollReset noValidate>
        <Field name="thu-dia-chi" label={t.address} hint={t.addressHint} error={returned?.problem}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="email"
              autoComplete="email"
              maxLength={100}
              defaultValue={returned?.typed ?? choice?.address}
            />
          )}
        </Field>
        <div className="acts">
          <Button type="submit" name="viec" value="nhan-thu">
            {isOn ? t.change : t.turnOn}
          </Button>
          {isOn ? (
            <Button type="submit" weight="text" name="viec" value="thoi-thu">
              {t.turnOff}
            </Button>
          ) : null}
        </div>
      </Form>
    </details>
  )
}
