import { Form } from 'react-router'
import { agencies, areaNames } from '#law/authorities'
import { feedbackKindNames, feedbackKinds, instanceNames } from '#law/feedback'
import { Button, Field, useLang, useWords } from '#web/ui/index.ts'
import { Act, type Keyed } from './act-form.tsx'
import { actsWords } from './acts-words.ts'
import { addressees, queueAreas } from './choices.ts'
import { words } from './words.ts'

/** What it is, about what and where; of a new message also who should answer, in the same breath. */
export function Classify({ view }: { view: Keyed }) {
  const t = useWords(words)
  const a = useWords(actsWords)
  const isNew = view.state === 'received' && view.path === 'open'
  if (isNew)
    return (
      <Form method="post" action="?" className="message-act">
        <input type="hidden" name="khoa" value={`classify-${view.key}`} />
        <Terms view={view} />
        <Destination view={view} isAutomatic />
        <div className="acts">
          <Button type="submit" weight="main" name="viec" value="classifyAndSend">
            {a.classifyAndSend}
          </Button>
          <Button type="submit" name="viec" value="classify">
            {t.buttons.classify}
          </Button>
        </div>
      </Form>
    )
  return (
    <details>
      <summary>{view.kindKey === null ? t.buttons.classify : a.classifyAgain}</summary>
      <Act view={view} act="classify">
        <Terms view={view} />
      </Act>
    </details>
  )
}

function Terms({ view }: { view: Keyed }) {
  const t = useWords(words)
  const lang = useLang()
  const kind = view.kindKey ?? view.suggested.kind
  return (
    <>
      <div className="message-fields">
        {view.path === 'open' ? (
          <Field name="loai" label={t.kind}>
            {(control) => (
              <select {...control} defaultValue={kind}>
                {feedbackKinds.map((each) => (
                  <option key={each} value={each}>
                    {feedbackKindNames[each][lang]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : (
          <input
            type="hidden"
            name="loai"
            value={view.path === 'child' ? 'childProtection' : 'denunciation'}
          />
        )}
        <Field name="linh-vuc" label={t.area}>
          {(control) => (
            <select {...control} defaultValue={view.areaKey ?? view.suggested.area ?? ''}>
              <option value="">{t.chooseArea}</option>
              {queueAreas.map((area) => (
                <option key={area} value={area}>
                  {areaNames[area][lang]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          name="noi"
          label={t.place}
          hint={
            [
              view.place ? t.placeSaid(view.place) : '',
              view.suggested.place ? t.placeRead(view.suggested.place.words) : '',
            ]
              .filter(Boolean)
              .join('. ') || undefined
          }
        >
          {(control) => (
            <select {...control} defaultValue={view.placeUid ?? view.suggested.place?.uid ?? ''}>
              <option value="">{t.choosePlace}</option>
              <Communes view={view} />
            </select>
          )}
        </Field>
      </div>
      {view.path === 'child' ? null : <CaseFacts view={view} isComplaint={view.path === 'open'} />}
    </>
  )
}

/** What changes the periods of a complaint or a denunciation; folded where it is neither. */
function CaseFacts({
  view: { facts, kindKey, suggested, path },
  isComplaint,
}: {
  view: Keyed
  isComplaint: boolean
}) {
  const a = useWords(actsWords)
  const lang = useLang()
  const isOpen = path !== 'open' || (kindKey ?? suggested.kind) === 'complaint'
  return (
    <details className="case-facts" open={isOpen}>
      <summary>{isComplaint ? a.caseOfComplaint : a.caseOfDenunciation}</summary>
      {isComplaint ? (
        <>
          <Field name="lan" label={a.instance}>
            {(control) => (
              <select {...control} defaultValue={facts.instance}>
                {(['first', 'second'] as const).map((each) => (
                  <option key={each} value={each}>
                    {instanceNames[each][lang]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <label className="choice">
            <input type="checkbox" name="vung-xa" value="1" defaultChecked={facts.isRemote} />
            <span>{a.isRemote}</span>
          </label>
        </>
      ) : null}
      <label className="choice">
        <input type="checkbox" name="phuc-tap" value="1" defaultChecked={facts.isComplex} />
        <span>{isComplaint ? a.isComplex : a.isInManyPlaces}</span>
      </label>
      <Field name="phuc-tap-vi" label={a.complexBecause}>
        {(control) => <input {...control} type="text" maxLength={500} autoComplete="off" />}
      </Field>
    </details>
  )
}

function Communes({ view }: { view: Keyed }) {
  return view.communes.map(({ uid, name }) => (
    <option key={uid} value={uid}>
      {name}
    </option>
  ))
}

/** Who it goes to; `isAutomatic` lets the area and the place decide when both are being recorded. */
export function Destination({ view, isAutomatic = false }: { view: Keyed; isAutomatic?: boolean }) {
  const t = useWords(words)
  const a = useWords(actsWords)
  const lang = useLang()
  const { agency, unitUid = '' } = isAutomatic ? { agency: '' } : view.suggested
  return (
    <div className="message-fields">
      <Field name="co-quan" label={a.sendTo}>
        {(control) => (
          <select {...control} defaultValue={agency} key={agency}>
            {isAutomatic ? <option value="">{a.byAreaAndPlace}</option> : null}
            {addressees.map((code) => (
              <option key={code} value={code}>
                {agencies[code].name[lang]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="xa" label={t.commune}>
        {(control) => (
          <select {...control} defaultValue={unitUid} key={unitUid}>
            <option value="">{t.chooseCommune}</option>
            <Communes view={view} />
          </select>
        )}
      </Field>
    </div>
  )
}
