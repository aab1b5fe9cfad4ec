import { Button, Field, useWords } from '#web/ui/index.ts'
import type { FormState } from './form.tsx'
import proveByWork from './prove-by-work.ts?worker&url'
import { words } from './words.ts'

/** The buttons for another picture or question leave a chosen file where it is: only its name is sent. */
const typedAlone = 'application/x-www-form-urlencoded'

/** Whoever asked for another code goes on at its field, and not at the top of a long page. */
const again = { formNoValidate: true, formEncType: typedAlone, formAction: '#code' }

/**
 * The proof that a person writes: the code of a picture, or a question in words. Where scripts run, the browser
 * works it off instead and this part stays hidden. The picture is fetched apart, with its cookie, because the page
 * itself is the same for everybody.
 */
export function Verification({ state }: { state: FormState }) {
  return (
    <>
      <input type="hidden" name="altcha" defaultValue="" />
      <div data-verification>
        {state.question ? <Question {...state} question={state.question} /> : <Picture {...state} />}
      </div>
      <script type="module" async src={proveByWork} />
    </>
  )
}

function Picture({ errors, challenge }: FormState) {
  const t = useWords(words)
  return (
    <Field
      name="code"
      label={t.code}
      hint={t.codeHint}
      error={errors.code}
      after={
        <div className="code-acts">
          <Button weight="text" name="act" value="image" {...again}>
            {t.newImage}
          </Button>
          <Button weight="text" name="act" value="question" {...again}>
            {t.useQuestion}
          </Button>
        </div>
      }
    >
      {(control) => (
        <div className="code">
          <img
            src={`/kiem-tra/hinh.svg?${challenge}`}
            alt={t.codeImage}
            width={148}
            height={52}
            loading="lazy"
          />
          <CodeInput {...control} />
        </div>
      )}
    </Field>
  )
}

function Question({ errors, question }: FormState & { question: string }) {
  const t = useWords(words)
  return (
    <>
      <input type="hidden" name="proofKind" value="question" />
      <Field
        name="code"
        label={t.code}
        hint={question}
        error={errors.code}
        after={
          <div className="code-acts">
            <Button weight="text" name="act" value="question" {...again}>
              {t.newQuestion}
            </Button>
            <Button weight="text" name="act" value="image" {...again}>
              {t.useImage}
            </Button>
          </div>
        }
      >
        {(control) => (
          <div className="code">
            <CodeInput {...control} />
          </div>
        )}
      </Field>
    </>
  )
}

function CodeInput(control: object) {
  return <input type="text" autoComplete="off" autoCapitalize="characters" spellCheck={false} {...control} />
}
