import { Form } from 'react-router'
import type { Outcome } from '#archive'
import { Button, useWords } from '#web/ui/index.ts'
import type { PlaceOnPage } from './scan.server.ts'
import { scanWords } from './scan-words.ts'
import { Crop } from './viewer.tsx'

/** Fields in which two readings differ: the picture of each, both values, or another one. */
export function SettleForm(props: {
  scanId: number
  outcomes: readonly Outcome[]
  places: readonly PlaceOnPage[]
  pages: readonly { number: number; width: number; height: number; text: string | undefined }[]
  mayWrite: boolean
  onFocus: (field: string | undefined) => void
}) {
  const s = useWords(scanWords)
  const { scanId, outcomes, places, pages, mayWrite, onFocus } = props
  const open = outcomes.filter(({ isOpen }) => isOpen)
  return (
    <Form method="post" className="reading-form">
      <h2>{s.settleTitle}</h2>
      <p className="quiet">{s.settleHow}</p>
      <input type="hidden" name="what" value="settle" />
      {open.map((outcome) => {
        const place = places.find(({ field }) => field === outcome.field)
        const page = pages.find(({ number }) => number === place?.page)
        return (
          <fieldset
            key={outcome.field}
            className="settle"
            onFocus={() => onFocus(outcome.field)}
            disabled={!mayWrite}
          >
            <legend>{s.fields[outcome.field]}</legend>
            {place && page ? <Crop scanId={scanId} page={page} place={place} /> : null}
            <Choice outcome={outcome} which="first" />
            <Choice outcome={outcome} which="second" />
            <label className="choice">
              <input type="radio" name={`${outcome.field}-choice`} value="other" />
              <span>{s.other}</span>
              <input
                type="text"
                name={`${outcome.field}-other`}
                aria-label={`${s.fields[outcome.field]}: ${s.other}`}
              />
            </label>
          </fieldset>
        )
      })}
      {mayWrite ? (
        <Button weight="main" type="submit">
          {s.settle}
        </Button>
      ) : null}
    </Form>
  )
}

function Choice({ outcome, which }: { outcome: Outcome; which: 'first' | 'second' }) {
  const s = useWords(scanWords)
  const value = outcome[which]
  return (
    <>
      <input type="hidden" name={`${outcome.field}-${which}`} value={value ?? ''} />
      <label className="choice">
        <input type="radio" name={`${outcome.field}-choice`} value={which} />
        <span>
          {s[which]}: <b>{value ?? s.nothing}</b>
        </span>
      </label>
    </>
  )
}
