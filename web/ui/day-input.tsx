import { useEffect, useState } from 'react'
import { readTypedDay } from '#calendar'
import type { ControlAttributes } from './field.tsx'
import { formatDay } from './format.ts'
import { useWords } from './language.ts'
import { onceReleased, watchPointer } from './pointer.ts'
import { words } from './words.ts'

/**
 * A day, read and written dd/mm/yyyy whatever language the browser speaks. `defaultValue` is a day (`2025-07-01`) or
 * what was typed. The server reads what arrives with `readTypedDay`; with scripts the day is written out in full as
 * one leaves the field, and what is no day is said as soon as nothing presses the page, so that no button moves away.
 */
export function DayInput(
  props: Partial<ControlAttributes> & { name: string; defaultValue?: string | undefined; required?: boolean },
) {
  const { defaultValue = '', required = false, ...control } = props
  const t = useWords(words)
  const [wrong, setWrong] = useState('')
  useEffect(watchPointer, [])
  const sentence = ({ value }: HTMLInputElement) => {
    if (value.trim() === '') return required ? t.dayNeeded : ''
    return readTypedDay(value) ? '' : t.notADay(value.trim())
  }
  const leave = (input: HTMLInputElement) => {
    const day = readTypedDay(input.value)
    if (day) input.value = formatDay(day)
    // Typed before the scripts came, nothing was said of it yet.
    input.setCustomValidity(sentence(input))
    onceReleased(() => setWrong(input.value.trim() === '' ? '' : sentence(input)))
  }
  const errorId = `${control.id ?? control.name}-no-day`
  return (
    <span className="day-input">
      <input
        {...control}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        placeholder={t.dayPattern}
        required={required}
        defaultValue={readTypedDay(defaultValue) ? formatDay(readTypedDay(defaultValue) ?? '') : defaultValue}
        aria-invalid={wrong ? true : control['aria-invalid']}
        aria-describedby={
          [control['aria-describedby'], wrong && errorId].filter(Boolean).join(' ') || undefined
        }
        onBlur={(event) => leave(event.currentTarget)}
        onInput={(event) => {
          event.currentTarget.setCustomValidity(sentence(event.currentTarget))
          if (wrong) setWrong(sentence(event.currentTarget))
        }}
        onInvalid={(event) => {
          event.currentTarget.setCustomValidity(sentence(event.currentTarget))
          setWrong(sentence(event.currentTarget))
        }}
      />
      {wrong ? (
        <span className="err" id={errorId} role="alert">
          {wrong}
        </span>
      ) : null}
    </span>
  )
}
