import { bodyTerms, endingSentences, listBodies, listEndings, type ReservedPath } from '#law/feedback'
import { Field, useLang, useWords } from '#web/ui/index.ts'
import { Act, type Keyed, Reason, type Typed } from './act-form.tsx'
import { actsWords } from './acts-words.ts'
import { words } from './words.ts'

interface Panel {
  view: Keyed
  path: ReservedPath
  typed: Typed
}

/** Sends a reserved message on to who is competent: named, with how it was handed over. */
export function Refer({ view, path, typed }: Panel) {
  const t = useWords(words)
  const a = useWords(actsWords)
  const lang = useLang()
  const isUrgent = view.urgent !== undefined
  const text = typed?.what === 'refer' ? typed.text : undefined
  return (
    <details open={isUrgent || text !== undefined}>
      <summary>{t.buttons.refer}</summary>
      <Act view={view} act="refer" isMain={isUrgent} button={a.recordRefer}>
        <div className="message-fields">
          <Field name="noi-nhan" label={a.referTo}>
            {(control) => (
              <select {...control}>
                {listBodies(path).map((body) => (
                  <option key={body} value={body}>
                    {bodyTerms[body].name[lang]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="xa" label={a.referCommune}>
            {(control) => (
              <select {...control} defaultValue="">
                <option value="">{t.chooseCommune}</option>
                {view.communes.map(({ uid, name }) => (
                  <option key={uid} value={uid}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="ten-noi-nhan" label={a.referName} optional>
            {(control) => <input {...control} type="text" maxLength={200} autoComplete="off" />}
          </Field>
        </div>
        <Reason act="refer" label={a.referNote} hint={a.referHint[path]} text={text} />
      </Act>
    </details>
  )
}

/** Takes a denunciation up, which begins its period. */
export function Accept({ view, typed }: Panel) {
  const a = useWords(actsWords)
  return (
    <Act view={view} act="accept" isMain>
      <Reason
        act="accept"
        label={a.acceptNote}
        hint={a.acceptHint}
        text={typed?.what === 'accept' ? typed.text : undefined}
      />
    </Act>
  )
}

/** Ends it: a sentence that the sender reads, and a reason that stays in the file. */
export function CloseReserved({ view, path, typed }: Panel) {
  const t = useWords(words)
  const a = useWords(actsWords)
  const lang = useLang()
  const text = typed?.what === 'close' ? typed.text : undefined
  return (
    <details open={text !== undefined}>
      <summary>{t.buttons.close}</summary>
      <Act view={view} act="close">
        <Field name="bao-nguoi-gui" label={a.endingLabel} hint={a.endingHint}>
          {(control) => (
            <select {...control}>
              {listEndings(path).map((ending) => (
                <option key={ending} value={ending}>
                  {endingSentences[ending][lang]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Reason act="close" hint={a.closeReservedHint} text={text} />
      </Act>
    </details>
  )
}
