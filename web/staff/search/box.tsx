import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Suggestion } from './suggest.ts'
import { type Proposed, useSuggestions } from './suggestions.ts'
import { formerlyText, words } from './words.ts'

/**
 * The field of a search, with people proposed while one types: a combobox with a list (arrows, Enter, Escape). It
 * stands in a form that posts `tim` to /can-bo/tim, and is a plain field where there are no scripts.
 */
export function SearchBox(props: { id: string; text?: string; describedBy?: string }) {
  const { id, text = '', describedBy } = props
  const t = useWords(words)
  const lang = useLang()
  const list = useId()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(text)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const field = useTypedBefore(text, (value, isFocused) => {
    setTyped(value)
    setOpen(isFocused)
  })
  const { proposed, hasFailed } = useSuggestions(typed, isOpen)
  const suggestions = proposed?.suggestions ?? []
  const isShown = isOpen && suggestions.length > 0
  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const type = (next: string) => {
    setTyped(next)
    setActive(-1)
    setOpen(true)
  }
  const openPerson = (suggestion: Suggestion) => {
    close()
    void navigate(pathIn(lang, `/can-bo/nguoi/${suggestion.id}`))
  }
  const press = (event: KeyboardEvent) => {
    // While a syllable is still being composed the keys belong to the one who composes it.
    if (event.nativeEvent.isComposing) return
    const chosen = suggestions[active]
    const to = stepOf(event.key, active, suggestions.length)
    if (!isShown) setOpen(isOpen || event.key === 'ArrowDown')
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && chosen) openPerson(chosen)
    else if (to !== undefined) setActive(to)
    else return
    if (isShown) event.preventDefault()
  }
  return (
    <div className="search-box">
      <input
        id={id}
        name="tim"
        type="search"
        role="combobox"
        ref={field}
        defaultValue={text}
        placeholder={t.placeholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={list}
        aria-describedby={describedBy}
        aria-activedescendant={isShown && active >= 0 ? `${list}-${active}` : undefined}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onBlur={close}
      />
      <Proposals list={list} proposed={isOpen ? proposed : undefined} active={active} onChoose={openPerson} />
      <Told proposed={isOpen ? proposed : undefined} hasFailed={isOpen && hasFailed} />
    </div>
  )
}

/** The field, with a word of what was typed in it before the scripts came: it stays, the field belongs to who types. */
function useTypedBefore(text: string, tell: (value: string, isFocused: boolean) => void) {
  const field = useRef<HTMLInputElement>(null)
  const told = useRef(tell)
  useEffect(() => {
    const { value } = field.current ?? { value: '' }
    if (value !== '' && value !== text) told.current(value, document.activeElement === field.current)
  }, [text])
  return field
}

/** Read aloud: how many are proposed. */
function Told({ proposed, hasFailed }: { proposed: Proposed | undefined; hasFailed: boolean }) {
  const t = useWords(words)
  return (
    <span className="vh" role="status">
      {hasFailed ? t.failed : proposed ? t.found(proposed.suggestions.length, proposed.isMore) : ''}
    </span>
  )
}

/** Where an arrow leads: from the field into the list and round to the field again. */
function stepOf(key: string, active: number, count: number): number | undefined {
  if (key === 'ArrowDown') return active + 1 < count ? active + 1 : -1
  if (key === 'ArrowUp') return active === -1 ? count - 1 : active - 1
  return undefined
}

function Proposals(props: {
  list: string
  proposed: Proposed | undefined
  active: number
  onChoose: (suggestion: Suggestion) => void
}) {
  const { list, proposed, active, onChoose } = props
  const t = useWords(words)
  const lang = useLang()
  return (
    <div className="proposals" hidden={!proposed}>
      <div id={list} role="listbox" aria-label={t.suggestions}>
        {proposed?.suggestions.map((suggestion, index) => (
          <div
            key={suggestion.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onPointerUp={() => onChoose(suggestion)}
          >
            <b>{suggestion.name}</b>
            {suggestion.isNear ? <i> {t.near}</i> : null}
            {suggestion.formerly ? <i> {formerlyText(suggestion.formerly, lang)}</i> : null}
            {suggestion.keeper ? <i> {t.keptElsewhere(suggestion.keeper.name)}</i> : null}
            <span>{suggestion.details}</span>
          </div>
        ))}
      </div>
      {proposed ? (
        <p>
          {t.found(proposed.suggestions.length, proposed.isMore)}
          {proposed.suggestions.length > 0 ? ` ${t.all}` : null}
        </p>
      ) : null}
    </div>
  )
}
