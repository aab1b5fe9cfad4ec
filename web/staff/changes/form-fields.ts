/** One field of the form of an act. */
export interface FormField {
  name: string
  label: string
  hint?: string | undefined
  optional?: boolean
  is: 'text' | 'day' | 'count' | 'choice' | 'tick' | 'people'
  /** What may be chosen: for `choice` values and their words, for `people` records and their names. */
  options?: { value: string; label: string }[]
  /** What may be typed, proposed while one types. */
  suggestions?: readonly string[]
  /** The largest count. */
  max?: number
}

/** What a form holds, by the names of its fields; a ticked box holds `on`. */
export type FormValues = Readonly<Record<string, string>>

/** What the fields of a posted form hold, cut to what one may say. */
export function valuesOf(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && /^[a-z0-9-]{1,40}$/.test(name)) values[name] = value.trim().slice(0, 500)
  return values
}
