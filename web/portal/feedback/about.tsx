import { useWords } from '#web/ui/index.ts'
import { type About, abouts } from './abouts.ts'
import { words } from './words.ts'

/** The sender says what it is before anybody reads it: a denunciation and a child's danger have readers of their own. */
export function AboutChoice({ chosen }: { chosen: About }) {
  const t = useWords(words)
  return (
    <fieldset className="field about">
      <legend>{t.about}</legend>
      {abouts.map((about) => (
        <label key={about} className="choice">
          <input type="radio" name="about" value={about} defaultChecked={about === chosen} />
          <span>
            {t.abouts[about].name}
            <span className="hint">{t.abouts[about].who}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
