import { Field, useLang, useWords } from '#web/ui/index.ts'
import type { FormState } from './form.tsx'
import type { Place } from './form-facts.server.ts'
import { words } from './words.ts'

/** Place and picture, folded away until they are wanted; open where something in them was chosen or has to be mended. */
export function MoreFields({ state, places }: { state: FormState; places: readonly Place[] }) {
  const t = useWords(words)
  const lang = useLang()
  const { place, hadPicture, errors } = state
  const isOpen = place.unitUid !== '' || place.text !== '' || hadPicture || errors.picture !== undefined
  return (
    <details className="more-fields" open={isOpen}>
      <summary>{t.more}</summary>
      <Field name="placeUid" label={t.commune} optional>
        {(control) => (
          <select defaultValue={place.unitUid} {...control}>
            <option value="">{t.noCommune}</option>
            {places.map(({ uid, name }) => (
              <option key={uid} value={uid} lang={lang === 'vi' ? undefined : 'vi'}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="place" label={t.place} hint={t.placeHint} optional>
        {(control) => <input type="text" maxLength={200} defaultValue={place.text} {...control} />}
      </Field>
      <Field
        name="picture"
        label={t.picture}
        hint={t.pictureHint}
        error={errors.picture ?? (hadPicture ? t.pictureAgain : undefined)}
        optional
      >
        {(control) => <input type="file" accept="image/jpeg,image/png" {...control} />}
      </Field>
    </details>
  )
}
